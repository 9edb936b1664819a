import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { GrantRecord } from '../../domain/cases/records.ts';
import { asId } from '../../domain/ids.ts';
import { StoreFolder } from '../testing/open-store.ts';
import { admitAnyway, batchOf, battery, everything, grant } from '../testing/records.ts';
import { backUp } from './backup.ts';
import { BatchWalk } from './batch-codec.ts';
import { copyDatabase } from './copy-database.ts';
import { keepCopy } from './kept-copies.ts';
import { openForWriting } from './open-database.ts';
import { prepareBatch } from './write-batch.ts';

const at = 2_000_000;
let folder: StoreFolder;
let to: string;
beforeEach(() => {
  folder = new StoreFolder();
  to = join(dirname(folder.path), 'backup.sqlite');
});
afterEach(async () => folder.clean());

test('what a copy of any kind leaves out was never in it: neither in a backup, nor in what is kept before a migration, nor in what a kill leaves of either', async () => {
  const unrecorded: GrantRecord = { ...grant, id: asId('grant-2'), viewId: asId('view-2'), recording: false };
  const db = openForWriting({ file: folder.file, check: false });
  const write = prepareBatch(db);
  write([{ changes: [...everything, { put: 'grant', record: unrecorded }] }]);
  write([batchOf([admitAnyway({ seq: 1 }), admitAnyway({ seq: 2, body: battery('the-bedroom') }, unrecorded)])]);
  write([batchOf([admitAnyway({ seq: 3, body: battery('the-bath') }, unrecorded)])]);
  write([batchOf([admitAnyway({ seq: 4 })])]);
  const rowsOf = (of: Database.Database) => of.prepare('SELECT id, body FROM journal').all() as { id: number }[];
  const whole = rowsOf(db)[2];
  // Set aside by a pass, as it was damaged.
  db.prepare('INSERT INTO journal (id, body) VALUES (-9, ?)').run(Buffer.from('the-bedroom'));
  keepCopy(db, { file: to, version: 4 });
  db.close();
  expect(readFileSync(`${to}.v4`).toString('latin1')).not.toMatch(/the-bedroom|the-bath/);
  const copy = new Database(`${to}.v4`);
  expect(rowsOf(copy)).toEqual([{ id: 1, body: expect.anything() }, whole]);
  copy.close();

  // Of runs that were killed: one's number is this process's now, one's is nobody's; one still runs.
  for (const pid of [process.pid, 2 ** 22 + 1, process.ppid])
    writeFileSync(join(dirname(to), `.backup.sqlite.${pid}.part`), 'x');
  writeFileSync(join(dirname(to), '.backup.sqlite.old.part'), 'somebody else’s');
  backUp({ file: folder.file, to, force: false, at });
  expect(readdirSync(dirname(to)).sort()).toEqual(
    [
      `.backup.sqlite.${process.ppid}.part`,
      '.backup.sqlite.old.part',
      'backup.sqlite',
      'backup.sqlite.v4',
      'data',
    ].sort(),
  );
});

test('many Views without recording make it no slower: the journal is gone through once', () => {
  const views = Array.from({ length: 200 }, (_, n): GrantRecord => {
    return { ...grant, id: asId(`grant-${n}-`), viewId: asId(`view-${n}-`), recording: false };
  });
  const db = openForWriting({ file: folder.file, check: false });
  const write = prepareBatch(db);
  write([{ changes: [...everything, ...views.map((record) => ({ put: 'grant' as const, record }))] }]);
  for (let seq = 1; seq <= 20; seq += 1)
    write([batchOf([admitAnyway({ seq }), ...views.map((view) => admitAnyway({ seq }, view))])]);
  const looked = vi.spyOn(BatchWalk.prototype, 'next');
  copyDatabase({ from: db, to, at });
  expect(looked.mock.calls.length).toBe(20 * (201 + 1));
  looked.mockRestore();
  db.close();
});
