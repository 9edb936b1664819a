import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Problem } from '../../proto/api/common.ts';
import { SqliteStore } from '../../gateway/store/sqlite/sqlite-store.ts';
import { framesOf } from '../support/database.ts';
import type { WireDevice } from '../support/wire-device.ts';
import { Ground, metrics, type Party } from './ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await Ground.open();
}, 60_000);
afterAll(() => ground.close());

/** Keeps every message until it is acknowledged, and comes back when it is disconnected (WIRE.md "Settling"). */
class PersistentDevice {
  readonly acknowledged: number[] = [];
  readonly #party: Party;
  #device: WireDevice;
  #connections = 1;

  constructor(party: Party) {
    this.#party = party;
    this.#device = party.device;
  }

  get connections(): number {
    return this.#connections;
  }

  async publish(seq: number): Promise<void> {
    const deadline = Date.now() + 40_000;
    while (!(await this.#try(seq))) {
      if (Date.now() > deadline) throw new Error(`seq ${seq} was never acknowledged`);
      await this.#comeBack();
    }
    this.acknowledged.push(seq);
  }

  /** True when it was acknowledged, false when the connection was closed instead. */
  async #try(seq: number): Promise<boolean> {
    const device = this.#device;
    const acknowledged = device.telemetry({ 1: seq % 100 }, { seq }).then(
      () => true,
      () => false,
    );
    const closed = device
      .until(() => device.closed, 20_000)
      .then(
        () => false,
        () => false,
      );
    return Promise.race([acknowledged, closed]);
  }

  async #comeBack(): Promise<void> {
    this.#device = await ground.connect(this.#party.registered);
    this.#connections += 1;
    await this.#device.birth(metrics);
  }
}

const ready = async () => {
  const response = await fetch(`${ground.kit.gateway.httpUrl}/readyz`);
  return { status: response.status, text: await response.text() };
};

it('a writer thread that is killed acknowledges nothing, is named, comes back, and loses nothing', {
  timeout: 60_000,
}, async () => {
  const store = ground.kit.gateway.app.ledger;
  if (!(store instanceof SqliteStore)) throw new Error('The composition root uses another store now');
  const parties = await Promise.all([ground.party(), ground.party(), ground.party()]);
  const devices = parties.map((party) => new PersistentDevice(party));
  expect((await ready()).status).toBe(200);
  const events = await ground.count('diag_events_total', 'store_unavailable');
  const stored = () => parties.map(({ grant }) => framesOf(ground.kit, grant.viewId).map(({ seq }) => seq));

  let killed: Promise<unknown> | undefined;
  const rounds = 30;
  const publishing = devices.map(async (device) => {
    for (let seq = 1; seq <= rounds; seq += 1) {
      await device.publish(seq);
      if (seq === 10) killed ??= kill();
    }
  });
  const ended = new Set<unknown>();
  const end = async () => {
    const { writer } = store.threads;
    ended.add(writer);
    await writer?.terminate();
  };
  async function kill() {
    await end();
    // While it is down: everything that was acknowledged is on disk, and what is asked is refused with a code.
    const acknowledged = devices.map((device) => [...device.acknowledged]);
    const asking = { on: true };
    const answers = Promise.all([
      ready(),
      ground.api.call<Problem>('POST', '/brands', { name: 'Later', company: 'Later', country: 'CN' }),
    ]).finally(() => (asking.on = false));
    // On a busy machine another is about to take its place before these have been asked: it is ended as well.
    for (; asking.on; await new Promise(setImmediate)) await end();
    const [down, refused] = await answers;
    const onDisk = stored();
    acknowledged.forEach((seqs, n) => expect(onDisk[n]).toEqual(expect.arrayContaining(seqs)));
    return { down, refused };
  }
  await Promise.all(publishing);

  expect(await killed).toMatchObject({
    down: { status: 503, text: expect.stringContaining('store-writer') as unknown },
    refused: { status: 503, body: { code: 'store_unavailable' } },
  });
  expect(await ground.count('diag_events_total', 'store_unavailable')).toBe(events + ended.size);
  expect(ground.kit.log.filter(({ code, msg }) => code === 'store_unavailable' && msg === 'store')).toHaveLength(
    ended.size,
  );
  expect(
    devices.map(({ connections }) => connections),
    'they waited for their acknowledgements, and nobody was disconnected',
  ).toEqual([1, 1, 1]);
  const all = Array.from({ length: rounds }, (_, n) => n + 1);
  for (const seqs of stored())
    expect(
      [...seqs].sort((a, b) => a - b),
      'each exactly once',
    ).toEqual(all);
  await expect.poll(async () => (await ready()).status).toBe(200);
  expect(await ground.api.call('POST', '/brands', { name: 'Now', company: 'Now', country: 'CN' })).toMatchObject({
    status: 200,
    body: { name: 'Now' },
  });
  expect(await ground.kit.gateway.app.audit.verify()).toBe(true);
});
