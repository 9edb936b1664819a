/** One change to a file of the sound packs (sound/), and all that is said of it. */
export interface Broken {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  /** Empty: the file is not there at all when `from` is empty too. */
  readonly to: string;
  readonly problems: readonly string[];
}

const toy = 'toy/toy-1';
const when = `avg(motor.current["$each"], 20) > 2.5`;
/** A condition in the place of one that is told of in each of two instances. */
const condition = (name: string, to: string, sentence: string): Broken => ({
  name,
  file: `${toy}/symptoms.yaml`,
  from: 'active("1")',
  to: `'${to}'`,
  problems: [`${toy}/symptoms.yaml:13: when: ${sentence}`],
});

export const broken: readonly Broken[] = [
  {
    name: 'an unknown key',
    file: `${toy}/faults.yaml`,
    from: '    prior: common',
    to: '    prior: common\n    colour: red',
    problems: [`${toy}/faults.yaml:8: faults.0 has an unknown key "colour".`],
  },
  {
    name: 'a missing language',
    file: `${toy}/faults.yaml`,
    from: ', zh-CN: 有东西卡住了电机。',
    to: '',
    problems: [`${toy}/faults.yaml:5: faults.0.owner lacks "zh-CN".`],
  },
  {
    name: 'an answer in one language',
    file: `${toy}/steps.yaml`,
    from: '[It hums, 嗡嗡响]',
    to: '[It hums]',
    problems: [`${toy}/steps.yaml:15: questions.0.answers.hums must not have fewer than 2 items.`],
  },
  {
    name: 'a chance above 1',
    file: `${toy}/faults.yaml`,
    from: 'hums: often',
    to: 'hums: 1.2',
    problems: [
      `${toy}/faults.yaml:13: faults.0.symptoms.hums must be one of never, rare, uncommon, sometimes, often, usually, almost_always, always, or must be <= 1.`,
    ],
  },
  {
    name: 'a chance below 0',
    file: `${toy}/leaks.yaml`,
    from: '0.002',
    to: '-0.002',
    problems: [`${toy}/leaks.yaml:2: leaks.code_jam must be >= 0.`],
  },
  {
    name: 'a fault with an unknown symptom',
    file: `${toy}/faults.yaml`,
    from: '      hums: often',
    to: '      humms: often',
    problems: [`${toy}/faults.yaml:13: there is no symptom "humms". Did you mean "hums"?`],
  },
  {
    name: 'a fault with an unknown repair',
    file: `${toy}/faults.yaml`,
    from: '{clear_motor: usually}',
    to: '{clean_motor: usually}',
    problems: [`${toy}/faults.yaml:14: there is no action "clean_motor". Did you mean "clear_motor"?`],
  },
  {
    name: 'an unknown component',
    file: `${toy}/faults.yaml`,
    from: 'component: toy.motor\n    prior: rare',
    to: 'component: toy.moter\n    prior: rare',
    problems: [`${toy}/faults.yaml:20: there is no component "toy.moter". Did you mean "toy.motor"?`],
  },
  {
    name: 'a fault that is confused with one of no pack',
    file: `${toy}/faults.yaml`,
    from: 'confusable: [T02]',
    to: 'confusable: [T02, T09]',
    problems: [`${toy}/faults.yaml:15: no pack has the fault "T09".`],
  },
  {
    name: 'an unknown common pack',
    file: `${toy}/pack.yaml`,
    from: 'include: [link]',
    to: 'include: [link, lnik]',
    problems: [`${toy}/pack.yaml:9: there is no common pack "lnik".`],
  },
  {
    name: 'an exclusion of what is not included',
    file: `${toy}/pack.yaml`,
    from: '{faults: [X90]}',
    to: '{faults: [X90], symptoms: [link_up]}',
    problems: [`${toy}/pack.yaml:10: no common pack that is included has the symptom "link_up".`],
  },
  {
    name: 'a test of no operation',
    file: `${toy}/steps.yaml`,
    from: 'operation: test.motor',
    to: 'operation: test.moter',
    problems: [
      `${toy}/cases.yaml:20: there is no test "test.motor".`,
      `${toy}/steps.yaml:2: there is no operation "test.moter".`,
      `${toy}/symptoms.yaml:22: when: The pack has no device test "test.motor". Did you mean "test.moter"?`,
    ],
  },
  {
    name: 'a symptom twice',
    file: `${toy}/symptoms.yaml`,
    from: 'id: hums',
    to: 'id: link_down',
    problems: [
      `${toy}/faults.yaml:13: there is no symptom "hums".`,
      `${toy}/faults.yaml:28: there is no symptom "hums".`,
      `${toy}/symptoms.yaml:14: the symptom "link_down" is there twice.`,
    ],
  },
  {
    name: 'a fault without a case',
    file: `${toy}/cases.yaml`,
    from: 'expect: {fault: T02, at_least: 0.5}',
    to: 'expect: {abstains: true}',
    problems: [`${toy}/faults.yaml:16: the fault "T02" has no case.`],
  },
  {
    name: 'two faults that nothing distinguishes',
    file: `${toy}/faults.yaml`,
    from: '      motor_open: almost_always\n      code_jam: uncommon',
    to: '      hums: 0.6\n      code_jam: 0.8\n      current_high: 0.95',
    problems: [
      `${toy}/faults.yaml:24: nothing distinguishes "T02" from "T01": both show code_jam, current_high, hums, as likely.`,
    ],
  },
  {
    name: 'a case with an answer that nobody can give',
    file: `${toy}/cases.yaml`,
    from: 'answer: {toy.sound: hums}',
    to: 'answer: {toy.sound: loud}',
    problems: [`${toy}/cases.yaml:13: "toy.sound" has no answer "loud".`],
  },
  {
    name: 'a case with an unknown metric, code and word',
    file: `${toy}/cases.yaml`,
    from: "{toy.state: busy, 'motor.current{left}': 0.4, 'motor.current{right}': 0.4}",
    to: "{toy.state: buzy, 'motor.current{front}': 0.4, 'motor.current{right}': 40}",
    problems: [
      `${toy}/cases.yaml:5: "toy.state" is never "buzy".`,
      `${toy}/cases.yaml:5: there is no metric "motor.current{front}".`,
      `${toy}/cases.yaml:5: "motor.current{right}" is from 0 to 5.`,
    ],
  },
  {
    name: 'an article in one language',
    file: `${toy}/articles/T01.zh-CN.md`,
    from: '',
    to: '',
    problems: [`${toy}/articles/T01.en.md:1: T01.zh-CN.md is missing: it is there in en.`],
  },
  {
    name: 'a file that no pack has',
    file: `${toy}/faults.yml.yaml`,
    from: '',
    to: 'faults: []',
    problems: [`${toy}/faults.yml.yaml:1: a pack has no file "faults.yml.yaml".`],
  },
  condition(
    'a condition with an unknown metric',
    'toy.stat == "busy"',
    'The pack has no metric toy.stat. Did you mean "toy.state"?',
  ),
  condition(
    'a word that the metric never is',
    'toy.state == "bussy"',
    'toy.state is never "bussy". Did you mean "busy"?',
  ),
  condition(
    'a condition of a wrong type',
    'avg(motor.current["left"], 20)',
    'A condition is true or false, and this is a number: compare it.',
  ),
  condition('an unknown error code', 'active("2")', 'The pack has no error code "2".'),
  condition(
    'a regular expression (ReDoS)',
    '"aaaaaaaaaaaaaaaaaaaaaaaaaaaa!".matches("^(a+)+$")',
    'Methods such as .matches() are not part of conditions.',
  ),
  condition(
    'nesting without end',
    `${'('.repeat(40)}active("1")${')'.repeat(40)}`,
    'It is nested more than 12 levels deep.',
  ),
  condition(
    'a condition of thousands of parts',
    Array.from({ length: 60 }, () => 'active("1")').join(' || '),
    'A condition has at most 600 characters.',
  ),
  condition(
    'a list to grow memory with',
    '[1, 2, 3].map(x, x * 2).size() > 0',
    'Lists and maps are not part of conditions.',
  ),
  condition('the prototype', 'toy.__proto__.polluted == "yes"', 'The pack has no metric toy.__proto__.polluted.'),
  condition(
    'a constructor',
    'constructor("return process") == 1',
    'There is no function constructor(). There are: avg, min, max, rate, increase, spread, changed, share and 15 more.',
  ),
  condition('a name of the object', '__proto__ == "x"', '"__proto__" cannot be used as a name.'),
  condition(
    'the clock',
    'now() > timestamp("2026-01-01T00:00:00Z")',
    'There is no function now(). There are: avg, min, max, rate, increase, spread, changed, share and 15 more.',
  ),
  condition(
    'the network',
    'fetch("http://127.0.0.1") == ""',
    'There is no function fetch(). There are: avg, min, max, rate, increase, spread, changed, share and 15 more.',
  ),
  condition('the world', 'globalThis.process.env == ""', 'The pack has no metric globalThis.process.env.'),
  {
    name: 'a condition that is wrong in its second line',
    file: `${toy}/symptoms.yaml`,
    from: '&& result("test.motor", "mode") == "full"',
    to: '&& result("test.motor", "mood") == "full"',
    problems: [`${toy}/symptoms.yaml:23: when: The pack has no field of the result of test.motor "mood".`],
  },
  {
    name: 'a condition that no instance can mean',
    file: `${toy}/symptoms.yaml`,
    from: when,
    to: 'avg(motor.current["front"], 20) > 2.5',
    problems: [
      `${toy}/symptoms.yaml:6: when: The pack has no metric motor.current{front}.`,
      `${toy}/symptoms.yaml:9: no condition of "current_high" has $each.`,
    ],
  },
  {
    name: 'a key of the prototype',
    file: `${toy}/faults.yaml`,
    from: '      hums: often',
    to: '      hums: often\n      __proto__: always\n      constructor: always',
    problems: [`${toy}/faults.yaml:14: faults.0.symptoms has an unknown key "__proto__".`],
  },
  {
    name: 'nesting without end in the file',
    file: `${toy}/leaks.yaml`,
    from: 'leaks:',
    to: `leaks:\n  deep: ${'['.repeat(10_000)}\nmore:`,
    problems: [`${toy}/leaks.yaml:2: it is nested more than 60 levels deep.`],
  },
  {
    name: 'nesting without end, which brackets in comments pretend to close',
    file: `${toy}/leaks.yaml`,
    from: 'leaks:',
    to: `leaks:\n  deep:\n${Array.from({ length: 200 }, () => `    ${'['.repeat(50)} # ${']'.repeat(50)}\n`).join('')}more:`,
    problems: [`${toy}/leaks.yaml:4: it is nested more than 60 levels deep.`],
  },
  {
    name: 'aliases that grow without end',
    file: `${toy}/leaks.yaml`,
    from: 'leaks:',
    to: `a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c]\nleaks:`,
    problems: [`${toy}/leaks.yaml:1: Excessive alias count indicates a resource exhaustion attack.`],
  },
  {
    name: 'a tag that wants an object made',
    file: `${toy}/leaks.yaml`,
    from: '0.002',
    to: '!!js/function "function () { return process }"',
    problems: [`${toy}/leaks.yaml:2: Unresolved tag: tag:yaml.org,2002:js/function.`],
  },
];
