import { request as httpRequest } from 'node:http';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { revocations } from '../bench/revocations.ts';
import type { ApiClient } from '../support/api-client.ts';
import { consent } from '../support/consented.ts';
import { firstAdministrator, registerTestDevice, startTestGateway, type TestGateway } from '../support/gateway-kit.ts';
import { ownTime } from '../support/own-time.ts';
import { WireDevice } from '../support/wire-device.ts';

/** DESIGN.md "Revoke bound": from receipt of the Stop to the last byte that any console receives, on one machine. */
const boundMs = 1_000;
/** A promise to the owner, from which what others take of the machine is left out already: it holds at the first try. */
const once = { retry: 0 } as const;

let kit: TestGateway;
beforeEach(async () => {
  kit = await startTestGateway();
});
afterEach(() => kit.close());

it('after a Stop a console receives its end and nothing after it, within the bound', once, async () => {
  let measured = 0;
  for await (const revocation of revocations(kit, { count: 12, pauseMs: (index) => index * 11 })) {
    measured += 1;
    expect(revocation.deltas).toBeGreaterThan(1);
    expect(revocation.silentAfterMs - revocation.heldUpMs).toBeLessThan(boundMs);
    expect(revocation.after.at(-1)).toBe('ended');
    expect(revocation.after.filter((body) => body === 'ended')).toHaveLength(1);
  }
  expect(measured).toBe(12);
});

it('a console that does not take its end is cut off within the bound, with whatever waits for it', once, async () => {
  const fresh = await startTestGateway();
  try {
    const api = await firstAdministrator(fresh);
    const registered = await registerTestDevice(fresh, { brandId: (await api.brands())[0]?.id ?? '' });
    const url = fresh.gateway.mqttUrl;
    const device = await WireDevice.connect({
      url,
      deviceId: registered.device.id,
      secret: registered.secret,
    });
    const { caseId, phone } = await consent(fresh, { api, registered, device });
    const socket = await deafConsole(api, (await api.ticket(caseId)).ticket);
    const tookMs = ownTime();
    const closed = new Promise<number>((resolve) => socket.once('close', () => resolve(tookMs())));
    await phone.stop();
    expect(await closed).toBeLessThan(boundMs);
    await device.end();
  } finally {
    await fresh.close();
  }
});

/** A WebSocket by its opening only: it never answers a close. */
function deafConsole({ base, cookie }: ApiClient, ticket: string): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const opening = httpRequest(`${base}/api/v1/live?ticket=${ticket}`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        cookie,
        origin: base,
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.alloc(16).toString('base64'),
      },
    });
    opening.once('upgrade', (_response, socket) => {
      socket.on('error', () => undefined);
      resolve(socket.resume());
    });
    opening.once('response', (response) => reject(new Error(`Refused: ${response.statusCode}`)));
    opening.once('error', reject);
    opening.end();
  });
}
