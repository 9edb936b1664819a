import type { Pack } from '../../../gateway/domain/pack.ts';
import type { Truth } from '../trace/lab-trace.ts';
import { canonical } from '../score/judge.ts';
import type { EngineOutcome, HeadlineChange } from './decision.ts';
import type { MonitoringLog } from './monitoring-log.ts';

/** How soon the one true fault was seen in monitoring, and named. `endS`: of monitoring, seconds. */
export function latencyOf(options: {
  readonly log: MonitoringLog;
  readonly truth: readonly Truth[];
  readonly pack: Pack;
  readonly model: string;
  readonly startedAt: number;
  readonly endS: number;
}): EngineOutcome['latency'] {
  const { log, truth, pack, model, startedAt, endS } = options;
  const [fault] = truth;
  if (!fault || truth.length !== 1 || fault.onset > endS || !log.isTiming) return null;
  const onset = startedAt + fault.onset * 1000;
  const [first] = log.timings.filter(({ confirmedAt }) => confirmedAt >= onset);
  if (!first) return 'unseen';
  const rule = pack.knowledge?.symptoms.find(({ id }) => id === first.symptom);
  const detectionS = Math.max(0, first.tookMs - (rule?.holdMs ?? 0)) / 1000;
  const cause = canonical(fault.id, model);
  const isNamed = (headline: HeadlineChange['headline']) =>
    headline?.some((id) => canonical(id, model) === cause) === true;
  const named = log.headlines.find(({ t, headline }) => t >= fault.onset && isNamed(headline));
  const sinceOnsetS = (first.confirmedAt - onset) / 1000;
  if (!named) return { detectionS, symptom: first.symptom, sinceOnsetS, isolationS: null };
  const namedAt = startedAt + named.t * 1000;
  const last = log.flips.filter((at) => at <= namedAt).at(-1);
  return {
    detectionS,
    symptom: first.symptom,
    sinceOnsetS,
    isolationS: last === undefined ? 0 : (namedAt - last) / 1000,
  };
}
