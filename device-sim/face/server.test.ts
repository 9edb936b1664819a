import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SimulatedDevice } from '../simulated-device.ts';
import { cameraOptions, startBenchDevice } from '../test-support/device-bench.ts';
import { readQrPicture } from '../test-support/qr-reader.ts';
import { ScriptedGateway } from '../test-support/scripted-gateway.ts';
import { type Face, startFace } from './server.ts';
import type { FaceState } from './state.ts';

let gateway: ScriptedGateway;
let device: SimulatedDevice;
let face: Face;

beforeEach(async () => {
  gateway = await ScriptedGateway.start();
  device = startBenchDevice(gateway);
  face = await startFace({ devices: [device], port: 0 });
});
afterEach(async () => {
  await face.close();
  await device.close({ clean: false });
  await gateway.stop();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}
/** Raw, because `fetch` does not let Host and Origin be chosen. `firstChunk`: does not wait for the end. */
function ask(path: string, options: { method?: string; headers?: Record<string, string>; firstChunk?: boolean } = {}) {
  const { method = 'GET', headers = {}, firstChunk = false } = options;
  return new Promise<Answer>((resolve, reject) => {
    const sent = request(`${face.url}${path}`, { method, headers }, (answer) => {
      let body = '';
      const finish = (): void => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body });
        if (firstChunk) sent.destroy();
      };
      answer.on('data', (bytes: Buffer) => {
        body += bytes.toString();
        if (firstChunk) finish();
      });
      answer.on('end', finish);
    });
    sent.on('error', reject);
    sent.end();
  });
}
const own = (): Record<string, string> => ({ origin: face.url });

describe('the face', () => {
  it('serves its page and files under a policy without inline script, and lists the devices', async () => {
    const page = await ask('/d/RV1B00000001');
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
    expect(page.body).not.toMatch(/ on\w+=|style=|<script>/);
    const files = [...page.body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(files.length).toBe(4);
    for (const file of files) expect((await ask(file)).status).toBe(200);
    expect(JSON.parse((await ask('/devices')).body)).toMatchObject([{ serial: 'RV1B00000001', state: 'charging' }]);
  });

  it('pushes the whole state, and never a secret', async () => {
    const { body } = await ask('/d/RV1B00000001/events', { firstChunk: true });
    const state = JSON.parse(body.replace(/^data: /, '')) as FaceState;
    expect(state).toMatchObject({ serial: 'RV1B00000001', labelCode: 'K7QP-2M9X', brand: 'Norvane', holdMs: 3000 });
    expect(body).not.toContain('not-for-the-page');
  });

  it("shows the label's QR code, which holds the serial and neither code nor secret", async () => {
    const { status, headers, body } = await ask('/d/RV1B00000001/label.svg');
    expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml']);
    expect(readQrPicture(body)).toBe('RV1B00000001');
  });

  it('offers the hands of its class, and no others', async () => {
    const use = async (path: string) => (await ask(path, { method: 'POST', headers: own() })).status;
    expect(await use('/d/RV1B00000001/clean')).toBe(204);
    expect(device.status.state).toBe('cleaning');
    expect(await use('/d/RV1B00000001/dark')).toBe(404);
    const camera = startBenchDevice(gateway, cameraOptions(gateway));
    const faces = await startFace({ devices: [camera], port: 0 });
    const url = `${faces.url}/d/CC1B00000001`;
    const post = async (hand: string) =>
      (await fetch(`${url}/${hand}`, { method: 'POST', headers: { origin: faces.url } })).status;
    expect([await post('dark'), await post('clean'), await post('constructor')]).toEqual([204, 404, 404]);
    await faces.close();
    await camera.close({ clean: false });
  });

  it('lets its own page press the button, and measures the time itself', async () => {
    expect((await ask('/d/RV1B00000001/down', { method: 'POST', headers: own() })).status).toBe(204);
    expect(device.status.heldMs).toBeGreaterThanOrEqual(0);
    await ask('/d/RV1B00000001/up', { method: 'POST', headers: own() });
    expect(device.status.heldMs).toBeUndefined();
  });

  it('injects and repairs, and refuses a fault that nobody knows', async () => {
    expect((await ask('/d/RV1B00000001/inject?fault=V01', { method: 'POST', headers: own() })).status).toBe(204);
    expect(device.status.faults).toEqual(['V01']);
    expect((await ask('/d/RV1B00000001/inject?fault=__proto__', { method: 'POST', headers: own() })).status).toBe(400);
    await ask('/d/RV1B00000001/repair', { method: 'POST', headers: own() });
    expect(device.status.faults).toEqual([]);
  });

  it.each([
    ['a foreign page', () => ({ origin: 'https://evil.example' })],
    ['a page without origin', () => ({})],
    ['another port of this machine', () => ({ origin: 'http://127.0.0.1:1' })],
    ['the other name of this machine', () => ({ origin: face.url.replace('127.0.0.1', 'localhost') })],
  ])('does not let %s press the button', async (_, headers) => {
    expect((await ask('/d/RV1B00000001/down', { method: 'POST', headers: headers() })).status).toBe(403);
    expect(device.status.heldMs).toBeUndefined();
  });

  it('does not answer to a name that was re-bound to it', async () => {
    const port = new URL(face.url).port;
    const headers = { host: `evil.example:${port}`, origin: `http://evil.example:${port}` };
    expect((await ask('/d/RV1B00000001/down', { method: 'POST', headers })).status).toBe(421);
    expect((await ask('/devices', { headers })).status).toBe(421);
    expect(device.status.heldMs).toBeUndefined();
  });

  it.each(['/d/none', '/d/%E0%A4%A', '/assets/../server.ts', '/assets/face.html', '/d/RV1B00000001/secret', '/x'])(
    'has nothing at %s',
    async (path) => expect((await ask(path)).status).toBe(404),
  );

  it('says which option moves it when its port is taken', async () => {
    const port = Number(new URL(face.url).port);
    await expect(startFace({ devices: [], port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken; --face-port`);
  });
});
