import { beforeEach, describe, expect, it } from 'vitest';
import { AppKit, must, telemetry } from '../../test/support/app-kit.ts';
import { settled } from '../../test/support/fake-clock.ts';
import { requestState } from '../domain/consent/request-state.ts';
import { closeCase } from './cases.ts';
import { deviceSpeaks } from './device-speaks.ts';
import { ownerAllow, ownerPage, ownerStop } from './owner.ts';

let kit: AppKit;
beforeEach(async () => {
  kit = await AppKit.create();
});

const battery = () => kit.hear(telemetry({ 'battery.level': 80 }));
const onDisk = async (id: string) => (await kit.store.grant(id))?.state;
function held() {
  let release: () => void = () => undefined;
  return { gate: new Promise<void>((resolve) => (release = resolve)), release: () => release() };
}
/** Nothing is in force, shown or told to the device any more. */
async function expectNothingGranted(): Promise<void> {
  expect(battery()).toBe(false);
  expect(kit.app.book.all()).toEqual([]);
  expect(await kit.store.activeGrants()).toEqual([]);
  expect(kit.told.consents.at(-1)?.classes).toEqual([]);
}

describe('the owner’s Stop', () => {
  it('ends in memory before anything is written, and is confirmed only from disk', async () => {
    const { grant, token } = await kit.grant();
    const { gate, release } = held();
    kit.store.gate = gate;
    let confirmed = false;
    const stop = ownerStop(kit.app, token).then(() => (confirmed = true));
    await settled();
    expect(kit.told.ended).toEqual([{ viewId: grant.viewId, reason: 'revoked' }]);
    expect(battery()).toBe(false);
    expect([confirmed, await onDisk(grant.id)]).toEqual([false, 'active']);
    release();
    await stop;
    expect(await kit.store.grant(grant.id)).toMatchObject({ state: 'revoked', endEpoch: 3, endedAt: kit.clock.now() });
    expect(kit.told.consents.at(-1)).toMatchObject({ epoch: 3, classes: [], grants: [] });
  });

  it('that the store could not write is not confirmed, and ends on disk when it is repeated', async () => {
    const { grant, token } = await kit.grant();
    kit.store.failWrites = 1;
    await expect(ownerStop(kit.app, token)).rejects.toThrow();
    expect(battery()).toBe(false);
    expect(await onDisk(grant.id)).toBe('active');
    expect(await ownerStop(kit.app, token)).toBeUndefined();
    expect(await onDisk(grant.id)).toBe('revoked');
    await expectNothingGranted();
  });

  it('whose answer was lost tells the device when it is repeated, although it is on disk already', async () => {
    const { grant, token } = await kit.grant();
    kit.store.answer = Promise.reject(new Error('The writer went down after it had written'));
    await expect(ownerStop(kit.app, token)).rejects.toThrow();
    kit.store.answer = Promise.resolve();
    expect(await onDisk(grant.id)).toBe('revoked');
    expect(kit.told.consents.at(-1)?.classes).not.toEqual([]);
    expect(await ownerStop(kit.app, token)).toBeUndefined();
    await expectNothingGranted();
  });

  it('may be repeated for ever, and is written once', async () => {
    const { token } = await kit.grant();
    await Promise.all([ownerStop(kit.app, token), ownerStop(kit.app, token)]);
    await ownerStop(kit.app, token);
    expect(kit.store.audit.filter(({ action }) => action === 'grant.revoked')).toHaveLength(1);
    expect(kit.told.ended).toHaveLength(1);
  });

  it('before the grant is a no to the request', async () => {
    const { requestId, token } = await kit.ask(await kit.openCase());
    await ownerStop(kit.app, token);
    expect(await kit.confirm(requestId, true)).toEqual({ refused: 'request_ended' });
  });

  it('removes what was kept of a View without recording', async () => {
    const { grant, token } = await kit.grant();
    kit.store.frames = [{ key: 'x', viewId: grant.viewId, frame: {} as never }];
    await ownerStop(kit.app, token);
    await settled();
    expect(kit.store.frames).toEqual([]);
  });

  it('that races the button ends the grant, whenever it falls', async () => {
    for (let turns = 0; turns < 40; turns += 1) {
      kit = await AppKit.create();
      const { requestId, token } = await kit.ask(await kit.openCase());
      must((await ownerAllow(kit.app, token, 'en')) ?? null);
      const confirmed = kit.confirm(requestId);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      await Promise.all([confirmed, ownerStop(kit.app, token)]);
      await expectNothingGranted();
    }
  });

  it('that falls when the grant can be read and is not in force yet ends it all the same', async () => {
    const { requestId, token } = await kit.ask(await kit.openCase());
    await ownerAllow(kit.app, token, 'en');
    const { gate, release } = held();
    kit.store.answer = gate;
    const confirmed = kit.confirm(requestId);
    await settled();
    expect(must(await ownerPage(kit.app, token)).grant?.state).toBe('active');
    const stop = ownerStop(kit.app, token);
    await settled();
    release();
    await Promise.all([confirmed, stop]);
    await expectNothingGranted();
  });
});

describe('Stop on the device', () => {
  const say = (action: 'stop' | { requestId: string }) => {
    const common = { lane: 'consent', deviceId: kit.device.id } as const;
    return action === 'stop'
      ? deviceSpeaks(kit.app, { ...common, action: 'stop' })
      : deviceSpeaks(kit.app, { ...common, action: 'confirm', requestId: action.requestId as never, readAloud: false });
  };

  it('ends every grant of the device', async () => {
    const grants = [await kit.grant(), await kit.grant()];
    await say('stop');
    for (const { grant } of grants) expect(await onDisk(grant.id)).toBe('revoked');
    await expectNothingGranted();
  });

  it('is settled only from disk: a store that cannot write leaves it to be sent again', async () => {
    await kit.grant();
    kit.store.failWrites = 1;
    await expect(say('stop')).rejects.toThrow();
    expect(battery()).toBe(false);
    await say('stop');
    await expectNothingGranted();
  });

  it('right after the button was held comes after the grant and ends it', async () => {
    const { requestId, token } = await kit.ask(await kit.openCase());
    await ownerAllow(kit.app, token, 'en');
    await Promise.all([say({ requestId }), say('stop')]);
    expect(await kit.store.newestGrant(must(await ownerPage(kit.app, token)).supportCase.id)).toMatchObject({
      state: 'revoked',
    });
    await expectNothingGranted();
  });

  it('a button held for another device’s request grants nothing', async () => {
    const { requestId, token } = await kit.ask(await kit.openCase());
    await ownerAllow(kit.app, token, 'en');
    const common = { lane: 'consent', action: 'confirm', requestId, readAloud: true } as const;
    await deviceSpeaks(kit.app, { ...common, deviceId: 'device-of-somebody-else' as never });
    expect(kit.app.book.all()).toEqual([]);
    expect(kit.told.notes).toEqual(['confirm_unknown']);
  });
});

describe('closing a case', () => {
  it('completes its grant and says that it was closed', async () => {
    const { supportCase, grant } = await kit.grant();
    must(await closeCase(kit.app, kit.agent, supportCase.id));
    expect(await onDisk(grant.id)).toBe('completed');
    expect(kit.told.ended).toEqual([{ viewId: grant.viewId, reason: 'closed' }]);
    await expectNothingGranted();
  });

  it('that races the button leaves nothing granted, and the owner’s page true, whenever it falls', async () => {
    for (let turns = 0; turns < 40; turns += 1) {
      kit = await AppKit.create();
      const supportCase = await kit.openCase();
      const { requestId, token } = await kit.ask(supportCase);
      await ownerAllow(kit.app, token, 'en');
      const confirmed = kit.confirm(requestId);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      const [granted] = await Promise.all([confirmed, closeCase(kit.app, kit.agent, supportCase.id)]);
      await expectNothingGranted();
      const page = must(await ownerPage(kit.app, token));
      const state = requestState(page.request, kit.clock.now());
      expect(state).toBe('refused' in granted ? 'withdrawn' : 'granted');
    }
  });

  it('that the store could not finish is finished when it is repeated', async () => {
    const { supportCase, grant } = await kit.grant();
    for (const failures of [1, 1, 1]) {
      kit.store.failWrites = failures;
      await closeCase(kit.app, kit.agent, supportCase.id).catch(() => undefined);
    }
    kit.store.failWrites = 0;
    must(await closeCase(kit.app, kit.agent, supportCase.id));
    expect(await onDisk(grant.id)).toBe('completed');
    expect((await kit.store.case(supportCase.id))?.closedAt).not.toBeNull();
  });
});
