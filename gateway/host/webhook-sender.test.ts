import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestCa } from '../../test/support/certificates.ts';
import { isSignedWith, WebhookReceiver } from '../../test/support/webhook-receiver.ts';
import { asId } from '../domain/ids.ts';
import { webhookSecret } from '../domain/people/webhook-secret.ts';
import type { BrandRecord } from '../domain/people/records.ts';
import type { Outgoing } from '../ports/outward.ts';
import { systemClock } from './system-clock.ts';
import { WebhookDestinations } from './webhook-destinations.ts';
import { createWebhookSender, type Resolve, type WebhookOptions } from './webhook-sender.ts';

let receiver: WebhookReceiver;
beforeEach(async () => {
  receiver = await WebhookReceiver.open();
});
afterEach(() => receiver.close());

const keyedHash = (purpose: string, input: string) =>
  createHmac('sha256', 'pepper').update(`${purpose}\n${input}`).digest('base64url');
const message: Outgoing = {
  id: 'message-1',
  type: 'consent.link',
  at: 1_800_000_000_000,
  data: { ticket: '<b>=cmd|\u4f60\u597d', caseId: 'case-1', url: 'http://127.0.0.1/c/token', expiresAt: 'later' },
};
const brand = (webhookUrl: string | null): BrandRecord => ({
  id: asId('brand-1'),
  name: 'Acme',
  company: 'Acme Ltd.',
  country: 'CN',
  webhookUrl,
  webhookGeneration: 7,
});
const url = (path = '/in') => `http://hooks.test:${receiver.port}${path}`;
const always: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];
const limits = { waitsMs: [5, 10], timeoutMs: 30_000 };

function sender(options: Partial<WebhookOptions> & { readonly networks?: string } = {}) {
  const { networks = '127.0.0.1/32', ...rest } = options;
  const destinations = new WebhookDestinations({ hosts: 'hooks.test, localhost', networks });
  return createWebhookSender({
    destinations,
    vault: { keyedHash },
    clock: systemClock,
    resolve: always,
    limits,
    ...rest,
  });
}

describe('a message', () => {
  it('arrives signed, as another implementation verifies', async () => {
    expect(await sender().send(brand(url('/in?key=1')), message)).toBe('sent');
    const [got] = receiver.received;
    if (!got) throw new Error('Nothing arrived');
    const secret = webhookSecret(keyedHash('webhook', 'brand-1:7'));
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await isSignedWith(secret, got, Date.now())).toBe(true);
    expect(await isSignedWith(webhookSecret(keyedHash('webhook', 'brand-1:8')), got, Date.now())).toBe(false);
    expect(await isSignedWith(secret, { ...got, body: got.body.replace('case-1', 'case-2') }, Date.now())).toBe(false);
    expect(JSON.parse(got.body)).toEqual({
      type: 'consent.link',
      timestamp: '2027-01-15T08:00:00.000Z',
      data: message.data,
    });
    expect(got.path).toBe('/in?key=1');
    expect(got.headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': 'message-1' });
    expect(Object.keys(got.headers)).not.toContain('cookie');
  });

  it('of a brand without an address is copied', async () => {
    expect(await sender().send(brand(null), message)).toBe('copy');
  });

  it('is tried three times under one id, when the receiver has trouble', async () => {
    let tries = 0;
    receiver.answers((response) => response.writeHead((tries += 1) < 3 ? 503 : 200).end());
    expect(await sender().send(brand(url()), message)).toBe('sent');
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(Array(3).fill('message-1'));
  });

  it('that is not taken three times has failed', async () => {
    const notes: unknown[] = [];
    receiver.answers((response) => response.writeHead(500).end());
    const sent = await sender({ note: (event) => notes.push(event) }).send(brand(url()), message);
    expect(sent).toEqual({ refused: 'webhook_failed' });
    expect(receiver.received).toHaveLength(3);
    expect(notes).toEqual(
      [1, 2, 3].map((n) => ({ code: 'webhook_failed', brandId: 'brand-1', messageId: 'message-1', try: n })),
    );
  });

  it.each([301, 302, 307, 308])('answered with %i is not led elsewhere, nor sent again', async (status) => {
    const elsewhere = await WebhookReceiver.open();
    receiver.answers((response) =>
      response.writeHead(status, { location: `http://hooks.test:${elsewhere.port}/` }).end(),
    );
    expect(await sender().send(brand(url()), message)).toEqual({ refused: 'webhook_failed' });
    expect([receiver.received.length, elsewhere.received.length]).toEqual([1, 0]);
    await elsewhere.close();
  });

  it.each([400, 401, 404, 410])('refused with %i is not sent again', async (status) => {
    receiver.answers((response) => response.writeHead(status).end());
    expect(await sender().send(brand(url()), message)).toEqual({ refused: 'webhook_failed' });
    expect(receiver.received).toHaveLength(1);
  });

  it('is taken although the receiver never ends its answer, of which little is read', async () => {
    const closed = new Promise<number>((resolve) => {
      let written = 0;
      receiver.answers((response) => {
        response.writeHead(200);
        const more = setInterval(() => {
          response.write(Buffer.alloc(1_024));
          written += 1_024;
        }, 1);
        response.on('close', () => {
          clearInterval(more);
          resolve(written);
        });
      });
    });
    expect(await sender().send(brand(url()), message)).toBe('sent');
    expect(await closed).toBeLessThan(1_000_000);
  });

  it('to a receiver that says nothing fails in time', async () => {
    const silent = await listen(createServer(() => undefined));
    const sent = await sender({ limits: { timeoutMs: 50, waitsMs: [1] } }).send(
      brand(`http://hooks.test:${silent.port}/`),
      message,
    );
    expect(sent).toEqual({ refused: 'webhook_failed' });
    await silent.close();
  });

  it('where nobody listens fails', async () => {
    const gone = url();
    await receiver.close();
    expect(await sender().send(brand(gone), message)).toEqual({ refused: 'webhook_failed' });
    receiver = await WebhookReceiver.open();
  });

  it('goes out of no name that cannot be resolved', async () => {
    const notFound: Resolve = async () => Promise.reject(new Error('ENOTFOUND'));
    expect(await sender({ resolve: notFound }).send(brand(url()), message)).toEqual({ refused: 'webhook_failed' });
    expect(await sender({ resolve: async () => [] }).send(brand(url()), message)).toEqual({
      refused: 'webhook_failed',
    });
  });

  it('over TLS goes only to whom its certificate names, by an authority that is trusted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'diag-webhook-'));
    const ca = new TestCa(folder);
    const { certFile, keyFile } = ca.issue('receiver');
    const secure = await WebhookReceiver.open({
      cert: readFileSync(certFile, 'utf8'),
      key: readFileSync(keyFile, 'utf8'),
    });
    const to = (host: string, trusted: Partial<WebhookOptions>) =>
      sender(trusted).send(brand(`https://${host}:${secure.port}/`), message);
    expect(await to('localhost', { ca: ca.certificate })).toBe('sent');
    expect(await to('localhost', {})).toEqual({ refused: 'webhook_failed' });
    expect(await to('hooks.test', { ca: ca.certificate })).toEqual({ refused: 'webhook_failed' });
    expect(secure.received).toHaveLength(1);
    await secure.close();
    rmSync(folder, { recursive: true });
  });
});

describe('what a name leads to', () => {
  it.each([
    ['loopback that is not allowed', ['127.0.0.2']],
    ['link-local', ['169.254.169.254']],
    ['loopback of IPv6', ['::1']],
    ['mapped loopback', ['::ffff:127.0.0.1']],
    ['an allowed address and another one', ['127.0.0.1', '192.168.1.1']],
    ['another one and an allowed address', ['10.0.0.1', '127.0.0.1']],
    ['the public, without TLS', ['93.184.215.14']],
  ])('%s is blocked', async (_what, addresses) => {
    const resolve: Resolve = async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    expect(await sender({ resolve }).send(brand(url()), message)).toEqual({ refused: 'webhook_not_allowed' });
    expect(receiver.received).toEqual([]);
  });

  it('is looked at again at every try: a name that leads elsewhere the second time is blocked', async () => {
    const answers = ['127.0.0.1', '127.0.0.2'];
    let asked = 0;
    const rebinding: Resolve = async () => [{ address: answers[asked++] ?? '', family: 4 }];
    receiver.answers((response) => response.writeHead(503).end());
    expect(await sender({ resolve: rebinding }).send(brand(url()), message)).toEqual({
      refused: 'webhook_not_allowed',
    });
    expect([receiver.received.length, asked]).toEqual([1, 2]);
  });

  it('is connected to as it was looked at: the name is asked once a try', async () => {
    let asked = 0;
    const resolve: Resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }];
    };
    expect(await sender({ resolve }).send(brand(url()), message)).toBe('sent');
    expect(asked).toBe(1);
  });

  it('is asked of the system, where localhost is loopback', async () => {
    const system = createWebhookSender({
      destinations: new WebhookDestinations({ hosts: 'localhost', networks: '127.0.0.0/8, ::1/128' }),
      vault: { keyedHash },
      clock: systemClock,
      limits,
    });
    expect(await system.send(brand(`http://localhost:${receiver.port}/`), message)).toBe('sent');
    const unlisted = createWebhookSender({
      destinations: new WebhookDestinations({ hosts: 'localhost', networks: '10.0.0.0/8' }),
      vault: { keyedHash },
      clock: systemClock,
      limits,
    });
    const blocked = await unlisted.send(brand(`http://localhost:${receiver.port}/`), message);
    expect(blocked).toEqual({ refused: 'webhook_not_allowed' });
    expect(receiver.received).toHaveLength(1);
  });

  it('is an address that the operator has not allowed any more', async () => {
    const sent = await sender({ networks: '' }).send(brand(`http://127.0.0.1:${receiver.port}/`), message);
    expect(sent).toEqual({ refused: 'webhook_not_allowed' });
    expect(receiver.received).toEqual([]);
  });
});

async function listen(server: Server): Promise<{ readonly port: number; close(): Promise<void> }> {
  const sockets = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
