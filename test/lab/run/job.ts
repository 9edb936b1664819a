import type { Pack } from '../../../gateway/domain/pack.ts';
import { engineOf } from '../engines/engines.ts';
import type { EngineId } from '../engines/engine.ts';
import type { DeviceOutcome } from '../play/decision.ts';
import { labFleet } from '../play/fleet-view.ts';
import { packsOf } from '../play/packs.ts';
import { playTrace, type PlayOptions } from '../play/play-trace.ts';
import type { TraceNote } from '../report/report.ts';
import type { RunOrder } from '../scenario/order.ts';
import type { LabDevice, LabTrace } from '../trace/lab-trace.ts';
import { openTrace } from '../trace/trace-file.ts';
import { traceOf } from '../trace/trace-of.ts';
import { shownSymptoms } from './collect.ts';
import { recordRun } from './record.ts';

/** One trace to be played; plain data, so that any process can do it. */
export interface Job {
  readonly source:
    | { readonly kind: 'file'; readonly file: string; readonly name: string }
    | { readonly kind: 'run'; readonly run: RunOrder };
  readonly engines: readonly EngineId[];
  /** undefined: the shipped ones. */
  readonly packs: string | undefined;
  /** Plays it a second time without telemetry. */
  readonly alsoTold: boolean;
  /** Only tells which symptoms showed. */
  readonly collect?: boolean;
}

export type JobResult =
  | {
      readonly devices: readonly DeviceOutcome[];
      readonly told: readonly DeviceOutcome[];
      readonly note: TraceNote;
      /** With `collect`. */
      readonly shown: readonly string[];
    }
  | { readonly refused: string };

/** Reads or simulates one trace and plays it through every engine. Deterministic: the same job, the same result. */
export function doJob(job: Job): JobResult {
  const packs = packsOf(job.packs);
  const opened = open(job, packs);
  if ('refused' in opened) return opened;
  const note = (): TraceNote => ({ trace: opened.name, counts: opened.notes.counts() });
  if (job.collect) return { devices: [], told: [], note: note(), shown: shownSymptoms(opened, packs) };
  const engines = job.engines.map(engineOf);
  const run = job.source.kind === 'run' ? job.source.run : undefined;
  const options: PlayOptions = {
    packs,
    engines,
    ...(run ? { granted: run.granted } : {}),
    fleet: (trace) => labFleet(trace, { packs, counted: run?.counted ?? 1 }),
  };
  const devices = playTrace(opened, options);
  const isAsked = job.alsoTold && opened.header.devices.some(isSingle);
  const told = isAsked ? playTrace(opened, { packs, engines: engines.slice(0, 1), told: true }) : [];
  return { devices, told, note: note(), shown: [] };
}

/** One fault, and somebody who answers: what the figure without telemetry is of. */
function isSingle({ answers, truth, device }: LabDevice): boolean {
  return answers !== null && truth?.length === 1 && device === '';
}

function open({ source }: Job, packs: ReadonlyMap<string, Pack>): LabTrace | { readonly refused: string } {
  if (source.kind === 'file') return openTrace(source, (model) => packs.has(model));
  const recorded = recordRun(source.run);
  return traceOf({ name: source.run.name, ...recorded });
}
