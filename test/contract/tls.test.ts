import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { connect as dial } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Credentials } from '../../gateway/app/register-device.ts';
import { inviteFirstAdministrator } from '../../gateway/app/people.ts';
import type { Brand } from '../../proto/api/people.ts';
import { diag } from '../../proto/generated/codec.js';
import { type PairFiles, replacePair, TestCa } from '../support/certificates.ts';
import { freePort } from '../support/free-port.ts';
import { registerTestDevice, startTestGateway, type TestGateway } from '../support/gateway-kit.ts';
import { HttpsClient } from '../support/https.ts';
import { ownTime } from '../support/own-time.ts';
import { findOpenssl } from '../support/programs.ts';
import { WireDevice } from '../support/wire-device.ts';

const battery = { alias: 1, name: 'battery.level', unit: '%', type: diag.MetricType.METRIC_TYPE_GAUGE, onChange: true };

describe.skipIf(findOpenssl() === undefined)('a gateway with a certificate', () => {
  let folder: string;
  let ca: string;
  let first: PairFiles;
  let second: PairFiles;
  let files: PairFiles;
  let kit: TestGateway;
  let https: HttpsClient;
  let setCookie: string;
  let device: Credentials;
  const everyLine: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'diag-tls-'));
    const authority = new TestCa(folder);
    ca = authority.certificate;
    first = authority.issue('first');
    second = authority.issue('second');
    files = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
    replacePair(files, first);
    kit = await startTestGateway({
      log: true,
      environment: {
        DIAG_TLS_CERT_FILE: files.certFile,
        DIAG_TLS_KEY_FILE: files.keyFile,
        DIAG_MQTTS_PORT: String(await freePort()),
      },
    });
    https = new HttpsClient(kit.gateway.httpUrl, ca);
    const invitation = await inviteFirstAdministrator(kit.gateway.app);
    const joined = await https.ask('/api/v1/invitation/accept', {
      method: 'POST',
      headers: { authorization: `Bearer ${invitation?.split('/').at(-1)}`, origin: kit.gateway.httpUrl },
      body: {
        displayName: 'Li Wei',
        signInName: 'li.wei',
        password: 'correct horse battery',
        brand: { name: 'Acme', company: 'Acme Ltd.', country: 'CN' },
      },
    });
    setCookie = joined.headers['set-cookie']?.[0] ?? '';
    const brands = await https.ask('/api/v1/brands', { headers: { cookie: setCookie.split(';')[0] ?? '' } });
    const [brand] = JSON.parse(brands.body) as Brand[];
    device = await registerTestDevice(kit, { brandId: brand?.id ?? '' });
  });
  beforeEach(async () => {
    replacePair(files, first);
    await kit.gateway.reloadTls();
    everyLine.push(...kit.log.splice(0).map(({ text }) => text));
  });
  afterAll(async () => {
    https.close();
    await kit.close();
    rmSync(folder, { recursive: true });
  });

  const connectDevice = (url = kit.gateway.mqttsUrl ?? '') =>
    WireDevice.connect({ url, ca, deviceId: device.device.id, secret: device.secret });
  const ports = () => [kit.settings.mqttsPort, kit.settings.httpPort];
  const codes = () => kit.log.flatMap(({ code }) => code ?? []);
  const metric = async (line: RegExp) => Number(line.exec((await https.ask('/metrics')).body)?.[1] ?? 0);

  it('speaks HTTPS and says so in its links', async () => {
    expect(kit.gateway.httpUrl).toBe(`https://127.0.0.1:${kit.settings.httpPort}`);
    const ready = await https.ask('/readyz');
    expect(ready).toMatchObject({ status: 200, shownBy: 'first' });
    expect(JSON.parse(ready.body)).toMatchObject({ status: 'ready' });
  });

  it('signs in with a cookie that belongs to this host and to HTTPS alone', () => {
    const [pair = '', ...attributes] = setCookie.split('; ');
    expect(pair).toMatch(/^__Host-session=[\w-]{40,}$/);
    const names = new Set(attributes.map((each) => each.split('=')[0]));
    expect(names).toEqual(new Set(['HttpOnly', 'Max-Age', 'Path', 'SameSite', 'Secure'])); // no Domain
    expect(attributes).toContain('SameSite=Strict');
    expect(attributes).toContain('Path=/');
  });

  it('opens the live WebSocket over TLS, where only a ticket is missing', async () => {
    const url = `${kit.gateway.httpUrl.replace('https', 'wss')}/api/v1/live?ticket=none`;
    const socket = new WebSocket(url, { ca, origin: kit.gateway.httpUrl });
    const status = await new Promise((resolve, reject) => {
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.once('error', reject);
    });
    expect(status).toBe(401);
  });

  it('takes a device over TLS through its handshake, and over plain MQTT on loopback beside it', async () => {
    for (const url of [kit.gateway.mqttsUrl, kit.gateway.mqttUrl]) {
      const link = await connectDevice(url);
      expect(link.consent).toMatchObject({ classes: [], grants: [] });
      await link.birth([battery]);
      await link.telemetry({ 1: 55 }); // acknowledged, and discarded: nothing is granted
      expect(kit.gateway.app.connections.of(device.device.id)).toMatchObject({ online: true });
      await link.end();
    }
  });

  it('speaks TLS 1.2 and 1.3, never 1.1, on both ports', async () => {
    for (const port of ports()) {
      for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
        const socket = await handshake({ port, ca, minVersion: version, maxVersion: version });
        expect(socket.getProtocol()).toBe(version);
        socket.destroy();
      }
      const old = { port, ca, minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
      await expect(handshake(old)).rejects.toThrow(/protocol version|unsupported protocol/i);
    }
    expect(codes()).toContain('link_tls');
  });

  it('agrees on http/1.1 by ALPN and on nothing else', async () => {
    const port = kit.settings.httpPort;
    const socket = await handshake({ port, ca, ALPNProtocols: ['h2', 'http/1.1'] });
    expect(socket.alpnProtocol).toBe('http/1.1');
    socket.destroy();
    await expect(handshake({ port, ca, ALPNProtocols: ['h2'] })).rejects.toThrow(/no application protocol/);
  });

  it('is trusted only by who trusts its authority', async () => {
    for (const port of ports()) await expect(handshake({ port })).rejects.toThrow(/certificate/);
  });

  it('takes a renewed pair for new connections of both ports while the old ones stay', async () => {
    const link = await connectDevice();
    const browser = new HttpsClient(kit.gateway.httpUrl, ca, true);
    await browser.ask('/livez');
    replacePair(files, second);
    await kit.gateway.reloadTls();

    for (const port of ports()) expect(await shownAt(port, ca)).toBe('second');
    await link.birth([battery]);
    expect(link.closed).toBe(false);
    expect((await browser.ask('/livez')).shownBy).toBe('first');
    expect(codes()).toContain('tls_reloaded');
    browser.close();
    await link.end();
  });

  it('takes a renewed pair by itself within seconds', async () => {
    replacePair(files, second);
    await expect.poll(() => shownAt(kit.settings.mqttsPort, ca), { interval: 200 }).toBe('second');
    expect(await shownAt(kit.settings.httpPort, ca)).toBe('second');
  });

  it('keeps its pair when the new one is half written, says so once by a code and counts it', async () => {
    const kept = /^diag_events_total\{code="tls_kept"\} (\d+)/m;
    const before = await metric(kept);
    replacePair(files, second);
    truncateSync(files.keyFile, 100);
    await kit.gateway.reloadTls();
    await kit.gateway.reloadTls();
    for (const port of ports()) expect(await shownAt(port, ca)).toBe('first');
    expect(codes()).toEqual(['tls_kept']);
    expect(kit.log[0]).toMatchObject({ level: 40, why: 'not_a_pair' });
    expect(await metric(kept)).toBe(before + 1);
  });

  it('tells how many days its certificate is good for', async () => {
    expect(await metric(/^diag_tls_certificate_days_left ([\d.]+)/m)).toBeCloseTo(30, 0);
  });

  it('counts what is no TLS, and is not held up at its end by a handshake that never comes', async () => {
    const { mqttsPort } = kit.settings;
    const silent = dial(mqttsPort, '127.0.0.1');
    const loud = dial(mqttsPort, '127.0.0.1', () => loud.write('GET / HTTP/1.1\r\n\r\n'));
    await new Promise((resolve) => loud.once('close', resolve));
    expect(codes()).toEqual(['link_tls']);
    const ended = new Promise((resolve) => silent.once('close', resolve));
    const tookMs = ownTime();
    const restarted = kit.restart();
    await ended;
    expect(tookMs()).toBeLessThan(4_000); // its handshake may take five seconds
    await restarted;
  });

  it('writes nothing of a key into its log', () => {
    const secrets = [first, second].flatMap(({ keyFile }) =>
      readFileSync(keyFile, 'utf8').trim().split('\n').slice(1, -1),
    );
    const log = everyLine.join('\n');
    expect(log).toContain('tls_kept');
    for (const secret of [...secrets, 'PRIVATE KEY']) expect(log).not.toContain(secret);
  });
});

async function handshake(options: ConnectionOptions): Promise<TLSSocket> {
  const socket = connect({ host: '127.0.0.1', ...options });
  await new Promise<void>((resolve, reject) => {
    socket.once('secureConnect', resolve);
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed')));
  });
  return socket;
}

/** Common name of the certificate that a new connection is shown. */
async function shownAt(port: number, ca: string): Promise<string> {
  const socket = await handshake({ port, ca });
  const name = String(socket.getPeerCertificate().subject.CN);
  socket.destroy();
  return name;
}

it('a gateway that was told to speak plain text where others can listen starts, and warns by a code', async () => {
  const kit = await startTestGateway({
    log: true,
    environment: { DIAG_MQTT_HOST: '0.0.0.0', DIAG_PLAIN_TEXT_OFF_LOOPBACK: 'true' },
  });
  try {
    const warnings = kit.log.filter(({ code }) => code === 'plain_text_off_loopback');
    expect(warnings).toEqual([expect.objectContaining({ level: 40 })]);
    expect(warnings[0]?.msg).toContain('Plain MQTT on 0.0.0.0');
    expect(kit.gateway.mqttsUrl).toBeUndefined();
  } finally {
    await kit.close();
  }
});
