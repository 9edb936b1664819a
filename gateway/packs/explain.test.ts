import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import { loadTree } from './load.ts';
import { readTree } from './tree.ts';

const sound = fileURLToPath(new URL('../../test/packs/sound', import.meta.url));
const { pack } = loadTree(readTree(sound)).models.get('toy-1')!;
const section = (lines: readonly string[] | undefined, title: string): readonly string[] => {
  const start = (lines ?? []).findIndex((line) => line.startsWith(title));
  const end = (lines ?? []).indexOf('', start);
  return start < 0 ? [] : (lines ?? []).slice(start, end < 0 ? undefined : end);
};

describe('an explanation', () => {
  it('says what a fault shows, the surest first', () => {
    expect(section(explain(pack, 'T01', 'en'), 'It shows')).toEqual([
      'It shows',
      '  almost always (95 %)  A motor draws too much current  [current_high]',
      '  usually (80 %)  The toy says that it is jammed  [code_jam]',
      '  often (60 %)  It hums and does not move  [hums]',
    ]);
  });

  it('says what tells it from its nearest neighbour, and which the catalogue calls confusable', () => {
    const [title, ...rows] = section(explain(pack, 'T01', 'en'), 'From T02');
    expect(title).toMatch(/^From T02 Motor broken: \d+\.\d bits, which the catalogue calls confusable$/);
    expect(rows[0]).toBe('  almost always (95 %)  against never (0 %)  A motor draws too much current  [current_high]');
  });

  it('names what to ask and to measure, also to rule the neighbours out, and what to try', () => {
    expect(section(explain(pack, 'T01', 'zh-CN'), '可询问')).toEqual([
      '可询问与可尝试的步骤',
      '  查看 (20 s)  它发出什么声音？  [toy.sound]',
      '  查看 (20 s)  运行电机十秒  [test.motor]',
      '  可修复 通常（80 %）  清除卡住电机的东西  [clear_motor]',
    ]);
  });

  it('of all faults is a line each, with the nearest other one', () => {
    expect(explain(pack, undefined, 'en')?.map((line) => line.replace(/\d+\.\d bits/, '… bits'))).toEqual([
      'X91  The home network is down  (nearest: T02, … bits)',
      'T01  Motor jammed  (nearest: T02, … bits)',
      'T02  Motor broken  (nearest: X91, … bits)',
    ]);
  });

  it('is none of a fault that the model has not', () => {
    expect(explain(pack, 'X90', 'en')).toBeUndefined();
    const { knowledge: _, ...names } = pack;
    expect(explain(names, undefined, 'en')).toEqual(['This pack has no faults: it names values and codes only.']);
  });
});
