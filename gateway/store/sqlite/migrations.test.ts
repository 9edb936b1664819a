import { existsSync, mkdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asId } from '../../domain/ids.ts';
import { StoreUnusable } from '../store-errors.ts';
import { StoreFolder } from '../testing/open-store.ts';
import { openForWriting } from './open-database.ts';
import { prepareQueries } from './queries.ts';

let folder: StoreFolder;
beforeEach(() => {
  folder = new StoreFolder();
});
afterEach(async () => folder.clean());

/** A file as version 1 of the schema left it: a vacuum of ours with an open case, and a Homie device. */
function writeVersion1(): void {
  mkdirSync(folder.path, { recursive: true });
  const db = new Database(folder.file);
  db.exec(readFileSync(new URL('./migrations/0001-first.sql', import.meta.url), 'utf8'));
  db.exec(`
    INSERT INTO brands (id, name, company, country) VALUES ('b', 'Acme', 'Acme Ltd.', 'CN');
    INSERT INTO people (id, display_name, sign_in_name, sign_in_key, roles, brand_ids)
      VALUES ('p', 'Li', 'li', 'li', '["agent"]', '["b"]');
    INSERT INTO sessions (token_hash, person_id, expires_at) VALUES ('hash-of-a-session', 'p', 50000000);
    INSERT INTO devices (id, brand_id, serial, serial_key, serial_tail, model, link, homie_root, secret_hash, label_hash, epoch, registered_at, registered_by)
      VALUES ('native-1', 'b', 'RV1A1', 'rv1a1', 'v1a1', 'rv-s1', 'native', NULL, 'secret-1', NULL, 3, 10, 'p'),
             ('homie-1', 'b', 'VAL1', 'val1', 'val1', 'valetudo', 'homie', 'valetudo/robot', 'secret-2', 'label-2', 7, 11, NULL),
             ('homie-2', 'b', 'VAL2', 'val2', 'val2', 'valetudo', 'homie', 'lonely', 'secret-3', 'label-3', 1, 12, 'p');
    INSERT INTO cases (id, brand_id, device_id, agent_id, reason, opened_at, label_failures)
      VALUES ('c', 'b', 'homie-1', 'p', 'noise', 20, 2);
    PRAGMA application_id = 1145651527;
    PRAGMA user_version = 1;`);
  db.close();
}

test('version 1 is taken forward: nothing is lost, and a Homie device keeps its secret as a link under its own id', () => {
  writeVersion1();
  const db = openForWriting({ file: folder.file, check: true });
  const read = prepareQueries(db);
  expect(read.device(asId('native-1'))).toMatchObject({
    link: 'native',
    linkId: null,
    childKey: null,
    secretHash: 'secret-1',
    formerSecretHash: null,
    epoch: 3,
    seenBy: [{ personId: 'p', hash: 'secret-1' }],
    claimedAt: null,
  });
  expect(read.device(asId('homie-1'))).toMatchObject({
    link: 'dialect',
    linkId: 'homie-1',
    childKey: 'robot',
    secretHash: null,
    labelHash: 'label-2',
    epoch: 7,
    seenBy: [],
  });
  expect(read.device(asId('homie-2'))).toMatchObject({
    childKey: 'lonely',
    seenBy: [{ personId: 'p', hash: 'label-3' }],
  });
  expect(read.link(asId('homie-1'))).toMatchObject({ name: 'VAL1', secretHash: 'secret-2', brandId: 'b' });
  expect(read.childrenOfLink(asId('homie-2')).map(({ id }) => id)).toEqual(['homie-2']);
  expect(read.case(asId('c'))).toMatchObject({ deviceId: 'homie-1', labelFailures: 2 });
  expect(read.person(asId('p'))).toMatchObject({ disabledAt: null });
  expect(read.brands()).toMatchObject([{ webhookUrl: null, webhookGeneration: 1 }]);
  expect(read.sessionsOfPerson(asId('p'))).toMatchObject([{ id: 'hash-of-a-session', beganAt: 6_800_000 }]);
  db.close();
});

test('what refers to each other still does, and is still enforced', () => {
  writeVersion1();
  const db = openForWriting({ file: folder.file, check: true });
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(() => db.exec("DELETE FROM devices WHERE id = 'homie-1'")).toThrow(/FOREIGN KEY/);
  expect(() => db.exec("UPDATE devices SET link_id = 'nowhere' WHERE id = 'homie-2'")).toThrow(/FOREIGN KEY/);
  db.close();
});

test('the copy that is kept of what was taken forward is of its version, and goes after a week', () => {
  writeVersion1();
  const start = () => openForWriting({ file: folder.file, check: true }).close();
  start();
  const kept = `${folder.file}.v1`;
  expect(statSync(kept).mode & 0o777).toBe(0o600);
  const db = new Database(kept, { readonly: true });
  expect(db.pragma('user_version', { simple: true })).toBe(1);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.prepare('SELECT serial, homie_root FROM devices ORDER BY id').all()).toContainEqual({
    serial: 'VAL1',
    homie_root: 'valetudo/robot',
  });
  expect(db.prepare('SELECT action FROM audit').pluck().all()).toEqual(['store.copied']);
  db.close();
  start();
  expect(existsSync(kept)).toBe(true);
  const eightDaysAgo = Date.now() / 1000 - 8 * 24 * 3600;
  utimesSync(kept, eightDaysAgo, eightDaysAgo);
  start();
  expect(existsSync(kept)).toBe(false);
});

test('where no copy can be kept nothing is taken forward, with a sentence', () => {
  writeVersion1();
  mkdirSync(`${folder.file}.v1`);
  const before = readFileSync(folder.file);
  const start = () => openForWriting({ file: folder.file, check: true });
  expect(start).toThrow(StoreUnusable);
  expect(start).toThrow(/copy that is kept.*cannot be written.*Nothing was changed/);
  expect(readFileSync(folder.file).equals(before)).toBe(true);
});
