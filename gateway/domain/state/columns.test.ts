import { describe, expect, it } from 'vitest';
import { admit, type AdmittedFrame } from '../consent/admit.ts';
import { maskOf } from '../data-class.ts';
import type { DataFrame, FrameBody, FrameKind } from '../frames.ts';
import { asId, type BootId, type DeviceId, type GrantId, type ViewId } from '../ids.ts';
import { SampleColumns, SampleLayout } from '../sample-columns.ts';
import { historySpanMs } from './history.ts';
import { ViewState } from './view-state.ts';

const metrics = Array.from({ length: 7 }, (_, index) => ({
  name: `m${index}`,
  dataClass: index % 3 === 0 ? ('network' as const) : ('telemetry' as const),
}));
const layouts = Array.from(
  { length: 12 },
  (_, index) =>
    new SampleLayout(index === 0 ? metrics : metrics.filter((_metric, at) => ((index * 37 + 5) >> at) % 2 === 1)),
).filter(({ names }) => names.length > 0);

/** Mulberry32: the same frames in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function admitted(body: FrameBody, of: Pick<DataFrame, 'bootId' | 'seq' | 'kind' | 'receivedAt'>, mask: number) {
  const deviceId = asId<DeviceId>('d');
  const grant = {
    grantId: asId<GrantId>('g'),
    viewId: asId<ViewId>('v'),
    caseId: asId<never>('c'),
    viewerId: asId<never>('p'),
    deviceId,
    active: true,
    classMask: mask,
    operationClasses: [],
    backlog: true,
    startEpoch: 1,
    endEpoch: null,
    monotonicStart: 0,
    expiresAt: 1e15,
    monotonicDeadline: 1e15,
  };
  const frame: DataFrame = { deviceId, source: 'telemetry', epoch: 1, body, ...of };
  return admit(frame, [grant], { now: 1, monotonicMs: 1 })[0];
}

const everything = (state: ViewState, now: number) => ({
  values: [...state.values],
  history: [...state.seriesSince(now - historySpanMs)],
  lately: [...state.seriesSince(now - 5_000)],
});

describe('a message in columns', () => {
  it.each([
    ['at a slow pace', 1, 20_000, maskOf(['telemetry', 'network'])],
    ['at a fast pace', 2, 40, maskOf(['telemetry', 'network'])],
    ['of which only a part is granted', 3, 3_000, maskOf(['network'])],
  ])('changes a View as its samples would, one by one: %s', (_pace, seed, stepMs, mask) => {
    const random = seeded(seed);
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
    const [whole, single] = [new ViewState(asId('v')), new ViewState(asId('v'))];
    let now = 1_800_000_000_000;
    let connectedMs = 0;
    let boot = 1;
    let seq = 0;
    let compared = 0;
    for (let step = 0; step < 2_000; step += 1) {
      now += Math.floor(random() * stepMs);
      if (random() < 0.01) connectedMs = now;
      if (random() < 0.005) [boot, seq] = [boot + 1, 0];
      seq += 1;
      const layout = random() < 0.7 ? (layouts[0] as SampleLayout) : pick(layouts);
      const values = layout.names.map(() => (random() < 0.01 ? Number.NaN : Math.round(random() * 1e4) / 100));
      const times = random() < 0.2 ? values.map(() => now - Math.floor(random() * 500)) : undefined;
      const kind: FrameKind = random() < 0.9 ? 'live' : pick<FrameKind>(['historical', 'backlog']);
      const body = new SampleColumns(layout, values, times?.[0] ?? now - 5, times);
      const said = {
        bootId: asId<BootId>(`b${random() < 0.95 ? boot : boot - 1}`),
        seq: random() < 0.9 ? seq : Math.max(1, seq - 3),
        kind,
        receivedAt: now,
      };
      const apply = (state: ViewState, frame: AdmittedFrame | undefined) =>
        frame && state.apply(frame, now, connectedMs);
      const oneByOne: FrameBody = { lane: 'telemetry', samples: body.samples };
      const change = apply(whole, admitted(body, said, mask));
      // As text: two thousand deep comparisons would take seconds.
      expect(JSON.stringify(change)).toBe(JSON.stringify(apply(single, admitted(oneByOne, said, mask))));
      if (step % 250 !== 249) continue;
      expect(everything(whole, now)).toEqual(everything(single, now));
      compared += whole.values.size;
    }
    expect(compared).toBeGreaterThan(10);
  });
});
