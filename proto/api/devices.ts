import { type Static, Type } from 'typebox';
import { DataClassName, EpochMs, Id, Words } from './common.ts';

export const LinkKind = Type.Union([Type.Literal('native'), Type.Literal('dialect')], {
  description:
    'native: speaks proto/device.proto. dialect: another maker’s topics; the device cannot stop itself and is proven by its label code',
});
export type LinkKind = Static<typeof LinkKind>;

export const Proof = Type.Union([Type.Literal('button'), Type.Literal('label')]);
export type Proof = Static<typeof Proof>;

/** What is known of a connection without any grant (DESIGN.md "View"). */
export const Presence = Type.Union([Type.Literal('online'), Type.Literal('offline'), Type.Literal('unknown')], {
  description: 'unknown: what it is reached through is gone, so that nobody can say',
});
export type Presence = Static<typeof Presence>;

export const ConnectionInfo = Type.Object({
  presence: Presence,
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
  name: Type.Union([Type.String(), Type.Null()], {
    description:
      'What a dialect’s device calls itself, with its maker and model, as far as it has told since the gateway’s start',
  }),
  vendor: Type.String(),
  link: LinkKind,
  linkId: Type.Union([Id, Type.Null()], { description: 'Of a dialect’s device: the link that it speaks through' }),
  childKey: Type.Union([Type.String(), Type.Null()], { description: 'What it is called on that link' }),
  proofs: Type.Array(Proof, {
    description: 'How its owner can prove to be at it; a label code opens the basic look only',
  }),
  secret: Type.Union([Type.Literal('active'), Type.Literal('revoked'), Type.Literal('of-link')]),
  claimedAt: Type.Union([EpochMs, Type.Null()], { description: 'New owner since; null: its first owner' }),
  seenByYou: Type.Boolean({
    description: 'You were shown its secret or label code, so a colleague has to ask its owner',
  }),
  connection: ConnectionInfo,
  region: Type.Optional(
    Type.Union([Type.String(), Type.Null()], { description: 'Whose cloud it was sold for; null: not said' }),
  ),
});
export type Device = Static<typeof Device>;

export const Serial = Type.String({ pattern: '^[A-Za-z0-9._-]{4,40}$' });
/** Whose cloud a device was sold for, in its brand’s own words */
export const Region = Type.String({ pattern: '^[A-Za-z0-9._-]{1,24}$' });
export const ModelName = Type.String({ pattern: '^[a-z0-9-]{1,40}$' });

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
    serial: Serial,
    model: ModelName,
    region: Type.Optional(Region),
  },
  { additionalProperties: false },
);
export type NewDevice = Static<typeof NewDevice>;

/** Everything the device must be given; the secret and the label code are shown this once. */
export const RegisteredDevice = Type.Object({
  device: Device,
  secret: Type.String({ description: '256 bit random, base64url: the MQTT password; the user name is the device id' }),
  labelCode: Type.String({ description: 'To be printed on the device; opens the basic look only' }),
  gatewayPublicKey: Type.String({ description: 'Ed25519, raw 32 bytes, base64url' }),
});
export type RegisteredDevice = Static<typeof RegisteredDevice>;

/**
 * POST /api/v1/devices/csv (administrator): the first line names the columns `serial` and `model`, and if it likes `region`, in any
 * order; further columns are not looked at. All or nothing, unless `skipBad`.
 */
export const DevicesCsv = Type.Object(
  { brandId: Id, csv: Type.String({ minLength: 1, maxLength: 1_000_000 }), skipBad: Type.Optional(Type.Boolean()) },
  { additionalProperties: false },
);
export type DevicesCsv = Static<typeof DevicesCsv>;

export const BadLine = Type.Object({
  line: Type.Integer({ description: 'Of the file, from 1' }),
  serial: Type.Union([Type.String(), Type.Null()]),
  code: Type.String({ description: 'From the table of refusals' }),
  words: Type.String({ description: 'In the language of Accept-Language' }),
});
export type BadLine = Static<typeof BadLine>;

export const RegisteredDevices = Type.Object({ registered: Type.Array(RegisteredDevice), bad: Type.Array(BadLine) });
export type RegisteredDevices = Static<typeof RegisteredDevices>;

/** POST /api/v1/devices/{id}/secret and /links/{id}/secret (administrator): a new one; the old one works for so long still */
export const Rotation = Type.Object(
  { graceMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 43_200, default: 0 })) },
  { additionalProperties: false },
);
export type Rotation = Static<typeof Rotation>;

export const RotatedSecret = Type.Object({
  secret: Type.String({ description: 'Shown this once' }),
  formerSecretUntil: Type.Union([EpochMs, Type.Null()], { description: 'Or until the new one was used' }),
});
export type RotatedSecret = Static<typeof RotatedSecret>;

/** POST /api/v1/devices/{id}/claim (administrator): the device has a new owner */
export const NewClaim = Type.Object({ newLabelCode: Type.Boolean() }, { additionalProperties: false });
export type NewClaim = Static<typeof NewClaim>;

/** Answer of /devices/{id}/claim and of POST /api/v1/devices/{id}/label-code */
export const LabelCode = Type.Object({ labelCode: Type.Union([Type.String(), Type.Null()]) });
export type LabelCode = Static<typeof LabelCode>;

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

/** GET /api/v1/models/{model} : the words of a diagnostic pack; GET /api/v1/devices/{id}/model : and what the device has told of itself */
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

/** GET /api/v1/models : the diagnostic packs that there are */
export const ModelSummary = Type.Pick(ModelDescription, ['model', 'name', 'vendor']);
export type ModelSummary = Static<typeof ModelSummary>;

/** GET /api/v1/broker : where devices and links connect, as far as the gateway knows: a port mapping in front of it is not known */
export const BrokerAddress = Type.Object({
  host: Type.String({ description: 'The public address’s name; the listener’s own where it is on loopback' }),
  port: Type.Integer(),
  tls: Type.Boolean(),
  onlyHere: Type.Boolean({ description: 'Listens on loopback: can be reached from this machine only' }),
});
export type BrokerAddress = Static<typeof BrokerAddress>;
