import { mkdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asId } from '../../domain/ids.ts';
import { StoreFolder } from '../testing/open-store.ts';
import { openForWriting } from './open-database.ts';
import { prepareQueries } from './queries.ts';
import { theBeginning } from './read-frames.ts';

let folder: StoreFolder;
beforeEach(() => {
  folder = new StoreFolder();
});
afterEach(async () => folder.clean());

const samples = (values: readonly unknown[]) =>
  values.map((value, n) => ({ name: `metric.${n}`, dataClass: 'status', value, at: n }));
const odd = '{"number":"NaN"},{"number":"-0"},{"number":"-Infinity"}';

/** A file as version 3 left it: two Views, more frames than go into one row, some of which JSON has no numbers for. */
function writeVersion3(kind = 'live'): void {
  mkdirSync(folder.path, { recursive: true });
  const db = new Database(folder.file);
  for (const name of ['0001-first', '0002-links', '0003-findings'])
    db.exec(readFileSync(new URL(`./migrations/${name}.sql`, import.meta.url), 'utf8'));
  db.pragma('foreign_keys = OFF');
  db.exec('BEGIN');
  const grant = db.prepare(`
    INSERT INTO grants (id, view_id, request_id, case_id, device_id, brand_id, agent_id, purpose, classes, class_mask, backlog,
      recording, notice_version, notice_language, proof, not_before, expires_at, start_epoch, state, pack_version)
    VALUES (?, ?, 'r', 'c', ?, 'b', 'p', 'support-case', '["status"]', 1, 0, 0, '1', 'en', 'button', 0, 9999, 1, 'active', '1')`);
  grant.run('g1', 'v1', 'd1');
  grant.run('g2', 'v2', 'd2');
  const frame = db.prepare(
    `INSERT INTO frames (view_id, boot_id, seq, source, kind, received_at, class_mask, body) VALUES (?, 'b1', ?, ?, ?, ?, 1, ?)`,
  );
  const numbers = JSON.stringify({ lane: 'telemetry', samples: samples([0, 0, 0]) }).replace(
    /"value":0/g,
    () => `"value":#`,
  );
  let next = 0;
  const marks = odd.split('},').map((one) => (one.endsWith('}') ? one : `${one}}`));
  frame.run(
    'v1',
    1,
    'telemetry',
    kind,
    5_000,
    numbers.replace(/#/g, () => marks[next++]!),
  );
  for (let seq = 2; seq <= 1_200; seq += 1)
    frame.run(
      seq % 2 === 0 ? 'v1' : 'v2',
      seq,
      'telemetry',
      kind,
      seq,
      JSON.stringify({ lane: 'telemetry', samples: samples([seq]) }),
    );
  frame.run(
    'v2',
    9_000,
    'log',
    kind,
    7,
    '{"lane":"log","entries":[{"at":1,"level":"error","source":"main","text":"清扫"}]}',
  );
  db.exec('COMMIT');
  db.exec('PRAGMA application_id = 1145651527; PRAGMA user_version = 3');
  db.close();
}

test('version 3 keeps every frame, in its order, with the numbers that JSON has no form for', () => {
  writeVersion3();
  const db = openForWriting({ file: folder.file, check: true });
  const { framesOfView, newestRecordAt } = prepareQueries(db);
  const all = { rows: 10_000, bytes: 1e9 };
  const [one, other] = ['v1', 'v2'].map((viewId) => framesOfView(asId(viewId), theBeginning, all).frames);
  expect(one!.map(({ frame }) => frame.seq)).toEqual([1, ...Array.from({ length: 600 }, (_, n) => 2 * n + 2)]);
  expect(one![0]!.frame).toEqual({
    deviceId: 'd1',
    source: 'telemetry',
    bootId: 'b1',
    seq: 1,
    epoch: null,
    kind: 'live',
    receivedAt: 5_000,
    body: { lane: 'telemetry', samples: samples([Number.NaN, -0, Number.NEGATIVE_INFINITY]) },
  });
  expect(other).toHaveLength(600);
  expect(other!.at(-1)!.frame.body).toEqual({
    lane: 'log',
    entries: [{ at: 1, level: 'error', source: 'main', text: '清扫' }],
  });
  expect(newestRecordAt()).toBe(7);
  expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'frames%'").pluck().get()).toBe(0);
  expect(db.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(3);
  db.close();
});

test('what cannot be moved stops the start, and the file is as it was', () => {
  writeVersion3('of no kind');
  expect(() => openForWriting({ file: folder.file, check: true })).toThrow(/kind/);
  const db = new Database(folder.file, { readonly: true });
  expect(db.pragma('user_version', { simple: true })).toBe(3);
  expect(db.prepare('SELECT count(*) FROM frames').pluck().get()).toBe(1_201);
  db.close();
});
