import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BackgroundGrantRecord, OnsetRecord } from '../../domain/cases/records.ts';
import { asId } from '../../domain/ids.ts';
import type { Change } from '../../ports/records.ts';
import { StoreFolder } from '../testing/open-store.ts';
import { auditEvent, brand, device, everything, person } from '../testing/records.ts';
import type { SqliteStore } from './sqlite-store.ts';

/** In the name of every symptom here, so that it is found by its bytes wherever the store has it. */
const canary = 'CANARYONSET5e1f';
const day = 86_400_000;
const t0 = 1_800_000_000_000;

const counted: BackgroundGrantRecord = {
  id: asId('counted-1'),
  viewId: asId('counted-view-1'),
  deviceId: device.id,
  brandId: brand.id,
  purpose: 'fleet-statistics',
  classes: ['errors', 'firmware'],
  noticeVersion: '1',
  noticeLanguage: 'en',
  proof: 'button',
  notBefore: t0,
  expiresAt: t0 + 30 * day,
  startEpoch: 1,
  endEpoch: null,
  state: 'active',
  endedAt: null,
  endedBy: null,
  packVersion: '1.0.0',
  firmware: '4.2.0',
};
const other: BackgroundGrantRecord = { ...counted, id: asId('counted-2'), viewId: asId('counted-view-2') };
const ended: BackgroundGrantRecord = {
  ...counted,
  state: 'revoked',
  endEpoch: 2,
  endedAt: t0 + day,
  endedBy: 'owner',
};
const end: readonly Change[] = [
  { put: 'background-grant', record: ended },
  { drop: 'onsets', viewId: counted.viewId },
];

let folder: StoreFolder;
let store: SqliteStore;
beforeEach(async () => {
  folder = new StoreFolder();
  store = await folder.open();
  await store.save([
    ...everything,
    { put: 'background-grant', record: counted },
    { put: 'background-grant', record: other },
  ]);
});
afterEach(() => folder.clean());

function onset(at: number, rest: Partial<OnsetRecord> = {}): OnsetRecord {
  const { viewId = counted.viewId, symptom = `${canary}-${at}` } = rest;
  return { id: `${viewId}/${symptom}/${at}`, viewId, symptom, at, seen: true, goneAt: null, ...rest };
}

async function saveOnsets(...onsets: readonly OnsetRecord[]): Promise<void> {
  await store.save(onsets.map((record): Change => ({ put: 'onset', record })));
}

/** In how many files of the store, the log among them, which is open all the while. */
function filesWithCanary(): string[] {
  return readdirSync(folder.path).filter((name) => readFileSync(join(folder.path, name)).includes(canary));
}

/** Many, of which the file itself has one half and the log the other. */
async function saveInFileAndLog(atOf: (n: number) => number): Promise<void> {
  const all = Array.from({ length: 400 }, (_, n) => onset(atOf(n), { goneAt: n % 2 === 0 ? atOf(n) + 1 : null }));
  await saveOnsets(...all.slice(0, 200));
  await store.close();
  store = await folder.open();
  await saveOnsets(...all.slice(200));
  expect(filesWithCanary().sort()).toEqual(['diag.sqlite', 'diag.sqlite-wal']);
}

test('a grant to be counted is read back as it was saved, by its id, by its device, and while it is in force', async () => {
  expect(await store.backgroundGrant(counted.id)).toEqual(counted);
  expect(await store.backgroundGrant(asId('nobody'))).toBeUndefined();
  expect(await store.backgroundGrantsOfDevice(device.id)).toEqual([counted, other]);
  expect(await store.backgroundGrantsOfDevice(asId('another'))).toEqual([]);
  await store.save(end);
  expect(await store.backgroundGrant(counted.id)).toEqual(ended);
  expect(await store.activeBackgroundGrants()).toEqual([other]);
  expect(await store.activeGrants(), 'of a case').toHaveLength(1);
});

test('what a device is counted for is read back as it was saved, oldest first, and only of its View', async () => {
  const [late, early] = [onset(t0 + 2, { seen: false, goneAt: t0 + 9 }), onset(t0 + 1)];
  await saveOnsets(late, early, onset(t0, { viewId: other.viewId }));
  expect(await store.onsetsOfView(counted.viewId)).toEqual([early, late]);
  const over = { ...early, goneAt: t0 + 5 };
  await saveOnsets(over);
  expect(await store.onsetsOfView(counted.viewId)).toEqual([over, late]);
});

test('what a device was counted for goes with the end of its grant, and only of that', async () => {
  const kept = onset(t0, { viewId: other.viewId });
  await saveOnsets(onset(t0), onset(t0 + 1, { goneAt: t0 + 2 }), kept);
  await store.save(end);
  expect(await store.onsetsOfView(counted.viewId)).toEqual([]);
  expect(await store.onsetsOfView(other.viewId)).toEqual([kept]);
});

test('an end that cannot be written takes nothing: the grant is in force and what it was counted for is there', async () => {
  const one = onset(t0);
  await saveOnsets(one);
  const taken: Change = { put: 'person', record: { ...person, id: asId('person-2') } };
  expect(await store.save([...end, taken])).toEqual({ ok: false, taken: 'sign-in-name' });
  expect(await store.onsetsOfView(counted.viewId)).toEqual([one]);
  const orphan: Change = { put: 'onset', record: onset(t0, { viewId: asId('no-such-view') }) };
  await expect(store.save([...end, orphan])).rejects.toThrow(/FOREIGN KEY/);
  expect([await store.backgroundGrant(counted.id), await store.onsetsOfView(counted.viewId)]).toEqual([counted, [one]]);
});

test('of what went with its grant nothing is in any file afterwards, the log included', async () => {
  await saveInFileAndLog((n) => t0 + n);
  await store.save(end);
  await expect.poll(filesWithCanary).toEqual([]);
});

test('what is too old goes by its age, whether it is over or not, and nothing of it is in any file afterwards', async () => {
  await saveInFileAndLog((n) => t0 + n);
  const young = onset(t0 + 1_000, { symptom: 'young' });
  await saveOnsets(young);
  await store.save([{ drop: 'old-onsets', before: young.at }]);
  expect(await store.onsetsOfView(counted.viewId)).toEqual([young]);
  await expect.poll(filesWithCanary).toEqual([]);
});

test('the newest record is also what a device was counted for last, as long as it is', async () => {
  await store.save([{ append: 'audit', event: auditEvent('grant.active', t0) }]);
  expect(await store.newestRecordAt()).toBe(t0);
  const one = onset(t0 + 20 * day);
  await saveOnsets(one, onset(t0 + day));
  expect(await store.newestRecordAt()).toBe(one.at);
  await saveOnsets({ ...one, goneAt: one.at + 5 });
  expect(await store.newestRecordAt()).toBe(one.at + 5);
  await store.save(end);
  expect(await store.newestRecordAt()).toBe(t0);
});
