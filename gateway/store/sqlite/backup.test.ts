import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GrantRecord } from '../../domain/cases/records.ts';
import { asId } from '../../domain/ids.ts';
import { StoreFolder } from '../testing/open-store.ts';
import {
  admitAnyway,
  batchOf,
  allFrames,
  auditEvent,
  battery,
  case1,
  device,
  everything,
  grant,
} from '../testing/records.ts';
import { refusal } from '../testing/refusal.ts';
import { backUp } from './backup.ts';
import { copyDatabase } from './copy-database.ts';
import { openForReading, openForWriting } from './open-database.ts';
import { prepareQueries, type Queries } from './queries.ts';
import { theBeginning } from './read-frames.ts';
import { restore } from './restore.ts';
import type { SqliteStore } from './sqlite-store.ts';
import { type Job, type JobResult, prepareBatch } from './write-batch.ts';

let folder: StoreFolder;
let elsewhere: StoreFolder;
let to: string;
const at = 2_000_000;
beforeEach(() => {
  [folder, elsewhere] = [new StoreFolder(), new StoreFolder()];
  to = join(dirname(folder.path), 'backup.sqlite');
});
afterEach(async () => {
  await folder.clean();
  await elsewhere.clean();
});

const take = (more: { force?: boolean; to?: string } = {}) =>
  backUp({ file: folder.file, to: more.to ?? to, force: more.force ?? false, at });
const putBack = (backup = to) => restore({ file: elsewhere.file, backup, at });

/** Without the store's threads: they take a second to start. */
function fill(file = folder.file, more: readonly Job[] = []): readonly JobResult[] {
  const db = openForWriting({ file, check: false });
  const [, , ...results] = prepareBatch(db)([
    { changes: everything },
    { changes: [{ append: 'audit', event: auditEvent('one') }] },
    ...more,
  ]);
  db.close();
  return results;
}

function read<T>(file: string, ask: (queries: Queries) => T): T {
  const db = openForReading(file);
  try {
    return ask(prepareQueries(db));
  } finally {
    db.close();
  }
}

/** Bytes of every file in a folder, by name. */
const contents = (path: string) =>
  Object.fromEntries(readdirSync(path).map((name) => [name, readFileSync(join(path, name)).toString('base64')]));

test('taken while frames are being committed it has every frame that was acknowledged before, and its log is whole', async () => {
  const program = fileURLToPath(new URL('../testing/commit-until-killed.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder.path, 'b0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const acknowledged = () => said.split('\n').slice(0, -1).map(Number);
  while (acknowledged().length < 300) await once(child.stdout, 'data');
  const [before, report] = [acknowledged(), take()];
  const copied = read(to, (queries) => queries.framesOfView(grant.viewId, theBeginning, { rows: 1e6, bytes: 1e9 }));
  // Of what is said here much may have been acknowledged before the copy was begun.
  while (acknowledged().length <= copied.frames.length) await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await ended;

  expect(report).toMatchObject({ schema: expect.any(Number), newestAt: 1_000, bytes: statSync(to).size });
  putBack();
  const store = await elsewhere.open();
  const kept = (await allFrames(store, grant.viewId)).map(({ frame }) => frame.seq);
  expect(new Set(kept).size).toBe(kept.length);
  expect(before.filter((seq) => !kept.includes(seq))).toEqual([]);
  expect(acknowledged().length, 'more was acknowledged after it').toBeGreaterThan(kept.length);
  expect(await store.verify()).toBe(true);
  expect(await store.commit([admitAnyway({ seq: 1_000_000 })])).toEqual(['stored']);
}, 240_000);

const anotherPerson =
  "INSERT INTO people SELECT 99, 'p-9', display_name, 'n', 'n', NULL, roles, brand_ids, NULL FROM people";

test('it is of one moment: what is written while it is being made is in none of its tables', () => {
  fill();
  const writer = new Database(folder.file);
  const from = openForReading(folder.file);
  const prepare = from.prepare.bind(from) as (sql: string) => Database.Statement;
  // In the middle: the first table is being copied.
  const interrupted = (sql: string): Database.Statement => {
    if (sql.includes('FROM "brands"')) writer.exec(`${anotherPerson}; UPDATE cases SET reason = 'changed'`);
    return prepare(sql);
  };
  Object.assign(from, { prepare: interrupted });
  copyDatabase({ from, to, at });
  from.close();
  writer.close();
  expect(read(folder.file, (queries) => queries.people().length)).toBe(2);
  expect(read(to, (queries) => [queries.people().length, queries.case(case1.id)?.reason])).toEqual([1, case1.reason]);
});

test('it is one file for its user alone, of the same records, with the same indexes and triggers', () => {
  fill();
  take();
  expect([statSync(to).mode & 0o777, readdirSync(dirname(to)).sort()]).toEqual([0o600, ['backup.sqlite', 'data']]);
  putBack();
  const [one, other] = [openForReading(folder.file), openForReading(elsewhere.file)];
  for (const table of ['brands', 'people', 'cases', 'requests', 'owner_links', 'grants', 'findings']) {
    const rows = (db: Database.Database) => db.prepare(`SELECT * FROM ${table}`).all();
    expect([table, rows(other)]).toEqual([table, rows(one)]);
    expect(rows(one).length).toBeGreaterThan(0);
  }
  const schema = (db: Database.Database) => db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2').all();
  expect(schema(other)).toEqual(schema(one));
  one.close();
  other.close();
});

test('what opens a door stays out, and no consent epoch comes twice', () => {
  fill();
  take();
  putBack();
  expect(read(folder.file, (from) => from.session('session-1'))).toBeDefined();
  expect(read(elsewhere.file, (from) => [from.session('session-1'), from.invitation('inv-1')])).toEqual([
    undefined,
    undefined,
  ]);
  expect(read(elsewhere.file, (from) => from.device(device.id))?.epoch).toBe(device.epoch + 1_000_000);
});

test('of a View without recording nothing is in it, in whatever table it lies', async () => {
  const unrecorded: GrantRecord = { ...grant, id: asId('grant-2'), viewId: asId('view-2'), recording: false };
  const store = await folder.open();
  await store.save([...everything, { put: 'grant', record: unrecorded }]);
  const stored = await store.commit([
    admitAnyway({ seq: 1, body: battery('the-hall') }),
    admitAnyway({ seq: 2, body: battery('the-living-room') }, unrecorded),
  ]);
  expect(stored).toEqual(['stored', 'stored']);
  const framesIn = async (from: SqliteStore) => {
    const [one, other] = [await allFrames(from, grant.viewId), await allFrames(from, unrecorded.viewId)];
    return [one.length, other.length];
  };
  expect(await framesIn(store)).toEqual([1, 1]);
  await store.close();
  const db = new Database(folder.file);
  const insert = db.prepare("INSERT INTO rollups (view_id, resolution_ms, bucket_at, body) VALUES (?, 1, 0, x'00')");
  for (const { viewId } of [grant, unrecorded]) insert.run(viewId);
  const rollupsIn = (file: string) => {
    const copy = openForReading(file);
    const views = copy.prepare('SELECT DISTINCT view_id FROM rollups ORDER BY 1').pluck().all();
    copy.close();
    return views;
  };
  expect(rollupsIn(folder.file)).toEqual([grant.viewId, unrecorded.viewId]);

  take();
  expect(readFileSync(to).includes('the-living-room')).toBe(false);
  expect(rollupsIn(to)).toEqual([grant.viewId]);
  putBack();
  expect(await framesIn(await elsewhere.open())).toEqual([1, 0]);
  // With nothing in the journal there is nothing to be cut out of it.
  db.exec('DELETE FROM journal');
  db.close();
  take({ force: true });
  expect(rollupsIn(to)).toEqual([grant.viewId]);
});

test('every table is known: one that is new is copied, or left out, because somebody decided so', async () => {
  openForWriting({ file: folder.file, check: false }).close();
  const db = openForReading(folder.file);
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1").pluck().all();
  const ofViews = tables.filter((table) =>
    (db.pragma(`table_info(${table})`) as { name: string }[]).some(({ name }) => name === 'view_id'),
  );
  db.close();
  const whole = 'brands people devices links cases requests owner_links findings grants audit sqlite_sequence'.split(
    ' ',
  );
  const inPart = ['journal', 'sessions', 'spoken_digits', 'invitations'];
  const known = new Set([...whole, ...inPart, ...ofViews]);
  expect(tables.filter((table) => !known.has(table))).toEqual([]);
});

describe('a backup that cannot be made is refused with a sentence, and leaves nothing behind', () => {
  test('an earlier backup is there already; with --force it is replaced', () => {
    fill();
    take();
    const before = readFileSync(to);
    expect(refusal(() => take())).toContain('is there already');
    expect(readFileSync(to).equals(before)).toBe(true);
    take({ force: true });
    expect(() => putBack()).not.toThrow();
  });

  test('no such folder; no database', () => {
    expect(refusal(() => take())).toContain('There is no database');
    fill();
    expect(refusal(() => take({ to: join(folder.path, 'nowhere', 'b') }))).toContain('There is no folder');
  });

  test.runIf(existsSync('/proc/self'))('a folder in which not even root may write', () => {
    fill();
    expect(refusal(() => take({ to: '/proc/self/b' }))).toContain('/proc/self/b');
  });

  test('an audit log whose last event was taken away', () => {
    fill();
    const db = new Database(folder.file);
    db.exec('DROP TRIGGER audit_is_not_deleted; DELETE FROM audit');
    db.close();
    expect(refusal(() => take())).toContain('audit log has been changed');
    expect(existsSync(to)).toBe(false);
  });

  test('a damaged row of the journal', () => {
    fill(folder.file, [batchOf([admitAnyway({ seq: 1 })])]);
    const db = new Database(folder.file);
    db.exec("UPDATE journal SET body = x'00'");
    db.close();
    expect(refusal(() => take())).toContain('damaged');
    expect(readdirSync(dirname(to))).toEqual(['data']);
  });

  test('a damaged database', () => {
    fill();
    const bytes = readFileSync(folder.file);
    bytes.fill(0xa5, 4096, bytes.length);
    writeFileSync(folder.file, bytes);
    expect(refusal(() => take())).toMatch(/damaged|malformed/);
    expect(existsSync(to)).toBe(false);
  });
});

describe('a file that is no whole backup is refused with a sentence, and nothing is changed', () => {
  const spoil = (how: (bytes: Buffer) => Buffer): string => {
    fill();
    take();
    fill(elsewhere.file);
    writeFileSync(to, how(readFileSync(to)));
    const before = contents(elsewhere.path);
    const said = refusal(() => putBack());
    expect(contents(elsewhere.path)).toEqual(before);
    return said;
  };

  test('nothing wrong with it: it is put in place', () => {
    fill();
    take();
    expect(refusal(() => putBack())).toBe('nothing');
  });
  test('text', () =>
    expect(spoil(() => Buffer.from('minutes '.repeat(999)))).toContain(`${to} is damaged, and is not put back`));
  test('empty', () => expect(spoil(() => Buffer.alloc(0))).toContain('empty'));
  test('cut short', () => expect(spoil((bytes) => bytes.subarray(0, -9_000))).toContain('damaged'));
  test('a page overwritten', () => expect(spoil((bytes) => bytes.fill(0xa5, 4096 * 3, 4096 * 5))).toContain('damaged'));

  test('a page of an index overwritten, which no record is missing for', () =>
    expect(spoil((bytes) => bytes.fill(0xa5, bytes.length - 4096))).toContain('damaged'));

  const change = (sql: string) => (bytes: Buffer) => {
    writeFileSync(to, bytes);
    const db = new Database(to);
    db.exec(sql);
    db.close();
    return readFileSync(to);
  };
  test('of a newer program', () => expect(spoil(change('PRAGMA user_version = 99'))).toContain('newer'));
  test('of another program', () =>
    expect(spoil(change('PRAGMA application_id = 7'))).toContain('no backup of this program'));
  test('an event of the audit log changed', () =>
    expect(
      spoil(change("DROP TRIGGER audit_is_not_changed; UPDATE audit SET actor = 'nobody' WHERE ordinal = 1")),
    ).toContain('audit log has been changed after event 0'));
  test('the last event of the audit log removed', () =>
    expect(spoil(change('DROP TRIGGER audit_is_not_deleted; DELETE FROM audit WHERE ordinal = 2'))).toContain(
      'audit log',
    ));
  test('a record without what it refers to', () =>
    expect(spoil(change('PRAGMA foreign_keys = OFF; DELETE FROM brands'))).toContain('refer to'));
  test('a database in use, by its log', () => {
    fill();
    take();
    writeFileSync(`${to}-wal`, 'x');
    expect(refusal(() => putBack())).toContain('in use');
  });
  test('not there, or a folder', () => {
    expect(refusal(() => putBack())).toContain('There is no file');
    expect(refusal(() => putBack(dirname(to)))).toContain('not a file');
  });
});

test('the database before a restore is kept beside it with its log, for a week', () => {
  fill();
  take();
  fill(elsewhere.file);
  // A gateway that was killed leaves its log, of which some is nowhere else.
  const killed = new Database(elsewhere.file);
  killed.pragma('journal_mode = WAL');
  killed.exec("UPDATE brands SET name = 'in the log'");
  const wal = readFileSync(`${elsewhere.file}-wal`);
  const shm = readFileSync(`${elsewhere.file}-shm`);
  killed.close();
  writeFileSync(`${elsewhere.file}-wal`, wal);
  writeFileSync(`${elsewhere.file}-shm`, shm);

  const { kept } = restore({ file: elsewhere.file, backup: to, at: Date.now() });
  expect(kept).toMatch(/diag\.sqlite\.before-\d{8}T\d{6}Z$/);
  const before = new Database(kept ?? '');
  expect(before.prepare('SELECT name FROM brands').pluck().get()).toBe('in the log');
  before.close();
  const start = () => openForWriting({ file: elsewhere.file, check: true }).close();
  start();
  expect(read(elsewhere.file, (from) => from.brands()).map(({ name }) => name)).toEqual(['示例']);
  expect(existsSync(kept ?? '')).toBe(true);
  const eightDaysAgo = Date.now() / 1000 - 8 * 24 * 3600;
  utimesSync(kept ?? '', eightDaysAgo, eightDaysAgo);
  start();
  expect(existsSync(kept ?? '')).toBe(false);
});

test('a database that somebody has open is not replaced, whoever holds the lock on its folder; one that is damaged is', () => {
  fill();
  take();
  fill(elsewhere.file);
  const running = openForWriting({ file: elsewhere.file, check: false });
  expect(refusal(() => putBack())).toContain('is in use');
  running.close();
  writeFileSync(elsewhere.file, readFileSync(elsewhere.file).fill(0xa5, 200));
  expect(refusal(() => putBack())).toBe('nothing');
});

test.runIf(process.getuid?.() === 0)(
  'put back by root it belongs to whom its folder belongs to, for its user alone',
  () => {
    fill();
    take();
    mkdirSync(elsewhere.path, { mode: 0o700 });
    chownSync(elsewhere.path, 1234, 2345);
    putBack();
    const { uid, gid, mode } = statSync(elsewhere.file);
    expect([uid, gid, mode & 0o777]).toEqual([1234, 2345, 0o600]);
  },
);

test('an older backup is taken forward at the next start', () => {
  mkdirSync(folder.path);
  const db = new Database(folder.file);
  for (const name of ['0001-first.sql', '0002-links.sql', '0003-findings.sql'])
    db.exec(readFileSync(new URL(`./migrations/${name}`, import.meta.url), 'utf8'));
  db.exec('PRAGMA application_id = 1145651527; PRAGMA user_version = 3');
  db.close();
  expect(restore({ file: elsewhere.file, backup: folder.file, at })).toMatchObject({ schema: 3, newestAt: null });
  openForWriting({ file: elsewhere.file, check: true }).close();
  expect(read(elsewhere.file, (from) => from.copiedAt())).toBe(at);
});

test('a restore that cannot write changes nothing', () => {
  fill();
  take();
  writeFileSync(elsewhere.path, 'a file where the folder should be');
  expect(refusal(() => putBack())).toContain('Nothing was changed');
});
