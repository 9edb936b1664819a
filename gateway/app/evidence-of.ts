import type { AdmittedFrame } from '../domain/consent/admit.ts';
import type { Sample } from '../domain/frames.ts';
import type { Evidence, Sensed } from '../domain/localisation/evidence.ts';
import type { FieldValue } from '../domain/localisation/knowledge.ts';
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
  const heard: Sensed = { kind: 'heard', at: receivedAt };
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
): Sensed[] {
  const evidence: Sensed[] = [{ kind: 'heard', at: frame.receivedAt }];
  for (const sample of samples) {
    const known = sampleOf(sample, pack.metrics.get(sample.name), timeOf(frame, sample.at));
    if (known) evidence.push(known);
  }
  return evidence;
}

/** The same of live data, and of the metrics that somebody reads alone. */
export function sensedOf(
  at: number,
  samples: readonly Sample[],
  reads: ReadonlyMap<string, PackMetric | undefined>,
): Sensed[] {
  const evidence: Sensed[] = [{ kind: 'heard', at }];
  for (const sample of samples) {
    const metric = reads.get(sample.name);
    if (metric === undefined && !reads.has(sample.name)) continue;
    const known = sampleOf(sample, metric, at);
    if (known) evidence.push(known);
  }
  return evidence;
}

/** null: it says nothing. */
function sampleOf({ name, value }: Sample, metric: PackMetric | undefined, at: number): Sensed | null {
  if (metric?.type === 'enum' && typeof value === 'number') {
    const word = metric.values.get(value)?.word;
    // A number that stands for no word, or NaN: what was known of it is known no more.
    return { kind: 'sample', at, metric: name, value: word ?? Number.NaN };
  }
  // NaN says "not measurable": it ends what was known. An infinite value says nothing.
  if (value === Infinity || value === -Infinity) return null;
  return { kind: 'sample', at, metric: name, value };
}
