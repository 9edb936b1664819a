import type { Evidence } from '../../../gateway/domain/localisation/evidence.ts';
import type { Pack } from '../../../gateway/domain/pack.ts';
import { localiserEngine, programOf } from '../engines/localiser-engine.ts';
import type { Engine, EngineRun } from '../engines/engine.ts';
import { answerOf } from '../play/answer-step.ts';
import { playTrace } from '../play/play-trace.ts';
import type { LabTrace } from '../trace/lab-trace.ts';

/**
 * Symptoms that were true at any time of a run of one device, and those that all its answers and test results show when everything is
 * asked at its end.
 */
export function shownSymptoms(trace: LabTrace, packs: ReadonlyMap<string, Pack>): readonly string[] {
  const [device] = trace.header.devices;
  const pack = device && packs.get(device.model);
  if (!pack) return [];
  const { knowledge, causes } = programOf(pack);
  const shown = new Set<string>();
  let opened: EngineRun | undefined;
  const look = (run: EngineRun) => {
    for (const id of causes.symptomIds) if (run.evidenceOf(id) === true) shown.add(id);
  };
  const ours = localiserEngine('ours');
  const collector: Engine = {
    id: 'ours',
    open(options) {
      const run = ours.open(options);
      opened = run;
      return {
        ...delegate(run),
        get nextDueAt() {
          return run.nextDueAt;
        },
        observe(evidence: Evidence) {
          const changed = run.observe(evidence);
          if (changed) look(run);
          return changed;
        },
        advance(now: number) {
          const changed = run.advance(now);
          if (changed) look(run);
          return changed;
        },
      };
    },
  };
  const unasked = { ...trace, header: { ...trace.header, devices: [{ ...device, answers: null }] } };
  playTrace(unasked, { packs, engines: [collector] });
  const { answers } = device;
  if (!answers || !opened) return [...shown].sort();
  const at = trace.header.start + Math.round((trace.header.call ?? 0) * 1000) + 1_000;
  const steps = [
    ...knowledge.tests.map(({ id }) => ({ kind: 'test', id }) as const),
    ...knowledge.questions.map(({ id }) => ({ kind: 'question', id }) as const),
  ];
  for (const { kind, id } of steps) {
    const step = { kind, id, gain: 0, cures: 0, worth: 0 };
    for (const evidence of answerOf(step, at, { answers, knowledge, notes: trace.notes, withoutDevice: false }))
      opened.observe(evidence);
  }
  opened.advance(at);
  look(opened);
  return [...shown].sort();
}

function delegate(run: EngineRun): Pick<EngineRun, 'setMode' | 'skip' | 'verdict' | 'phaseOf' | 'evidenceOf'> {
  return {
    setMode: (mode) => run.setMode(mode),
    skip: (kind, id) => run.skip(kind, id),
    verdict: (now) => run.verdict(now),
    phaseOf: (id) => run.phaseOf(id),
    evidenceOf: (id) => run.evidenceOf(id),
  };
}
