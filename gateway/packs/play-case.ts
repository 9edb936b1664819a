import { dataClasses } from '../domain/data-class.ts';
import { createLocaliser, type Localiser } from '../domain/localisation/localiser.ts';
import type { LocaliserProgram } from '../domain/localisation/localiser-program.ts';
import type { Verdict } from '../domain/localisation/verdict.ts';
import { expected, type PackCase } from './cases.ts';
import { evidenceOfCase } from './case-evidence.ts';

/** Where no case says how sure it has to be. */
const sureEnough = 0.5;
/** Any moment will do: nothing that a pack may ask is of the calendar. */
const startedAt = Date.UTC(2026, 0, 1);

export interface Played {
  readonly verdict: Verdict;
  /** What came out instead; null: what was expected. */
  readonly failure: string | null;
}

/** Plays a case as a View with everything granted would see it, or the agent who is only told. */
export function playCase(program: LocaliserProgram, one: PackCase): Played {
  const mode = one.mode ?? 'monitoring';
  // Where no device speaks nothing was granted: a telephone call, in which silence says nothing.
  const speaks = one.given.some(({ values, boot, silent, result }) => values ?? boot ?? silent ?? result);
  const granted = new Set(speaks ? dataClasses : []);
  const localiser = createLocaliser({ program, granted, mode, startedAt });
  // What is on top depends on what was: looked at whenever something is given, as somebody would who follows the case.
  const looks = [...new Set(one.given.map(({ at }) => at))].map((at) => startedAt + at * 1000);
  const evidence = evidenceOfCase(one, program.pack, startedAt);
  let next = 0;
  for (const look of [...looks.sort((a, b) => a - b), startedAt + one.until * 1000]) {
    for (; next < evidence.length; next++) {
      const item = evidence[next];
      if (!item || item.at > look) break;
      runUntil(localiser, item.at);
      localiser.observe(item);
    }
    runUntil(localiser, look);
    localiser.verdict(look);
  }
  const verdict = localiser.verdict(startedAt + one.until * 1000);
  return { verdict, failure: failureOf(one, verdict) };
}

/** Lets holds, gaps and delays run out, each at its own time. */
function runUntil(localiser: Localiser, at: number): void {
  for (let due = localiser.nextDueAt; due !== null && due < at; ) {
    localiser.advance(due);
    const after: number | null = localiser.nextDueAt;
    if (after !== null && after <= due) break;
    due = after;
  }
  localiser.advance(at);
}

function failureOf(one: PackCase, verdict: Verdict): string | null {
  const { expect } = one;
  const wanted = expected(one);
  const [top] = verdict.hypotheses;
  const lacks: string[] = [];
  if (wanted.length > 0) {
    const least = expect.at_least ?? sureEnough;
    const isTop = top !== undefined && same(top.faults, wanted);
    const p = wanted.length === 1 ? (verdict.byFault.get(wanted[0] ?? '') ?? 0) : (top?.p ?? 0);
    if (!isTop || p < least) lacks.push(`${wanted.join(' and ')} with ${percent(least)} or more`);
  }
  const likeliest = Math.max(verdict.none, ...verdict.hypotheses.map(({ p }) => p));
  if (expect.nothing && verdict.headline !== null) lacks.push('nothing to be named');
  if (expect.unmodelled && verdict.unmodelled < likeliest) lacks.push('something that nobody described');
  if (expect.abstains && !verdict.abstained) lacks.push('no cause to be named, although something is wrong');
  const first = verdict.next[0]?.id;
  if (expect.next !== undefined && first !== expect.next) lacks.push(`${expect.next} next, not ${first ?? 'nothing'}`);
  if (lacks.length === 0) return null;
  return `the case "${one.title}" expects ${lacks.join(', and ')}: it gives ${summary(verdict)}.`;
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

/** `V06 41 %, V07 38 %, none 12 %, unmodelled 9 %` */
export function summary({ hypotheses, none, unmodelled }: Verdict): string {
  const rows = hypotheses.slice(0, 3).map(({ faults, p }) => `${faults.join('+')} ${percent(p)}`);
  return [...rows, `none ${percent(none)}`, `unmodelled ${percent(unmodelled)}`].join(', ');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
