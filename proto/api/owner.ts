import { type Static, Type } from 'typebox';
import { TwoWords } from './cases.ts';
import { DataClassName, Language, ScopeName } from './common.ts';
import { Presence, Proof } from './devices.ts';

/**
 * The owner's side. Every call but /owner/codes is authorized by `Bearer <token of the link>`;
 * a GET changes nothing, and the link keeps its Stop for as long as the grant lives.
 */

export const OwnerState = Type.Union([
  Type.Literal('asked'),
  Type.Literal('allowed'),
  Type.Literal('active'),
  Type.Literal('denied'),
  Type.Literal('revoked'),
  Type.Literal('expired'),
  Type.Literal('completed'),
  Type.Literal('withdrawn'),
]);
export type OwnerState = Static<typeof OwnerState>;

/** GET /api/v1/owner/request */
export const OwnerRequest = Type.Object({
  state: OwnerState,
  brand: Type.Object({ name: Type.String(), company: Type.String(), country: Type.String() }),
  agent: Type.String(),
  device: Type.Object({
    modelName: Type.String(),
    name: Type.Union([Type.String(), Type.Null()], {
      description: 'What a dialect’s device calls itself, with its maker and model, as far as it has told',
    }),
    serialEnd: Type.String({ description: 'The last four characters' }),
  }),
  scope: ScopeName,
  classes: Type.Array(DataClassName),
  minutes: Type.Integer(),
  words: TwoWords,
  proof: Type.Union([Proof, Type.Null()], { description: 'As in 0.1.0, for pages that were open during an upgrade' }),
  proofs: Type.Array(Proof, { description: 'Ways that are enough for what is asked; any one of them' }),
  proofEndsInMs: Type.Union([Type.Integer(), Type.Null()], {
    description: 'While allowed: time left to press the button',
  }),
  labelTriesLeft: Type.Union([Type.Integer(), Type.Null()], {
    description: 'null: a label code is not enough, or the device has none',
  }),
  expiresInMs: Type.Union([Type.Integer(), Type.Null()], {
    description: 'While active: time left; while asked: of the request',
  }),
  canStopItself: Type.Boolean({ description: 'false: a dialect; what arrives after Stop is discarded' }),
  online: Type.Boolean(),
  presence: Presence,
  known: Type.Array(DataClassName, { description: 'Of `classes`, those that a device of this model has anything in' }),
});
export type OwnerRequest = Static<typeof OwnerRequest>;

/** POST /api/v1/owner/allow */
export const Allow = Type.Object({ language: Language }, { additionalProperties: false });
export type Allow = Static<typeof Allow>;

/** POST /api/v1/owner/label */
export const ProveByLabel = Type.Object({ labelCode: Type.String({ maxLength: 40 }) }, { additionalProperties: false });
export type ProveByLabel = Static<typeof ProveByLabel>;

/** POST /api/v1/owner/codes */
export const SpokenDigits = Type.Object({ digits: Type.String({ maxLength: 20 }) }, { additionalProperties: false });
export type SpokenDigits = Static<typeof SpokenDigits>;

/** Answer of POST /api/v1/owner/codes: a link of its own */
export const OpenedByDigits = Type.Object({ path: Type.String({ description: '/c/{token}' }) });
export type OpenedByDigits = Static<typeof OpenedByDigits>;
