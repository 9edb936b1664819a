import type { ClassMask } from '../../../gateway/domain/data-class.ts';
import type { Evidence } from '../../../gateway/domain/localisation/evidence.ts';
import type { Pack } from '../../../gateway/domain/pack.ts';
import type { Answers, LabDevice, LabHeader, LabRow } from '../trace/lab-trace.ts';
import { canonical } from '../score/judge.ts';
import type { Notes } from '../trace/notes.ts';
import { playCall } from './call-play.ts';
import { duesOf } from './dues.ts';
import { type Decision, decisionOf, type DeviceOutcome, type EngineOutcome } from './decision.ts';
import type { Engine, EngineRun } from '../engines/engine.ts';
import { EvidenceSource } from './evidence-source.ts';
import { HeardTime } from './heard-time.ts';
import { latencyOf } from './latency.ts';
import { MonitoringLog } from './monitoring-log.ts';

export interface DevicePlayOptions {
  readonly trace: string;
  readonly header: LabHeader;
  readonly device: LabDevice;
  readonly pack: Pack;
  readonly engines: readonly Engine[];
  readonly granted: ClassMask;
  /** No telemetry: only what the owner says, and codes that somebody reads out. */
  readonly told: boolean;
  readonly notes: Notes;
}

/** One device: everything that arrives goes to every engine, in order of arrival. */
export class DevicePlay {
  readonly device: LabDevice;
  readonly #options: DevicePlayOptions;
  readonly #source: EvidenceSource;
  readonly #runs: readonly { readonly engine: Engine; readonly run: EngineRun; readonly log: MonitoringLog }[];
  /** What arrives after the call has begun, epoch ms. */
  readonly #later: { readonly at: number; readonly evidence: readonly Evidence[] }[] = [];
  readonly #heard = new HeardTime();
  #now = 0;

  constructor(options: DevicePlayOptions) {
    this.#options = options;
    this.device = options.device;
    const { pack, granted, header, notes, told } = options;
    const startedAt = header.start;
    this.#source = new EvidenceSource({ pack, granted, startedAt, notes, told });
    const watched = told ? [] : watchedSymptoms(options);
    this.#runs = options.engines.map((engine) => {
      const run = engine.open({ pack, granted, mode: told ? 'call' : 'monitoring', startedAt });
      return {
        engine,
        run,
        log: new MonitoringLog({ run, pack, watched: engine.id === 'ours' ? watched : [], startedAt }),
      };
    });
  }

  /** The run that the fleet view looks at. */
  ours(): { readonly device: LabDevice; readonly run: EngineRun }[] {
    return this.#runs.filter(({ engine }) => engine.id === 'ours').map(({ run }) => ({ device: this.device, run }));
  }

  /** Seconds since the start, never backwards: a row that says it came earlier than the one before it came when that came. */
  feed(rows: readonly LabRow[], t: number): void {
    if (t < this.#now) this.#options.notes.add('time_backwards', rows.length);
    const now = Math.max(t, this.#now);
    const evidence = this.#source.of(rows, now);
    if (evidence.some(({ kind }) => kind === 'heard' || kind === 'boot')) {
      this.#heard.heard(Math.min(now, this.#options.header.call ?? now));
    }
    this.give(evidence, now);
  }

  /** Evidence that did not come from the device: the fleet view, the gateway's own heartbeat. */
  give(evidence: readonly Evidence[], nowS: number): void {
    const at = this.#epoch(nowS);
    const { call } = this.#options.header;
    if (call !== null && nowS > call) {
      this.#later.push({ at, evidence });
      this.#now = Math.max(this.#now, nowS);
      return;
    }
    this.advance(nowS);
    for (const { run, log } of this.#runs) {
      let changed = false;
      for (const item of evidence) changed = run.observe(item) || changed;
      log.look(at, { changed, evidence });
    }
  }

  /** Lets holds, gaps and delays run out until then. */
  advance(nowS: number): void {
    const { call } = this.#options.header;
    const until = this.#epoch(call === null ? nowS : Math.min(nowS, call));
    for (const { run, log } of this.#runs) {
      for (const due of duesOf(run, until)) log.look(due, { changed: run.advance(due), evidence: [] });
    }
    this.#now = Math.max(this.#now, nowS);
  }

  /** Decides, and makes the call. `endS`: of the trace; `lastRowS`: of the last of its rows that could be used. */
  finish({ endS, lastRowS }: { readonly endS: number; readonly lastRowS: number }): DeviceOutcome {
    const { header, device, trace, pack, notes, told } = this.#options;
    const callS = header.call ?? endS;
    this.advance(callS);
    const at = this.#epoch(callS);
    const place = { scenario: header.scenario, device: device.device };
    const engines = this.#runs.map(({ engine, run, log }): EngineOutcome => {
      run.advance(at);
      log.show(at);
      const watched = run.verdict(at);
      const monitoring: Decision = decisionOf({ ...place, t: callS, phase: 'monitoring', step: 0 }, watched);
      const call =
        device.answers && isCalled(header, device.answers)
          ? playCall({
              run,
              pack,
              notes,
              place,
              answers: device.answers,
              startedAt: header.start,
              callS,
              endS,
              later: this.#later,
              told,
            })
          : null;
      return {
        engine: engine.id,
        decisions: [monitoring, ...(call?.decisions ?? [])],
        headlines: log.headlines,
        latency: latencyOf({
          log,
          truth: device.truth ?? [],
          pack,
          model: device.model,
          startedAt: header.start,
          endS: callS,
        }),
        evidence: (call?.last ?? watched).hypotheses[0]?.evidence ?? [],
        stop: call?.stop ?? null,
        costS: call?.costS ?? 0,
      };
    });
    return {
      trace,
      scenario: header.scenario,
      group: header.group,
      device: device.device,
      model: device.model,
      truth: device.truth,
      watchedS: this.#heard.until(Math.min(callS, lastRowS)),
      hasTelemetry: !told,
      engines,
    };
  }

  #epoch(seconds: number): number {
    return this.#options.header.start + Math.round(seconds * 1000);
  }
}

/** Somebody calls when the trace says so, or when there is anybody who answers. */
function isCalled({ call }: LabHeader, { tests, owner, actions }: Answers): boolean {
  return call !== null || tests.size + owner.size + actions.size > 0;
}

function watchedSymptoms({ device, pack }: DevicePlayOptions): readonly string[] {
  const ids = new Set(device.truth?.map(({ id }) => canonical(id, device.model)));
  const faults = pack.knowledge?.faults.filter(({ id }) => ids.has(canonical(id, device.model))) ?? [];
  return [...new Set(faults.flatMap(({ symptoms }) => [...symptoms.keys()]))];
}
