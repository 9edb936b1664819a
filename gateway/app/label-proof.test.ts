import { beforeEach, describe, expect, it } from 'vitest';
import { AppKit, must } from '../../test/support/app-kit.ts';
import type { Scope } from '../domain/data-class.ts';
import { ownerAllow, ownerProveByLabel } from './owner.ts';
import { registerDevice } from './register-device.ts';
import { anotherWay } from './request-consent.ts';

/** A device that speaks for itself: it has a button, and a label as every device has. */
let kit: AppKit;
let labelCode: string;
beforeEach(async () => {
  kit = await AppKit.create();
  const input = { brandId: kit.device.brandId, serial: 'RV1A00000002', model: 'rv-s1', registeredBy: null };
  const made = must(await registerDevice(kit.app, input));
  kit.device = made.device;
  labelCode = made.labelCode;
});

async function allowed(scope: Scope = 'basic', supportCase?: Parameters<typeof kit.ask>[0]) {
  const in_ = supportCase ?? (await kit.openCase());
  const asked = await kit.ask(in_, scope);
  must((await ownerAllow(kit.app, asked.token, 'en')) ?? null);
  return { supportCase: in_, ...asked };
}
const prove = async (token: string, code: string) =>
  (await ownerProveByLabel(kit.app, token, code))?.refused ?? 'granted';
const failures = async ({ id }: { id: string }) => (await kit.store.case(id))?.labelFailures;

describe('the code on the label', () => {
  it('opens the basic look of a device that has a button too', async () => {
    const { token, requestId } = await allowed();
    expect(await prove(token, labelCode.toLowerCase().replace('-', ' '))).toBe('granted');
    const grant = await kit.store.grant((await kit.store.request(requestId))?.grantId ?? '');
    expect(grant).toMatchObject({ proof: 'label', classes: ['status', 'errors', 'firmware'], state: 'active' });
  });

  it('does not open the full look, and does not tell whether it was right; the button does open it', async () => {
    const { supportCase, token, requestId } = await allowed('full');
    for (const code of [labelCode, 'AAAA-AAAA']) expect(await prove(token, code)).toBe('scope_needs_stronger_proof');
    expect(await failures(supportCase)).toBe(0);
    expect(must(await kit.confirm(requestId)).proof).toBe('button');
  });

  it('counts only between Allow and two minutes later', async () => {
    const { token } = await kit.ask(await kit.openCase(), 'basic');
    expect(await prove(token, labelCode)).toBe('not_allowed_yet');
    await ownerAllow(kit.app, token, 'en');
    await kit.clock.pass(2 * 60_000);
    expect(await prove(token, labelCode)).toBe('proof_too_late');
  });
});

describe('five wrong codes lock a case', () => {
  it('in parallel, however many are tried at once', async () => {
    const { supportCase, token } = await allowed();
    const tried = await Promise.all(Array.from({ length: 50 }, () => prove(token, 'AAAA-AAAA')));
    expect(tried.filter((outcome) => outcome === 'label_wrong')).toHaveLength(5);
    expect(tried.filter((outcome) => outcome === 'label_locked')).toHaveLength(45);
    expect(await failures(supportCase)).toBe(5);
    expect(await prove(token, labelCode)).toBe('label_locked');
  });

  it('over many links of one request', async () => {
    const { supportCase, token } = await allowed();
    const links = [token];
    for (let more = 0; more < 7; more += 1) {
      const way = must(await anotherWay(kit.app, kit.agent, supportCase.id));
      links.push(way.url.split('/').at(-1) ?? '');
    }
    const tried = await Promise.all(links.map((link) => prove(link, 'AAAA-AAAA')));
    expect(tried.toSorted()).toEqual([...Array(3).fill('label_locked'), ...Array(5).fill('label_wrong')]);
    for (const link of links) expect(await prove(link, labelCode)).toBe('label_locked');
  });

  it('over many requests, one after the other', async () => {
    const first = await allowed();
    for (let tries = 0; tries < 5; tries += 1) {
      const { token } = await allowed('basic', first.supportCase);
      expect(await prove(token, 'AAAA-AAAA')).toBe('label_wrong');
    }
    const { token, requestId } = await allowed('basic', first.supportCase);
    expect(await prove(token, labelCode)).toBe('label_locked');
    // The owner's own button is not locked.
    expect(must(await kit.confirm(requestId)).proof).toBe('button');
  });

  it('and no other case of the device', async () => {
    const { token } = await allowed();
    for (let tries = 0; tries < 5; tries += 1) await prove(token, 'AAAA-AAAA');
    const other = await allowed();
    expect(await prove(other.token, labelCode)).toBe('granted');
  });

  it('but not while nothing can be written: a try that was not counted is not answered', async () => {
    const { supportCase, token } = await allowed();
    kit.store.failWrites = 1;
    await expect(prove(token, 'AAAA-AAAA')).rejects.toThrow('cannot write');
    expect(await failures(supportCase)).toBe(0);
  });
});
