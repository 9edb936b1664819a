import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadTree } from './load.ts';
import { playCases } from './play-all.ts';
import { readTree } from './tree.ts';
import { problemText } from './yaml-file.ts';

const played: string[] = [];
const { models, problems } = loadTree(
  readTree(fileURLToPath(new URL('.', import.meta.url))),
  playCases(({ model, title }) => played.push(`${model} ${title}`)),
);

it('the packs that are shipped are sound, and all their cases come out as they say', () => {
  expect(problems.map(problemText)).toEqual([]);
  expect(played.length).toBeGreaterThan(100);
});

/** The ids of the fault catalogue (fault-catalogue.json, 72 entries), by the class of device that has them. */
const range = (letter: string, last: number) =>
  Array.from({ length: last }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);
const own = {
  'rv-s1': [...range('V', 14), 'V06b'],
  'cam-c1': range('C', 14),
  'spk-p1': range('S', 11),
  'hub-h1': range('H', 15),
};

it.each(Object.entries(own))('%s has every fault of the catalogue that it can have', (model, ids) => {
  const known = models.get(model)?.pack.knowledge?.faults.map(({ id }) => id) ?? [];
  expect(known).toEqual(expect.arrayContaining(ids));
  // Weak Wi-Fi of a camera is C04.
  const everybodys = range('X', 17).filter((id) => model !== 'cam-c1' || id !== 'X01');
  expect(known).toEqual(expect.arrayContaining(everybodys));
});

it('says everything of faults, symptoms and steps in both languages', () => {
  for (const { pack } of models.values()) {
    const { faults = [], symptoms = [], tests = [], questions = [], actions = [] } = pack.knowledge ?? {};
    const words = [
      ...[...faults, ...symptoms, ...tests, ...questions, ...actions].map((one) => one.words),
      ...faults.flatMap(({ owner, escalate }) => (escalate ? [owner, escalate] : [owner])),
      ...questions.flatMap(({ answers }) => [...answers.values()]),
      ...tests.flatMap(({ fields }) => [...fields.values()].map((field) => field.words)),
    ];
    for (const text of words) {
      expect(text['zh-CN'], text.en).toMatch(/\p{Script=Han}/u);
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
    }
  }
});
