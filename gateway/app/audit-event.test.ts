import { beforeEach, expect, it } from 'vitest';
import { AppKit, must } from '../../test/support/app-kit.ts';
import { closeCase } from './cases.ts';
import { openByDigits } from './owner.ts';
import { invitePerson } from './people.ts';
import { anotherWay, withdrawRequest } from './request-consent.ts';
import { beginSession, signOut } from './sign-in.ts';

let kit: AppKit;
let agent: string;
beforeEach(async () => {
  kit = await AppKit.create();
  agent = `person:${kit.agent.id}`;
});
const newest = () => kit.store.audit.at(-1);
const all = (action: string) => kit.store.audit.filter((event) => event.action === action);

it('the log says who withdrew a request: by asking anew, by taking it back, by closing the case', async () => {
  const supportCase = await kit.openCase();
  const about = { actor: agent, brandId: supportCase.brandId, caseId: supportCase.id, deviceId: kit.device.id };
  const first = await kit.ask(supportCase);
  const second = await kit.ask(supportCase);
  must(await withdrawRequest(kit.app, kit.agent, supportCase.id));
  const third = await kit.ask(supportCase);
  must(await closeCase(kit.app, kit.agent, supportCase.id));
  expect(all('request.withdrawn')).toMatchObject(
    [first, second, third].map(({ requestId }) => ({ ...about, detail: { requestId } })),
  );
});

it('the log says who had a further link made, and when its digits were used', async () => {
  const supportCase = await kit.openCase();
  const { requestId } = await kit.ask(supportCase);
  const about = { caseId: supportCase.id, deviceId: kit.device.id, detail: { requestId } };
  const { digits } = must(await anotherWay(kit.app, kit.agent, supportCase.id));
  expect(newest()).toMatchObject({ ...about, action: 'request.link-made', actor: agent });
  must(await openByDigits(kit.app, { digits, address: '203.0.113.9' }));
  expect(newest()).toMatchObject({ ...about, action: 'digits.used', actor: 'owner' });
  const kept = JSON.stringify(kit.store.audit);
  expect(kept).not.toContain(digits);
});

it('the log says who signed out, and who invited whom', async () => {
  const { token } = await beginSession(kit.app, kit.agent, '203.0.113.9');
  await signOut(kit.app, token);
  expect(newest()).toMatchObject({ action: 'person.signed-out', actor: agent });
  const administrator = { ...kit.agent, roles: ['administrator'] } as const;
  must(await invitePerson(kit.app, administrator, { displayName: 'Carl', roles: ['agent'], brandIds: [] }));
  expect(newest()).toMatchObject({ action: 'person.invited', actor: agent });
});
