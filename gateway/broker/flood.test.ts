import mqttPacket from 'mqtt-packet';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../test/support/fake-clock.ts';
import {
  type Bench,
  benchGate,
  type BenchOptions,
  held,
  pause,
  publishPacket,
  type RawClient,
  startBench,
  until,
} from './test-bench.ts';

let bench: Bench;
let clock: FakeClock;
beforeEach(() => {
  clock = new FakeClock();
});
afterEach(async () => bench.stop());

async function start(options: BenchOptions): Promise<void> {
  bench = await startBench({ clock, ...options });
}

const share = { shareMessagesAtOnce: 50, shareMessagesASecond: 50 };
/** A hundred times what it may send in a second, in one go. */
const flood = 5_000;

function say(client: RawClient, device: string, count: number): void {
  const packets = Array.from({ length: count }, (_, n) =>
    mqttPacket.generate(publishPacket(`diag/1/${device}/up/telemetry`, n + 1)),
  );
  client.socket.write(Buffer.concat(packets));
}
const handedOn = (device: string) => bench.messages.filter(({ from }) => from.linkId === device).length;
/** Everything that is going to happen without time passing has happened. */
async function quiet(): Promise<void> {
  for (let before = -1; before !== bench.messages.length; ) {
    before = bench.messages.length;
    await pause(30);
    // Of a process that was held up meanwhile the timer is first: what the sockets have comes in the turns after it.
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  }
}

/** So many quarters of a second, and what they allow. */
async function pass(quarters: number): Promise<void> {
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    await clock.pass(250);
    await quiet();
  }
}

describe('a device that sends a hundred times its share', () => {
  it('is not read, stays connected and is told of once; another loses nothing and waits for nothing', async () => {
    await start({ limits: share });
    const [flooder, honest] = [await bench.join('d1'), await bench.join('d2')];
    say(flooder, 'd1', flood);
    await quiet();
    expect(handedOn('d1')).toBe(share.shareMessagesAtOnce);
    // No time passes: whatever the other one gets, it gets it while the flood stands still.
    say(honest, 'd2', 40);
    await until(() => honest.acknowledged().length === 40);
    expect(flooder.isClosed).toBe(false);
    expect(bench.broker.stats()).toMatchObject({ overShare: 1, connected: 2 });
    expect([bench.noticed, bench.refusals()]).toEqual([['link_over_share d1'], []]);

    for (let second = 1; second <= 3; second += 1) {
      await pass(4);
      expect(handedOn('d1'), 'its share of a second').toBe(share.shareMessagesAtOnce + second * 50);
    }
    expect(flooder.acknowledged()).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
    expect(bench.noticed).toEqual(['link_over_share d1']);
  });

  it('the control: with a share as large as the flood it is read at once', async () => {
    await start({ limits: { ...share, shareMessagesAtOnce: flood + 1, shareMessagesInARow: flood + 1 } });
    const flooder = await bench.join('d1');
    say(flooder, 'd1', flood);
    await until(() => handedOn('d1') === flood);
    expect(bench.noticed).toEqual([]);
  });

  it('takes the first of its share in a row and the rest evenly, so that nobody waits for thousands; which is not told', async () => {
    await start({ limits: { ...share, shareMessagesAtOnce: flood, shareMessagesInARow: 60 } });
    const flooder = await bench.join('d1');
    say(flooder, 'd1', flood);
    await quiet();
    expect(handedOn('d1')).toBe(60);
    for (let second = 1; second <= 3; second += 1) {
      await pass(4);
      expect(handedOn('d1'), 'four times its share of a second').toBe(60 + second * 200);
    }
    expect([flooder.isClosed, bench.noticed]).toEqual([false, []]);
  });

  it('gains nothing by coming back', async () => {
    await start({ limits: share });
    const first = await bench.join('d1');
    say(first, 'd1', flood);
    await quiet();
    say(await bench.join('d1'), 'd1', 100);
    await quiet();
    expect(handedOn('d1')).toBe(share.shareMessagesAtOnce);
  });

  it('is not taken for silent while it is not read, and is when it may be read again and says nothing', async () => {
    await start({ limits: share });
    const flooder = await bench.join('d1', { keepalive: 1 });
    say(flooder, 'd1', 150);
    await quiet();
    // More than 1.5 times its keep-alive until it is read to the end.
    await pass(9);
    expect([flooder.isClosed, handedOn('d1')]).toEqual([false, 150]);
    await clock.pass(3_100);
    await flooder.closed();
    expect(bench.refusals()).toEqual(['link_silent']);
  });

  it('is measured by bytes as well', async () => {
    await start({ limits: { shareBytesAtOnce: 100_000, shareBytesASecond: 10_000 } });
    const flooder = await bench.join('d1');
    for (let id = 1; id <= 10; id += 1)
      flooder.send(publishPacket('diag/1/d1/up/telemetry', id, { payload: Buffer.alloc(30_000) }));
    await quiet();
    expect(handedOn('d1')).toBe(4);
  });

  it('may be a home: a link of many devices has ten times as much', async () => {
    await start({ limits: share });
    const home = await bench.join('homie1');
    for (let id = 1; id <= 600; id += 1) home.send(publishPacket('homie/homie1/x', id));
    await quiet();
    expect(handedOn('homie1') + bench.broker.stats().foreignDropped).toBe(500);
  });
});

describe('one brand whose devices all flood while the store is slow', () => {
  const limits = { inFlightOfAll: 60, inFlightCount: 64 };
  const brandOf = ({ linkId }: { readonly linkId: string }) => linkId.slice(0, 1);

  async function herdAndOther(options: BenchOptions): Promise<readonly [number, number]> {
    await start({ limits, settle: held().settle, ...options });
    const herd = await Promise.all(Array.from({ length: 10 }, async (_, n) => bench.join(`a${n}`)));
    herd.forEach((client, n) => say(client, `a${n}`, 20));
    await quiet();
    const other = await bench.join('b1');
    say(other, 'b1', 5);
    await quiet();
    return [bench.messages.length - handedOn('b1'), handedOn('b1')];
  }

  it('has half of what may be in flight, and the device of another brand finds room', async () => {
    const [ofHerd, ofOther] = await herdAndOther({ gate: { ...benchGate, brandOf } });
    expect(ofHerd).toBe(30);
    expect(ofOther).toBe(5);
    expect(bench.broker.stats().waitingForBrand).toBeGreaterThanOrEqual(8);
  });

  it('the control: were they all of one brand, there would be none', async () => {
    const [, ofOther] = await herdAndOther({ gate: benchGate });
    expect(ofOther).toBe(0);
  });

  it('loses nothing: all is settled in the end, in order, and nobody is closed', async () => {
    const waiting: (() => void)[] = [];
    const settle = () => new Promise<void>((resolve) => waiting.push(resolve));
    await start({ limits, settle, gate: { ...benchGate, brandOf } });
    const herd = await Promise.all(Array.from({ length: 10 }, async (_, n) => bench.join(`a${n}`)));
    herd.forEach((client, n) => say(client, `a${n}`, 20));
    await until(() => {
      for (const go of waiting.splice(0)) go();
      return herd.every((client) => client.acknowledged().length === 20);
    });
    for (const client of herd) {
      expect(client.acknowledged()).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
      expect(client.isClosed).toBe(false);
    }
    expect(bench.broker.stats()).toMatchObject({ inFlight: 0, waitingForBrand: 0 });
  });
});
