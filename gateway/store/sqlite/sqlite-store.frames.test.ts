import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GrantRecord } from '../../domain/cases/records.ts';
import type { FrameBody } from '../../domain/frames.ts';
import { asId } from '../../domain/ids.ts';
import { StoreFolder } from '../testing/open-store.ts';
import { admitAnyway, allFrames, auditEvent, battery, everything, grant } from '../testing/records.ts';
import { decodeBody, encodeBody } from './body-text.ts';
import type { SqliteStore } from './sqlite-store.ts';

const folder = new StoreFolder();
let store: SqliteStore;
beforeAll(async () => {
  store = await folder.open();
  await store.save(everything);
});
afterAll(async () => folder.clean());

/** A View of a test's own. */
async function newView(name: string): Promise<GrantRecord> {
  const record: GrantRecord = {
    ...grant,
    id: asId(`grant-${name}`),
    viewId: asId(`view-${name}`),
    classes: ['status', 'errors', 'firmware', 'logs', 'network'],
  };
  await store.save([{ put: 'grant', record }]);
  return record;
}

describe('bodies come back as they went', () => {
  const bodies: readonly FrameBody[] = [
    battery(80.25),
    battery('清扫 "quoted" \u0000 \ud800'),
    battery('{"number":"NaN"}'),
    { lane: 'error', complete: false, errors: [{ channel: 'main', code: '12', raised: true, detail: '', at: -1 }] },
    { lane: 'firmware', samples: [], slots: [{ name: 'a', version: '1.2.3', state: 'confirmed' }] },
    { lane: 'log', entries: [{ at: 1, level: 'error', source: '__proto__', text: '<script>' }] },
    {
      lane: 'output',
      executionId: 'x1',
      dataClass: 'network',
      fields: [
        { name: 'ping', value: Number.POSITIVE_INFINITY },
        { name: 'host', value: 'NaN' },
      ],
    },
    ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, Number.MAX_VALUE, 5e-324].map(battery),
  ];

  test('through text, without a value JSON would lose', () => {
    for (const body of bodies) expect(decodeBody(encodeBody(body))).toStrictEqual(body);
    expect(encodeBody(battery(Number.NaN))).toContain('"value":{"number":"NaN"}');
  });

  test('through the file, with their header', async () => {
    const under = await newView('bodies');
    const frames = bodies.map((body, n) => admitAnyway({ seq: n + 1, body, kind: 'historical' }, under));
    await store.commit(frames);
    const rows = await allFrames(store, under.viewId);
    expect(rows.map(({ frame }) => frame.body)).toStrictEqual(bodies);
    expect(rows[0]).toEqual({
      viewId: under.viewId,
      frame: {
        deviceId: grant.deviceId,
        source: 'telemetry',
        bootId: '00000000000000b1',
        seq: 1,
        epoch: null,
        kind: 'historical',
        receivedAt: 1_000_000,
        body: bodies[0],
      },
    });
  });
});

describe('exactly once', () => {
  test('one verdict a frame, in order: within a call, across calls, per boot and per View', async () => {
    const [a, b] = [await newView('once-a'), await newView('once-b')];
    const first = await store.commit([
      admitAnyway({ seq: 2 }, a),
      admitAnyway({ seq: 1 }, a),
      admitAnyway({ seq: 2, body: battery(3) }, a),
      admitAnyway({ seq: 2 }, b),
      admitAnyway({ seq: 3, receivedAt: grant.expiresAt }, a),
    ]);
    expect(first).toEqual(['stored', 'stored', 'duplicate', 'stored', 'refused']);
    expect(await store.commit([admitAnyway({ seq: 1 }, a), admitAnyway({ seq: 1, boot: 'ff' }, a)])).toEqual([
      'duplicate',
      'stored',
    ]);
    const rows = await allFrames(store, a.viewId);
    expect(rows.map(({ frame }) => [frame.bootId, frame.seq])).toEqual([
      ['00000000000000b1', 2],
      ['00000000000000b1', 1],
      ['ff', 1],
    ]);
    expect(rows[0]!.frame.body).toEqual(battery(80));
  });

  test('the largest whole numbers of a device keep apart; others are refused before they reach the writer', async () => {
    const under = await newView('large');
    const largest = Number.MAX_SAFE_INTEGER;
    await store.commit([admitAnyway({ seq: largest }, under), admitAnyway({ seq: largest - 1 }, under)]);
    const rows = await allFrames(store, under.viewId);
    expect(rows.map(({ frame }) => frame.seq)).toEqual([largest, largest - 1]);
    await expect(store.commit([admitAnyway({ seq: 2 ** 53 }, under)])).rejects.toThrow(RangeError);
    await expect(store.commit([admitAnyway({ seq: Number.NaN }, under)])).rejects.toThrow(RangeError);
  });

  test('a View longer than a page is read whole and in order', async () => {
    const under = await newView('long');
    const frames = Array.from({ length: 1_250 }, (_, n) => admitAnyway({ seq: 2_000 - n }, under));
    await store.commit(frames);
    const rows = await allFrames(store, under.viewId);
    expect(rows.map(({ frame }) => frame.seq)).toEqual(frames.map(({ seq }) => seq));
  });
});

describe('a dropped View', () => {
  const secret = 'secret-of-the-owner-0123456789';
  const onDisk = () =>
    ['', '-wal'].map((suffix) => readFileSync(`${folder.file}${suffix}`).includes(secret)).some(Boolean);

  test('leaves no frame and no byte behind, and others untouched', async () => {
    const [gone, kept] = [await newView('gone'), await newView('kept')];
    const frames = Array.from({ length: 300 }, (_, n) => admitAnyway({ seq: n + 1, body: battery(secret) }, gone));
    await store.commit([...frames, admitAnyway({ seq: 1 }, kept)]);
    expect(onDisk()).toBe(true);
    await store.save([{ put: 'grant', record: { ...gone, state: 'completed', endedAt: 2 } }]);
    await store.dropView(gone.viewId);
    expect(await allFrames(store, gone.viewId)).toEqual([]);
    expect(await allFrames(store, kept.viewId)).toHaveLength(1);
    await expect.poll(onDisk, { message: 'the log is emptied after the answer' }).toBe(false);
    expect(await store.commit([admitAnyway({ seq: 1, body: battery(secret) }, gone)])).toEqual(['refused']);
    expect(onDisk()).toBe(false);
  });
});

describe('a big View', () => {
  const megabytes = async (name: string, count: number) => {
    const under = await newView(name);
    const body = battery('x'.repeat(50_000));
    for (let seq = 1; seq <= count * 20; seq += 20)
      await store.commit(Array.from({ length: 20 }, (_, n) => admitAnyway({ seq: seq + n, body }, under)));
    return under;
  };

  test('is read a page at a time, and its newest part alone when that is enough', async () => {
    const under = await megabytes('big-read', 10);
    const pages: number[] = [];
    for await (const page of store.framesOfView(under.viewId)) pages.push(page.length);
    expect(pages.reduce((sum, count) => sum + count, 0)).toBe(200);
    expect(Math.max(...pages), 'two megabytes, not five hundred rows').toBeLessThanOrEqual(40);
    const newest = await allFrames(store, under.viewId, 1_000_000);
    expect(newest.map(({ frame }) => frame.seq)).toEqual(Array.from({ length: 19 }, (_, n) => 182 + n));
    expect(await allFrames(store, under.viewId, 10)).toEqual([]);
    expect(await allFrames(store, under.viewId, 1e12)).toHaveLength(200);
  });

  test('goes a slice at a time: others are written and acknowledged all the while', async () => {
    const [gone, kept] = [await megabytes('big-gone', 60), await newView('big-kept')];
    const dropped = { yes: false };
    const drop = store.dropView(gone.viewId).then(() => (dropped.yes = true));
    let acknowledged = 0;
    while (!dropped.yes)
      expect(await store.commit([admitAnyway({ seq: (acknowledged += 1) }, kept)])).toEqual(['stored']);
    await drop;
    expect(acknowledged).toBeGreaterThan(20);
    expect(await allFrames(store, gone.viewId)).toEqual([]);
    expect(await allFrames(store, kept.viewId)).toHaveLength(acknowledged);
  });

  test('of which many end together, they go together', async () => {
    const views = [await megabytes('many-a', 6), await megabytes('many-b', 6), await megabytes('many-c', 6)];
    await Promise.all(views.map(({ viewId }) => store.dropView(viewId)));
    for (const { viewId } of views) expect(await allFrames(store, viewId)).toEqual([]);
  });
});

test('the newest record is the last frame to arrive or the last audit event', async () => {
  const other = new StoreFolder();
  const empty = await other.open();
  expect(await empty.newestRecordAt()).toBeNull();
  await empty.save([...everything, { append: 'audit', event: auditEvent('one', 950_000) }]);
  expect(await empty.newestRecordAt()).toBe(950_000);
  await empty.commit([admitAnyway({ seq: 1, receivedAt: 999_000 }), admitAnyway({ seq: 2, receivedAt: 960_000 })]);
  expect(await empty.newestRecordAt()).toBe(960_000);
  await empty.save([{ append: 'audit', event: auditEvent('two', 970_000) }]);
  expect(await empty.newestRecordAt()).toBe(970_000);
  await other.clean();
});

test('what a commit or save has acknowledged is seen by every later question', async () => {
  const under = await newView('seen');
  for (let seq = 1; seq <= 50; seq++) {
    await store.commit([admitAnyway({ seq }, under)]);
    expect(await allFrames(store, under.viewId)).toHaveLength(seq);
  }
});

test('frames that this program’s own fault keeps from being written are reported each time', async () => {
  const own = new StoreFolder();
  const store = await own.open();
  try {
    await store.save(everything);
    const db = new Database(own.file);
    db.exec("CREATE TRIGGER no_more BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'no more'); END");
    for (const seq of [1, 2]) await expect(store.commit([admitAnyway({ seq })])).rejects.toThrow('no more');
    expect(own.failures.map(({ message }) => message)).toEqual(
      Array(2).fill(expect.stringMatching(/^Frames .*no more/)),
    );
    db.exec('DROP TRIGGER no_more');
    db.close();
    expect(await store.commit([admitAnyway({ seq: 1 })])).toEqual(['stored']);
  } finally {
    await own.clean();
  }
});
