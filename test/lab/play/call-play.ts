import { dataClasses } from '../../../gateway/domain/data-class.ts';
import type { Evidence } from '../../../gateway/domain/localisation/evidence.ts';
import type { StepCost } from '../../../gateway/domain/localisation/knowledge.ts';
import type { NextStep, Verdict } from '../../../gateway/domain/localisation/verdict.ts';
import type { Pack } from '../../../gateway/domain/pack.ts';
import type { Answers } from '../trace/lab-trace.ts';
import type { Notes } from '../trace/notes.ts';
import { answerOf } from './answer-step.ts';
import { type Decision, decisionOf } from './decision.ts';
import { duesOf } from './dues.ts';
import type { EngineRun } from '../engines/engine.ts';

/** An agent who follows the advice gives up after so many steps. */
export const mostSteps = 12;
const scopeSeconds = 60;

export interface PlayedCall {
  readonly decisions: readonly Decision[];
  readonly last: Verdict;
  readonly stop: string | null;
  readonly costS: number;
}

/**
 * The call: the agent does what is recommended first, is told what would be found, and asks again, until the engine stops. Time moves
 * on by what a step costs, but never beyond the end of the trace: nothing is known of what came after.
 */
export function playCall(options: {
  readonly run: EngineRun;
  readonly pack: Pack;
  readonly notes: Notes;
  readonly place: { readonly scenario: string; readonly device: string };
  readonly answers: Answers;
  readonly startedAt: number;
  readonly callS: number;
  readonly endS: number;
  readonly later: readonly { readonly at: number; readonly evidence: readonly Evidence[] }[];
  readonly told: boolean;
}): PlayedCall {
  const { run, pack, place, startedAt, endS, later } = options;
  const { knowledge } = pack;
  const decisions: Decision[] = [];
  const tried = new Set<string>();
  let nowS = options.callS;
  let costS = 0;
  let arrived = 0;
  const epoch = () => startedAt + Math.round(nowS * 1000);
  const moveTo = (seconds: number) => {
    nowS = Math.min(Math.max(endS, options.callS), seconds);
    for (let next = later[arrived]; next && next.at <= epoch(); next = later[arrived]) {
      for (const due of duesOf(run, next.at)) run.advance(due);
      for (const item of next.evidence) run.observe(item);
      arrived += 1;
    }
    for (const due of duesOf(run, epoch())) run.advance(due);
    run.advance(epoch());
  };
  const decide = (step: number, asked?: string): Verdict => {
    const verdict = run.verdict(epoch());
    decisions.push(decisionOf({ ...place, t: nowS, phase: 'call', step, asked }, verdict));
    return verdict;
  };
  run.setMode('call');
  // Who sees nothing of the device has been told no to each of it.
  if (options.told) for (const name of dataClasses) run.skip('scope', name);
  let verdict = decide(0);
  for (let step = 1; step <= mostSteps && verdict.stop === null; step += 1) {
    const next = knowledge && verdict.next.find((offered) => !tried.has(keyOf(offered)));
    if (!next) return { decisions, last: verdict, stop: 'nothing_left', costS };
    tried.add(keyOf(next));
    const seconds = secondsOf(next, pack);
    costS += seconds;
    moveTo(nowS + seconds);
    const found = answerOf(next, epoch(), { ...options, knowledge, withoutDevice: options.told });
    if (found.length === 0) run.skip(next.kind, next.id);
    for (const evidence of found) run.observe(evidence);
    run.advance(epoch());
    verdict = decide(step, keyOf(next));
  }
  return { decisions, last: verdict, stop: verdict.stop?.because ?? null, costS };
}

function keyOf({ kind, id }: NextStep): string {
  return `${kind}:${id}`;
}

function secondsOf({ kind, id }: NextStep, { knowledge }: Pack): number {
  if (!knowledge || kind === 'scope') return scopeSeconds;
  const steps: readonly { readonly id: string; readonly cost: StepCost }[] =
    kind === 'test' ? knowledge.tests : kind === 'question' ? knowledge.questions : knowledge.actions;
  return steps.find((step) => step.id === id)?.cost.seconds ?? scopeSeconds;
}
