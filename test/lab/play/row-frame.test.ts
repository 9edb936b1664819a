import { describe, expect, it } from 'vitest';
import { readRow } from '../trace/read-row.ts';
import { Notes } from '../trace/notes.ts';
import { packsOf } from './packs.ts';
import { rowBody } from './row-frame.ts';

const pack = packsOf().get('rv-s1');

function valueOf(metric: string, value: unknown) {
  const notes = new Notes();
  const row = readRow({ t: 0, metric, value }, new Set(['']), notes);
  if (!pack) throw new Error('There is no pack');
  const body = row && rowBody(row, { pack, at: 0, notes });
  return { value: body && 'samples' in body ? body.samples[0]?.value : undefined, counts: notes.counts() };
}

describe('a row of a metric', () => {
  it('that says "not measurable" reaches the frame as NaN, as on the wire', () => {
    for (const none of [null, Number.NaN, 'NaN', 'nan']) {
      expect(valueOf('wifi.rssi', none)).toEqual({ value: Number.NaN, counts: {} });
    }
    expect(valueOf('robot.state', null)).toEqual({ value: Number.NaN, counts: {} });
  });

  it('with a nonsense value is counted, and nothing of it is left', () => {
    expect(valueOf('wifi.rssi', 1e300)).toEqual({ value: undefined, counts: { value_out_of_range: 1 } });
    expect(valueOf('wifi.rssi', Number.POSITIVE_INFINITY).value).toBeUndefined();
    expect(valueOf('wifi.rssi', 'none')).toEqual({ value: undefined, counts: { value_wrong_type: 1 } });
    expect(valueOf('robot.state', 'nan')).toEqual({ value: undefined, counts: { word_unknown: 1 } });
    expect(valueOf('fw.version', null)).toEqual({ value: undefined, counts: { value_wrong_type: 1 } });
  });
});
