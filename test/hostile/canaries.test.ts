import Database from 'better-sqlite3';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import mqtt from 'mqtt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerLink } from '../../gateway/app/register-link.ts';
import { asId, type BrandId } from '../../gateway/domain/ids.ts';
import { StoreUnavailable } from '../../gateway/store/store-errors.ts';
import { diag } from '../../proto/generated/codec.js';
import { upControlLanes, upDataLanes, upTopic } from '../../proto/topics.ts';
import type { AskedConsent } from '../../proto/api/cases.ts';
import type { RegisteredDevice } from '../../proto/api/devices.ts';
import type { BrandWebhook, InvitedPerson } from '../../proto/api/people.ts';
import { type PairFiles, TestCa } from '../support/certificates.ts';
import { ApiClient, OwnerPhone } from '../support/api-client.ts';
import { freePort } from '../support/free-port.ts';
import { firstAdministrator, startTestGateway, type TestGateway } from '../support/gateway-kit.ts';
import { HttpsClient } from '../support/https.ts';
import { LeapingClock } from '../support/leaping-clock.ts';
import { knock } from '../support/knock.ts';
import { findOpenssl } from '../support/programs.ts';
import { connectBytes, publishBytes, RawLink, subscribeBytes } from '../support/raw-link.ts';
import { WireDevice } from '../support/wire-device.ts';
import { makeCage } from './canary-cage.ts';
import { everyPlace } from './every-field.ts';
import { metrics } from './ground.ts';

const { keep, leaksIn, canaries } = makeCage();

let kit: TestGateway;
let api: ApiClient;
let brandId: string;
let receiver: Server;
let registered: RegisteredDevice;
/** What the program wrote past its log. */
const written: string[] = [];
const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write.bind(stream) }));

beforeAll(async () => {
  for (const { stream, write } of streams)
    stream.write = (chunk: string | Uint8Array, ...rest: never[]) => {
      written.push(Buffer.from(chunk).toString('latin1'));
      return write(chunk, ...rest);
    };
  receiver = createServer((request, response) => request.pipe(response.writeHead(500)));
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  kit = await startTestGateway({
    log: true,
    environment: {
      DIAG_LOG_LEVEL: 'debug',
      DIAG_WEBHOOK_HOSTS: 'localhost',
      DIAG_WEBHOOK_NETWORKS: '127.0.0.0/8, ::1/128',
    },
  });
  api = await firstAdministrator(kit);
  brandId = (await api.brands())[0]?.id ?? '';
}, 60_000);
afterAll(async () => {
  for (const { stream, write } of streams) stream.write = write;
  await kit.close();
  receiver.close();
});

const logged = () => kit.log.map(({ text }) => text).join('');
async function expectNoLeak(): Promise<void> {
  const told = await (await fetch(`${api.base}/metrics`)).text();
  expect(leaksIn(logged()), 'in the log').toEqual([]);
  expect(leaksIn(told), 'in the metrics').toEqual([]);
  expect(leaksIn(written.join('')), 'in what was written').toEqual([]);
}

describe('no secret stands in a log line or a metric', () => {
  it('when all goes well', async () => {
    keep('password', 'correct horse battery');
    keep('session', api.cookie.split('=').at(-1));
    for (const file of ['pepper', 'signing-ed25519']) {
      const bytes = readFileSync(`${kit.settings.dataFolder}/keys/${file}.key`);
      for (const form of ['latin1', 'hex', 'base64', 'base64url'] as const)
        keep(`${file} ${form}`, bytes.toString(form));
    }
    // Who registers a device cannot ask for it: a colleague does.
    const invited = await api.ok<InvitedPerson>('POST', '/people', {
      displayName: 'Zhang San',
      roles: ['agent'],
      brandIds: [brandId],
    });
    keep('invitation', invited.invitationPath.split('/').at(-1));
    const agent = new ApiClient(api.base);
    await agent.join(invited.invitationPath, {
      displayName: 'Zhang San',
      signInName: 'zhang.san',
      password: keep('other password', 'staple battery horse'),
    });
    keep('other session', agent.cookie.split('=').at(-1));

    registered = await api.ok<RegisteredDevice>('POST', '/devices', {
      brandId,
      serial: 'RV1A00000001',
      model: 'rv-s1',
    });
    keep('device secret', registered.secret);
    keep('label code', registered.labelCode);
    const { link, secret } = await api.ok<{ link: { id: string }; secret: string }>('POST', '/links', {
      brandId,
      name: 'A home',
    });
    keep('link secret', secret);
    const child = await api.ok<{ labelCode: string }>('POST', `/links/${link.id}/devices`, {
      key: 'robot',
      serial: 'VT00000001',
      model: 'valetudo',
    });
    keep('child’s label code', child.labelCode);
    const csv = await api.ok<{ registered: RegisteredDevice[] }>('POST', '/devices/csv', {
      brandId,
      csv: 'serial,model\nRV1A00000002,rv-s1',
    });
    keep('secret by file', csv.registered[0]?.secret);
    const rotated = await api.ok<{ secret: string }>('POST', `/devices/${csv.registered[0]?.device.id}/secret`, {
      graceMinutes: 5,
    });
    keep('rotated secret', rotated.secret);

    const { port } = receiver.address() as { port: number };
    const url = `http://localhost:${port}/hook/${keep('webhook address', 'whk-4b1d0f7a2c')}`;
    const webhook = await api.ok<BrandWebhook>('PUT', `/brands/${brandId}/webhook`, { url });
    keep('webhook secret', webhook.secret ?? undefined);
    keep('webhook key', webhook.secret?.replace('whsec_', ''));

    const device = await WireDevice.connect({
      url: kit.gateway.mqttUrl,
      deviceId: registered.device.id,
      secret: registered.secret,
    });
    await device.birth(metrics);
    const supportCase = await agent.openCase(registered.device.id);
    const asked = await agent.ask(supportCase.id);
    const phone = new OwnerPhone(api.base, asked.link.url);
    keep('owner’s link', phone.token);
    const { digits } = await agent.ok<AskedConsent['link']>('POST', `/cases/${supportCase.id}/links`);
    keep('digits', digits);
    // The receiver takes nothing: that is told in the log.
    expect((await agent.call('POST', `/cases/${supportCase.id}/request/send`)).status).toBe(503);
    const opened = await agent.ok<{ path: string }>('POST', '/owner/codes', { digits });
    keep('link by digits', opened.path.split('/').at(-1));
    await phone.allow();
    await device.confirm(asked.case.request?.id ?? '');
    await device.until(() => (device.consent?.classes.length ?? 0) > 0, 10_000);
    const ticket = keep('live ticket', (await agent.ticket(supportCase.id)).ticket);
    expect(await knock(api.base, ticket, { cookie: agent.cookie, origin: api.base })).toBe(101);
    await phone.stop();
    await agent.ok('DELETE', '/session');
    await device.end();

    const db = new Database(`${kit.settings.dataFolder}/diag.sqlite`, { readonly: true });
    for (const [n, hash] of db.prepare<[], string>('SELECT password_hash FROM people').pluck().all().entries())
      keep(`password hash ${n}`, hash);
    db.close();
    expect(logged(), 'the control: at this level each request is told').toContain('"msg":"http"');
    expect(logged()).toContain('webhook');
    await expectNoLeak();
  });

  it('when a device or a browser says them where they do not belong', async () => {
    const secrets = [...canaries.values()].filter((secret) => /^[\x20-\x7e]+$/.test(secret));
    const all = secrets.join(' ');
    const bodyPlaces = (await everyPlace(api, { brandId })).filter(({ kind }) => kind === 'body');
    const say = (path: string, init: RequestInit) =>
      fetch(api.base + path, init).then((response) => response.arrayBuffer());
    for (const place of bodyPlaces) {
      const signedIn = { origin: api.base, cookie: api.cookie, 'content-type': 'application/json' };
      const body = JSON.stringify(place.body(all));
      const path = `/api/v1${place.path('x')}`;
      if (place.method === 'DELETE') continue;
      await say(path, { method: place.method, headers: signedIn, body });
      await say(path, { method: place.method, headers: signedIn, body: body.slice(0, -2) });
      await say(path, { method: place.method, headers: { ...signedIn, 'content-type': 'text/plain' }, body });
    }
    await api.call('POST', '/session', { signInName: all.slice(0, 60), password: all.slice(0, 200) });
    for (const secret of secrets) {
      const word = encodeURIComponent(secret);
      for (const path of [
        `/c/${word}`,
        `/join/${word}`,
        `/${word}`,
        `/api/v1/cases/${word}`,
        `/api/v1/${word}`,
        `/api/v1/live?ticket=${word}`,
        `/open?ticket=${word}`,
        `/api/v1/devices?find=${word}&secret=${word}`,
        `/%${word}`,
      ])
        await say(path, {
          headers: {
            cookie: `session=${word}; known=${word}`,
            authorization: `Bearer ${word}`,
            referer: `${api.base}/c/${word}`,
            'user-agent': word,
            'x-request-id': word,
            'x-forwarded-for': word,
          },
        });
      await say('/api/v1/owner/allow', {
        method: 'POST',
        headers: { authorization: word, 'content-type': 'application/json' },
        body: '{',
      });
      await knock(api.base, secret, {
        cookie: `session=${word}`,
        origin: `https://${word.replaceAll(/\W/g, '')}.example`,
      });
      const stranger = await RawLink.open(kit.gateway.mqttUrl);
      stranger.send(
        connectBytes({
          clientId: secret,
          username: secret,
          password: Buffer.from(secret),
          will: { topic: secret, payload: Buffer.from(secret), qos: 0, retain: false },
        }),
      );
      await stranger.untilClosed();
    }
    // No HTTP at all, and more headers than there may be.
    const { hostname, port } = new URL(api.base);
    for (const broken of [
      `${all}\r\n\r\n`,
      `GET /${all} HTTP/1.1\r\n\r\n`,
      `GET / HTTP/1.1\r\nhost: x\r\nx: ${all.repeat(20)}\r\n\r\n`,
    ])
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), hostname, () => socket.end(broken));
        socket.resume().on('close', () => resolve());
        socket.on('error', () => resolve());
      });
    await expectNoLeak();
  });

  it('when a device or a link says them in topics and payloads', async () => {
    const all = [...canaries.values()].join(' ').slice(0, 3_000);
    const { id } = registered.device;
    const genuine = { clientId: id, password: Buffer.from(registered.secret) };
    const connected = async () => {
      const raw = await RawLink.open(kit.gateway.mqttUrl);
      expect(await raw.connect(genuine)).toBe(0);
      return raw;
    };
    for (const bytes of [
      publishBytes(`diag/1/${id}/up/${registered.secret}`, Buffer.from(all)),
      publishBytes(registered.secret, Buffer.from(all)),
      subscribeBytes(registered.secret),
      Buffer.from(all),
    ]) {
      const raw = await connected();
      raw.send(bytes);
      await raw.untilClosed();
    }
    const speaking = await connected();
    for (const lane of [...upDataLanes, ...upControlLanes]) {
      speaking.send(publishBytes(upTopic(id, lane), Buffer.from(all)));
      await speaking.next('puback');
    }
    const log = { header: { bootId: 5, seq: 1, epoch: 1, baseAt: 1 }, entries: [{ text: all, source: all }] };
    speaking.send(publishBytes(upTopic(id, 'log'), diag.LogReport.encode(log).finish()));
    await speaking.next('puback');
    speaking.end();
    const { app, mqttUrl } = kit.gateway;
    const { link, secret } = await registerLink(app, {
      brandId: asId<BrandId>(brandId),
      name: 'x',
      registeredBy: null,
    });
    keep('another link secret', secret);
    const home = await mqtt.connectAsync(mqttUrl, {
      clientId: link.id,
      username: link.id,
      password: secret,
      protocolVersion: 4,
    });
    for (const topic of [
      `homeassistant/sensor/${secret}/config`,
      `homie/${secret}/$name`,
      secret,
      `$SYS/${secret}`,
      `tele/${secret}/STATE`,
    ])
      await home.publishAsync(topic, JSON.stringify({ name: all, unique_id: all, state_topic: secret }), { qos: 1 });
    await home.endAsync(true);
    await expectNoLeak();
  });

  it('when the store fails, in every way and at every step', async () => {
    const { app } = kit.gateway;
    const save = app.ledger.save.bind(app.ledger);
    const failures = [new Error('disk I/O error'), new StoreUnavailable('writer', 'not running')];
    const path = await api.ok<InvitedPerson>('POST', '/people', {
      displayName: 'Wang Fang',
      roles: ['agent'],
      brandIds: [brandId],
    });
    const invitation = keep('unused invitation', path.invitationPath.split('/').at(-1));
    const statuses: number[] = [];
    for (const failure of failures) {
      app.ledger.save = () => Promise.reject(failure);
      const call = async (method: string, where: string, body?: unknown, headers?: Record<string, string>) =>
        statuses.push((await api.call(method, where, body, headers)).status);
      try {
        await call('POST', '/session', { signInName: 'li.wei', password: 'correct horse battery' });
        await call(
          'POST',
          '/invitation/accept',
          {
            displayName: 'Wang Fang',
            signInName: 'wang.fang',
            password: keep('third password', 'battery staple correct'),
          },
          { authorization: `Bearer ${invitation}` },
        );
        await call('POST', '/devices', { brandId, serial: 'RV1A00000009', model: 'rv-s1' });
        await call('POST', `/devices/${registered.device.id}/secret`, {});
        await call('POST', '/links', { brandId, name: 'Another home' });
        await call('POST', '/people', { displayName: 'X', roles: ['agent'], brandIds: [brandId] });
        await call('PUT', `/brands/${brandId}/webhook`, {
          url: `http://localhost:1/${canaries.get('webhook address')}`,
        });
        await call('POST', '/session/password', {
          password: 'correct horse battery',
          newPassword: 'third battery staple',
        });
      } finally {
        app.ledger.save = save;
      }
    }
    expect(statuses.filter((status) => status >= 500).length, 'the control: it did fail').toBeGreaterThan(10);
    expect(logged()).toContain('disk I/O error');
    await expectNoLeak();
  });

  it.skipIf(findOpenssl() === undefined)(
    'when it speaks TLS, somebody does not, and its key is damaged when it is read anew',
    { timeout: 60_000 },
    async () => {
      const files: PairFiles = new TestCa(kit.folder).issue('gateway');
      const key = readFileSync(files.keyFile, 'utf8');
      for (const line of key.split('\n').filter((each) => each.length > 40)) keep(`TLS key ${line.slice(0, 2)}`, line);
      const clock = new LeapingClock();
      const secure = await startTestGateway({
        clock,
        log: true,
        environment: {
          DIAG_LOG_LEVEL: 'debug',
          DIAG_TLS_CERT_FILE: files.certFile,
          DIAG_TLS_KEY_FILE: files.keyFile,
          DIAG_MQTTS_PORT: String(await freePort()),
        },
      });
      try {
        const https = new HttpsClient(secure.gateway.httpUrl, readFileSync(`${kit.folder}/ca/ca.pem`, 'utf8'));
        expect((await https.ask('/livez')).status).toBe(200);
        const { hostname, port } = new URL(secure.gateway.httpUrl);
        await new Promise<void>((resolve) => {
          const plain = connect(Number(port), hostname, () =>
            plain.end(`GET /c/${canaries.get('owner’s link')} HTTP/1.1\r\n\r\n`),
          );
          plain.resume().on('close', () => resolve());
          plain.on('error', () => resolve());
        });
        writeFileSync(files.keyFile, key.replace(/.{20}\n-----END/, '\n-----END'));
        const codes = () => {
          clock.leap(2_000);
          return secure.log.map(({ code }) => code);
        };
        await expect.poll(codes).toContain('tls_kept');
      } finally {
        kit.log.push(...secure.log);
        await secure.close();
      }
      await expectNoLeak();
    },
  );

  it('the control: one deliberate leak is found, in each place', async () => {
    kit.gateway.app.note({ code: 'leak', secret: canaries.get('device secret') ?? '' });
    await expect(expectNoLeak()).rejects.toThrow('device secret');
    expect(leaksIn(`GET /c/${canaries.get('owner’s link')}`)).toEqual(['owner’s link']);
    expect(leaksIn(Buffer.from(canaries.get('password') ?? '').toString('base64'))).toEqual(['password']);
  });
});
