import { describe, expect, it } from 'vitest';
import type { DeviceRecord } from './records.ts';
import { reduceRecord } from './records.ts';
import { SendBuffer } from './send-buffer.ts';

const record = (at: number): DeviceRecord => ({
  lane: 'telemetry',
  at,
  samples: [
    { alias: 1, dataClass: 'status', value: at },
    { alias: 2, dataClass: 'network', value: at },
  ],
});
function filled(options: { count: number; messages?: number; online?: boolean }): SendBuffer {
  const buffer = new SendBuffer({ messages: options.messages ?? 1000, offlineMs: 900_000 });
  if (options.online) buffer.linkUp();
  for (let i = 0; i < options.count; i += 1) buffer.add({ record: record(i), epoch: 1, kind: 'live', now: i });
  return buffer;
}
const drain = (buffer: SendBuffer) => {
  const out = [];
  for (let next = buffer.take(); next; next = buffer.take()) out.push(next);
  return out;
};

describe('the send buffer', () => {
  it('gives seqs from 1 as messages enter, and settles each once', () => {
    const buffer = filled({ count: 3, online: true });
    expect(drain(buffer).map((message) => message.seq)).toEqual([1, 2, 3]);
    expect([buffer.settle(2), buffer.settle(2), buffer.settle(9)]).toEqual([true, false, false]);
    expect([buffer.size, buffer.settledCount]).toEqual([2, 1]);
  });

  it('sends again in order, as history, what the broken link left unsettled', () => {
    const buffer = filled({ count: 4, online: true });
    buffer.take();
    buffer.take();
    buffer.settle(1);
    buffer.linkDown();
    const again = drain(buffer);
    expect(again.map((message) => message.seq)).toEqual([2, 3, 4]);
    expect(again.map((message) => message.kind)).toEqual(['historical', 'historical', 'historical']);
  });

  it('drops the oldest when full and declares all dropped ranges, one a message, in those that leave next', () => {
    const buffer = filled({ count: 8, messages: 5 });
    expect(buffer.size).toBe(5);
    const out = drain(buffer);
    expect(out.map((message) => message.seq)).toEqual([4, 5, 6, 7, 8]);
    expect(out[0]?.dropped).toEqual({ from: 1, to: 3 });
    expect(out.slice(1).every((message) => message.dropped === undefined)).toBe(true);
  });

  it('says the same about drops in a copy that is sent again', () => {
    const buffer = filled({ count: 6, messages: 5 });
    buffer.take();
    buffer.linkDown();
    expect(drain(buffer)[0]).toMatchObject({ seq: 2, dropped: { from: 1, to: 1 } });
  });

  it('declares again what a dropped message was to declare', () => {
    const buffer = filled({ count: 6, messages: 5 });
    buffer.take();
    buffer.linkDown();
    buffer.add({ record: record(7), epoch: 1, kind: 'live', now: 7 });
    expect(drain(buffer)[0]).toMatchObject({ seq: 3, dropped: { from: 1, to: 2 } });
  });

  it('keeps what is 15 min old while the link is down, and no more', () => {
    const buffer = filled({ count: 2 });
    buffer.add({ record: record(3), epoch: 1, kind: 'live', now: 500_000 });
    buffer.forgetOld(900_001);
    expect(drain(buffer).map((message) => message.seq)).toEqual([2, 3]);
  });

  it('deletes a withdrawn class at once from what waits and from what would be resent, and declares emptied messages', () => {
    const buffer = filled({ count: 2, online: true });
    buffer.add({
      record: { lane: 'telemetry', at: 3, samples: [{ alias: 2, dataClass: 'network', value: 3 }] },
      epoch: 1,
      kind: 'live',
      now: 3,
    });
    buffer.add({ record: record(4), epoch: 1, kind: 'live', now: 4 });
    buffer.take();
    buffer.prune((message) => reduceRecord(message.record, (dataClass) => dataClass !== 'network'));
    buffer.linkDown();
    const out = drain(buffer);
    expect(out.map((message) => message.seq)).toEqual([1, 2, 4]);
    expect(JSON.stringify(out)).not.toContain('network');
    expect(out[0]?.dropped).toEqual({ from: 3, to: 3 });
  });
});
