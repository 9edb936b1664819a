import { performance } from 'node:perf_hooks';
import { WebSocket } from 'ws';
import { grantRequest } from '../../gateway/app/grant.ts';
import { ownerAllow } from '../../gateway/app/owner.ts';
import { requestConsent } from '../../gateway/app/request-consent.ts';
import { asId } from '../../gateway/domain/ids.ts';
import { diag } from '../../proto/generated/codec.js';
import { must } from '../support/app-kit.ts';
import { OwnerPhone } from '../support/api-client.ts';
import { firstAdministrator, registerTestDevice, type TestGateway } from '../support/gateway-kit.ts';
import { waitedForCoreMs } from '../support/own-time.ts';
import { WireDevice } from '../support/wire-device.ts';

export interface Revocation {
  /** From sending the owner's Stop to the last byte that the console received. */
  readonly silentAfterMs: number;
  /** Of it, how long this process, which is gateway and console alike, waited for a core. */
  readonly heldUpMs: number;
  /** The bodies of what the console received after the Stop was sent, in order. */
  readonly after: readonly string[];
  /** Data frames of the device that the console received before. */
  readonly deltas: number;
}

const publishEveryMs = 20;

/**
 * Grants and revokes again and again while a device publishes at 50 Hz and a console watches: the Stop is the owner's real
 * POST, the console a real WebSocket. `pauseMs` varies where between two frames the Stop falls.
 */
export async function* revocations(
  kit: TestGateway,
  options: { readonly count: number; pauseMs(index: number): number },
): AsyncGenerator<Revocation> {
  const { app, mqttUrl, httpUrl } = kit.gateway;
  const api = await firstAdministrator(kit);
  const brandId = (await api.brands())[0]?.id ?? '';
  const registered = await registerTestDevice(kit, { brandId });
  const device = await WireDevice.connect({ url: mqttUrl, deviceId: registered.device.id, secret: registered.secret });
  await device.birth([{ alias: 1, name: 'battery.level', type: 1, unit: '%', livePeriodMs: 20, idlePeriodMs: 20 }]);
  const { id: caseId } = await api.openCase(registered.device.id);
  const agent = (await app.people.people())[0];
  if (!agent) throw new Error('No agent');

  let value = 0;
  const publishing = setInterval(() => {
    value = (value + 1) % 100;
    void device.telemetry({ 1: value }).catch(() => clearInterval(publishing));
  }, publishEveryMs);
  try {
    for (let index = 0; index < options.count; index += 1) {
      const asked = must(await requestConsent(app, agent, { caseId: asId(caseId), scope: 'full' }));
      const token = asked.way.url.split('/').at(-1) ?? '';
      must((await ownerAllow(app, token, 'en')) ?? null);
      const offer = { requestId: asked.request.id, proof: 'button', readAloud: false, actor: 'device' } as const;
      must(await grantRequest(app, offer));
      const { ticket } = await api.ticket(caseId);
      const phone = new OwnerPhone(httpUrl, asked.way.url);
      const socket = new WebSocket(`${httpUrl.replace('http', 'ws')}/api/v1/live?ticket=${ticket}`, {
        origin: httpUrl,
        headers: { cookie: api.cookie },
      });
      yield await revokeOnce(socket, phone, options.pauseMs(index));
    }
  } finally {
    clearInterval(publishing);
    await device.end();
  }
}

async function revokeOnce(socket: WebSocket, phone: OwnerPhone, pauseMs: number): Promise<Revocation> {
  const received: { readonly atMs: number; readonly body: string }[] = [];
  let lastByteMs = 0;
  let heldUpMs = 0;
  socket.on('message', (data) => {
    lastByteMs = performance.now();
    heldUpMs = waitedForCoreMs();
    received.push({ atMs: lastByteMs, body: diag.SessionFrame.decode(data as Buffer).body ?? '' });
  });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const deltas = () => received.filter(({ body }) => body === 'delta').length;
  await until(() => deltas() >= 2);
  await sleep(pauseMs);
  const sentMs = performance.now();
  const heldUpBeforeMs = waitedForCoreMs();
  await Promise.all([phone.stop(), closed]);
  const after = received.filter(({ atMs }) => atMs > sentMs).map(({ body }) => body);
  return { silentAfterMs: lastByteMs - sentMs, heldUpMs: heldUpMs - heldUpBeforeMs, after, deltas: deltas() };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('The console was not sent what was waited for');
    await sleep(2);
  }
}
