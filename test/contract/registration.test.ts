import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../proto/api/cases.ts';
import type { Problem } from '../../proto/api/common.ts';
import type {
  BadLine,
  Device,
  LabelCode,
  RegisteredDevice,
  RegisteredDevices,
  RotatedSecret,
} from '../../proto/api/devices.ts';
import type { Link, LinkPage, RegisteredChild, RegisteredLink } from '../../proto/api/links.ts';
import type { InvitedPerson, Role } from '../../proto/api/people.ts';
import { ApiClient, OwnerPhone } from '../support/api-client.ts';
import { consent } from '../support/consented.ts';
import { firstAdministrator, startTestGateway, type TestGateway } from '../support/gateway-kit.ts';
import { LiveConsole } from '../support/live-console.ts';
import { ownTime } from '../support/own-time.ts';
import { WireDevice } from '../support/wire-device.ts';

let kit: TestGateway;
/** Administrator and agent. */
let keeper: ApiClient;
/** Has seen no secret. */
let agent: ApiClient;
let brandId: string;

beforeAll(async () => {
  kit = await startTestGateway({ log: true });
  keeper = await firstAdministrator(kit);
  brandId = (await keeper.brands())[0]?.id ?? '';
  const roles: Role[] = ['agent'];
  const invited = await keeper.ok<InvitedPerson>('POST', '/people', {
    displayName: 'Carl',
    roles,
    brandIds: [brandId],
  });
  agent = new ApiClient(kit.gateway.httpUrl);
  await agent.join(invited.invitationPath, {
    displayName: 'Carl',
    signInName: 'carl',
    password: 'correct horse battery',
  });
}, 60_000);
afterAll(() => kit.close());

let serials = 0;
const nextSerial = () => `RV1R${String((serials += 1)).padStart(8, '0')}`;
const register = () =>
  keeper.ok<RegisteredDevice>('POST', '/devices', { brandId, serial: nextSerial(), model: 'rv-s1' });
const connect = (deviceId: string, secret: string) =>
  WireDevice.connect({ url: kit.gateway.mqttUrl, deviceId, secret });
const mayConnect = async (deviceId: string, secret: string) => {
  const device = await connect(deviceId, secret).catch(() => undefined);
  await device?.end();
  return device !== undefined;
};

describe('a file of devices', () => {
  const post = <T>(csv: string, more: object = {}, headers: Record<string, string> = {}) =>
    keeper.call<T>('POST', '/devices/csv', { brandId, csv, ...more }, headers);

  it('with 200 devices is registered in well under a second, and each of them may connect', async () => {
    const tries = [];
    for (let batch = 0; batch < 3; batch += 1) {
      const lines = Array.from({ length: 200 }, () => `${nextSerial()},rv-s1`);
      const tookMs = ownTime();
      const made = await post<RegisteredDevices>(`serial,model\r\n${lines.join('\r\n')}\r\n`);
      tries.push({ ...made, ms: tookMs() });
      expect([made.status, made.body.registered.length, made.body.bad]).toEqual([200, 200, []]);
    }
    // The machine may have other things to do.
    expect(Math.min(...tries.map(({ ms }) => ms))).toBeLessThan(1_000);
    const last = tries[2]?.body.registered[199];
    expect(await mayConnect(last?.device.id ?? '', last?.secret ?? '')).toBe(true);
    expect(last?.device).toMatchObject({ secret: 'active', seenByYou: true, proofs: ['button', 'label'] });
  });

  it('with bad lines is a problem that names them, in the reader’s language', async () => {
    const csv = `serial,model\n${nextSerial()},rv-s1\nX,rv-s1\n${nextSerial()},none`;
    const refused = await post<Problem & { lines: BadLine[] }>(csv, {}, { 'accept-language': 'zh-CN' });
    expect(refused).toMatchObject({ status: 400, body: { code: 'csv_bad_lines' } });
    expect(refused.body.lines.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 serial_malformed',
      '4 model_unknown',
    ]);
    for (const { words } of refused.body.lines) expect(words).toMatch(/\p{Script=Han}/u);
    const skipped = await post<RegisteredDevices>(csv, { skipBad: true });
    expect([skipped.status, skipped.body.registered.length, skipped.body.bad.length]).toEqual([200, 1, 2]);
    expect(skipped.body.bad[0]?.words).toMatch(/^A serial number/);
  });

  it('may be a megabyte long, and not longer', async () => {
    const note = '"'.repeat(2) + ','.repeat(10);
    const long = `serial,model,note\n${nextSerial()},rv-s1,${note}\n`.padEnd(1_000_000, '\n');
    expect((await post(long)).status).toBe(200);
    expect(await post(`${long}\n`)).toMatchObject({ status: 400, body: { code: 'malformed' } });
    expect((await post('x'.repeat(3_000_000))).status).toBe(400);
  });
});

describe('a secret', () => {
  it('that is replaced closes the connection; one with a grace works until the new one was used', async () => {
    const { device, secret } = await register();
    const wire = await connect(device.id, secret);
    const rotate = (body: object) => keeper.ok<RotatedSecret>('POST', `/devices/${device.id}/secret`, body);
    const next = await rotate({});
    await wire.until(() => wire.closed);
    expect([next.formerSecretUntil, await mayConnect(device.id, secret)]).toEqual([null, false]);
    const last = await rotate({ graceMinutes: 60 });
    expect(last.formerSecretUntil).toBeGreaterThan(Date.now());
    for (const [each, good] of [
      [next.secret, true],
      [last.secret, true],
      [next.secret, false],
    ] as const)
      expect(await mayConnect(device.id, each)).toBe(good);
    expect((await keeper.call('POST', `/devices/${device.id}/secret`, { graceMinutes: 43_201 })).status).toBe(400);
  });

  it('that is taken back closes the connection and blinds who looks', async () => {
    const registered = await register();
    const device = await connect(registered.device.id, registered.secret);
    const { caseId } = await consent(kit, { api: agent, registered, device });
    const live = await LiveConsole.open(agent, caseId);
    const answer = await keeper.ok<Device>('DELETE', `/devices/${registered.device.id}/secret`);
    expect(answer.secret).toBe('revoked');
    await device.until(() => device.closed);
    await live.until(() => live.closed !== undefined);
    expect((await agent.call('GET', `/cases/${caseId}/snapshot`)).status).toBe(410);
    expect(await mayConnect(registered.device.id, registered.secret)).toBe(false);
    live.close();
  });
});

describe('a link', () => {
  it('is registered with children beneath it, and has one secret for all of them', async () => {
    const made = await keeper.ok<RegisteredLink>('POST', '/links', { brandId, name: ' Home of ticket 4711 ' });
    const { link, secret } = made;
    expect(link).toMatchObject({
      name: 'Home of ticket 4711',
      secret: 'active',
      devices: 0,
      connection: { presence: 'offline' },
    });
    const child = { key: 'robot', serial: nextSerial(), model: 'valetudo' };
    const add = (body: object) => keeper.call<RegisteredChild & Problem>('POST', `/links/${link.id}/devices`, body);
    const added = await add(child);
    expect(added).toMatchObject({
      status: 200,
      body: {
        device: {
          link: 'dialect',
          linkId: link.id,
          childKey: 'robot',
          secret: 'of-link',
          proofs: ['label'],
          seenByYou: true,
        },
      },
    });
    expect((await add({ ...child, serial: nextSerial() })).body.code).toBe('child_taken');
    expect((await add({ ...child, key: 'other', serial: child.serial.toLowerCase() })).body.code).toBe('serial_taken');
    expect((await add({ ...child, key: 'other', serial: nextSerial(), model: 'none' })).body.code).toBe(
      'model_unknown',
    );
    const page = await keeper.ok<LinkPage>('GET', `/links/${link.id}`);
    expect([page.link.devices, page.discovered, page.silent.map(({ id }) => id)]).toEqual([
      1,
      [],
      [added.body.device.id],
    ]);
    expect((await keeper.ok<Link[]>('GET', '/links'))[0]?.id).toBe(link.id);
    const ofChild = await keeper.call<Problem>('POST', `/devices/${added.body.device.id}/secret`, {});
    expect([ofChild.status, ofChild.body.code]).toEqual([409, 'secret_of_link']);
    const next = await keeper.ok<RotatedSecret>('POST', `/links/${link.id}/secret`, {});
    expect(next.secret).not.toBe(secret);
    expect((await keeper.ok<Link>('DELETE', `/links/${link.id}/secret`)).secret).toBe('revoked');
  });
});

describe('a device that is sold', () => {
  it('shows nothing of its former owner’s time to the agent, and nothing of the new one’s to the former owner', async () => {
    const registered = await register();
    const device = await connect(registered.device.id, registered.secret);
    const before = await consent(kit, { api: agent, registered, device });
    const live = await LiveConsole.open(agent, before.caseId);

    const claimed = await keeper.ok<LabelCode>('POST', `/devices/${registered.device.id}/claim`, {
      newLabelCode: true,
    });
    await live.until(() => live.closed !== undefined);
    expect(claimed.labelCode).not.toBe(registered.labelCode);
    const old = await agent.ok<Case>('GET', `/cases/${before.caseId}`);
    expect(old).toMatchObject({ beforeClaim: true, request: null, grant: null, askable: [], state: 'closed' });
    expect(old.device.claimedAt).toBeGreaterThan(old.openedAt);
    expect((await agent.call('POST', `/cases/${before.caseId}/requests`, { scope: 'basic' })).status).toBe(409);

    // The new owner opens the basic look by the new label, in a new case.
    const { id } = await agent.openCase(registered.device.id);
    const asked = await agent.ask(id, { scope: 'basic' });
    expect(asked.case).toMatchObject({ beforeClaim: false, askable: ['basic', 'full'] });
    const phone = new OwnerPhone(kit.gateway.httpUrl, asked.link.url);
    await phone.allow();
    const proof = await phone.call<{ state: string }>('label', { labelCode: claimed.labelCode });
    expect([proof.status, proof.body.state]).toEqual([200, 'active']);

    expect(await before.phone.look()).toMatchObject({ state: 'revoked', online: false, expiresInMs: null });
    expect((await before.phone.stop()).state).toBe('revoked');
    expect((await before.phone.call('allow', { language: 'en' })).status).toBe(410);
    expect((await agent.ok<Case>('GET', `/cases/${id}`)).grant?.state).toBe('active');
    await device.end();
    live.close();
  });
});

it('neither log nor metrics have a secret or a label code', async () => {
  const { device, secret, labelCode } = await register();
  const rotated = await keeper.ok<RotatedSecret>('POST', `/devices/${device.id}/secret`, { graceMinutes: 5 });
  const renewed = await keeper.ok<LabelCode>('POST', `/devices/${device.id}/label-code`);
  await mayConnect(device.id, 'wrong-secret-of-mine');
  const told = [...kit.log.map(({ text }) => text), await (await fetch(`${kit.gateway.httpUrl}/metrics`)).text()];
  for (const each of [secret, labelCode, rotated.secret, renewed.labelCode ?? '', 'wrong-secret-of-mine'])
    expect(told.filter((line) => line.includes(each))).toEqual([]);
});
