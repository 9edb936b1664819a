import { beforeEach, describe, expect, it } from 'vitest';
import { AppKit, must, telemetry } from '../../test/support/app-kit.ts';
import { ownerState } from '../domain/consent/request-state.ts';
import { ownerPage } from './owner.ts';
import { resumeGrants } from './resume-grants.ts';

let kit: AppKit;
beforeEach(async () => {
  kit = await AppKit.create();
});
const battery = () => kit.hear(telemetry({ 'battery.level': 80 }));
const minutes = 60_000;

describe('expiry', () => {
  it('ends the grant on time, in memory, on disk and for those who watch', async () => {
    const { grant } = await kit.grant({ minutes: 10 });
    await kit.clock.pass(10 * minutes - 1);
    expect(battery()).toBe(true);
    expect(kit.told.ended).toEqual([]);
    await kit.clock.pass(1);
    expect(battery()).toBe(false);
    expect(kit.told.ended).toEqual([{ viewId: grant.viewId, reason: 'expired' }]);
    expect(await kit.store.grant(grant.id)).toMatchObject({ state: 'expired', endEpoch: 3 });
    expect(kit.told.consents.at(-1)?.classes).toEqual([]);
  });

  it('counts a wall clock that was set forward, within a second', async () => {
    const { grant } = await kit.grant({ minutes: 10 });
    kit.clock.setWall(grant.expiresAt);
    expect(battery()).toBe(false);
    await kit.clock.pass(1_000);
    expect(await kit.store.grant(grant.id)).toMatchObject({ state: 'expired' });
  });

  it('is not put off by a wall clock that was set back', async () => {
    const { grant } = await kit.grant({ minutes: 10 });
    kit.clock.setWall(grant.notBefore + 1);
    await kit.clock.pass(9 * minutes);
    kit.clock.setWall(grant.notBefore + 1);
    await kit.clock.pass(1 * minutes);
    expect(kit.told.ended).toEqual([{ viewId: grant.viewId, reason: 'expired' }]);
    expect(battery()).toBe(false);
  });

  it('that the store cannot write is silent at once and tried until it is on disk', async () => {
    const { grant } = await kit.grant({ minutes: 10 });
    kit.store.failWrites = 3;
    await kit.clock.pass(10 * minutes);
    expect(kit.told.ended).toHaveLength(1);
    expect((await kit.store.grant(grant.id))?.state).toBe('active');
    await kit.clock.pass(3_000);
    expect((await kit.store.grant(grant.id))?.state).toBe('expired');
    expect(kit.told.notes).toEqual(['store_unavailable', 'store_unavailable', 'store_unavailable']);
  });

  it('leaves no timer behind when the grant ended otherwise', async () => {
    const before = kit.clock.timers;
    const { supportCase } = await kit.grant();
    await kit.grant({ in: supportCase });
    kit.app.book.all().forEach(({ grantId }) => kit.app.book.end(grantId));
    await kit.clock.pass(1_000);
    expect(kit.clock.timers).toBe(before);
  });
});

describe('a start', () => {
  /** What a gateway knows that has just begun: only what is on disk. */
  const forgetMemory = () => {
    for (const { grantId, viewId } of kit.app.book.all()) {
      kit.app.book.end(grantId);
      kit.app.views.close(viewId);
    }
  };

  it('puts what is still granted in force again, until its own expiry', async () => {
    await kit.grant({ minutes: 10 });
    forgetMemory();
    await kit.clock.pass(4 * minutes);
    await resumeGrants(kit.app);
    expect(battery()).toBe(true);
    await kit.clock.pass(6 * minutes);
    expect(battery()).toBe(false);
  });

  it('ends what ran out meanwhile', async () => {
    const { grant } = await kit.grant({ minutes: 10 });
    forgetMemory();
    await kit.clock.pass(10 * minutes);
    await resumeGrants(kit.app);
    expect(battery()).toBe(false);
    expect((await kit.store.grant(grant.id))?.state).toBe('expired');
  });

  it('on a database that was put back from a backup ends all that it holds, and none that was granted since', async () => {
    const { grant } = await kit.grant({ minutes: 60 });
    forgetMemory();
    const nobody = { brandId: null, caseId: null, deviceId: null, detail: {} };
    kit.store.audit.push({ at: kit.clock.now(), actor: 'system', action: 'store.restored', ...nobody });
    await resumeGrants(kit.app);
    expect(await kit.store.grant(grant.id)).toMatchObject({ state: 'revoked', endedBy: 'gateway' });
    const told = ['grant_ended_by_restore', 'started_on_restored_backup'];
    expect(kit.told.notes).toEqual(told);
    await kit.clock.pass(1);
    const after = await kit.grant({ minutes: 60 });
    forgetMemory();
    await resumeGrants(kit.app);
    expect(await kit.store.grant(after.grant.id)).toMatchObject({ state: 'active' });
    expect(kit.told.notes, 'it is told once').toEqual(told);
  });

  describe('with a View that cannot be read', () => {
    /** The reading of the first View fails so many times. */
    const unreadable = (viewId: string, times: number) => {
      const { store } = kit;
      const read = store.framesOfView.bind(store);
      let left = times;
      store.framesOfView = (of) => {
        if (of !== viewId || left === 0) return read(of);
        left -= 1;
        throw new Error('no answer for 5000 ms');
      };
    };

    it('ends that grant, and starts with the others in force', async () => {
      const [bad, good] = [await kit.grant({ minutes: 10 }), await kit.grant({ minutes: 10 })];
      forgetMemory();
      unreadable(bad.grant.viewId, 99);
      const resumed = resumeGrants(kit.app);
      await kit.clock.pass(1_000);
      await resumed;
      expect(kit.app.book.all().map(({ grantId }) => grantId)).toEqual([good.grant.id]);
      expect((await kit.store.grant(bad.grant.id))?.state).toBe('revoked');
      expect(kit.told.notes).toEqual(['view_not_rebuilt', 'view_not_rebuilt', 'grant_suspended']);
    });

    it('tries once more before it does', async () => {
      const { grant } = await kit.grant({ minutes: 10 });
      forgetMemory();
      unreadable(grant.viewId, 1);
      const resumed = resumeGrants(kit.app);
      await kit.clock.pass(1_000);
      await resumed;
      expect(battery()).toBe(true);
    });

    it('that the store cannot end either, tries until that is on disk', async () => {
      const { grant } = await kit.grant({ minutes: 10 });
      forgetMemory();
      unreadable(grant.viewId, 99);
      kit.store.failWrites = 2;
      const resumed = resumeGrants(kit.app);
      await kit.clock.pass(1_000);
      await resumed;
      expect(battery()).toBe(false);
      await kit.clock.pass(2_000);
      expect((await kit.store.grant(grant.id))?.state).toBe('revoked');
    });
  });

  it('by a wall clock before the newest record ends all grants: what is left of them cannot be told', async () => {
    const { grant, token } = await kit.grant({ minutes: 30 });
    await kit.clock.pass(25 * minutes);
    kit.store.frames = [{ key: 'x', viewId: grant.viewId, frame: { receivedAt: kit.clock.now() } as never }];
    forgetMemory();
    kit.clock.setWall(grant.notBefore + 1 * minutes);
    await resumeGrants(kit.app);
    expect(battery()).toBe(false);
    expect(kit.told.notes).toEqual(['grant_suspended']);
    expect(await kit.store.grant(grant.id)).toMatchObject({ state: 'revoked' });
    expect(kit.told.consents.at(-1)?.classes).toEqual([]);
    const page = must(await ownerPage(kit.app, token));
    expect(ownerState(page.request, page.grant, kit.clock.now())).toBe('revoked');
  });

  it('by a wall clock before the newest audit event does so too, and the start after that begins anew', async () => {
    await kit.grant({ minutes: 30 });
    await kit.clock.pass(5 * minutes);
    await kit.openCase();
    forgetMemory();
    kit.clock.setWall(kit.clock.now() - 1 * minutes);
    await resumeGrants(kit.app);
    expect(kit.app.book.all()).toEqual([]);
    await kit.grant({ minutes: 30 });
    forgetMemory();
    await resumeGrants(kit.app);
    expect(battery()).toBe(true);
  });

  it('suspends a grant that has not begun yet by a wall clock that was set back', async () => {
    const { grant } = await kit.grant({ minutes: 10 });
    forgetMemory();
    kit.clock.setWall(grant.notBefore - 1);
    await resumeGrants(kit.app);
    expect(battery()).toBe(false);
    expect(kit.told.notes).toEqual(['grant_suspended']);
    expect((await kit.store.grant(grant.id))?.state, 'nobody is told for ever that it is active').toBe('revoked');
  });
});
