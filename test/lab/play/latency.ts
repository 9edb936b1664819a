import type { Pack } from '../../../gateway/domain/pack.ts';
import type { Truth } from '../trace/lab-trace.ts';
import type { Latency } from './decision.ts';
import type { MonitoringLog } from './monitoring-log.ts';

/** How soon the first true fault was seen in monitoring, and named; null: nothing of it was confirmed. */
export function latencyOf(options: {
  readonly log: MonitoringLog;
  readonly truth: readonly Truth[];
  readonly pack: Pack;
  readonly startedAt: number;
}): Latency | null {
  const { log, truth, pack, startedAt } = options;
  const [fault] = truth;
  if (!fault || truth.length !== 1) return null;
  const onset = startedAt + fault.onset * 1000;
  const [first] = log.timings.filter(({ confirmedAt }) => confirmedAt >= onset);
  if (!first) return null;
  const rule = pack.knowledge?.symptoms.find(({ id }) => id === first.symptom);
  const detectionS = Math.max(0, first.tookMs - (rule?.holdMs ?? 0)) / 1000;
  const named = log.headlines.find(({ t, headline }) => t >= fault.onset && headline?.includes(fault.id) === true);
  const sinceOnsetS = (first.confirmedAt - onset) / 1000;
  if (!named) return { detectionS, symptom: first.symptom, sinceOnsetS, isolationS: null };
  const namedAt = startedAt + named.t * 1000;
  const last = log.flips.filter((at) => at <= namedAt).at(-1);
  return {
    detectionS,
    symptom: first.symptom,
    sinceOnsetS,
    isolationS: last === undefined ? null : (namedAt - last) / 1000,
  };
}
