import { type Static, Type } from 'typebox';
import { DataClassName, EpochMs, Id, Language } from './common.ts';
import { Proof } from './devices.ts';

/**
 * GET /api/v1/owner/fleet, authorized by `Bearer <token of the link>`: whether this device is counted in its brand's statistics, which
 * is a choice of its own.
 */
export const FleetChoice = Type.Object({
  state: Type.Union([Type.Literal('unavailable'), Type.Literal('off'), Type.Literal('allowed'), Type.Literal('on')], {
    description: 'allowed: the owner’s yes waits for its proof. unavailable: this device is not counted',
  }),
  classes: Type.Array(DataClassName, { description: 'What the device sends to be counted; none of it is kept' }),
  days: Type.Integer({ description: 'For how long at most' }),
  expiresInMs: Type.Union([Type.Integer(), Type.Null()], { description: 'While on: time left' }),
  proofs: Type.Array(Proof, { description: 'Ways that are enough; any one of them' }),
  proofEndsInMs: Type.Union([Type.Integer(), Type.Null()], { description: 'While allowed: time left for the proof' }),
  labelTriesLeft: Type.Integer(),
  counted: Type.Object(
    {
      model: Type.String(),
      firmware: Type.Union([Type.String(), Type.Null()], { description: 'null: the device has not said' }),
      region: Type.Union([Type.String(), Type.Null()], { description: 'null: its brand has not said' }),
    },
    { description: 'What the device is counted by' },
  ),
});
export type FleetChoice = Static<typeof FleetChoice>;

/** POST /api/v1/owner/fleet/allow */
export const AllowFleet = Type.Object({ language: Language }, { additionalProperties: false });
export type AllowFleet = Static<typeof AllowFleet>;

export const FleetSignal = Type.Union([
  Type.Literal('cloud_outage'),
  Type.Literal('site_outage'),
  Type.Literal('bad_firmware'),
  Type.Literal('gateway_fault'),
]);
export type FleetSignal = Static<typeof FleetSignal>;

export const FleetEvent = Type.Object({
  brandId: Id,
  signal: FleetSignal,
  cohort: Type.Union(
    [
      Type.Literal('region'),
      Type.Literal('home'),
      Type.Literal('firmware'),
      Type.Literal('node'),
      Type.Literal('brand'),
    ],
    { description: 'By what its devices are alike' },
  ),
  name: Type.Union([Type.String(), Type.Null()], { description: 'Of that region, or model and firmware' }),
  since: EpochMs,
  devices: Type.Integer({ description: 'That fell ill within 15 minutes, of those that are counted' }),
  share: Type.Number({
    description:
      'Of their trouble what chance does not explain, at most the share of all counted homes of the cohort that have it still: 0..1',
  }),
});
export type FleetEvent = Static<typeof FleetEvent>;

/** GET /api/v1/fleet/events : what many devices of one’s own brands have now, of those whose owners let them be counted */
export const FleetEvents = Type.Object({
  events: Type.Array(FleetEvent),
  counted: Type.Array(Type.Object({ brandId: Id, devices: Type.Integer() }), {
    description: 'Devices that are counted: where they are few, no event says little',
  }),
});
export type FleetEvents = Static<typeof FleetEvents>;
