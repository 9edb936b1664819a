import { afterEach, describe, expect, it } from 'vitest';
import { asId, type CaseId } from '../../gateway/domain/ids.ts';
import { beginSession, personOfSession, sessionLifeMs } from '../../gateway/app/sign-in.ts';
import { resumeGrants } from '../../gateway/app/resume-grants.ts';
import { AppKit, telemetry } from '../support/app-kit.ts';
import { SwiftClock } from '../support/swift-clock.ts';
import { FaultGround } from './fault-ground.ts';

const hour = 3_600_000;

describe('a machine’s clock that jumps, for one that is signed in', () => {
  const signedIn = async () => {
    const kit = await AppKit.create();
    const { token } = await beginSession(kit.app, kit.agent, 'desk');
    return { kit, isIn: async () => (await personOfSession(kit.app, token)) !== undefined };
  };

  it('forwards: the session is over at once', async () => {
    const { kit, isIn } = await signedIn();
    expect(await isIn()).toBe(true);
    kit.clock.setWall(kit.clock.now() + sessionLifeMs);
    expect(await isIn()).toBe(false);
  });

  it('back, and back again: it lasts no longer than it would have', async () => {
    const { kit, isIn } = await signedIn();
    kit.clock.setWall(kit.clock.now() - 24 * hour);
    await kit.clock.pass(sessionLifeMs - 1);
    expect(await isIn()).toBe(true);
    kit.clock.setWall(kit.clock.now() - 24 * hour);
    await kit.clock.pass(1);
    expect(await isIn()).toBe(false);
  });
});

describe('a machine’s clock that jumps, for a grant', () => {
  it('forwards past its end: nothing more is admitted from that moment, though no timer has run', async () => {
    const kit = await AppKit.create();
    const { grant } = await kit.grant({ minutes: 30 });
    expect(kit.hear(telemetry({ 'battery.level': 80 }))).toBe(true);
    kit.clock.setWall(grant.expiresAt);
    expect(kit.hear(telemetry({ 'battery.level': 79 }))).toBe(false);
  });

  it('back by a year: it ends when its minutes have passed', async () => {
    const kit = await AppKit.create();
    const { grant } = await kit.grant({ minutes: 30 });
    kit.clock.setWall(grant.notBefore - 365 * 24 * hour);
    await kit.clock.pass(30 * 60_000);
    expect(kit.told.ended).toEqual([{ viewId: grant.viewId, reason: 'expired' }]);
  });

  it('back before a start: it is ended on disk, and said (decision 0021)', async () => {
    const kit = await AppKit.create();
    const { grant, supportCase } = await kit.grant();
    await kit.keep(telemetry({ 'battery.level': 80 }));
    kit.app.book.end(grant.id);
    kit.clock.setWall(kit.clock.now() - hour);
    await resumeGrants(kit.app);
    expect(kit.told.notes).toContain('grant_suspended');
    expect(await kit.store.newestGrant(asId<CaseId>(supportCase.id))).toMatchObject({ state: 'revoked' });
    expect(kit.app.book.all()).toEqual([]);
  });
});

describe('a whole gateway', () => {
  let ground: FaultGround;
  afterEach(async () => ground.close());

  it('counts the jump; a grant that has begun goes on while its clock is before that, and nothing is lost', {
    timeout: 60_000,
  }, async () => {
    const machine = new SwiftClock();
    let setByMs = 0;
    const clock = {
      now: () => machine.now() + setByMs,
      monotonicMs: machine.monotonicMs,
      after: machine.after,
    };
    ground = await FaultGround.open({ lent: { clock }, devices: 1 });
    await ground.publish(3).all;
    for (const byMs of [-2 * 60_000, 2 * 60_000]) {
      setByMs += byMs;
      await ground.publish(3).all;
    }
    machine.speed = 60;
    // A look at the clock may have fallen between these two: what it counted, it has counted by the look after it.
    await new Promise<void>((resolve) => void machine.after(6_000, resolve));
    const jumps = () => ground.metric('diag_events_total{code="clock_jumped"}');
    const before = await jumps();
    setByMs -= hour;
    await expect.poll(jumps).toBe(before + 1);
    const [viewId] = ground.fleet.map((device) => device.viewId);
    expect(ground.stored()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((seq) => `${viewId} ${seq}`));
    expect(await ground.metric('diag_discards_total{code="grant_ended_meanwhile"}')).toBe(0);
  });
});
