import { expect, it } from 'vitest';
import { compileLocaliser } from '../domain/localisation/localiser-program.ts';
import type { PackCase } from './cases.ts';
import { loadTree } from './load.ts';
import { playCase } from './play-case.ts';

const words = (en: string) => `en: ${en}, zh-CN: 中文`;
const { models, problems } = loadTree(
  new Map([
    [
      'toy/pack.yaml',
      `schema: pack/1
model: toy-1
version: 1.0.0
name: Toy
vendor: Nobody
family: toy
class: toy
channel: main
components: [toy]
metrics:
  - {name: toy.load, type: gauge, unit: "1", class: status, range: [0, 9], sample: {live: 5}, ${words('Load')}}
errors: []
operations: []
`,
    ],
    [
      'toy/symptoms.yaml',
      `symptoms:
  - {id: load_high, ${words('Load')}, when: toy.load > 5, hold: 20}
  - {id: hums, ${words('Hums')}, when: answer("toy.sound") == "hums"}
`,
    ],
    [
      'toy/faults.yaml',
      `faults:
  - {id: T01, ${words('Jam')}, owner: {${words('Jam')}}, component: toy, prior: common, basis: memory, exit: repair, symptoms: {load_high: always, hums: rare}}
  - {id: T02, ${words('Hum')}, owner: {${words('Hum')}}, component: toy, prior: common, basis: memory, exit: repair, symptoms: {hums: always}}
`,
    ],
    [
      'toy/steps.yaml',
      `questions:
  - {id: toy.sound, ${words('Sound')}, cost: {seconds: 20, owner: little, risk: none}, answers: {hums: [Hums, 嗡], none: [None, 无]}}
`,
    ],
    [
      'toy/cases.yaml',
      `cases:
  - {title: Jam, expect: {fault: T01}, given: [{at: 0, values: {toy.load: 8}}], until: 60}
  - {title: Hum, expect: {fault: T02}, mode: call, given: [{at: 0, answer: {toy.sound: hums}}], until: 60}
`,
    ],
  ]),
);
const program = compileLocaliser(models.get('toy-1')!.pack)!;
const play = (one: Omit<PackCase, 'title'>) => playCase(program, { title: 'Jam', ...one }).failure;
const jammed = [{ at: 0, values: { 'toy.load': 8 } }];

it('what comes out is what the case expects, or is told', () => {
  expect(problems).toEqual([]);
  expect(play({ expect: { fault: 'T01' }, given: jammed, until: 60 })).toBeNull();
  expect(play({ expect: { fault: 'T02' }, given: jammed, until: 60 })).toMatch(
    /^the case "Jam" expects T02 with 50 % or more: it gives T01 \d+ %, .*none \d+ %, unmodelled \d+ %\.$/,
  );
  expect(play({ expect: { fault: 'T01', at_least: 1 }, given: jammed, until: 60 })).toContain('T01 with 100 % or more');
});

it('a hold that has not run out shows nothing yet', () => {
  expect(play({ expect: { nothing: true }, given: jammed, until: 15 })).toBeNull();
  expect(play({ expect: { nothing: true }, given: jammed, until: 60 })).toContain('expects nothing to be named');
});

it('the next step is judged in a call', () => {
  const call = { mode: 'call', given: [], until: 10 } as const;
  expect(play({ ...call, given: [], expect: { next: 'toy.sound' } })).toBeNull();
  const asked = [{ at: 1, answer: { 'toy.sound': 'none' } }];
  expect(play({ ...call, given: asked, expect: { next: 'toy.sound' } })).toContain('toy.sound next, not');
});
