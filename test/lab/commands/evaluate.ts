import { availableParallelism } from 'node:os';
import type { EngineId } from '../engines/engine.ts';
import { packsOf } from '../play/packs.ts';
import { inOrder, type Report, reportOf, type TraceNote } from '../report/report.ts';
import type { DeviceOutcome } from '../play/decision.ts';
import type { Job } from '../run/job.ts';
import { doJobs } from '../run/pool.ts';
import { progressBar } from '../run/progress.ts';

export interface Evaluated {
  readonly report: Report;
  readonly devices: readonly DeviceOutcome[];
}

export const usualWorkers = Math.min(2, availableParallelism());

/** Exits whose trouble is the device's own. */
const ownExits: ReadonlySet<string> = new Set(['repair', 'replacement', 'return']);

/** Plays all jobs and makes the report of them. */
export async function evaluate(options: {
  readonly title: string;
  readonly seed: string;
  readonly sources: readonly Job['source'][];
  readonly engines: readonly EngineId[];
  readonly packs: string | undefined;
  readonly workers: number;
  readonly alsoTold: boolean;
}): Promise<Evaluated> {
  const { sources, engines, packs, alsoTold } = options;
  const bar = progressBar(sources.length);
  const jobs = sources.map((source): Job => ({ source, engines, packs, alsoTold }));
  const results = await doJobs(jobs, { workers: options.workers, onProgress: bar.show });
  bar.end();
  const devices: DeviceOutcome[] = [];
  const told: DeviceOutcome[] = [];
  const notes: TraceNote[] = [];
  const refused: string[] = [];
  for (const result of results) {
    if ('refused' in result) {
      refused.push(result.refused);
      continue;
    }
    devices.push(...result.devices);
    told.push(...result.told);
    notes.push(result.note);
  }
  const ordered = inOrder(devices);
  const own = ownFaults(packs);
  const scoring = {
    devices: ordered,
    told: inOrder(told),
    blamesDevice: (model: string, fault: string) => own.has(`${model} ${fault}`),
    seed: options.seed,
  };
  return { report: reportOf({ title: options.title, scoring, engines, notes, refused }), devices: ordered };
}

function ownFaults(packs: string | undefined): ReadonlySet<string> {
  const own = new Set<string>();
  for (const [model, { knowledge }] of packsOf(packs)) {
    for (const { id, exit, shared } of knowledge?.faults ?? []) {
      if (ownExits.has(exit) && !shared) own.add(`${model} ${id}`);
    }
  }
  return own;
}
