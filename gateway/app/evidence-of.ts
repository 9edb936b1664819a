import type { AdmittedFrame } from '../domain/consent/admit.ts';
import type { DataClass } from '../domain/data-class.ts';
import type { Sample } from '../domain/frames.ts';
import type { Evidence, Readings } from '../domain/localisation/evidence.ts';
import type { FieldValue } from '../domain/localisation/knowledge.ts';
import type { LocaliserProgram } from '../domain/localisation/localiser-program.ts';
import type { Pack, PackMetric } from '../domain/pack.ts';

/** What a device buffered longer ago than this is as old as this: its clock is evidence, never authority. */
const oldestMs = 7 * 86_400_000;

/**
 * What an admitted frame says, as evidence in the datasheet's words: of live data at the time of receipt, of what the device buffered
 * at its own time stamp. `testOf`: which operation an output belongs to; without, outputs say nothing.
 */
export function evidenceOf(
  frame: Pick<AdmittedFrame, 'kind' | 'receivedAt' | 'body'>,
  pack: Pack,
  testOf: (executionId: string) => string | undefined = () => undefined,
): Evidence[] {
  const { body, kind, receivedAt } = frame;
  const heard: Evidence = { kind: 'heard', at: receivedAt };
  switch (body.lane) {
    case 'telemetry':
    case 'firmware':
      return samplesOf(frame, body.samples, pack);
    case 'error': {
      const changes = body.errors.map(({ code, raised, detail, at }): Evidence => {
        return { kind: 'code', at: timeOf({ kind, receivedAt }, at), code, raised, detail, told: false };
      });
      if (!body.complete) return [heard, ...changes];
      const active = body.errors.filter(({ raised }) => raised).map(({ code }) => code);
      return [heard, { kind: 'codes', at: receivedAt, active }, ...changes.filter((_, at) => body.errors[at]?.raised)];
    }
    case 'output': {
      const test = testOf(body.executionId);
      if (test === undefined) return [heard];
      const fields = Object.fromEntries(body.fields.map(({ name, value }): [string, FieldValue] => [name, value]));
      return [heard, { kind: 'result', at: receivedAt, test, fields }];
    }
    case 'log':
      return [heard];
  }
}

function timeOf({ kind, receivedAt }: Pick<AdmittedFrame, 'kind' | 'receivedAt'>, at: number): number {
  return kind === 'live' ? receivedAt : Math.max(receivedAt - oldestMs, Math.min(receivedAt, at));
}

/** Of a body of samples: that the device was heard, and what it says. */
function samplesOf(
  frame: Pick<AdmittedFrame, 'kind' | 'receivedAt'>,
  samples: readonly Sample[],
  pack: Pack,
): Evidence[] {
  const evidence: Evidence[] = [{ kind: 'heard', at: frame.receivedAt }];
  for (const sample of samples) {
    const value = valueOf(sample.value, pack.metrics.get(sample.name));
    if (value !== undefined)
      evidence.push({ kind: 'sample', at: timeOf(frame, sample.at), metric: sample.name, value });
  }
  return evidence;
}

// Empty but during a call: one serves all Views.
const readings = { at: 0, metrics: [] as number[], values: [] as (number | string)[] };

/** What live data says of the metrics that somebody reads, of these classes alone; until the next is asked for. */
export function readingsOf(
  at: number,
  samples: readonly Sample[],
  { reads, granted }: Pick<LocaliserProgram, 'reads'> & { readonly granted: ReadonlySet<DataClass> },
): Readings {
  const { metrics, values } = readings;
  readings.at = at;
  metrics.length = values.length = 0;
  let dataClass: DataClass | undefined;
  let may = false;
  for (const sample of samples) {
    if (sample.dataClass !== dataClass) may = granted.has((dataClass = sample.dataClass));
    const read = may ? reads.get(sample.name) : undefined;
    if (read === undefined) continue;
    const value = valueOf(sample.value, read.metric);
    if (value === undefined) continue;
    metrics.push(read.index);
    values.push(value);
  }
  return readings;
}

/** The device's word on why it started. */
export const bootReason = 'device.boot.reason';

/** Undefined: it says nothing. */
export function valueOf(value: number | string, metric: PackMetric | undefined): number | string | undefined {
  // A number that stands for no word, or NaN: what was known of it is known no more.
  if (metric?.type === 'enum' && typeof value === 'number') return metric.values.get(value)?.word ?? Number.NaN;
  // NaN says "not measurable": it ends what was known. An infinite value says nothing.
  return value === Infinity || value === -Infinity ? undefined : value;
}
