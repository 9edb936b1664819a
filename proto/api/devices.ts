import { type Static, Type } from 'typebox';
import { DataClassName, EpochMs, Id, Words } from './common.ts';

export const LinkKind = Type.Union([Type.Literal('native'), Type.Literal('homie')], {
  description: 'native: WIRE.md. homie: a dialect; the device cannot stop itself and is proven by its label code',
});
export type LinkKind = Static<typeof LinkKind>;

export const Proof = Type.Union([Type.Literal('button'), Type.Literal('label')]);
export type Proof = Static<typeof Proof>;

/** What is known of a connection without any grant (DESIGN.md "View"). */
export const ConnectionInfo = Type.Object({
  online: Type.Boolean(),
  since: Type.Union([EpochMs, Type.Null()], { description: 'Connected, or gone, since; null: never seen' }),
});
export type ConnectionInfo = Static<typeof ConnectionInfo>;

export const Device = Type.Object({
  id: Id,
  brandId: Id,
  serial: Type.String(),
  model: Type.String(),
  modelName: Type.String(),
  vendor: Type.String(),
  link: LinkKind,
  proof: Proof,
  connection: ConnectionInfo,
});
export type Device = Static<typeof Device>;

/** GET /api/v1/devices?brandId=&find= : `find` is a whole serial or its last four characters */
export const DeviceQuery = Type.Object(
  { brandId: Type.Optional(Id), find: Type.Optional(Type.String({ minLength: 4, maxLength: 64 })) },
  { additionalProperties: false },
);
export type DeviceQuery = Static<typeof DeviceQuery>;

/** POST /api/v1/devices (administrator) */
export const NewDevice = Type.Object(
  {
    brandId: Id,
    serial: Type.String({ pattern: '^[A-Za-z0-9._-]{4,40}$' }),
    model: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
    homieId: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z0-9_-]{1,40}(/[A-Za-z0-9_-]{1,40})?$',
        description: 'Of a homie device: base topic and id ("valetudo/robot"), where its topics begin',
      }),
    ),
  },
  { additionalProperties: false },
);
export type NewDevice = Static<typeof NewDevice>;

/** Everything the device must be given; the secret and the label code are shown this once. */
export const RegisteredDevice = Type.Object({
  device: Device,
  secret: Type.String({ description: '256 bit random, base64url: the MQTT password; the user name is the device id' }),
  labelCode: Type.Union([Type.String(), Type.Null()], {
    description: 'To be printed on the device; opens the basic look only',
  }),
  gatewayPublicKey: Type.String({ description: 'Ed25519, raw 32 bytes, base64url' }),
});
export type RegisteredDevice = Static<typeof RegisteredDevice>;

const MetricDescription = Type.Object({
  name: Type.String(),
  label: Words,
  unit: Type.String({ description: 'UCUM; {dBm} is an annotation' }),
  dataClass: DataClassName,
  type: Type.Union([Type.Literal('gauge'), Type.Literal('counter'), Type.Literal('enum'), Type.Literal('text')]),
  values: Type.Record(Type.String(), Words, { description: 'Of an enum: number on the wire to words' }),
  chart: Type.Boolean({ description: 'Worth a chart of the last ten minutes' }),
});
const ErrorDescription = Type.Object({
  channel: Type.String(),
  code: Type.String(),
  name: Type.String(),
  kind: Type.Union([Type.Literal('transient'), Type.Literal('permanent')]),
  level: Type.Union([
    Type.Literal('info'),
    Type.Literal('warning'),
    Type.Literal('error'),
    Type.Literal('catastrophic'),
  ]),
  subsystem: Type.String(),
  words: Words,
});

/** GET /api/v1/models/{model} : the words of a diagnostic pack */
export const ModelDescription = Type.Object({
  model: Type.String(),
  name: Type.String(),
  vendor: Type.String(),
  packVersion: Type.String(),
  metrics: Type.Array(MetricDescription),
  errors: Type.Array(ErrorDescription),
  firmwareWords: Type.Record(Type.String(), Words, { description: 'fw.state, fw.result and fw.slot_state words' }),
});
export type ModelDescription = Static<typeof ModelDescription>;
