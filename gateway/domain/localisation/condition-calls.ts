import type { ASTNode } from '@marcbachmann/cel-js';
import type { MetricReference } from './condition-metrics.ts';
import { isReference, metricReference } from './condition-metrics.ts';
import { ConditionProblem, didYouMean, some } from './condition-problem.ts';
import type { Read } from './condition-reads.ts';
import type { SlotType, Term } from './condition-terms.ts';
import { requireWord } from './condition-terms.ts';
import type { Declared } from './declared.ts';
import type { FleetSignal } from './knowledge.ts';

/** Longest window, s: older samples of a View are summed up or gone. */
export const longestWindow = 30 * 86_400;

export const fleetSignals: ReadonlySet<string> = new Set<FleetSignal>([
  'cloud_outage',
  'site_outage',
  'bad_firmware',
  'gateway_fault',
]);
const outcomes: ReadonlySet<string> = new Set(['cured', 'no_change', 'worse', 'relieved']);

/** What a call asks of the evidence, and what kind of value that is. */
export interface CallRead {
  readonly read: Read;
  readonly is: SlotType;
}

/** Its arguments, checked one by one. */
class Args {
  readonly #call: string;
  readonly #nodes: readonly ASTNode[];
  readonly #declared: Declared;
  readonly #compile: (node: ASTNode) => Term;

  constructor(call: string, nodes: readonly ASTNode[], declared: Declared, compile: (node: ASTNode) => Term) {
    this.#call = call;
    this.#nodes = nodes;
    this.#declared = declared;
    this.#compile = compile;
  }

  get count(): number {
    return this.#nodes.length;
  }

  metric(i: number, types: readonly MetricReference['type'][], manyToo = false): MetricReference {
    const node = this.#at(i);
    if (!isReference(node)) {
      throw new ConditionProblem(`${this.#call}() wants a metric here, such as battery.level.`, node.start);
    }
    const metric = metricReference(node, this.#declared);
    if (!types.includes(metric.type)) {
      const kind = { gauge: 'a number', counter: 'a counter', enum: 'an enumeration', text: 'a text' }[metric.type];
      throw new ConditionProblem(
        `${this.#call}() does not work on ${metric.names[0]}: it is ${kind}, and not one of ${types.join(', ')}.`,
        node.start,
      );
    }
    if (metric.all && !manyToo) {
      throw new ConditionProblem(
        `${this.#call}() works on one instance: ["*"] is for avg, min, max, below and above.`,
        node.start,
      );
    }
    return metric;
  }

  seconds(i: number): number {
    return this.whole(i, longestWindow, `The window of ${this.#call}() is a whole number of seconds`);
  }

  whole(i: number, most: number, is: string): number {
    const value = this.number(i);
    if (Number.isInteger(value) && value >= 1 && value <= most) return value;
    throw new ConditionProblem(`${is} from 1 to ${most}.`, this.#at(i).start);
  }

  number(i: number): number {
    const { literal } = this.#literal(i);
    if (typeof literal === 'number') return literal;
    throw new ConditionProblem(`${this.#call}() wants a fixed number here.`, this.#at(i).start);
  }

  word(i: number, words?: ReadonlySet<string>, called?: string): string {
    const { literal } = this.#literal(i);
    if (typeof literal !== 'string') {
      throw new ConditionProblem(`${this.#call}() wants a word in quotes here.`, this.#at(i).start);
    }
    if (words !== undefined) requireWord(literal, words, called ?? this.#call, this.#at(i).start);
    return literal;
  }

  /** One of the names that the pack gives to such things. */
  known(i: number, names: ReadonlySet<string> | ReadonlyMap<string, unknown>, thing: string): string {
    const word = this.word(i);
    if (names.has(word)) return word;
    throw new ConditionProblem(
      `The pack has no ${thing} "${word}".${didYouMean(word, names.keys())}`,
      this.#at(i).start,
    );
  }

  #literal(i: number): Term {
    const node = this.#at(i);
    // A name is no literal: said here, for its own sentence would tell of the name.
    if (isReference(node)) return { type: 'bool', offset: node.start, run: () => undefined };
    return this.#compile(node);
  }

  #at(i: number): ASTNode {
    const node = this.#nodes[i];
    if (node === undefined) throw new Error(`${this.#call}() has no argument ${i}`);
    return node;
  }
}

interface Call {
  /** How it is written, for a sentence. */
  readonly form: string;
  readonly args: readonly [least: number, most: number];
  readonly read: (args: Args, declared: Declared) => CallRead;
}

const numbers = ['gauge', 'counter'] as const;
const words = ['enum', 'text'] as const;
const any = ['gauge', 'counter', 'enum', 'text'] as const;
const number: SlotType = { type: 'number' };
const first = ({ names }: MetricReference): string => names[0] ?? '';

function overAll(kind: 'avg' | 'min' | 'max'): Call {
  return {
    form: `${kind}(metric, seconds)`,
    args: [2, 2],
    read: (a) => ({ read: { kind, metrics: a.metric(0, numbers, true).names, seconds: a.seconds(1) }, is: number }),
  };
}

function overOne(kind: 'rate' | 'increase' | 'spread' | 'changed', types: readonly MetricReference['type'][]): Call {
  return {
    form: `${kind}(metric, seconds)`,
    args: [2, 2],
    read: (a) => ({ read: { kind, metric: first(a.metric(0, types)), seconds: a.seconds(1) }, is: number }),
  };
}

function ofWord(kind: 'share' | 'became'): Call {
  return {
    form: `${kind}(metric, "word", seconds)`,
    args: [3, 3],
    read: (a) => {
      const metric = a.metric(0, words);
      return {
        read: { kind, metric: first(metric), word: a.word(1, metric.words, first(metric)), seconds: a.seconds(2) },
        is: number,
      };
    },
  };
}

function counting(kind: 'below' | 'above'): Call {
  return {
    form: `${kind}(metric["*"], seconds, limit)`,
    args: [3, 3],
    read: (a) => ({
      read: { kind, metrics: a.metric(0, numbers, true).names, seconds: a.seconds(1), limit: a.number(2) },
      is: number,
    }),
  };
}

/** A Map, so that `constructor` and its like are no functions. The table of packs/README.md "Conditions". */
const calls: ReadonlyMap<string, Call> = new Map<string, Call>([
  ['avg', overAll('avg')],
  ['min', overAll('min')],
  ['max', overAll('max')],
  ['rate', overOne('rate', numbers)],
  ['increase', overOne('increase', ['counter'])],
  ['spread', overOne('spread', numbers)],
  ['changed', overOne('changed', any)],
  ['share', ofWord('share')],
  ['became', ofWord('became')],
  ['below', counting('below')],
  ['above', counting('above')],
  [
    'held',
    {
      form: 'held(metric, "word")',
      args: [2, 2],
      read: (a) => {
        const metric = a.metric(0, words);
        return {
          read: { kind: 'held', metric: first(metric), word: a.word(1, metric.words, first(metric)) },
          is: number,
        };
      },
    },
  ],
  [
    'age',
    {
      form: 'age(metric)',
      args: [1, 1],
      read: (a) => ({ read: { kind: 'age', metric: first(a.metric(0, any)) }, is: number }),
    },
  ],
  [
    'active',
    {
      form: 'active("code")',
      args: [1, 1],
      read: (a, { codes }) => ({
        read: { kind: 'active', code: a.known(0, codes, 'error code') },
        is: { type: 'bool' },
      }),
    },
  ],
  [
    'detail',
    {
      form: 'detail("code")',
      args: [1, 1],
      read: (a, { codes }) => {
        const code = a.known(0, codes, 'error code');
        return { read: { kind: 'detail', code }, is: { type: 'string', called: `detail("${code}")` } };
      },
    },
  ],
  [
    'raised',
    {
      form: 'raised("code", seconds)',
      args: [2, 2],
      read: (a, { codes }) => ({
        read: { kind: 'raised', code: a.known(0, codes, 'error code'), seconds: a.seconds(1) },
        is: number,
      }),
    },
  ],
  [
    'boots',
    {
      form: 'boots(seconds) or boots(seconds, "reason")',
      args: [1, 2],
      read: (a, { metrics }) => {
        const reasons = metrics.get('device.boot.reason')?.words;
        const reason = a.count > 1 ? a.word(1, reasons, 'the reason of a boot') : null;
        return { read: { kind: 'boots', seconds: a.seconds(0), reason }, is: number };
      },
    },
  ],
  [
    'boot_interval',
    {
      form: 'boot_interval(1)',
      args: [1, 1],
      read: (a) => {
        const nth = a.whole(0, 20, 'boot_interval() wants a whole number');
        return { read: { kind: 'boot_interval', nth }, is: number };
      },
    },
  ],
  ['silence', { form: 'silence()', args: [0, 0], read: () => ({ read: { kind: 'silence' }, is: number }) }],
  [
    'answer',
    {
      form: 'answer("question")',
      args: [1, 1],
      read: (a, { questions }) => {
        const question = a.known(0, questions, 'question');
        const answers = questions.get(question) ?? new Set<string>();
        return {
          read: { kind: 'answer', question },
          is: { type: 'string', words: answers, called: `answer("${question}")` },
        };
      },
    },
  ],
  [
    'result',
    {
      form: 'result("test", "field")',
      args: [2, 2],
      read: (a, { tests }) => {
        const test = a.known(0, tests, 'device test');
        const fields = tests.get(test) ?? new Map();
        const name = a.known(1, fields, `field of the result of ${test}`);
        const field = fields.get(name);
        const called = `result("${test}", "${name}")`;
        const is: SlotType =
          field?.type === 'enum' ? { type: 'string', words: field.words, called } : { type: field?.type ?? 'number' };
        const typeWord = is.type === 'bool' ? 'boolean' : is.type;
        return { read: { kind: 'result', test, field: name, is: typeWord }, is };
      },
    },
  ],
  [
    'outcome',
    {
      form: 'outcome("action")',
      args: [1, 1],
      read: (a, { actions }) => {
        const action = a.known(0, actions, 'action');
        return {
          read: { kind: 'outcome', action },
          is: { type: 'string', words: outcomes, called: `outcome("${action}")` },
        };
      },
    },
  ],
  [
    'fleet',
    {
      form: 'fleet("signal")',
      args: [1, 1],
      read: (a) => ({
        read: { kind: 'fleet', signal: a.word(0, fleetSignals, 'the signal of fleet()') as FleetSignal },
        is: number,
      }),
    },
  ],
]);

/** @throws ConditionProblem: no such function, or it is not called so. */
export function callRead(
  name: string,
  nodes: readonly ASTNode[],
  declared: Declared,
  offset: number,
  compile: (node: ASTNode) => Term,
): CallRead {
  const call = calls.get(name);
  if (call === undefined) {
    const hint = didYouMean(name, calls.keys());
    throw new ConditionProblem(
      `There is no function ${name}().${hint === '' ? ` There are: ${some(calls.keys())}.` : hint}`,
      offset,
    );
  }
  const [least, most] = call.args;
  if (nodes.length < least || nodes.length > most) {
    throw new ConditionProblem(`${name}() is written ${call.form}.`, offset);
  }
  return call.read(new Args(name, nodes, declared, compile), declared);
}
