import { beforeEach, describe, expect, it } from 'vitest';
import { AppKit, must, telemetry } from '../../test/support/app-kit.ts';
import { settled } from '../../test/support/fake-clock.ts';
import type { CaseRecord } from '../domain/cases/records.ts';
import { asId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { closeCase } from './cases.ts';
import { claimDevice, renewLabelCode } from './claim.ts';
import { openByDigits, ownerAllow, ownerPage, ownerProveByLabel, ownerRefuse, ownerStop } from './owner.ts';
import { isBeforeClaim } from './registered-device.ts';
import { registerChild, registerLink } from './register-link.ts';
import { anotherWay, requestConsent } from './request-consent.ts';

let kit: AppKit;
let keeper: PersonRecord;
beforeEach(async () => {
  kit = await AppKit.create();
  keeper = { ...kit.agent, id: asId('keeper'), roles: ['administrator'] };
  await kit.store.save([{ put: 'person', record: keeper }]);
});

const claim = async (newLabelCode = false) =>
  must(await claimDevice(kit.app, keeper, { device: kit.device, newLabelCode }));
const deviceNow = async () => kit.store.device(kit.device.id);
const caseNow = async ({ id }: CaseRecord) => (await kit.store.case(id)) ?? expect.fail('no case');

describe('a claim', () => {
  it('ends every grant, with what was kept of it, and withdraws every request', async () => {
    const [first, second] = [await kit.grant(), await kit.grant()];
    const { requestId } = await kit.ask(await kit.openCase());
    kit.store.frames = [{ key: 'x', viewId: first.grant.viewId, frame: {} as never }];
    await kit.clock.pass(1_000);
    await claim();
    expect(kit.told.ended.map(({ viewId, reason }) => `${viewId} ${reason}`)).toEqual(
      [first, second].map(({ grant }) => `${grant.viewId} revoked`),
    );
    expect(kit.hear(telemetry({ 'battery.level': 80 }))).toBe(false);
    for (const { grant } of [first, second]) {
      expect(await kit.store.grant(grant.id)).toMatchObject({ state: 'revoked', endedAt: kit.clock.now() });
    }
    expect((await kit.store.request(requestId))?.withdrawnAt).toBe(kit.clock.now());
    expect(kit.told.consents.at(-1)).toMatchObject({ classes: [], grants: [], pending: [] });
    expect(await deviceNow()).toMatchObject({ claimedAt: kit.clock.now(), epoch: second.grant.startEpoch + 1 });
    await settled();
    expect(kit.store.frames).toEqual([]);
  });

  it('closes the cases of before, in which nobody can ask any more; a new one is as any other', async () => {
    const open = await kit.openCase();
    const closed = await kit.openCase();
    must(await closeCase(kit.app, kit.agent, closed.id));
    const closedAt = (await caseNow(closed)).closedAt;
    await kit.clock.pass(1_000);
    await claim();
    const device = (await deviceNow()) ?? expect.fail('no device');
    for (const each of [open, closed]) {
      expect(isBeforeClaim(await caseNow(each), device)).toBe(true);
      const input = { caseId: each.id, scope: 'basic' } as const;
      expect(await requestConsent(kit.app, kit.agent, input)).toEqual({ refused: 'case_closed' });
      expect(await anotherWay(kit.app, kit.agent, each.id)).toEqual({ refused: 'case_closed' });
    }
    expect([(await caseNow(open)).closedAt, (await caseNow(closed)).closedAt]).toEqual([kit.clock.now(), closedAt]);
    const { supportCase } = await kit.grant();
    expect(isBeforeClaim(await caseNow(supportCase), device)).toBe(false);
    expect(kit.hear(telemetry({ 'battery.level': 80 }))).toBe(true);
  });

  it('ends a case that was opened at the same moment, too', async () => {
    const open = await kit.openCase();
    await claim();
    const device = (await deviceNow()) ?? expect.fail('no device');
    expect(isBeforeClaim(await caseNow(open), device)).toBe(true);
  });

  it('that a case slipped past, open as it is, lets nobody ask in it', async () => {
    const open = await kit.openCase();
    await kit.clock.pass(1);
    await claim();
    await kit.store.save([{ put: 'case', record: open }]);
    const input = { caseId: open.id, scope: 'basic' } as const;
    expect(await requestConsent(kit.app, kit.agent, input)).toEqual({ refused: 'case_before_claim' });
  });

  it('beside a proof leaves nothing granted, whichever is first', async () => {
    for (let turns = 0; turns < 40; turns += 1) {
      kit = await AppKit.create();
      const { requestId, token } = await kit.ask(await kit.openCase());
      await ownerAllow(kit.app, token, 'en');
      const proof = kit.confirm(requestId);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      await Promise.all([proof, claim()]);
      expect([kit.app.book.all(), await kit.store.activeGrants()]).toEqual([[], []]);
    }
  });

  it('that cannot be written blinds at once, and is on disk when it is repeated', async () => {
    const { grant } = await kit.grant();
    kit.store.failWrites = 1;
    await expect(claim(true)).rejects.toThrow('cannot write');
    expect(kit.hear(telemetry({ 'battery.level': 80 }))).toBe(false);
    expect(await deviceNow()).toMatchObject({ claimedAt: null, labelHash: kit.device.labelHash });
    await claim();
    expect((await kit.store.grant(grant.id))?.state).toBe('revoked');
  });

  it('blinds at once, also while something else of the device is being done', async () => {
    const { grant } = await kit.grant();
    let done = () => {};
    const busy = kit.app.inTurn.run(kit.device.id, () => new Promise<void>((resolve) => (done = resolve)));
    const claimed = claim();
    expect(kit.hear(telemetry({ 'battery.level': 80 }))).toBe(false);
    expect((await kit.store.grant(grant.id))?.state).toBe('active');
    done();
    await Promise.all([busy, claimed]);
    expect((await kit.store.grant(grant.id))?.state).toBe('revoked');
  });

  it.each([
    ['', 0],
    [', even if the claim itself could not be written', 1],
  ])('ends a grant that is on disk but was never answered, before anybody takes it up%s', async (_what, failing) => {
    const { requestId, token } = await kit.ask(await kit.openCase());
    await ownerAllow(kit.app, token, 'en');
    const { store } = kit;
    const save = store.save.bind(store);
    store.save = async (changes) => {
      store.save = save;
      await save(changes);
      throw new Error('killed after COMMIT');
    };
    await expect(kit.confirm(requestId)).rejects.toThrow('killed');
    store.failWrites = failing;
    await claim().catch(() => undefined);
    await kit.clock.pass(20_000);
    expect([kit.app.book.all(), (await store.activeGrants()).length]).toEqual([[], failing]);
  });

  it('is in the audit log with everything that it ended, and the label code is not', async () => {
    await kit.grant();
    await kit.ask(await kit.openCase());
    const before = kit.store.audit.length;
    const { labelCode } = await claim(true);
    const events = kit.store.audit.slice(before);
    expect(events.map(({ action }) => action).toSorted()).toEqual(
      ['case.closed', 'case.closed', 'device.claimed', 'grant.revoked', 'request.withdrawn'].toSorted(),
    );
    expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set(['person:keeper']));
    expect(JSON.stringify(events)).not.toContain(labelCode);
  });
});

describe('the former owner’s link', () => {
  it('leads to a page that says it is over, and to nothing else, whatever is done with it', async () => {
    const granted = await kit.grant();
    const asked = await kit.ask(await kit.openCase());
    await kit.clock.pass(1_000);
    await claim();
    const present = await kit.grant();
    const told = kit.told.consents.length;
    for (const { token } of [granted, asked]) {
      expect(await ownerStop(kit.app, token)).toBeUndefined();
      for (const tried of [
        ownerAllow(kit.app, token, 'en'),
        ownerRefuse(kit.app, token),
        ownerProveByLabel(kit.app, token, 'AAAA-BBBB'),
      ])
        expect((await tried)?.refused).toMatch(/^(request_ended|scope_needs_stronger_proof)$/);
    }
    expect(must(await ownerPage(kit.app, granted.token)).grant).toMatchObject({ state: 'revoked' });
    expect(must(await ownerPage(kit.app, asked.token)).request.withdrawnAt).not.toBeNull();
    const address = '203.0.113.9';
    expect(await openByDigits(kit.app, { digits: asked.digits, address })).toEqual({ refused: 'digits_unknown' });
    // The present owner's goes on, and their device has heard of nothing.
    expect(kit.app.book.all().map(({ grantId }) => grantId)).toEqual([present.grant.id]);
    expect(kit.told.consents).toHaveLength(told);
  });
});

describe('a new label code', () => {
  const prove = async (labelCode: string) => {
    const { token } = await kit.ask(await kit.openCase(), 'basic');
    await ownerAllow(kit.app, token, 'en');
    return (await ownerProveByLabel(kit.app, token, labelCode))?.refused ?? 'granted';
  };

  it('comes with a claim only when it is asked for, and the one before is worth nothing then', async () => {
    const { labelCode: first } = must(await renewLabelCode(kit.app, keeper, kit.device));
    expect((await claim(false)).labelCode).toBeNull();
    await kit.clock.pass(1);
    expect(await prove(first)).toBe('granted');
    const { labelCode: second } = await claim(true);
    await kit.clock.pass(1);
    expect(second).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect([await prove(first), await prove(second ?? '')]).toEqual(['label_wrong', 'granted']);
  });

  it('leaves what is granted alone when the device was not claimed', async () => {
    await kit.grant();
    must(await renewLabelCode(kit.app, keeper, kit.device));
    expect(kit.hear(telemetry({ 'battery.level': 80 }))).toBe(true);
  });
});

describe('a dialect’s device that changes hands', () => {
  const beneath = async (name: string) => {
    const { link } = await registerLink(kit.app, { brandId: kit.device.brandId, name, registeredBy: null });
    return link;
  };
  const child = { key: 'robot', serial: 'VAL-0001', model: 'valetudo', registeredBy: null };

  it('leaves its former home, and is the same device beneath the link of its new one, with another label code', async () => {
    const [sellers, buyers] = [await beneath('Seller'), await beneath('Buyer')];
    const before = must(await registerChild(kit.app, sellers, child));
    expect(await registerChild(kit.app, buyers, child)).toEqual({ refused: 'serial_taken' });
    must(await claimDevice(kit.app, keeper, { device: before.device, newLabelCode: false }));
    expect(await kit.store.device(before.device.id)).toMatchObject({ link: 'dialect', linkId: null, childKey: null });
    expect(await kit.store.childrenOfLink(sellers.id)).toEqual([]);
    expect(kit.told.removed).toEqual([before.device.id]);

    const after = must(await registerChild(kit.app, buyers, { ...child, key: 'r2', registeredBy: keeper.id }));
    expect(after.device).toMatchObject({ id: before.device.id, linkId: buyers.id, childKey: 'r2' });
    expect(after.device.claimedAt).not.toBeNull();
    expect(after.labelCode).not.toBe(before.labelCode);
    expect(after.device.seenBy.map(({ personId }) => personId)).toEqual([keeper.id]);
    expect(await registerChild(kit.app, sellers, child)).toEqual({ refused: 'serial_taken' });
  });
});
