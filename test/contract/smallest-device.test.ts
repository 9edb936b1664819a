import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApiClient } from '../support/api-client.ts';
import { OwnerPhone } from '../support/api-client.ts';
import { firstAdministrator, registerTestDevice, startTestGateway, type TestGateway } from '../support/gateway-kit.ts';
import { LiveConsole } from '../support/live-console.ts';

let kit: TestGateway;
let api: ApiClient;
let child: ChildProcess | undefined;
let said = '';
beforeAll(async () => {
  kit = await startTestGateway();
  api = await firstAdministrator(kit);
});
afterAll(async () => {
  child?.kill();
  await kit.close();
});

it('the example of README is a whole device: asked, allowed, seen, and stopped from its own hand', {
  timeout: 60_000,
}, async () => {
  const [brand] = await api.brands();
  const made = await registerTestDevice(kit, { brandId: brand?.id ?? '' });
  const example = fileURLToPath(new URL('../../device-sim/examples/smallest-device.ts', import.meta.url));
  const args = ['--import', 'tsx', example, kit.gateway.mqttUrl, made.device.id, made.secret];
  const device = (child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] }));
  device.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await expect.poll(() => said).toContain('Nothing is shared.');

  const supportCase = await api.openCase(made.device.id);
  const asked = await api.ask(supportCase.id, { scope: 'basic' });
  await expect.poll(() => said).toContain(asked.case.request?.words.en.join(' '));
  await new OwnerPhone(api.base, asked.link.url).allow();
  device.stdin.write('\n');
  await expect.poll(() => said).toContain('Shared with Li Wei.');

  const live = await LiveConsole.open(api, supportCase.id);
  await live.until(() => (live.values().get('battery.level')?.number ?? 0) > 0);
  device.stdin.write('s\n');
  await live.until(() => live.frames.at(-1)?.ended !== null && live.frames.at(-1)?.ended !== undefined);
  await expect.poll(() => said).toMatch(/Nothing is shared\.\n$/);
  live.close();
});
