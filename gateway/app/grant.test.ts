import { beforeEach, describe, expect, it } from 'vitest';
import { AppKit, must, telemetry } from '../../test/support/app-kit.ts';
import { settled } from '../../test/support/fake-clock.ts';
import { proofWindowMs, requestLifeMs } from '../domain/consent/request-state.ts';
import { closeCase } from './cases.ts';
import { openByDigits, ownerAllow, ownerOpened, ownerPage, ownerRefuse, ownerStop } from './owner.ts';
import { requestConsent, withdrawRequest } from './request-consent.ts';

let kit: AppKit;
beforeEach(async () => {
  kit = await AppKit.create();
});

const battery = () => kit.hear(telemetry({ 'battery.level': 80 }));
const pending = () => kit.told.consents.at(-1)?.pending.map(({ requestId }) => requestId);
const refusalOf = async (result: Promise<unknown>) => (await result) as { refused?: string } | undefined;

describe('a request', () => {
  it('tells the device who asks for what, with the words the owner’s page shows', async () => {
    const supportCase = await kit.openCase();
    const { requestId, token } = await kit.ask(supportCase, 'basic');
    const notice = kit.told.consents.at(-1);
    expect(notice?.pending).toMatchObject([
      {
        requestId,
        brand: 'Acme',
        agent: 'Li Wei',
        classes: ['status', 'errors', 'firmware'],
        expiresInMs: requestLifeMs,
      },
    ]);
    expect(notice?.classes).toEqual([]);
    expect(must(await ownerPage(kit.app, token)).request.words).toHaveLength(2);
  });

  it('withdraws the one before it in the same case', async () => {
    const supportCase = await kit.openCase();
    const first = await kit.ask(supportCase);
    const second = await kit.ask(supportCase);
    expect(pending()).toEqual([second.requestId]);
    expect(await refusalOf(ownerAllow(kit.app, first.token, 'en'))).toEqual({ refused: 'request_ended' });
  });

  it('is no longer there when the agent takes it back, the owner refuses, or nobody answers', async () => {
    const supportCase = await kit.openCase();
    await kit.ask(supportCase);
    must(await withdrawRequest(kit.app, kit.agent, supportCase.id));
    expect(pending()).toEqual([]);
    const refused = await kit.ask(supportCase);
    await ownerRefuse(kit.app, refused.token);
    expect(pending()).toEqual([]);
    expect(await kit.confirm(refused.requestId)).toEqual({ refused: 'request_ended' });
    const late = await kit.ask(supportCase);
    await kit.clock.pass(requestLifeMs);
    expect(await refusalOf(ownerAllow(kit.app, late.token, 'en'))).toEqual({ refused: 'request_ended' });
    expect(await kit.confirm(late.requestId, true)).toEqual({ refused: 'request_ended' });
  });

  it('is looked at without a trace; only the page’s own word says that it was opened', async () => {
    const { token, requestId } = await kit.ask(await kit.openCase());
    const before = kit.store.audit.length;
    must(await ownerPage(kit.app, token));
    expect((await kit.store.request(requestId))?.openedAt).toBeNull();
    expect(kit.store.audit).toHaveLength(before);
    expect(await ownerOpened(kit.app, token)).toBeUndefined();
    expect((await kit.store.request(requestId))?.openedAt).toBe(kit.clock.now());
  });

  it('digits open the page once, within ten minutes', async () => {
    const supportCase = await kit.openCase();
    const address = '203.0.113.9';
    const { digits, requestId } = await kit.ask(supportCase);
    const [one, two] = await Promise.all([
      openByDigits(kit.app, { digits, address }),
      openByDigits(kit.app, { digits, address }),
    ]);
    const paths = [one, two].filter((result) => typeof result === 'string');
    expect(paths).toHaveLength(1);
    const opened = must(await ownerPage(kit.app, paths[0]?.split('/').at(-1) ?? ''));
    expect(opened.request.id).toBe(requestId);
    const next = await kit.ask(supportCase);
    await kit.clock.pass(10 * 60_000);
    expect(await openByDigits(kit.app, { digits: next.digits, address })).toEqual({ refused: 'digits_unknown' });
  });
});

describe('a proof', () => {
  it('before Allow grants nothing', async () => {
    const { requestId } = await kit.ask(await kit.openCase());
    expect(await kit.confirm(requestId)).toEqual({ refused: 'not_allowed_yet' });
    expect(battery()).toBe(false);
  });

  it('more than two minutes after Allow grants nothing, until the owner allows again', async () => {
    const { requestId, token } = await kit.ask(await kit.openCase());
    await ownerAllow(kit.app, token, 'en');
    await kit.clock.pass(proofWindowMs);
    expect(await kit.confirm(requestId)).toEqual({ refused: 'proof_too_late' });
    await ownerAllow(kit.app, token, 'en');
    must(await kit.confirm(requestId));
    expect(battery()).toBe(true);
  });

  it('with two requests waiting grants none', async () => {
    const first = await kit.ask(await kit.openCase());
    const second = await kit.ask(await kit.openCase());
    for (const { token } of [first, second]) await ownerAllow(kit.app, token, 'en');
    for (const { requestId } of [first, second]) {
      expect(await kit.confirm(requestId)).toEqual({ refused: 'several_requests' });
    }
    expect(kit.app.book.all()).toEqual([]);
  });

  it('is valid once', async () => {
    const { requestId, token } = await kit.ask(await kit.openCase());
    await ownerAllow(kit.app, token, 'en');
    const both = await Promise.all([kit.confirm(requestId), kit.confirm(requestId)]);
    expect(both.filter((result) => 'refused' in result)).toEqual([{ refused: 'request_ended' }]);
    expect(kit.app.book.all()).toHaveLength(1);
  });

  it('in a case that was closed meanwhile grants nothing', async () => {
    const supportCase = await kit.openCase();
    const { requestId, token } = await kit.ask(supportCase);
    await ownerAllow(kit.app, token, 'en');
    await closeCase(kit.app, kit.agent, supportCase.id);
    expect(await kit.confirm(requestId)).toEqual({ refused: 'case_closed' });
  });
});

describe('a grant', () => {
  it('raises the epoch, tells the device its classes, and is in force only when it is on disk', async () => {
    const { requestId, token } = await kit.ask(await kit.openCase());
    await ownerAllow(kit.app, token, 'en');
    kit.store.failWrites = 1;
    await expect(kit.confirm(requestId)).rejects.toThrow();
    expect(battery()).toBe(false);
    const grant = must(await kit.confirm(requestId));
    expect(grant).toMatchObject({ startEpoch: 2, state: 'active', proof: 'button', recording: false, backlog: false });
    expect(kit.told.consents.at(-1)).toMatchObject({ epoch: 2, classes: grant.classes, pending: [] });
    expect(kit.told.consents.at(-1)?.grants).toMatchObject([{ agent: 'Li Wei', expiresInMs: 30 * 60_000 }]);
    expect(battery()).toBe(true);
  });

  it('completes the earlier one of its case, whose View ends', async () => {
    const first = await kit.grant();
    const second = await kit.grant({ in: first.supportCase, scope: 'basic' });
    expect(kit.told.ended).toEqual([{ viewId: first.grant.viewId, reason: 'completed' }]);
    expect(await kit.store.grant(first.grant.id)).toMatchObject({
      state: 'completed',
      endEpoch: second.grant.startEpoch,
    });
    expect(kit.app.book.all().map(({ grantId }) => grantId)).toEqual([second.grant.id]);
    expect(kit.told.consents.at(-1)?.classes).toEqual(['status', 'errors', 'firmware']);
  });

  it('of another case is a View of its own beside it', async () => {
    const first = await kit.grant();
    const second = await kit.grant();
    expect(kit.told.ended).toEqual([]);
    expect(kit.app.book.ofDevice(kit.device.id)).toHaveLength(2);
    expect(first.grant.viewId).not.toBe(second.grant.viewId);
  });

  it('asked for by an agent who has no such case is refused', async () => {
    const supportCase = await kit.openCase();
    const stranger = { ...kit.agent, brandIds: [] };
    const asked = await requestConsent(kit.app, stranger, { caseId: supportCase.id, scope: 'full' });
    expect(asked).toEqual({ refused: 'not_found' });
  });
});

describe('a grant whose save is on disk but was not answered', () => {
  /** The writer is killed after its COMMIT: the next write of a grant is there, and rejected. */
  async function confirmedInVain(supportCase?: Parameters<typeof kit.ask>[0]) {
    const asked = await kit.ask(supportCase ?? (await kit.openCase()));
    must((await ownerAllow(kit.app, asked.token, 'en')) ?? null);
    const { store } = kit;
    const save = store.save.bind(store);
    store.save = async (changes) => {
      const saved = await save(changes);
      if (!changes.some((change) => 'put' in change && change.put === 'grant')) return saved;
      store.save = save;
      throw new Error('writer killed after COMMIT, before its answer');
    };
    await expect(kit.confirm(asked.requestId)).rejects.toThrow('killed');
    expect(kit.app.book.all().map(({ grantId }) => grantId)).not.toContain(await grantIdOf(asked.requestId));
    return asked;
  }
  const grantIdOf = async (requestId: Parameters<typeof kit.confirm>[0]) =>
    (await kit.store.request(requestId))?.grantId ?? '';

  it('is in force when the device repeats its confirmation, and runs out on time', async () => {
    const { requestId } = await confirmedInVain();
    const grant = must(await kit.confirm(requestId));
    expect(grant.id).toBe(await grantIdOf(requestId));
    expect(battery()).toBe(true);
    expect(kit.told.consents.at(-1)).toMatchObject({ epoch: grant.startEpoch, classes: grant.classes });
    expect(kit.store.audit.filter(({ action }) => action === 'grant.active')).toHaveLength(1);
    await kit.clock.pass(30 * 60_000);
    expect((await kit.store.grant(grant.id))?.state).toBe('expired');
  });

  it('is in force soon, though nobody repeats anything', async () => {
    await confirmedInVain();
    await kit.clock.pass(1_000);
    expect(battery()).toBe(true);
    expect(kit.told.consents.at(-1)?.grants).toHaveLength(1);
  });

  it('ends the earlier one of its case then, with what was kept of it', async () => {
    const first = await kit.grant();
    kit.store.frames = [{ key: 'x', viewId: first.grant.viewId, frame: {} as never }];
    const { requestId } = await confirmedInVain(first.supportCase);
    must(await kit.confirm(requestId));
    expect(kit.told.ended).toEqual([{ viewId: first.grant.viewId, reason: 'completed' }]);
    expect(kit.app.book.all().map(({ grantId }) => grantId)).toEqual([await grantIdOf(requestId)]);
    await settled();
    expect(kit.store.frames).toEqual([]);
  });

  it('never comes into force once the owner has stopped it, be the Stop on disk or not', async () => {
    for (const failWrites of [0, 1]) {
      kit = await AppKit.create();
      const { requestId, token } = await confirmedInVain();
      kit.store.failWrites = failWrites;
      await ownerStop(kit.app, token).catch(() => undefined);
      expect((await kit.store.grant(await grantIdOf(requestId)))?.state).toBe(failWrites ? 'active' : 'revoked');
      expect(await kit.confirm(requestId)).toEqual({ refused: 'request_ended' });
      await kit.clock.pass(20_000);
      expect(battery()).toBe(false);
    }
  });

  it('that was not written at all is not looked for for ever', async () => {
    const timers = kit.clock.timers;
    const { requestId, token } = await kit.ask(await kit.openCase());
    await ownerAllow(kit.app, token, 'en');
    kit.store.failWrites = 1;
    await expect(kit.confirm(requestId)).rejects.toThrow();
    await kit.clock.pass(15_000);
    expect([kit.clock.timers, battery()]).toEqual([timers, false]);
  });
});

describe('a request beside the closing of its case', () => {
  it('never waits in the closed case, whenever it falls', async () => {
    for (let turns = 0; turns < 30; turns += 1) {
      kit = await AppKit.create();
      const supportCase = await kit.openCase();
      const asked = requestConsent(kit.app, kit.agent, { caseId: supportCase.id, scope: 'full' });
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      const [outcome] = await Promise.all([asked, closeCase(kit.app, kit.agent, supportCase.id)]);
      expect(await kit.store.pendingRequests(kit.device.id, kit.clock.now())).toEqual([]);
      if ('refused' in outcome) expect(outcome).toEqual({ refused: 'case_closed' });
    }
  });

  it('that was left waiting there is withdrawn when the case is closed again', async () => {
    const supportCase = await kit.openCase();
    const { requestId } = await kit.ask(supportCase);
    await kit.store.save([{ put: 'case', record: { ...supportCase, closedAt: kit.clock.now() } }]);
    must(await closeCase(kit.app, kit.agent, supportCase.id));
    expect((await kit.store.request(requestId))?.withdrawnAt).toBe(kit.clock.now());
    expect(pending()).toEqual([]);
  });
});
