import type { Browser } from 'playwright-core';
import { buildConsole } from '../../../console/build.ts';
import { inviteFirstAdministrator } from '../../../gateway/app/people.ts';
import type { Clock } from '../../../gateway/ports/host.ts';
import { launchChromium } from '../chromium.ts';
import { registerTestDevice, startTestGateway, type TestCredentials, type TestGateway } from '../gateway-kit.ts';

/** What every browser test stands on: a real gateway with the built pages, and a browser. */
export interface Stage {
  readonly kit: TestGateway;
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function setStage(options: { readonly clock?: Clock } = {}): Promise<Stage> {
  await buildConsole();
  // A ticket system on this machine may be a brand's.
  const environment = { DIAG_WEBHOOK_HOSTS: 'localhost', DIAG_WEBHOOK_NETWORKS: '127.0.0.0/8, ::1/128' };
  const kit = await startTestGateway({ builtPages: true, environment, ...options });
  const browser = await launchChromium().catch(async (error: unknown) => {
    await kit.close();
    throw error;
  });
  return {
    kit,
    browser,
    async close() {
      await browser.close();
      await kit.close();
    },
  };
}

/** The one-time link that the first start prints. */
export async function firstLink(kit: TestGateway): Promise<string> {
  const path = await inviteFirstAdministrator(kit.gateway.app);
  if (path === undefined) throw new Error('There is an administrator already');
  return kit.gateway.httpUrl + path;
}

/** Registers a device of the only brand, as the factory would. */
export async function registerByFactory(
  kit: TestGateway,
  input: { readonly serial: string; readonly model?: string; readonly homieRoot?: string },
): Promise<TestCredentials> {
  const brandId = (await kit.gateway.app.people.brands())[0]?.id;
  if (brandId === undefined) throw new Error('There is no brand yet');
  return registerTestDevice(kit, { brandId, ...input });
}
