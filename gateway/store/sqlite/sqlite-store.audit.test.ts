import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asId } from '../../domain/ids.ts';
import { StoreFolder } from '../testing/open-store.ts';
import { auditEvent, case1 } from '../testing/records.ts';
import type { SqliteStore } from './sqlite-store.ts';

let folder: StoreFolder;
let store: SqliteStore;
beforeEach(async () => {
  folder = new StoreFolder();
  store = await folder.open();
});
afterEach(async () => folder.clean());

async function append(...actions: readonly string[]): Promise<void> {
  await store.save(actions.map((action) => ({ append: 'audit', event: auditEvent(action) })));
}

/** What somebody with the file in hand can do: the triggers keep honest code from it, the chain tells of the rest. */
function tamper(sql: string): void {
  const db = new Database(folder.file);
  db.exec('DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted;');
  db.exec(sql);
  db.close();
}

test('the empty log is whole', async () => {
  expect(await store.verify()).toBe(true);
});

test('events of a case come back in order, and of no other case', async () => {
  await append('consent.ask');
  const elsewhere = { ...auditEvent('case.open'), caseId: asId<typeof case1.id>('another'), brandId: null };
  await store.save([{ append: 'audit', event: elsewhere }]);
  await append('consent.grant', 'consent.stop');
  expect(await store.eventsOfCase(case1.id)).toEqual(
    ['consent.ask', 'consent.grant', 'consent.stop'].map((action) => auditEvent(action)),
  );
  expect(await store.eventsOfCase(elsewhere.caseId)).toEqual([elsewhere]);
});

test('the chain goes on over a restart', async () => {
  await append('one', 'two');
  await store.close();
  store = await folder.open();
  await append('three');
  expect(await store.verify()).toBe(true);
  expect(await store.eventsOfCase(case1.id)).toHaveLength(3);
});

test('a save that was refused leaves no event and no gap', async () => {
  await append('one');
  const orphan = { ...case1, deviceId: asId<typeof case1.deviceId>('nowhere') };
  const save = store.save([
    { append: 'audit', event: auditEvent('two') },
    { put: 'case', record: orphan },
  ]);
  await expect(save).rejects.toThrow(/FOREIGN KEY/);
  await append('three');
  expect((await store.eventsOfCase(case1.id)).map(({ action }) => action)).toEqual(['one', 'three']);
  expect(await store.verify()).toBe(true);
});

test('the database itself refuses to change or delete an event', async () => {
  await append('one');
  const db = new Database(folder.file);
  expect(() => db.exec("UPDATE audit SET action = 'none'")).toThrow(/append-only/);
  expect(() => db.exec('DELETE FROM audit')).toThrow(/append-only/);
  db.close();
  expect(await store.verify()).toBe(true);
});

describe('verify tells of', () => {
  beforeEach(async () => append('one', 'two', 'three', 'four'));

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
    test(what, async () => {
      expect(await store.verify()).toBe(true);
      tamper(sql);
      expect(await store.verify()).toBe(false);
    });
});

test('a log longer than a page is checked to its end', async () => {
  await append(...Array.from({ length: 5_003 }, (_, n) => `event-${n}`));
  expect(await store.verify()).toBe(true);
  tamper('UPDATE audit SET at = 0 WHERE ordinal = 5002');
  expect(await store.verify()).toBe(false);
});
