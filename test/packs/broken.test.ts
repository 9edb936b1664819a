import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { loadTree } from '../../gateway/packs/load.ts';
import { playCases } from '../../gateway/packs/play-all.ts';
import { readTree, type Tree } from '../../gateway/packs/tree.ts';
import { problemText } from '../../gateway/packs/yaml-file.ts';
import { type Broken, broken } from './broken.ts';

const sound = readTree(fileURLToPath(new URL('sound', import.meta.url)));
const problemsOf = (tree: Tree) => loadTree(tree, playCases()).problems.map(problemText);

function changed({ file, from, to }: Broken): Tree {
  const tree = new Map(sound);
  const text = tree.get(file) ?? '';
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  if (from === '' && to === '') tree.delete(file);
  else tree.set(file, from === '' ? to : text.replace(from, () => to));
  return tree;
}

describe('packs', () => {
  it('are taken when nothing is wrong with them, and their cases come out as they say', () => {
    expect(problemsOf(sound)).toEqual([]);
    const { pack, cases } = loadTree(sound).models.get('toy-1')!;
    expect([...pack.metrics.keys()]).toEqual(['link.ok', 'toy.state', 'motor.current{left}', 'motor.current{right}']);
    expect(pack.knowledge?.faults.map(({ id, component }) => [id, component])).toEqual([
      ['X91', 'toy.core.board'],
      ['T01', 'toy.motor'],
      ['T02', 'toy.motor'],
    ]);
    expect(cases.map(({ entry }) => entry.title)).not.toContain('Of what the toy leaves out');
  });

  it('say in numbers what they say in words', () => {
    const { knowledge } = loadTree(sound).models.get('toy-1')!.pack;
    const [outside, jammed] = knowledge!.faults;
    expect([...outside!.symptoms]).toEqual([
      ['link_down', 0.95],
      ['hums', 0.02],
    ]);
    expect([jammed!.prior, ...jammed!.repairs]).toEqual([3, ['clear_motor', 0.8]]);
    const [linkDown, currentHigh, codeJam, hums] = knowledge!.symptoms;
    expect([linkDown!.leak, codeJam!.leak, hums!.leak]).toEqual([0.0005, 0.002, 0.001]);
    expect(currentHigh!.instances.map(({ name, when }) => [name, when])).toEqual([
      ['left', 'avg(motor.current["left"], 20) > 2.5'],
      ['right', 'avg(motor.current["right"], 20) > 2.5'],
    ]);
    expect([currentHigh!.dueMs, currentHigh!.holdMs, hums!.dueMs]).toEqual([30_000, 10_000, 0]);
  });

  it.each(broken.map((one) => [one.name, one] as const))('are refused for %s, with file and line', (_, one) => {
    expect(problemsOf(changed(one))).toEqual(one.problems);
  });

  it('reach no prototype, clock or network', () => {
    const clock = vi.spyOn(Date, 'now');
    const network = vi.spyOn(globalThis, 'fetch');
    const names = Object.getOwnPropertyNames(Object.prototype);
    try {
      for (const one of broken.filter(({ file }) => /(symptoms|leaks)\.yaml$/.test(file))) loadTree(changed(one));
      expect([clock.mock.calls.length, network.mock.calls.length]).toEqual([0, 0]);
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(names);
    } finally {
      vi.restoreAllMocks();
    }
  });
});
