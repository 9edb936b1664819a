import type { Delta, ErrorRecord, MetricValue, SessionFrame, Snapshot } from './live-model.ts';

/** Frames for tests: stream s1, tick 1, sent at 1 000 000, unless said otherwise. */

interface Head {
  readonly streamId?: string;
  readonly tick?: number;
  readonly sentAt?: number;
}
const head = ({ streamId = 's1', tick = 1, sentAt = 1_000_000 }: Head) => ({ streamId, tick, sentAt });

export function metric(changes: Partial<MetricValue>): MetricValue {
  return {
    name: 'battery.level',
    value: 80,
    receivedAt: 1_000_000,
    ageMs: 0,
    freshForMs: 25_000,
    source: 'telemetry',
    quality: 'live',
    dataClass: 'status',
    onChange: false,
    min: undefined,
    max: undefined,
    ...changes,
  };
}

export function record(changes: Partial<ErrorRecord>): ErrorRecord {
  return {
    channel: 'main',
    code: '1',
    testFailed: true,
    pending: false,
    confirmed: true,
    testNotCompleted: false,
    occurrences: 1,
    firstAt: 1_000_000,
    lastAt: 1_000_000,
    clearedAt: 0,
    detail: '',
    firstFrames: [],
    lastFrames: [],
    ...changes,
  };
}

export function snapshot(changes: Partial<Snapshot>, at: Head = {}): SessionFrame {
  return {
    ...head(at),
    kind: 'snapshot',
    snapshot: {
      viewId: 'v1',
      model: 'rv-s1',
      classes: ['status', 'errors', 'firmware'],
      expiresInMs: 1_800_000,
      connection: { online: true, presenceUnknown: false, since: 900_000, heardAt: 1_000_000, heardAgoMs: 0 },
      metrics: [],
      errors: [],
      errorsKnown: false,
      firmware: undefined,
      history: [],
      limits: [],
      localisation: undefined,
      ...changes,
    },
  };
}

export function delta(changes: Partial<Delta>, at: Head): SessionFrame {
  return {
    ...head(at),
    kind: 'delta',
    delta: {
      expiresInMs: 1_800_000,
      connection: undefined,
      metrics: [],
      errors: [],
      errorsKnown: false,
      firmware: undefined,
      localisation: undefined,
      ...changes,
    },
  };
}

export function beat(changes: { readonly heardAt?: number; readonly heardAgoMs?: number }, at: Head): SessionFrame {
  return { ...head(at), kind: 'beat', expiresInMs: 1_800_000, heardAt: 1_000_000, heardAgoMs: 0, ...changes };
}
