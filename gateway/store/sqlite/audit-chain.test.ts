import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asId } from '../../domain/ids.ts';
import type { Change } from '../../ports/records.ts';
import { StoreFolder } from '../testing/open-store.ts';
import { auditEvent, case1 } from '../testing/records.ts';
import { chainCheckStart, prepareCheck } from './audit-chain.ts';
import { openForWriting } from './open-database.ts';
import { prepareQueries } from './queries.ts';
import { type JobResult, prepareBatch } from './write-batch.ts';

let folder: StoreFolder;
let db: Database.Database;
beforeEach(() => {
  folder = new StoreFolder();
  db = openForWriting({ file: folder.file, check: true });
});
afterEach(async () => {
  db.close();
  await folder.clean();
});

function save(...changes: readonly Change[]): JobResult | undefined {
  return prepareBatch(db)([{ changes }])[0];
}

function append(...actions: readonly string[]): void {
  save(...actions.map((action): Change => ({ append: 'audit', event: auditEvent(action) })));
}

/** In pages of so many events. */
function verify(count = 3): boolean {
  let check = chainCheckStart;
  while (!check.done) check = prepareCheck(db)(check, count);
  return check.whole;
}

/** What somebody with the file in hand can do: the triggers keep honest code from it, the chain tells of the rest. */
function tamper(sql: string): void {
  const other = new Database(folder.file);
  other.exec('DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted;');
  other.exec(sql);
  other.close();
}

test('the empty log is whole', () => {
  expect(verify()).toBe(true);
});

test('events of a case come back in order, and of no other case', () => {
  append('consent.ask');
  const elsewhere = { ...auditEvent('case.open'), caseId: asId<typeof case1.id>('another'), brandId: null };
  save({ append: 'audit', event: elsewhere });
  append('consent.grant', 'consent.stop');
  expect(prepareQueries(db).eventsOfCase(case1.id)).toEqual(
    ['consent.ask', 'consent.grant', 'consent.stop'].map((action) => auditEvent(action)),
  );
  expect(prepareQueries(db).eventsOfCase(elsewhere.caseId)).toEqual([elsewhere]);
});

test('the chain goes on over a restart', () => {
  append('one', 'two');
  db.close();
  db = openForWriting({ file: folder.file, check: true });
  append('three');
  expect(verify()).toBe(true);
  expect(prepareQueries(db).eventsOfCase(case1.id)).toHaveLength(3);
});

test('a save that was refused leaves no event and no gap', () => {
  append('one');
  const orphan = { ...case1, deviceId: asId<typeof case1.deviceId>('nowhere') };
  const result = save({ append: 'audit', event: auditEvent('two') }, { put: 'case', record: orphan });
  expect(result).toMatchObject({ failed: expect.stringContaining('FOREIGN KEY') });
  append('three');
  expect(
    prepareQueries(db)
      .eventsOfCase(case1.id)
      .map(({ action }) => action),
  ).toEqual(['one', 'three']);
  expect(verify()).toBe(true);
});

test('the database itself refuses to change or delete an event', () => {
  append('one');
  const other = new Database(folder.file);
  expect(() => other.exec("UPDATE audit SET action = 'none'")).toThrow(/append-only/);
  expect(() => other.exec('DELETE FROM audit')).toThrow(/append-only/);
  other.close();
  expect(verify()).toBe(true);
});

describe('verify tells of', () => {
  beforeEach(() => append('one', 'two', 'three', 'four'));

  const frauds: Readonly<Record<string, string>> = {
    'a changed action': "UPDATE audit SET action = 'twelve' WHERE ordinal = 2",
    'a changed time': 'UPDATE audit SET at = at + 1 WHERE ordinal = 4',
    'a changed detail': "UPDATE audit SET detail = '{}' WHERE ordinal = 1",
    'a changed case': "UPDATE audit SET case_id = 'x' WHERE ordinal = 3",
    'a missing first event': 'DELETE FROM audit WHERE ordinal = 1',
    'a missing event': 'DELETE FROM audit WHERE ordinal = 2',
    'a missing last event': 'DELETE FROM audit WHERE ordinal = 4',
    'a log that was emptied': 'DELETE FROM audit',
    'two events exchanged':
      'UPDATE audit SET ordinal = 9 WHERE ordinal = 2; UPDATE audit SET ordinal = 2 WHERE ordinal = 3; UPDATE audit SET ordinal = 3 WHERE ordinal = 9',
  };
  for (const [what, sql] of Object.entries(frauds))
    test(what, () => {
      expect(verify()).toBe(true);
      tamper(sql);
      expect(verify()).toBe(false);
    });
});

test('a log is checked to its end, whatever the size of the pages', () => {
  append(...Array.from({ length: 100 }, (_, n) => `event-${n}`));
  for (const count of [1, 7, 50, 99, 100, 101]) expect(verify(count)).toBe(true);
  tamper('UPDATE audit SET at = 0 WHERE ordinal = 100');
  for (const count of [1, 7, 50, 99, 100, 101]) expect(verify(count)).toBe(false);
});
