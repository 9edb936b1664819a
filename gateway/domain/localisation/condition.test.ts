import { Environment } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownTime } from '../../../test/support/own-time.ts';
import { ConditionProblem } from './condition-problem.ts';
import type { SlotValue } from './condition-reads.ts';
import { SlotTable } from './condition-reads.ts';
import { compileCondition } from './condition.ts';
import type { Declared, DeclaredMetric } from './declared.ts';

const metrics: [string, DeclaredMetric][] = [
  ['battery.current', { type: 'gauge' }],
  ['robot.state', { type: 'enum', words: new Set(['cleaning', 'docked']) }],
  ['fw.version', { type: 'text' }],
  ['stream.reconnect', { type: 'counter' }],
  ['motor.current{side_brush}', { type: 'gauge' }],
  ['motor.current{fan}', { type: 'gauge' }],
  ['device.boot.reason', { type: 'enum', words: new Set(['power_on', 'brown_out']) }],
];
const declared: Declared = {
  metrics: new Map(metrics),
  codes: new Set(['6', '13']),
  questions: new Map([['contacts.look', new Set(['shiny', 'dull'])]]),
  tests: new Map([
    [
      'test.charge',
      new Map([
        ['gaps', { type: 'number' as const }],
        ['ok', { type: 'bool' as const }],
        ['mode', { type: 'enum' as const, words: new Set(['dhcp', 'static']) }],
      ]),
    ],
  ]),
  actions: new Set(['wipe_contacts']),
};
const compile = (source: string) => compileCondition({ source, declared });
const problem = (source: string): ConditionProblem => {
  try {
    compile(source);
  } catch (error) {
    if (error instanceof ConditionProblem) return error;
    throw error;
  }
  throw new Error(`was not refused: ${source}`);
};
/** Evaluates with the values of its reads in their order. */
const given = (source: string, ...values: SlotValue[]) => compile(source).evaluate(values);

describe('what a condition reads', () => {
  it.each([
    ['battery.current > 1', { kind: 'last', metric: 'battery.current' }],
    ['motor.current["side_brush"] > 1', { kind: 'last', metric: 'motor.current{side_brush}' }],
    ['avg(battery.current, 20) > 1', { kind: 'avg', metrics: ['battery.current'], seconds: 20 }],
    ['min(battery.current, 20) > 1', { kind: 'min', metrics: ['battery.current'], seconds: 20 }],
    [
      'max(motor.current["*"], 2 * 60) > 1',
      { kind: 'max', metrics: ['motor.current{side_brush}', 'motor.current{fan}'], seconds: 120 },
    ],
    ['rate(battery.current, 600) < -1', { kind: 'rate', metric: 'battery.current', seconds: 600 }],
    ['increase(stream.reconnect, 600) > 2', { kind: 'increase', metric: 'stream.reconnect', seconds: 600 }],
    ['spread(battery.current, 60) > 2', { kind: 'spread', metric: 'battery.current', seconds: 60 }],
    ['held(robot.state, "docked") > 2', { kind: 'held', metric: 'robot.state', word: 'docked' }],
    ['share(robot.state, "docked", 60) > 0.5', { kind: 'share', metric: 'robot.state', word: 'docked', seconds: 60 }],
    ['changed(fw.version, 60) > 0', { kind: 'changed', metric: 'fw.version', seconds: 60 }],
    ['became(robot.state, "docked", 60) > 1', { kind: 'became', metric: 'robot.state', word: 'docked', seconds: 60 }],
    ['age(battery.current) > 60', { kind: 'age', metric: 'battery.current' }],
    [
      'below(motor.current["*"], 3600, 60) >= 2',
      { kind: 'below', metrics: ['motor.current{side_brush}', 'motor.current{fan}'], seconds: 3600, limit: 60 },
    ],
    ['above(battery.current, 60, -2) == 1', { kind: 'above', metrics: ['battery.current'], seconds: 60, limit: -2 }],
    ['active("6")', { kind: 'active', code: '6' }],
    ['detail("6") == "left"', { kind: 'detail', code: '6' }],
    ['raised("6", 3600) > 0', { kind: 'raised', code: '6', seconds: 3600 }],
    ['boots(3600) > 2', { kind: 'boots', seconds: 3600, reason: null }],
    ['boots(3600, "brown_out") > 2', { kind: 'boots', seconds: 3600, reason: 'brown_out' }],
    ['boot_interval(2) < 910', { kind: 'boot_interval', nth: 2 }],
    ['silence() > 300', { kind: 'silence' }],
    ['answer("contacts.look") == "dull"', { kind: 'answer', question: 'contacts.look' }],
    ['result("test.charge", "gaps") > 1', { kind: 'result', test: 'test.charge', field: 'gaps', is: 'number' }],
    ['!result("test.charge", "ok")', { kind: 'result', test: 'test.charge', field: 'ok', is: 'boolean' }],
    ['outcome("wipe_contacts") == "cured"', { kind: 'outcome', action: 'wipe_contacts' }],
    ['fleet("cloud_outage") > 0.5', { kind: 'fleet', signal: 'cloud_outage' }],
  ])('%s', (source, read) => {
    expect(compile(source).slots.map((slot) => slot.read)).toEqual([read]);
  });

  it('is told by kind', () => {
    const { reads } = compile('avg(motor.current["*"], 9) > 1 && active("6") && boots(60) > 0 || silence() > 3');
    expect([...reads.metrics]).toEqual(['motor.current{side_brush}', 'motor.current{fan}']);
    expect([[...reads.codes], reads.boots, reads.silence, reads.answers.size]).toEqual([['6'], true, true, 0]);
  });

  it('is shared between conditions of one table, unless they bear different gaps', () => {
    const slots = new SlotTable();
    const one = compileCondition({ source: 'battery.current > 1 && silence() < 5', declared, slots });
    const two = compileCondition({ source: 'battery.current > 2', declared, slots });
    const three = compileCondition({
      source: 'battery.current > 2 && silence() > 9',
      declared,
      slots,
      maxGapMs: 90_000,
    });
    expect([one, two, three].map(({ slots }) => slots.map(({ index }) => index))).toEqual([[0, 1], [0], [2, 1]]);
    expect(slots.slots[1]?.crossings).toEqual(new Set([5, 9]));
  });

  it('leaves nothing in the table when it is refused', () => {
    const slots = new SlotTable();
    expect(() => compileCondition({ source: 'battery.current > 1 && nonsense()', declared, slots })).toThrow();
    expect(slots.slots).toEqual([]);
  });
});

describe('three values', () => {
  const u = undefined;
  it.each([
    ['&&', false, u, false],
    ['&&', u, false, false],
    ['&&', true, u, u],
    ['&&', u, u, u],
    ['||', true, u, true],
    ['||', u, true, true],
    ['||', false, u, u],
    ['||', u, u, u],
  ])('%s of %s and %s is %s', (op, a, b, result) => {
    expect(given(`active("6") ${op} active("13")`, a, b)).toBe(result);
  });

  it('an unknown comparison, negation or choice is unknown', () => {
    expect(given('!active("6")', u)).toBe(u);
    expect(given('battery.current > 1', u)).toBe(u);
    expect(given('battery.current != 1', u)).toBe(u);
    expect(given('robot.state == "docked"', u)).toBe(u);
    expect(given('battery.current + 1 > 0', u)).toBe(u);
    expect(given('active("6") ? active("13") : true', u, true)).toBe(u);
  });

  it('a division by zero is unknown', () => {
    expect(given('battery.current / silence() > 1', 4, 0)).toBe(u);
    expect(given('battery.current / silence() > 1', 4, 2)).toBe(true);
  });

  it('integer literals mean the number', () => {
    expect(given('battery.current == 2 && battery.current * 3 / 2 >= 3', 2)).toBe(true);
  });
});

describe('against cel-js itself', () => {
  // The same expression, written for both: metrics are variables of cel-js, numbers there are doubles; what is unknown is an error.
  type Pair = { readonly ours: string; readonly cel: string };
  const lit = fc
    .integer({ min: -3, max: 3 })
    .map((n) => ({ ours: n < 0 ? `(${n})` : `${n}`, cel: `(${n.toFixed(1)})` }));
  const join = (op: string, a: Pair, b: Pair): Pair => ({
    ours: `(${a.ours} ${op} ${b.ours})`,
    cel: `(${a.cel} ${op} ${b.cel})`,
  });
  const expression = fc.letrec<{ num: Pair; bool: Pair }>((tie) => ({
    num: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom(...['n0', 'n1', 'n2'].map((n) => ({ ours: `x.${n}`, cel: n }))),
      lit,
      fc.tuple(fc.constantFrom('+', '-', '*'), tie('num'), tie('num')).map(([op, a, b]) => join(op, a, b)),
    ),
    bool: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc
        .tuple(fc.constantFrom('==', '!=', '<', '<=', '>', '>='), tie('num'), tie('num'))
        .map(([op, a, b]) => join(op, a, b)),
      fc.tuple(fc.constantFrom('==', '!='), fc.constantFrom('a', 'b')).map(([op, w]) => ({
        ours: `x.s0 ${op} "${w}"`,
        cel: `s0 ${op} "${w}"`,
      })),
      fc.tuple(fc.constantFrom('&&', '||'), tie('bool'), tie('bool')).map(([op, a, b]) => join(op, a, b)),
      tie('bool').map((a) => ({ ours: `!(${a.ours})`, cel: `!(${a.cel})` })),
      fc.tuple(tie('bool'), tie('bool'), tie('bool')).map(([a, b, c]) => ({
        ours: `(${a.ours} ? ${b.ours} : ${c.ours})`,
        cel: `(${a.cel} ? ${b.cel} : ${c.cel})`,
      })),
    ),
  })).bool;
  const world: Declared = {
    ...declared,
    metrics: new Map<string, DeclaredMetric>([
      ...['x.n0', 'x.n1', 'x.n2'].map((name): [string, DeclaredMetric] => [name, { type: 'gauge' }]),
      ['x.s0', { type: 'text' }],
    ]),
  };
  const number = fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined });
  const environment = new Environment();
  for (const name of ['n0', 'n1', 'n2']) environment.registerVariable(name, 'double');
  environment.registerVariable('s0', 'string');

  it('says what it says, and unknown where it fails', () => {
    let known = 0;
    let unknown = 0;
    fc.assert(
      fc.property(
        expression,
        fc.record({ n0: number, n1: number, n2: number, s0: fc.constantFrom('a', 'b', undefined) }),
        ({ ours, cel }, values) => {
          fc.pre(ours.length <= 500 && /x\.[ns]/.test(ours));
          let condition;
          try {
            condition = compileCondition({ source: ours, declared: world });
          } catch (error) {
            if (error instanceof ConditionProblem && /parts|deep/.test(error.message)) return;
            throw error;
          }
          const slots: SlotValue[] = [];
          for (const { index, read } of condition.slots) {
            if (read.kind === 'last') slots[index] = values[read.metric.slice(2) as keyof typeof values];
          }
          const context = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
          let theirs: unknown;
          try {
            theirs = environment.evaluate(cel, context);
          } catch {
            theirs = undefined;
          }
          expect(condition.evaluate(slots)).toBe(theirs);
          if (theirs === undefined) unknown++;
          else known++;
        },
      ),
      { numRuns: 400, seed: 7 },
    );
    expect(Math.min(known, unknown)).toBeGreaterThan(50);
  });
});

describe('what is refused, where, and in which words', () => {
  it.each([
    ['battery.curent > 1', 0, 'The pack has no metric battery.curent. Did you mean "battery.current"?'],
    ['1 < motor.current', 4, 'motor.current has instances: write motor.current["..."] with one of side_brush, fan.'],
    ['motor.current["wheel"] > 1', 0, 'The pack has no metric motor.current{wheel}.'],
    ['motor.current["*"] > 1', 0, '["*"] is for avg, min, max, below and above.'],
    ['wheel.speed["*"] > 1', 0, 'The pack has no instance of the metric wheel.speed.'],
    ['motor.current[1] > 1', 14, 'The instance of motor.current is written in quotes: motor.current["..."].'],
    ['robot.state == "claening"', 15, 'robot.state is never "claening". Did you mean "cleaning"?'],
    ['robot.state > "docked"', 0, '">" compares numbers, and this is a word: only == and != do.'],
    ['robot.state == 1', 15, '"==" compares a word with a number: they are never the same kind.'],
    ['battery.current', 0, 'A condition is true or false, and this is a number: compare it.'],
    ['battery.current && active("6")', 0, '"&&" joins conditions, and this is a number: compare it.'],
    ['robot.state + 1 > 2', 0, '"+" wants numbers, and this is a word.'],
    ['true', 0, 'It asks nothing of the evidence: it would always be the same.'],
    ['avg(battery.current, 0) > 1', 21, 'The window of avg() is a whole number of seconds from 1 to 2592000.'],
    ['avg(battery.current, 1.5) > 1', 21, 'The window of avg() is a whole number of seconds from 1 to 2592000.'],
    ['avg(battery.current, 2592001) > 1', 21, 'The window of avg() is a whole number of seconds from 1 to 2592000.'],
    ['avg(battery.current, battery.current) > 1', 21, 'avg() wants a fixed number here.'],
    ['avg(battery.current) > 1', 0, 'avg() is written avg(metric, seconds).'],
    ['avg(20, 20) > 1', 4, 'avg() wants a metric here, such as battery.level.'],
    [
      'avg(robot.state, 20) > 1',
      4,
      'avg() does not work on robot.state: it is an enumeration, and not one of gauge, counter.',
    ],
    [
      'increase(battery.current, 20) > 1',
      9,
      'increase() does not work on battery.current: it is a number, and not one of counter.',
    ],
    [
      'rate(motor.current["*"], 20) > 1',
      5,
      'rate() works on one instance: ["*"] is for avg, min, max, below and above.',
    ],
    ['held(robot.state, "flying") > 1', 18, 'robot.state is never "flying". It can be: cleaning, docked.'],
    ['held(robot.state, fw.version) > 1', 18, 'held() wants a word in quotes here.'],
    ['active("7")', 7, 'The pack has no error code "7".'],
    ['boots(60, "brownout") > 1', 10, 'the reason of a boot is never "brownout". Did you mean "brown_out"?'],
    ['boot_interval(0) > 1', 14, 'boot_interval() wants a whole number from 1 to 20.'],
    ['answer("contacts.lok") == "dull"', 7, 'The pack has no question "contacts.lok". Did you mean "contacts.look"?'],
    ['answer("contacts.look") == "grey"', 27, 'answer("contacts.look") is never "grey". It can be: shiny, dull.'],
    [
      'answer("contacts.look") == "unknown"',
      27,
      'answer("contacts.look") is never "unknown": an answer of "unknown" makes the condition unknown.',
    ],
    [
      'result("test.charge", "gap") > 1',
      22,
      'The pack has no field of the result of test.charge "gap". Did you mean "gaps"?',
    ],
    [
      'result("test.charge", "mode") == "dhcpp"',
      33,
      'result("test.charge", "mode") is never "dhcpp". Did you mean "dhcp"?',
    ],
    ['outcome("wipe") == "cured"', 8, 'The pack has no action "wipe".'],
    [
      'outcome("wipe_contacts") == "better"',
      28,
      'outcome("wipe_contacts") is never "better". It can be: cured, no_change, worse, relieved.',
    ],
    [
      'fleet("moon") > 1',
      6,
      'the signal of fleet() is never "moon". It can be: cloud_outage, site_outage, bad_firmware, gateway_fault.',
    ],
    ['avgg(battery.current, 20) > 1', 0, 'There is no function avgg(). Did you mean "avg"?'],
    ['battery.current >', 17, 'This cannot be read: Unexpected token: the end.'],
    ['avg(battery.current, 20 > 1', 27, 'This cannot be read: Expected ")", got the end.'],
    ['battery.current % 2 == 1', 0, '"%" is not part of conditions.'],
    ['battery.current > 1u', 18, 'Only numbers, texts, true and false are written in conditions.'],
    ['fw.version == null', 14, 'Only numbers, texts, true and false are written in conditions.'],
    ['fw.version == b"x"', 14, 'Only numbers, texts, true and false are written in conditions.'],
    [
      'active("6") ? 1 : active("13")',
      18,
      'Both sides of ":" have to be the same: one is a number, the other true or false.',
    ],
  ])('%s', (source, offset, message) => {
    const found = problem(source);
    expect([found.message, found.offset]).toEqual([message, offset]);
  });
});

describe('attacks', () => {
  it.each([
    ['a regular expression that backtracks', 'fw.version.matches("(a+)+$")', /Methods such as \.matches\(\)/],
    ['a regular expression as a function', 'matches(fw.version, "(a+)+$")', /no function matches\(\)/],
    ['a string function', 'fw.version.startsWith("1")', /Methods/],
    ['a macro over a list', '[1, 2].exists(x, x > 1)', /Lists and maps/],
    ['an empty list', '1 in []', /Lists and maps/],
    ['a map', '{"a": 1} == {"a": 1}', /Lists and maps/],
    ['has', 'has(battery.current)', /no function has\(\)/],
    ['dyn', 'dyn(1) == 1', /no function dyn\(\)/],
    ['the clock', 'now() > 1', /no function now\(\)/],
    ['a timestamp', 'timestamp("2026-01-01T00:00:00Z") > timestamp("2025-01-01T00:00:00Z")', /no function timestamp/],
    ['the network', 'fetch("http://example.com") == "x"', /no function fetch\(\)/],
    ['the process', 'process.env.HOME == "x"', /no metric process\.env\.HOME/],
    ['the global object', 'globalThis.fetch == "x"', /no metric globalThis\.fetch/],
    ['constructor as a function', 'constructor("return 1")', /no function constructor\(\)/],
    ['toString as a function', 'toString() == "x"', /no function toString\(\)/],
    ['constructor of a metric', 'battery.constructor == 1', /no metric battery\.constructor/],
    ['constructor as an instance', 'motor.current["constructor"] > 1', /no metric motor\.current\{constructor\}/],
    ['the prototype of a metric', 'battery.current.__proto__ == 1', /no metric battery\.current\.__proto__/],
    ['the prototype itself', '__proto__ == 1', /"__proto__" cannot be used as a name/],
    ['the prototype by index', 'battery["__proto__"] == 1', /no metric battery\{__proto__\}/],
    ['the prototype as a code', 'active("__proto__")', /no error code "__proto__"/],
    ['the prototype as a question', 'answer("constructor") == "x"', /no question "constructor"/],
    ['the prototype as a field', 'result("test.charge", "__proto__") > 1', /no field/],
    ['nesting by brackets', `${'('.repeat(200)}active("6")${')'.repeat(200)}`, /nested more than 12 levels/],
    ['nesting by negation', `${'!'.repeat(500)}active("6")`, /more than 120 parts/],
    ['nesting by choice', `${'active("6") ? true : '.repeat(20)}false`, /nested more than 12 levels/],
    ['nesting by index', `a${'[a'.repeat(100)}${']'.repeat(100)} == 1`, /nested more than 12 levels/],
    ['many parts', `${'1 > 2 || '.repeat(39)}1 > 2 || active("6")`, /more than 120 parts/],
    ['length', `active("6") ${' '.repeat(10_000_000)}`, /at most 600 characters/],
    ['many arguments', `avg(${'1,'.repeat(100)}1) > 1`, /more than three arguments/],
    ['a number without end', `battery.current > ${'9'.repeat(400)}`, /Only numbers/],
    ['a hidden character', 'battery.current > 1\u2028', /cannot be read/],
  ])('%s is refused at load', (_what, source, message) => {
    const tookMs = ownTime();
    expect(problem(source).message).toMatch(message);
    // Generous: what backtracks or explodes takes for ever.
    expect(tookMs()).toBeLessThan(2000);
  });

  it('what the pack declares under such a name is only a name', () => {
    const hostile: Declared = { ...declared, metrics: new Map([['constructor.prototype', { type: 'gauge' }]]) };
    const condition = compileCondition({ source: 'constructor.prototype > 1', declared: hostile });
    expect([condition.evaluate([2]), condition.evaluate([])]).toEqual([true, undefined]);
  });
});
