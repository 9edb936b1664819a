import type { LoadGenerator } from './load/load-generator.ts';
import { pairedRatio } from './statistics.ts';

/** What the issue asks for: the measure in words, and how much. */
export interface Goal {
  /** For `--only`. */
  readonly row: string;
  readonly measure: string;
  readonly sign: '>=' | '<=';
  readonly than: number;
  readonly unit?: string;
}

/**
 * As `--json` writes it. `value`, `low`, `high`: null where there is none; `pass`: whether `value` reaches the goal, null without
 * one. Where the goal lies between `low` and `high` that is undecided.
 */
export interface Measured {
  readonly measure: string;
  readonly value: number | null;
  readonly goal: string;
  readonly pass: boolean | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly runs: number;
  /** What the figure rests on, or why there is none. */
  readonly note?: string;
}

/** A figure beside the rows: medians of one server. */
export interface Figure {
  readonly name: string;
  readonly text: string;
}

export interface BenchOptions {
  readonly rounds: number;
  readonly quick: boolean;
  /** How long the soak takes. */
  readonly minutes: number;
}

/** What every part of the bench has. */
export interface Bench extends BenchOptions {
  readonly generator: LoadGenerator;
  /** On stderr: what is going on. */
  tell(line: string): void;
  /** Under the table. */
  figure(figure: Figure): void;
}

/** Rows that are measured together, interleaved. */
export interface Part {
  readonly goals: readonly Goal[];
  /** Only when it is named by `--only`. */
  readonly onRequest?: boolean;
  /** `wanted`: the rows that are asked for. Answers one for each of those. */
  run(bench: Bench, wanted: ReadonlySet<string>): Promise<readonly Measured[]>;
}

/** A row by the pairs of its rounds. */
export function ratioRow(
  goal: Goal,
  pairs: readonly { readonly ours: number; readonly theirs: number }[],
  note?: string,
): Measured {
  const ratio = pairedRatio(pairs);
  if (!ratio) return missing(goal, note ?? 'a round has no figure');
  return { ...measured(goal, ratio.value, ratio.runs, note), low: ratio.low, high: ratio.high };
}

/** In words, for the table. With a question mark: the goal lies within the interval, and another run may say otherwise. */
export function verdictOf(row: Measured, goal: Goal): string {
  const { value, pass, low, high } = row;
  if (value === null || pass === null) return 'NOT MEASURED';
  // A goal of two halves may be missed by the other one, whatever this interval is.
  const isDoubtful =
    low !== null && high !== null && low <= goal.than && goal.than <= high && pass === meets(goal, value);
  if (pass) return isDoubtful ? 'reached?' : 'reached';
  return isDoubtful ? 'falls short?' : 'FALLS SHORT';
}

function meets({ sign, than }: Goal, value: number): boolean {
  return sign === '>=' ? value >= than : value <= than;
}

export function measured(goal: Goal, value: number, runs: number, note?: string): Measured {
  const pass = meets(goal, value);
  const row = { measure: goal.measure, value, goal: goalText(goal), pass, low: null, high: null, runs };
  return note === undefined ? row : { ...row, note };
}

export function missing(goal: Goal, note: string): Measured {
  const none = { value: null, pass: null, low: null, high: null, runs: 0 };
  return { measure: goal.measure, goal: goalText(goal), ...none, note };
}

function goalText({ sign, than, unit }: Goal): string {
  return `${sign} ${than}${unit === undefined ? '' : ` ${unit}`}`;
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
