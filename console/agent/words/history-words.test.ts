import { describe, expect, it } from 'vitest';
import type { ModelDescription } from '../../../proto/api/devices.ts';
import { en } from '../texts/en.ts';
import { zhCN } from '../texts/zh-CN.ts';
import type { Figures } from '../live/history-figures.ts';
import { hasHistory, historySentence, markWords } from './history-words.ts';
import { wordsOf } from './metric-words.ts';

const english = { language: 'en', texts: en } as const;
const chinese = { language: 'zh-CN', texts: zhCN } as const;
const metric = (name: string, type: ModelDescription['metrics'][number]['type'], unit = '1') =>
  ({ name, type, unit, label: { en: name, 'zh-CN': name }, dataClass: 'status', values: {}, chart: false }) as const;
const words = wordsOf({
  model: 'm',
  name: 'M',
  vendor: 'v',
  packVersion: '1',
  metrics: [metric('level', 'gauge', '%'), metric('times', 'counter'), metric('state', 'enum'), metric('ssid', 'text')],
  errors: [
    {
      channel: 'main',
      code: '1',
      name: 'x',
      kind: 'permanent',
      level: 'error',
      subsystem: 'sensors',
      words: { en: 'Lidar blocked', 'zh-CN': '雷达受阻' },
    },
  ],
  firmwareWords: {},
});
/** By this machine's clock, so that its time zone does not matter. */
const at = (minute: number, second = 0) => new Date(2026, 0, 2, 10, minute, second).getTime();
const figures = (changes: Partial<Figures>): Figures => ({
  buckets: [],
  bucketMs: 10_000,
  since: 0,
  onChange: false,
  silences: [],
  lowest: { value: 12, at: at(3, 20) },
  highest: { value: 98.25, at: at(1, 0) },
  last: { value: 54, at: at(5, 10) },
  ...changes,
});
const sentence = (changes: Partial<Figures>, spoken: typeof english | typeof chinese = english) =>
  historySentence({ name: 'level', figures: figures(changes), words, spoken, now: at(6) });

describe('a history in words', () => {
  it('says lowest, highest and last, and when', () => {
    expect(sentence({})).toBe('Lowest 12 % at 10:03:20, highest 98.3 % at 10:01:00, last 54 % at 10:05:10.');
    expect(sentence({}, chinese)).toBe('最低 12 %（10:03:20），最高 98.3 %（10:01:00），最新 54 %（10:05:10）。');
  });

  it('says when nothing came: the last three times, and how many there were before', () => {
    const silence = (minute: number) => ({ from: at(minute), to: at(minute, 40) });
    expect(sentence({ silences: [silence(2)] })).toContain('. Nothing received from 10:02:00 to 10:02:40.');
    const five = sentence({ silences: [silence(0), silence(1), silence(2), silence(3), silence(4)] });
    expect(five).toContain(
      'to 10:02:40, from 10:03:00 to 10:03:40, and from 10:04:00 to 10:04:40, and 2 times before.',
    );
  });

  it('says that nothing was kept, and that nothing changed', () => {
    expect(sentence({ lowest: undefined, highest: undefined, last: undefined })).toBe(en.history.nothing);
    const same = { value: 54, at: at(1) };
    expect(sentence({ lowest: same, highest: same, last: same })).toBe('54 % all the time.');
  });

  it('leaves seconds out of buckets of minutes', () => {
    expect(sentence({ bucketMs: 60_000 })).toContain('at 10:03, highest');
  });

  it('tells no moment before consent, though the first bucket begins before it', () => {
    const low = { value: 12, at: at(3, 20) };
    expect(sentence({ since: at(3, 27), lowest: low })).toContain('Lowest 12 % at 10:03:27, ');
    // To the second, as the sentence above the charts says it.
    expect(sentence({ since: at(3, 27), bucketMs: 60_000, lowest: { ...low, at: at(3) } })).toContain('at 10:03:27, ');
    const silent = sentence({ since: at(3, 27), silences: [{ from: at(3, 20), to: at(3, 50) }] });
    expect(silent).toContain('Nothing received from 10:03:27 to 10:03:50.');
  });
});

describe('what happened', () => {
  it('is named by the pack’s words and the code', () => {
    const raised = { kind: 'raised', at: 0, of: 'main/1' } as const;
    expect(markWords(raised, words, undefined, english)).toBe('Error raised: Lidar blocked (1)');
    expect(markWords(raised, words, undefined, chinese)).toBe('出现错误：雷达受阻（1）');
    expect(markWords({ ...raised, of: 'main/77' }, words, undefined, english)).toBe('Error raised: (77)');
    expect(markWords({ kind: 'boot', at: 0, of: '' }, words, undefined, english)).toBe('The device restarted');
  });
});

describe('a history', () => {
  it('is there of numbers, and of nothing else', () => {
    expect(['level', 'times', 'state', 'ssid', 'unheard'].filter((name) => hasHistory(name, words))).toEqual([
      'level',
      'times',
    ]);
  });
});
