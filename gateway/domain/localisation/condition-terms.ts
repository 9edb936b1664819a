import { ConditionProblem, didYouMean, some } from './condition-problem.ts';
import type { Slot, SlotValues } from './condition-reads.ts';
import { atLeast, counts } from './condition-reads.ts';
import type { Tri } from './evidence.ts';

/** A checked part of a condition as a function of slot values. undefined is unknown and passes through everything but && and ||. */
export type Term = NumberTerm | StringTerm | BoolTerm;

interface Place {
  readonly offset: number;
  /** Its value is this, whatever the evidence. */
  readonly literal?: number | string | boolean;
  /** It is this slot and nothing else. */
  readonly slot?: Slot;
}
export interface NumberTerm extends Place {
  readonly type: 'number';
  readonly run: (values: SlotValues) => number | undefined;
}
export interface StringTerm extends Place {
  readonly type: 'string';
  readonly run: (values: SlotValues) => string | undefined;
  /** All that it can be. */
  readonly words?: ReadonlySet<string>;
  /** What it is, for a sentence. */
  readonly called?: string;
}
export interface BoolTerm extends Place {
  readonly type: 'bool';
  readonly run: (values: SlotValues) => Tri;
}

export const typeWords = { number: 'a number', string: 'a word', bool: 'true or false' } as const;

export function literalTerm(literal: number | string | boolean, offset: number): Term {
  if (typeof literal === 'number') return { type: 'number', offset, literal, run: () => literal };
  if (typeof literal === 'string') return { type: 'string', offset, literal, run: () => literal };
  return { type: 'bool', offset, literal, run: () => literal };
}

export type SlotType =
  | { readonly type: 'number' }
  | { readonly type: 'bool' }
  | { readonly type: 'string'; readonly words?: ReadonlySet<string>; readonly called: string };

export function slotTerm(slot: Slot, is: SlotType, offset: number): Term {
  const { index } = slot;
  if (is.type === 'number' && counts(slot.read)) {
    const exact = (v: SlotValues) => ((v[index] as number) < 0 ? undefined : (v[index] as number | undefined));
    return { type: 'number', offset, slot, run: exact };
  }
  if (is.type === 'number') return { type: 'number', offset, slot, run: (v) => v[index] as number | undefined };
  if (is.type === 'bool') return { type: 'bool', offset, slot, run: (v) => v[index] as Tri };
  const run = (v: SlotValues) => v[index] as string | undefined;
  const { called, words } = is;
  return { type: 'string', offset, slot, run, called, ...(words === undefined ? {} : { words }) };
}

/** Kleene: `false && unknown` is false. */
export function and(a: BoolTerm, b: BoolTerm): BoolTerm {
  return joined(a, b, false);
}

/** Kleene: `true || unknown` is true. */
export function or(a: BoolTerm, b: BoolTerm): BoolTerm {
  return joined(a, b, true);
}

/** `decisive`: what either side decides alone; without it unknown stays unknown. */
function joined(a: BoolTerm, b: BoolTerm, decisive: boolean): BoolTerm {
  const [left, right] = [a.run, b.run];
  return {
    type: 'bool',
    offset: a.offset,
    run: (v) => {
      const x = left(v);
      if (x === decisive) return decisive;
      const y = right(v);
      return y === decisive ? decisive : x === undefined ? undefined : y;
    },
  };
}

export function not(a: BoolTerm): BoolTerm {
  const { run } = a;
  return {
    type: 'bool',
    offset: a.offset,
    run: (v) => {
      const x = run(v);
      return x === undefined ? undefined : !x;
    },
  };
}

export function choose(test: BoolTerm, yes: Term, no: Term): Term {
  if (yes.type !== no.type) {
    throw new ConditionProblem(
      `Both sides of ":" have to be the same: one is ${typeWords[yes.type]}, the other ${typeWords[no.type]}.`,
      no.offset,
    );
  }
  rough(yes);
  rough(no);
  const run = (v: SlotValues) => {
    const x = test.run(v);
    return x === undefined ? undefined : x ? yes.run(v) : no.run(v);
  };
  return { type: yes.type, offset: test.offset, run } as Term;
}

export type Arithmetic = '+' | '-' | '*' | '/';

export function arithmetic(op: Arithmetic, a: Term, b: Term): Term {
  for (const side of [a, b]) {
    if (side.type !== 'number') {
      throw new ConditionProblem(`"${op}" wants numbers, and this is ${typeWords[side.type]}.`, side.offset);
    }
  }
  const [left, right] = [a.run, b.run] as [NumberTerm['run'], NumberTerm['run']];
  const work = calculate[op];
  const run = (v: SlotValues) => {
    const x = left(v);
    const y = right(v);
    if (x === undefined || y === undefined) return undefined;
    const z = work(x, y);
    // A division by zero has no value: unknown, as a sensor without a reading is.
    return Number.isFinite(z) ? z : undefined;
  };
  const { offset } = a;
  if (a.literal !== undefined && b.literal !== undefined) {
    const literal = run({});
    if (literal === undefined) throw new ConditionProblem('This has no value.', offset);
    return literalTerm(literal, offset);
  }
  rough(a);
  rough(b);
  return { type: 'number', offset, run };
}

const calculate: Record<Arithmetic, (x: number, y: number) => number> = {
  '+': (x, y) => x + y,
  '-': (x, y) => x - y,
  '*': (x, y) => x * y,
  '/': (x, y) => x / y,
};

export function negative(a: Term, offset: number): Term {
  if (a.type !== 'number')
    throw new ConditionProblem(`"-" wants a number, and this is ${typeWords[a.type]}.`, a.offset);
  if (typeof a.literal === 'number') return literalTerm(-a.literal, offset);
  return arithmetic('-', literalTerm(0, offset), a);
}

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

export function compare(op: Comparison, a: Term, b: Term): BoolTerm {
  if (a.type !== b.type) {
    throw new ConditionProblem(
      `"${op}" compares ${typeWords[a.type]} with ${typeWords[b.type]}: they are never the same kind.`,
      b.offset,
    );
  }
  const { offset } = a;
  if (a.type === 'number' && b.type === 'number') {
    turnsAt(a, b);
    turnsAt(b, a);
    return { type: 'bool', offset, run: numeric(op, a, b) };
  }
  if (op !== '==' && op !== '!=') {
    throw new ConditionProblem(
      `"${op}" compares numbers, and this is ${typeWords[a.type]}: only == and != do.`,
      offset,
    );
  }
  checkWord(a, b);
  checkWord(b, a);
  const [left, right, same] = [a.run, b.run, op === '=='];
  return {
    type: 'bool',
    offset,
    run: (v) => {
      const x = left(v);
      const y = right(v);
      return x === undefined || y === undefined ? undefined : (x === y) === same;
    },
  };
}

/** Most conditions compare one slot with one number: that has a short way. */
function numeric(op: Comparison, a: NumberTerm, b: NumberTerm): BoolTerm['run'] {
  const test = tests[op];
  if (a.slot !== undefined && typeof b.literal === 'number') {
    return counts(a.slot.read) ? counted(op, a.slot.index, b.literal) : against[op](a.slot.index, b.literal);
  }
  if (b.slot !== undefined && typeof a.literal === 'number') return numeric(turned[op], b, a);
  const [left, right] = [a.run, b.run];
  return (v) => {
    const x = left(v);
    const y = right(v);
    return x === undefined || y === undefined ? undefined : test(x, y);
  };
}

const tests: Record<Comparison, (x: number, y: number) => boolean> = {
  '==': (x, y) => x === y,
  '!=': (x, y) => x !== y,
  '<': (x, y) => x < y,
  '<=': (x, y) => x <= y,
  '>': (x, y) => x > y,
  '>=': (x, y) => x >= y,
};

const turned: Record<Comparison, Comparison> = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** Of "at least n" a comparison is known when it is the same of n and of everything above. */
function counted(op: Comparison, index: number, limit: number): BoolTerm['run'] {
  const test = tests[op];
  const ofAnyMore = test(Infinity, limit);
  return (v) => {
    const x = v[index] as number | undefined;
    if (x === undefined) return undefined;
    if (x >= 0) return test(x, limit);
    const least = atLeast(x);
    const isPast = op === '==' || op === '!=' ? least > limit : test(least, limit) === ofAnyMore;
    return isPast ? ofAnyMore : undefined;
  };
}

type Against = (index: number, limit: number) => BoolTerm['run'];
const against: Record<Comparison, Against> = {
  '==': (i, limit) => (v) => (v[i] === undefined ? undefined : v[i] === limit),
  '!=': (i, limit) => (v) => (v[i] === undefined ? undefined : v[i] !== limit),
  '<': (i, limit) => (v) => (v[i] === undefined ? undefined : (v[i] as number) < limit),
  '<=': (i, limit) => (v) => (v[i] === undefined ? undefined : (v[i] as number) <= limit),
  '>': (i, limit) => (v) => (v[i] === undefined ? undefined : (v[i] as number) > limit),
  '>=': (i, limit) => (v) => (v[i] === undefined ? undefined : (v[i] as number) >= limit),
};

function turnsAt(a: NumberTerm, b: NumberTerm): void {
  if (a.slot === undefined) return;
  if (typeof b.literal === 'number') a.slot.crossings.add(b.literal);
  else rough(a);
}

function rough(a: Term): void {
  if (a.slot !== undefined) a.slot.smooth = true;
}

function checkWord(a: Term, b: Term): void {
  if (a.type !== 'string' || a.words === undefined || typeof b.literal !== 'string') return;
  requireWord(b.literal, a.words, a.called ?? 'it', b.offset);
}

/** @throws ConditionProblem when `word` is not one of `words`. */
export function requireWord(word: string, words: ReadonlySet<string>, called: string, offset: number): void {
  if (words.has(word)) return;
  const hint = didYouMean(word, words);
  throw new ConditionProblem(
    word === 'unknown' && called.startsWith('answer(')
      ? `${called} is never "unknown": an answer of "unknown" makes the condition unknown.`
      : `${called} is never "${word}".${hint === '' ? ` It can be: ${some(words)}.` : hint}`,
    offset,
  );
}
