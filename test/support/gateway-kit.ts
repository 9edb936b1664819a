import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerDevice, type Credentials } from '../../gateway/app/register-device.ts';
import { registerChild, registerLink } from '../../gateway/app/register-link.ts';
import { inviteFirstAdministrator } from '../../gateway/app/people.ts';
import { readSettings, type Settings } from '../../gateway/config.ts';
import { asId, type BrandId } from '../../gateway/domain/ids.ts';
import { isRefusal } from '../../gateway/domain/refusals.ts';
import { type Gateway, type Lent, startGateway } from '../../gateway/main.ts';
import type { Clock } from '../../gateway/ports/host.ts';
import { ApiClient } from './api-client.ts';
import { freePort } from './free-port.ts';

export interface TestGateway {
  readonly gateway: Gateway;
  readonly settings: Settings;
  readonly folder: string;
  /** What it logged; empty unless `log` was asked for. */
  readonly log: LogLine[];
  /** Stops it and starts it again on the same data and ports. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** A log line as an operator's tools read it. */
export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly code?: string;
  readonly deviceId?: string;
  /** All of it. */
  readonly text: string;
}

/** A real gateway on loopback, free ports and a temporary data folder; pages are the built ones or placeholders. */
export async function startTestGateway(
  options: {
    readonly builtPages?: boolean;
    readonly clock?: Clock;
    readonly log?: boolean;
    /** Further settings, as the environment would give them. */
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<TestGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'diag-test-'));
  const settings = readSettings({
    DIAG_DATA_FOLDER: join(folder, 'data'),
    DIAG_MQTT_PORT: String(await freePort()),
    DIAG_HTTP_PORT: String(await freePort()),
    DIAG_LOG_LEVEL: options.log ? 'info' : 'silent',
    ...options.environment,
  });
  const log: LogLine[] = [];
  const write = (text: string) => log.push({ ...(JSON.parse(text) as Omit<LogLine, 'text'>), text });
  const lent: Lent = {
    ...(options.builtPages ? {} : { pagesFolder: placeholderPages(folder) }),
    ...(options.clock ? { clock: options.clock } : {}),
    ...(options.log ? { log: { write } } : {}),
  };
  const kit = {
    gateway: await startGateway(settings, lent),
    settings,
    folder,
    log,
    async restart() {
      await kit.gateway.close();
      kit.gateway = await startGateway(settings, lent);
    },
    async close() {
      await kit.gateway.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return kit;
}

export function placeholderPages(folder: string): string {
  const pages = join(folder, 'pages');
  for (const name of ['agent', 'owner']) {
    mkdirSync(join(pages, name), { recursive: true });
    writeFileSync(join(pages, name, 'index.html'), `<!doctype html><title>${name}</title>`);
  }
  return pages;
}

/** Makes the first administrator through the one-time link; the answer is signed in. */
export async function firstAdministrator(kit: Pick<TestGateway, 'gateway'>, brandName = 'Acme'): Promise<ApiClient> {
  const path = await inviteFirstAdministrator(kit.gateway.app);
  const api = new ApiClient(kit.gateway.httpUrl);
  await api.join(path ?? '', {
    displayName: 'Li Wei',
    signInName: 'li.wei',
    password: 'correct horse battery',
    brand: { name: brandName, company: `${brandName} After-Sales Ltd.`, country: 'CN' },
  });
  return api;
}

/** Registers a device of the person's first brand. */
export async function registerTestDevice(
  kit: TestGateway,
  input: { readonly brandId: string; readonly serial?: string; readonly model?: string; readonly homieRoot?: string },
): Promise<TestCredentials> {
  if (input.homieRoot !== undefined) return registerTestChild(kit, { ...input, homieRoot: input.homieRoot });
  const made = await registerDevice(kit.gateway.app, {
    brandId: asId<BrandId>(input.brandId),
    serial: input.serial ?? 'RV1A00000001',
    model: input.model ?? 'rv-s1',
    registeredBy: null,
  });
  if (isRefusal(made)) throw new Error(made.refused);
  return { ...made, clientId: made.device.id };
}

/** With what it connects as. */
export type TestCredentials = Credentials & { readonly clientId: string; readonly homieRoot?: string };

/** A link with one device beneath it, whose Homie topics begin at `homieRoot`. */
async function registerTestChild(
  kit: TestGateway,
  input: { readonly brandId: string; readonly serial?: string; readonly model?: string; readonly homieRoot: string },
): Promise<TestCredentials> {
  const { app } = kit.gateway;
  const { link, secret } = await registerLink(app, {
    brandId: asId<BrandId>(input.brandId),
    name: input.homieRoot,
    registeredBy: null,
  });
  const made = await registerChild(app, link, {
    key: input.homieRoot.split('/').at(-1) ?? '',
    serial: input.serial ?? 'VALETUDO-0001',
    model: input.model ?? 'valetudo',
    registeredBy: null,
  });
  if (isRefusal(made)) throw new Error(made.refused);
  const { homieRoot } = input;
  return { ...made, secret, gatewayPublicKey: app.vault.publicKey, clientId: link.id, homieRoot };
}
