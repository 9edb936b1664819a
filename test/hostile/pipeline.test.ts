import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeClock } from '../support/fake-clock.ts';
import { GrantBook } from '../../gateway/domain/consent/grant-book.ts';
import { compileGrant } from '../../gateway/domain/consent/grant-view.ts';
import { storedBytes, viewAllowance } from '../../gateway/domain/consent/view-allowance.ts';
import type { FrameBody } from '../../gateway/domain/frames.ts';
import { asId, type DeviceId, type LinkId } from '../../gateway/domain/ids.ts';
import { createPipeline, type Pipeline } from '../../gateway/pipeline.ts';
import type { CommitVerdict } from '../../gateway/ports/frames.ts';
import type { RawMessage } from '../../gateway/ports/links.ts';
import { grant } from '../../gateway/store/testing/records.ts';

const devices = ['flooder', 'honest'] as const;

/** As many samples of one metric in one message as 64 KiB hold. */
const samples = Array.from({ length: 5_800 }, () => ({
  name: 'battery.level',
  dataClass: 'status' as const,
  value: 55.5,
  at: 1_800_000_000_000,
}));
const big: FrameBody = { lane: 'telemetry', samples };
const small: FrameBody = { lane: 'telemetry', samples: samples.slice(0, 1) };

let clock: FakeClock;
let pipeline: Pipeline;
let book: GrantBook;
let body: FrameBody;
/** What the store holds, in order; `write` lets it go to disk, `null`: at once. */
let given: { readonly device: string; readonly seq: number; readonly bytes: number; readonly write: () => void }[];
let slow: boolean;
let discarded: string[];
let seq: number;
let verdict: CommitVerdict;
let missed: boolean;
let applied: number[];

beforeEach(() => {
  [given, discarded, slow, seq] = [[], [], false, 0];
  [verdict, missed, applied] = ['stored', false, []];
  clock = new FakeClock(grant.notBefore);
  book = new GrantBook();
  for (const device of devices) allow(device);
  pipeline = createPipeline({
    book,
    clock,
    stages: {
      decode: ({ from, receivedAt }) => ({
        frames: [
          {
            deviceId: from.kind === 'native' ? from.deviceId : asId<DeviceId>(''),
            source: 'telemetry',
            bootId: asId('b1'),
            seq: (seq += 1),
            epoch: 1,
            kind: 'live',
            receivedAt,
            body,
          },
        ],
        discarded: [],
      }),
      control: async () => undefined,
      commit: async (frames) => {
        if (frames.length === 0) throw new Error('Nothing to commit');
        const written = frames.map(async ({ deviceId: device, seq: at, body: kept }) => {
          await new Promise<void>((write) => {
            given.push({ device, seq: at, bytes: storedBytes(kept), write });
            if (!slow) write();
          });
        });
        await Promise.all(written);
        return frames.map(() => verdict);
      },
      hasMissed: () => missed,
      apply: (frame) => void applied.push(frame.seq),
      localise: () => false,
      publish: () => undefined,
    },
    meter: { settled: (event) => void discarded.push(...event.discarded), counted: () => undefined },
    askRebirth: () => undefined,
    presence: () => undefined,
    heard: () => undefined,
  });
});

function allow(device: string): void {
  const ids = { id: asId<typeof grant.id>(device), viewId: asId<typeof grant.viewId>(device) };
  const at = { now: clock.now(), monotonicMs: clock.monotonicMs() };
  book.put(compileGrant({ ...grant, ...ids, deviceId: asId<DeviceId>(device), startEpoch: 0 }, at));
}

function send(device: string, what: FrameBody): Promise<void> {
  body = what;
  const from = {
    kind: 'native',
    linkId: asId<LinkId>(device),
    deviceId: asId<DeviceId>(device),
    model: 'rv-s1',
  } as const;
  const raw: RawMessage = {
    from,
    topic: '',
    payload: new Uint8Array(),
    oversize: false,
    retain: false,
    receivedAt: clock.now(),
  };
  return new Promise((settle, fail) =>
    pipeline.receive(raw, { settle, fail: () => fail(new Error('never to be acknowledged')) }),
  );
}
/** What one turn of the event loop brings is committed at its end. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const of = (device: string) => given.filter((one) => one.device === device);

it('what is stored already is applied only where it never was: the answer of a store that fell was lost', async () => {
  await send('honest', small);
  verdict = 'duplicate';
  await send('honest', small);
  missed = true;
  await send('honest', small);
  verdict = 'refused';
  await send('honest', small);
  expect(applied).toEqual([1, 3]);
  expect(discarded).toEqual(['duplicate', 'duplicate', 'grant_ended_meanwhile']);
});

it('of very many Views that begin, the pipeline asks of each only now and then whether it is over', async () => {
  const many = Array.from({ length: 1_000 }, (_, n) => `device-${n}`);
  many.forEach(allow);
  const asked = vi.spyOn(book, 'ofView');
  await Promise.all(many.map((device) => send(device, small)));
  expect(given).toHaveLength(many.length);
  expect(asked).toHaveBeenCalled();
  expect(asked.mock.calls.length).toBeLessThanOrEqual(2 * many.length);
});

describe('a device that floods', () => {
  it('is settled and counted beyond the allowance of its View, and nothing of it is stored; others go on', async () => {
    for (let n = 0; n < 200; n += 1) await send('flooder', big);
    const stored = of('flooder').reduce((sum, { bytes }) => sum + bytes, 0);
    expect(stored).toBeLessThanOrEqual(viewAllowance.bytesAtOnce);
    expect(stored).toBeGreaterThan(viewAllowance.bytesAtOnce * 0.9);
    expect(of('flooder').length + discarded.length).toBe(200);
    expect(new Set(discarded)).toEqual(new Set(['view_flooded']));
    await send('honest', small);
    expect(of('honest')).toHaveLength(1);
    clock.advance(60_000);
    const before = of('flooder').length;
    await send('flooder', big);
    expect(of('flooder').length, 'a minute later there is room again').toBe(before + 1);
  });

  it('waits for itself: little of it is on the way to a slow disk, and others do not stand behind it', async () => {
    slow = true;
    const flood = Array.from({ length: 20 }, () => send('flooder', big));
    await turn();
    const onTheWay = of('flooder').reduce((sum, { bytes }) => sum + bytes, 0);
    expect(onTheWay).toBeLessThanOrEqual(1_000_000);
    const honest = send('honest', small);
    await turn();
    expect(of('honest')).toHaveLength(1);
    of('honest')[0]?.write();
    await honest;
    for (let n = 0; n < 20; n += 1) {
      await expect.poll(() => of('flooder').length).toBeGreaterThan(n);
      of('flooder')[n]?.write();
    }
    await Promise.all(flood);
    const seqs = of('flooder').map((one) => one.seq);
    expect(seqs, 'in the order of arrival').toEqual([...seqs].sort((a, b) => a - b));
  });

  it('of which one message is larger than the share is let through alone', async () => {
    const huge: FrameBody = { lane: 'telemetry', samples: Array.from({ length: 12_000 }, () => samples[0]!) };
    await Promise.all([send('flooder', huge), send('flooder', huge)]);
    expect(of('flooder')).toHaveLength(2);
  });
});
