import { type Static, Type } from 'typebox';
import { DataClassName, Id, personText } from './common.ts';
import { ConnectionInfo, Device, ModelName, Serial } from './devices.ts';

/** An MQTT connection that devices of other makers speak through: one vacuum, or a home's broker with many devices. */
export const Link = Type.Object({
  id: Id,
  brandId: Id,
  name: Type.String(),
  secret: Type.Union([Type.Literal('active'), Type.Literal('revoked')]),
  connection: ConnectionInfo,
  devices: Type.Integer({ description: 'Registered beneath it' }),
});
export type Link = Static<typeof Link>;

/** GET /api/v1/links : newest 200 of the person's brands (administrator) */

/** POST /api/v1/links (administrator) */
export const NewLink = Type.Object({ brandId: Id, name: personText(60) }, { additionalProperties: false });
export type NewLink = Static<typeof NewLink>;

export const RegisteredLink = Type.Object({
  link: Link,
  secret: Type.String({ description: 'The MQTT password, shown this once; user name and client id are the link’s id' }),
});
export type RegisteredLink = Static<typeof RegisteredLink>;

export const DiscoveredEntity = Type.Object({
  name: Type.String({ description: 'In the device’s own words' }),
  metric: Type.Union([Type.String(), Type.Null()], { description: 'What it becomes here; null: it is not taken' }),
  declaredUnit: Type.Union([Type.String(), Type.Null()]),
  dataClass: Type.Union([DataClassName, Type.Null()]),
  why: Type.Union([Type.String(), Type.Null()], {
    description: 'A code of the table of refusals: why it is not taken',
  }),
});
export type DiscoveredEntity = Static<typeof DiscoveredEntity>;

export const DiscoveredDevice = Type.Object({
  key: Type.String(),
  name: Type.String(),
  manufacturer: Type.String(),
  model: Type.String(),
  dialects: Type.Array(Type.Union([Type.Literal('homie'), Type.Literal('homeassistant')])),
  suggestedModel: Type.String({ description: 'The diagnostic pack that fits best' }),
  via: Type.Union([Type.String(), Type.Null()], { description: 'Key of the device that it is reached through' }),
  entities: Type.Array(DiscoveredEntity),
  device: Type.Union([Device, Type.Null()], { description: 'null: not registered' }),
});
export type DiscoveredDevice = Static<typeof DiscoveredDevice>;

/** GET /api/v1/links/{id} (administrator): what was discovered; descriptions, never values */
export const LinkPage = Type.Object({
  link: Link,
  limits: Type.Array(Type.String(), {
    description:
      'What its dialects cannot do: stop-itself, check-tokens, prove-start, send-full-state, be-read, be-commanded',
  }),
  discovered: Type.Array(DiscoveredDevice),
  /** Registered beneath it and not heard of since the gateway's start. */
  silent: Type.Array(Device),
});
export type LinkPage = Static<typeof LinkPage>;

/** POST /api/v1/links/{id}/devices (administrator): a discovered device becomes a device of its own; mints its label code */
export const NewChild = Type.Object(
  { key: Type.String({ minLength: 1, maxLength: 128 }), serial: Serial, model: ModelName },
  { additionalProperties: false },
);
export type NewChild = Static<typeof NewChild>;

export const RegisteredChild = Type.Object({
  device: Device,
  labelCode: Type.String({ description: 'To be put on the device; opens the basic look only; shown this once' }),
});
export type RegisteredChild = Static<typeof RegisteredChild>;
