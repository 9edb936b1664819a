import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AskedConsent, Case, CaseSummary, OpenAnswer, SentAway } from '../../proto/api/cases.ts';
import type { Problem } from '../../proto/api/common.ts';
import type { BrandWebhook } from '../../proto/api/people.ts';
import { type ApiClient, OwnerPhone } from '../support/api-client.ts';
import { everythingStored } from '../support/database.ts';
import { firstAdministrator, registerTestDevice, startTestGateway, type TestGateway } from '../support/gateway-kit.ts';
import { isSignedWith, type Received, WebhookReceiver } from '../support/webhook-receiver.ts';

let kit: TestGateway;
let tickets: WebhookReceiver;
let api: ApiClient;
let brandId: string;
let secret: string;
const ticket = '=cmd|"<b>T-4711</b>';

beforeAll(async () => {
  tickets = await WebhookReceiver.open();
  kit = await startTestGateway({
    log: true,
    environment: { DIAG_WEBHOOK_HOSTS: 'localhost', DIAG_WEBHOOK_NETWORKS: '127.0.0.0/8, ::1/128' },
  });
  api = await firstAdministrator(kit);
  brandId = (await api.brands())[0]?.id ?? '';
});
afterAll(async () => {
  await kit.close();
  await tickets.close();
});

const setUrl = (url: string | null) => api.ok<BrandWebhook>('PUT', `/brands/${brandId}/webhook`, { url });
const dataOf = ({ body }: Received) => (JSON.parse(body) as { type: string; data: Record<string, string> }).data;
let serial = 0;

async function ask(): Promise<AskedConsent> {
  const registered = await registerTestDevice(kit, { brandId, serial: `RV1A0000100${(serial += 1)}` });
  const opened = await api.ok<Case>('POST', '/cases', { deviceId: registered.device.id, reason: 'stuck', ticket });
  return api.ask(opened.id);
}

describe('without an address', () => {
  it('nothing is sent and nothing is made: the agent copies', async () => {
    const asked = await ask();
    expect(asked.case.canSend).toBe(false);
    const before = everythingStored(kit);
    for (const path of ['request/send', 'summary/send']) {
      expect(await api.ok<SentAway>('POST', `/cases/${asked.case.id}/${path}`)).toEqual({ how: 'copy' });
    }
    expect(everythingStored(kit)).toEqual(before);
  });

  it.each(['https://evil.example/', 'http://169.254.169.254/', 'https://me:pw@localhost/', 'nothing', 'file:///etc/x'])(
    'it cannot be %s',
    async (url) => {
      const { status, body } = await api.call<Problem>('PUT', `/brands/${brandId}/webhook`, { url });
      expect([status, body.code]).toEqual(url === 'nothing' ? [400, 'malformed'] : [403, 'webhook_not_allowed']);
    },
  );
});

describe('with the ticket system’s address', () => {
  it('its secret is told once, and is another one for each address', async () => {
    const first = await setUrl(`http://localhost:${tickets.port}/first`);
    const second = await setUrl(`http://localhost:${tickets.port}/in`);
    secret = second.secret ?? '';
    expect(first.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(secret).not.toBe(first.secret);
    const look = await api.ok<BrandWebhook>('GET', `/brands/${brandId}/webhook`);
    expect(look).toEqual({ url: `http://localhost:${tickets.port}/in`, secret: null });
    expect(JSON.stringify(everythingStored(kit))).not.toContain(secret.slice(6, 40));
  });

  it('a link of its own arrives there, opens the owner’s page, and was shown to nobody here', async () => {
    const asked = await ask();
    expect(asked.case.canSend).toBe(true);
    const answered = await api.call<SentAway>('POST', `/cases/${asked.case.id}/request/send`);
    expect(answered.body).toEqual({ how: 'sent' });
    const got = tickets.received.at(-1);
    if (!got) throw new Error('Nothing arrived');
    expect(await isSignedWith(secret, got, Date.now())).toBe(true);
    const data = dataOf(got);
    expect(data).toEqual({
      ticket,
      caseId: asked.case.id,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/c\/[\w-]{43}$/) as unknown,
      expiresAt: new Date(asked.case.request?.expiresAt ?? 0).toISOString(),
    });
    expect(data['url']).not.toBe(asked.link.url);
    expect(got.body).not.toMatch(/\d{6}"/);
    expect((await new OwnerPhone(api.base, data['url'] ?? '').look()).state).toBe('asked');
    const log = kit.log.map(({ text }) => text).join('');
    for (const hidden of [data['url']?.split('/').at(-1) ?? '', secret]) expect(log).not.toContain(hidden);
  });

  it('a summary arrives there, in the language that was asked for', async () => {
    const { case: opened } = await ask();
    const query = '?language=zh-CN';
    expect(await api.ok<SentAway>('POST', `/cases/${opened.id}/summary/send${query}`)).toEqual({ how: 'sent' });
    const got = tickets.received.at(-1);
    const { text } = await api.ok<CaseSummary>('GET', `/cases/${opened.id}/summary${query}`);
    expect(got && dataOf(got)).toMatchObject({ ticket, caseId: opened.id, language: 'zh-CN' });
    const withoutTime = (summary: string | undefined) => summary?.replaceAll(/\d{4}-\S+Z/g, 'T');
    expect(withoutTime(got && dataOf(got)['text'])).toBe(withoutTime(text));
    expect(text).toContain(`外部单号：${ticket}`);
    const english = await api.ok<CaseSummary>('GET', `/cases/${opened.id}/summary`, undefined, {
      'accept-language': 'en-GB',
    });
    expect(english.text).toContain(`Ticket: ${ticket}`);
  });

  it('what it does not take is said, and the link that was shown still works', async () => {
    tickets.answers((response) => response.writeHead(400).end());
    const asked = await ask();
    const { status, body } = await api.call<Problem>('POST', `/cases/${asked.case.id}/request/send`);
    expect([status, body.code]).toEqual([503, 'webhook_failed']);
    expect((await new OwnerPhone(api.base, asked.link.url).look()).state).toBe('asked');
    tickets.answers((response) => response.writeHead(204).end());
  });

  it('more than five a minute for one case are too many', async () => {
    const { case: opened } = await ask();
    const send = () => api.call('POST', `/cases/${opened.id}/request/send`);
    const statuses = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await send()).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('nothing is sent of a request that was answered, or of a case that is closed', async () => {
    const asked = await ask();
    const send = async () => (await api.call<Problem>('POST', `/cases/${asked.case.id}/request/send`)).body.code;
    await new OwnerPhone(api.base, asked.link.url).call('refuse');
    expect(await send()).toBe('request_ended');
    await api.ok('POST', `/cases/${asked.case.id}/close`);
    expect(await send()).toBe('case_closed');
  });

  it('each sending has its line in the audit log', async () => {
    const { case: opened } = await ask();
    await api.ok('POST', `/cases/${opened.id}/request/send`);
    await api.ok('POST', `/cases/${opened.id}/summary/send`);
    const events = await kit.gateway.app.audit.eventsOfCase(opened.id as never);
    expect(events.map(({ action }) => action).slice(-2)).toEqual(['consent.link.sent', 'case.summary.sent']);
    expect(events.at(-1)?.detail).toMatchObject({ taken: true });
  });
});

describe('a deep link from the ticket system', () => {
  it('leads to the agent’s page, and answers device and open case', async () => {
    const { case: opened } = await ask();
    const query = new URLSearchParams({ brand: 'Acme', serial: opened.device.serial, ticket });
    const page = await fetch(`${api.base}/open?${query}`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<title>agent')]);
    const before = everythingStored(kit);
    const answer = await api.ok<OpenAnswer>('GET', `/open?${query}`);
    expect(answer).toMatchObject({ brandId, caseId: opened.id, device: { id: opened.device.id } });
    expect(everythingStored(kit)).toEqual(before);
  });

  it.each([
    'brand=Acme',
    'serial=RV1A00001001',
    'brand=Acme&serial=RV1A00001001&ticket=%E2%80%AEx',
    'brand=Acme&serial=RV1A00001001&admin=1',
  ])('%s is not of its form', async (query) => {
    expect((await api.call('GET', `/open?${query}`)).status).toBe(400);
  });
});
