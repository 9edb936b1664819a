import { describe, expect, it } from 'vitest';
import {
  at,
  consentVectors,
  fieldsIn,
  framesOf,
  grantRecord,
  grantViews,
  type RecordVector,
} from '../../../test/support/consent-vectors.ts';
import { dataClasses, maskOf } from '../data-class.ts';
import type { DataFrame, FrameBody } from '../frames.ts';
import { asId } from '../ids.ts';
import { admit, type AdmittedFrame, assertAdmitted, classesInBody, readmit } from './admit.ts';
import { compileGrant, type GrantView } from './grant-view.ts';

type Layer = (
  frame: DataFrame,
  grants: readonly GrantView[],
  moment: ReturnType<typeof at>,
) => readonly AdmittedFrame[];

/** grantId -> fields, as the vectors say it. */
function admittedBy(layer: Layer, vector: RecordVector): Record<string, string[]> {
  const admitted: Record<string, string[]> = {};
  for (const frame of framesOf(vector))
    for (const part of layer(frame, grantViews(vector), at(vector.record.receivedAt)))
      (admitted[part.grantId] ??= []).push(...fieldsIn(part.body));
  return admitted;
}

describe('admission against the shared consent vectors', () => {
  it.each(consentVectors.records.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
    expect(admittedBy(admit, vector)).toEqual(vector.admitted);
  });

  const changed =
    (change: Partial<GrantView>): Layer =>
    (frame, grants, moment) =>
      admit(
        frame,
        grants.map((grant) => ({ ...grant, ...change })),
        moment,
      );
  const mutants: readonly (readonly [string, Layer])[] = [
    ['ignores the state', changed({ active: true })],
    ['ignores the expiry', changed({ expiresAt: Infinity, monotonicDeadline: Infinity })],
    ['ignores the begin', changed({ monotonicStart: 0 })],
    ['ignores the first epoch', changed({ startEpoch: 0 })],
    ['ignores the classes', changed({ classMask: maskOf(dataClasses) })],
    ['ignores the scope backlog', changed({ backlog: true })],
    ['never admits a backlog', changed({ backlog: false })],
    ['wants an epoch of a dialect', (frame, ...rest) => admit({ ...frame, epoch: frame.epoch ?? 0 }, ...rest)],
    ['knows one grant only', (frame, grants, moment) => admit(frame, grants.slice(0, 1), moment)],
  ];
  it.each(mutants)('would notice a layer that %s', (_name, mutant) => {
    const wrong = consentVectors.records.filter(
      (vector) => JSON.stringify(admittedBy(mutant, vector)) !== JSON.stringify(vector.admitted),
    );
    expect(wrong).not.toEqual([]);
  });
});

describe('admission beyond the vectors', () => {
  const grant = compileGrant(grantRecord, at(1_000_000));
  const frame = (more: Partial<DataFrame> = {}): DataFrame => ({
    deviceId: grant.deviceId,
    source: 'telemetry',
    bootId: asId('00000000000000b1'),
    seq: 1,
    epoch: 2,
    kind: 'live',
    receivedAt: 1_000_000,
    body: { lane: 'telemetry', samples: [{ name: 'battery.level', dataClass: 'status', value: 1, at: 0 }] },
    ...more,
  });

  it('never admits another device’s frame', () => {
    expect(admit(frame({ deviceId: asId('device-2') }), [grant], at(1_000_000))).toEqual([]);
  });

  it('counts expiry on the wall clock and on the monotonic one, whichever comes first', () => {
    const admitted = (now: number, monotonicMs: number) => admit(frame(), [grant], { now, monotonicMs }).length;
    expect(admitted(grant.expiresAt - 1, 5_000)).toBe(1);
    expect(admitted(grant.expiresAt, 5_000)).toBe(0);
    expect(admitted(1_000_000, grant.monotonicDeadline - 1)).toBe(1);
    expect(admitted(1_000_000, grant.monotonicDeadline)).toBe(0);
  });

  it('stops at the epoch in which the grant ended', () => {
    const ended: GrantView = { ...grant, endEpoch: 4 };
    expect(admit(frame({ epoch: 3 }), [ended], at(1_000_000))).toHaveLength(1);
    expect(admit(frame({ epoch: 4 }), [ended], at(1_000_000))).toEqual([]);
  });

  const bodies: readonly FrameBody[] = [
    { lane: 'error', complete: true, errors: [] },
    { lane: 'firmware', samples: [], slots: [] },
    { lane: 'log', entries: [] },
    { lane: 'output', executionId: 'x', dataClass: 'network', fields: [] },
  ];
  it.each(bodies.map((body) => [body.lane, body] as const))(
    'lane %s is admitted under its class only',
    (_lane, body) => {
      const [needed] = classesInBody(body);
      const others = dataClasses.filter((name) => name !== needed);
      const under = (classes: typeof others) =>
        admit(frame({ body }), [{ ...grant, classMask: maskOf(classes) }], at(1_000_000));
      expect(under(others)).toEqual([]);
      expect(under(needed ? [needed] : [])).toHaveLength(1);
    },
  );

  it('a copy of an admitted frame is not admitted', () => {
    const [admitted] = admit(frame(), [grant], at(1_000_000));
    expect(() => assertAdmitted(admitted!)).not.toThrow();
    expect(() => assertAdmitted(Object.assign({}, admitted))).toThrow(/not admitted/);
  });

  it('rows read back are held against the grant’s device and classes again', () => {
    expect(readmit(frame(), grant)?.viewId).toBe(grant.viewId);
    expect(readmit(frame({ deviceId: asId('device-2') }), grant)).toBeUndefined();
    expect(readmit(frame(), { ...grant, classMask: maskOf(['network']) })).toBeUndefined();
  });
});
