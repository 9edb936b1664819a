import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseRecord, DeviceRecord, RequestRecord } from '../../domain/cases/records.ts';
import { asId, type LinkId } from '../../domain/ids.ts';
import type { Change } from '../../ports/records.ts';
import { StoreFolder } from '../testing/open-store.ts';
import * as one from '../testing/records.ts';
import type { SqliteStore } from './sqlite-store.ts';

const folder = new StoreFolder();
let store: SqliteStore;
beforeAll(async () => {
  store = await folder.open();
  expect(await store.save([...one.everything].reverse())).toEqual({ ok: true });
});
afterAll(async () => folder.clean());

const putDevice = (record: DeviceRecord): Change => ({ put: 'device', record });

describe('every record comes back as it was put, whatever the order of the changes', () => {
  test('brands and people', async () => {
    expect(await store.brands()).toContainEqual(one.brand);
    expect(await store.person(one.person.id)).toEqual(one.person);
    expect(await store.people()).toContainEqual(one.person);
    expect(await store.invitation('inv-1')).toEqual(one.invitation);
    expect(await store.session('session-1')).toEqual(one.session);
  });

  test('devices, cases, requests and grants', async () => {
    expect(await store.device(one.device.id)).toEqual(one.device);
    expect(await store.case(one.case1.id)).toEqual(one.case1);
    expect(await store.request(one.request.id)).toEqual(one.request);
    expect(await store.grant(one.grant.id)).toEqual(one.grant);
    expect(await store.findingsOfCase(one.case1.id)).toEqual([one.finding]);
  });

  test('what is not there is undefined', async () => {
    expect(await store.person(asId('nobody'))).toBeUndefined();
    expect(await store.case(asId("case-1' OR '1'='1"))).toBeUndefined();
    expect(await store.grant(asId('none'))).toBeUndefined();
    expect(await store.requestByLink('none')).toBeUndefined();
  });
});

test('what was told in a case is told once however often it is told, in the order of its first telling, and can be taken back', async () => {
  const second = { ...one.finding, id: `${one.case1.id}/f-2` };
  const mended: typeof second = { ...one.finding, told: { kind: 'answer', question: 'dock.led', answer: 'off' } };
  await store.save([
    { put: 'finding', record: second },
    { put: 'finding', record: mended },
  ]);
  expect(await store.findingsOfCase(one.case1.id)).toEqual([mended, second]);
  await store.save([{ drop: 'finding', id: second.id }]);
  expect(await store.findingsOfCase(one.case1.id)).toEqual([mended]);
});

test('a later record replaces the whole earlier one', async () => {
  const invited = { ...one.invitation, tokenHash: 'inv-2' };
  const used = { ...invited, usedAt: 4_000 };
  await store.save([{ put: 'invitation', record: invited }]);
  await store.save([{ put: 'invitation', record: used }]);
  expect(await store.invitation('inv-2')).toEqual(used);
});

describe('unique values', () => {
  test('a serial of the same brand is taken, and nothing of that save is written', async () => {
    const result = await store.save([
      { append: 'audit', event: one.auditEvent('device.register') },
      { put: 'brand', record: { ...one.brand, id: asId('brand-with-twin') } },
      putDevice({ ...one.device, id: asId('twin') }),
    ]);
    expect(result).toEqual({ ok: false, taken: 'serial' });
    expect(await store.device(asId('twin'))).toBeUndefined();
    expect((await store.brands()).map(({ id }) => id)).not.toContain('brand-with-twin');
    expect(await store.eventsOfCase(one.case1.id)).toEqual([]);
  });

  test('the same serial in another brand is free', async () => {
    const other = { ...one.brand, id: asId<typeof one.brand.id>('brand-free') };
    const device = { ...one.device, id: asId<typeof one.device.id>('device-free'), brandId: other.id };
    expect(await store.save([{ put: 'brand', record: other }, putDevice(device)])).toEqual({ ok: true });
  });

  test('a sign-in name is compared in lower case, beyond ASCII too', async () => {
    const zoe = { ...one.person, id: asId<typeof one.person.id>('person-zoe'), signInName: 'ZOË' };
    await store.save([{ put: 'person', record: zoe }]);
    expect(await store.personBySignInName('zoë')).toEqual(zoe);
    expect(await store.save([{ put: 'person', record: { ...zoe, id: asId('p'), signInName: 'Zoë' } }])).toEqual({
      ok: false,
      taken: 'sign-in-name',
    });
  });

  test('people without a sign-in name do not collide', async () => {
    const invited = (id: string) => ({ ...one.person, id: asId<typeof one.person.id>(id), signInName: null });
    const both = await store.save([
      { put: 'person', record: invited('invited-1') },
      { put: 'person', record: invited('invited-2') },
    ]);
    expect(both).toEqual({ ok: true });
  });

  test('a device of a link is registered once, whatever another link calls its own', async () => {
    const link = (id: string) => ({ put: 'link', record: { ...one.link, id: asId<LinkId>(id) } }) as const;
    const robot = (id: string, linkId: string): DeviceRecord => ({
      ...one.device,
      id: asId(id),
      serial: id,
      link: 'dialect',
      linkId: asId(linkId),
      childKey: 'robot',
      secretHash: null,
    });
    expect(await store.save([link('home-1'), link('home-2'), putDevice(robot('robot-1', 'home-1'))])).toEqual({
      ok: true,
    });
    expect(await store.save([putDevice(robot('robot-2', 'home-1'))])).toEqual({ ok: false, taken: 'child-key' });
    expect(await store.save([putDevice(robot('robot-3', 'home-2'))])).toEqual({ ok: true });
    expect(await store.childrenOfLink(asId('home-1'))).toEqual([robot('robot-1', 'home-1')]);
    expect(await store.link(asId('home-2'))).toEqual({ ...one.link, id: 'home-2' });
    expect((await store.links([one.brand.id])).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['home-2', 'home-1']),
    );
    expect(await store.links([])).toEqual([]);
  });

  test('devices of one brand are found by whole serials in any letter case', async () => {
    const found = await store.devicesBySerials(one.brand.id, ['ROBOT-1', 'robot-9', one.device.serial.toLowerCase()]);
    expect(found.map(({ serial }) => serial).sort()).toEqual([one.device.serial, 'robot-1'].sort());
    expect(await store.devicesBySerials(asId('nobody'), ['robot-1'])).toEqual([]);
  });
});

test('a save that refers to what does not exist is an error, and spoils nobody else’s', async () => {
  const orphan: CaseRecord = { ...one.case1, id: asId('orphan'), deviceId: asId('no-such-device') };
  const [refused, saved] = await Promise.allSettled([
    store.save([{ put: 'case', record: orphan }]),
    store.save([{ put: 'case', record: { ...one.case1, id: asId('beside-orphan') } }]),
  ]);
  expect(refused).toMatchObject({ status: 'rejected', reason: { message: /FOREIGN KEY/ } });
  expect(saved).toEqual({ status: 'fulfilled', value: { ok: true } });
  expect(await store.case(asId('orphan'))).toBeUndefined();
  expect(store.health()).toEqual({ ok: true });
});

describe('looking up devices and cases stays within the brands asked for', () => {
  const brandA = { ...one.brand, id: asId<typeof one.brand.id>('brand-a') };
  const brandB = { ...one.brand, id: asId<typeof one.brand.id>('brand-b') };
  const deviceOf = (brandId: typeof brandA.id, serial: string, n = 0): DeviceRecord => ({
    ...one.device,
    id: asId(`${brandId}-${serial}-${n}`),
    brandId,
    serial,
  });
  const a = deviceOf(brandA.id, 'Cam-77xY');
  const b = deviceOf(brandB.id, 'Cam-77XY');
  const caseOf = (device: DeviceRecord, closedAt: number | null): CaseRecord => ({
    ...one.case1,
    id: asId(`case-${device.id}-${closedAt}`),
    brandId: device.brandId,
    deviceId: device.id,
    closedAt,
  });
  beforeAll(async () => {
    await store.save([
      { put: 'brand', record: brandA },
      { put: 'brand', record: brandB },
      putDevice(a),
      putDevice(b),
      { put: 'case', record: caseOf(a, null) },
      { put: 'case', record: caseOf(a, 900) },
      { put: 'case', record: caseOf(b, null) },
    ]);
  });

  test('by whole serial and by its last four characters, in any case', async () => {
    expect(await store.findDevices({ brandIds: [brandA.id], find: 'CAM-77XY' })).toEqual([a]);
    expect(await store.findDevices({ brandIds: [brandA.id], find: '77xy' })).toEqual([a]);
    expect(await store.findDevices({ brandIds: [brandB.id, brandA.id], find: '77XY' })).toEqual([b, a]);
  });

  test('nothing by a part of a serial, a wildcard or no brand', async () => {
    expect(await store.findDevices({ brandIds: [brandA.id], find: '7xy' })).toEqual([]);
    expect(await store.findDevices({ brandIds: [brandA.id], find: '%' })).toEqual([]);
    expect(await store.findDevices({ brandIds: [], find: '77xy' })).toEqual([]);
    expect(await store.findDevices({ brandIds: [] })).toEqual([]);
    expect(await store.cases({ brandIds: [] })).toEqual([]);
  });

  test('cases: all, open, closed', async () => {
    const brandIds = [brandA.id];
    expect(await store.cases({ brandIds })).toEqual([caseOf(a, 900), caseOf(a, null)]);
    expect(await store.cases({ brandIds, open: true })).toEqual([caseOf(a, null)]);
    expect(await store.cases({ brandIds, open: false })).toEqual([caseOf(a, 900)]);
  });

  test('cases of one agent: in these brands, and all that they have open in whichever', async () => {
    const agent = { ...one.person, id: asId<typeof one.person.id>('agent-b'), signInName: 'agent-b' };
    const own = (device: DeviceRecord, closedAt: number | null): CaseRecord => ({
      ...caseOf(device, closedAt),
      id: asId(`own-${device.id}-${closedAt}`),
      agentId: agent.id,
    });
    await store.save([
      { put: 'person', record: agent },
      ...[own(a, null), own(a, 900), own(b, null)].map((record): Change => ({ put: 'case', record })),
    ]);
    const query = { brandIds: [brandA.id], agentId: agent.id };
    expect(await store.cases(query)).toEqual([own(a, 900), own(a, null)]);
    expect(await store.cases({ ...query, open: true })).toEqual([own(a, null)]);
    expect(await store.openCasesOfAgent(agent.id)).toEqual([own(a, null), own(b, null)]);
    expect(await store.openCasesOfAgent(asId('nobody'))).toEqual([]);
  });

  test('the newest 50 devices and 200 cases', async () => {
    const brandC = { ...one.brand, id: asId<typeof one.brand.id>('brand-c') };
    const many = Array.from({ length: 51 }, (_, n) => deviceOf(brandC.id, `S${n}`, n));
    const first = many[0]!;
    const cases = Array.from({ length: 201 }, (_, n) => ({
      ...caseOf(first, null),
      id: asId<CaseRecord['id']>(`c${n}`),
    }));
    await store.save([
      { put: 'brand', record: brandC },
      ...many.map(putDevice),
      ...cases.map((record): Change => ({ put: 'case', record })),
    ]);
    const found = await store.findDevices({ brandIds: [brandC.id] });
    expect(found.map(({ serial }) => serial)).toEqual(
      many
        .map(({ serial }) => serial)
        .reverse()
        .slice(0, 50),
    );
    const listed = await store.cases({ brandIds: [brandC.id] });
    expect(listed.map(({ id }) => id)).toEqual(
      cases
        .map(({ id }) => id)
        .reverse()
        .slice(0, 200),
    );
  });
});

describe('requests', () => {
  const device = { ...one.device, id: asId<typeof one.device.id>('device-r'), serial: 'R' };
  const requestOf = (id: string, change: Partial<RequestRecord> = {}): RequestRecord => ({
    ...one.request,
    id: asId(id),
    deviceId: device.id,
    expiresAt: 2_000,
    ...change,
  });
  const waiting = [
    requestOf('sent'),
    requestOf('opened', { openedAt: 400 }),
    requestOf('allowed', { openedAt: 400, allowedAt: 500 }),
  ];
  const over = [
    requestOf('denied', { deniedAt: 500 }),
    requestOf('withdrawn', { withdrawnAt: 500 }),
    requestOf('granted', { allowedAt: 500, grantId: asId('grant-1') }),
    requestOf('expired', { expiresAt: 1_000 }),
  ];
  beforeAll(async () => {
    await store.save([
      putDevice(device),
      ...[...waiting, ...over].map((record): Change => ({ put: 'request', record })),
      { put: 'owner-link', record: { tokenHash: 'link-2', requestId: asId('denied') } },
    ]);
  });

  test('pending: sent, opened or allowed, until the millisecond of expiry', async () => {
    expect(await store.pendingRequests(device.id, 1_000)).toEqual(waiting);
    expect(await store.pendingRequests(device.id, 999)).toEqual([
      ...waiting,
      requestOf('expired', { expiresAt: 1_000 }),
    ]);
    expect(await store.pendingRequests(device.id, 2_000)).toEqual([]);
  });

  test('by link for good, by spoken digits until they expire', async () => {
    expect(await store.requestByLink('link-2')).toEqual(over[0]);
    expect(await store.requestByLink('link-1')).toEqual(one.request);
    expect(await store.requestByDigits('digits-1', 999)).toEqual(one.request);
    expect(await store.requestByDigits('digits-1', 1_000)).toBeUndefined();
  });

  test('newest request and newest grant are the last put for the first time, whatever the clock said', async () => {
    const case2 = { ...one.case1, id: asId<CaseRecord['id']>('case-newest') };
    const early = requestOf('early', { caseId: case2.id, sentAt: 9_000 });
    const late = requestOf('late', { caseId: case2.id, sentAt: 8_000 });
    const grantOf = (id: string, notBefore: number) => ({
      ...one.grant,
      id: asId<typeof one.grant.id>(id),
      viewId: asId<typeof one.grant.viewId>(`view-${id}`),
      caseId: case2.id,
      notBefore,
      state: 'completed' as const,
    });
    await store.save([
      { put: 'case', record: case2 },
      { put: 'request', record: early },
      { put: 'request', record: late },
      { put: 'grant', record: grantOf('g-early', 9_000) },
      { put: 'grant', record: grantOf('g-late', 8_000) },
    ]);
    await store.save([{ put: 'request', record: early }]);
    expect(await store.newestRequest(case2.id)).toEqual(late);
    expect((await store.newestGrant(case2.id))?.id).toBe('g-late');
    expect(await store.requestsOfCase(case2.id)).toEqual([early, late]);
    expect((await store.grantsOfCase(case2.id)).map(({ id }) => id)).toEqual(['g-early', 'g-late']);
  });

  test('active grants only, expired by the clock or not', async () => {
    expect(await store.activeGrants()).toEqual([one.grant]);
  });
});

test('dropped sessions and spoken digits are gone', async () => {
  await store.save([
    { put: 'session', record: { ...one.session, tokenHash: 'session-2' } },
    { put: 'spoken-digits', record: { ...one.digits, digitsHash: 'digits-2' } },
  ]);
  await store.save([
    { drop: 'session', tokenHash: 'session-2' },
    { drop: 'spoken-digits', digitsHash: 'digits-2' },
  ]);
  expect(await store.session('session-2')).toBeUndefined();
  expect(await store.requestByDigits('digits-2', 0)).toBeUndefined();
});

test('what has run out is dropped, to the millisecond', async () => {
  const at = { ...one.session, tokenHash: 'at', expiresAt: 700 };
  const later = { ...one.session, tokenHash: 'later', expiresAt: 701 };
  await store.save([
    { put: 'session', record: at },
    { put: 'session', record: later },
    { put: 'invitation', record: { ...one.invitation, tokenHash: 'at', expiresAt: 700 } },
    { put: 'invitation', record: { ...one.invitation, tokenHash: 'later', expiresAt: 701 } },
    { put: 'spoken-digits', record: { ...one.digits, digitsHash: 'at', expiresAt: 700 } },
    { put: 'spoken-digits', record: { ...one.digits, digitsHash: 'later', expiresAt: 701 } },
  ]);
  await store.save([{ drop: 'expired', before: 700 }]);
  expect([await store.session('at'), await store.invitation('at'), await store.requestByDigits('at', 0)]).toEqual(
    Array(3).fill(undefined),
  );
  expect(await store.session('later')).toEqual(later);
  expect(await store.invitation('later')).toBeDefined();
  expect(await store.requestByDigits('later', 0)).toBeDefined();
});
