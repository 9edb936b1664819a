import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from './app/app.ts';
import { addBrand } from './app/people.ts';
import { registerDevice } from './app/register-device.ts';
import { registerChild, registerLink } from './app/register-link.ts';
import { asId, type BrandId, type DeviceId, type LinkId } from './domain/ids.ts';
import { isRefusal, type Refusal } from './domain/refusals.ts';

const brandName = 'demo';
/** Of each model: how many are simulated beside the gateway, and how many are registered besides, for `npm run sim -- --devices 50`. */
const models = [
  { model: 'rv-s1', letters: 'RV1A', simulated: 6, fleet: 50 },
  { model: 'cam-c1', letters: 'CC1B', simulated: 2, fleet: 20 },
  { model: 'spk-p1', letters: 'SP1B', simulated: 1, fleet: 20 },
  { model: 'hub-h1', letters: 'HB1B', simulated: 1, fleet: 10 },
] as const;
/** Its own base topic, and what it is called beneath it. */
const valetudoBase = 'valetudo';
const valetudoKey = 'demo';

/** What one demo device was given at its registration: it is kept in a file, since the gateway keeps hashes only. */
interface DemoCredentials {
  /** What it connects as: a native device's own id, else its link's. */
  readonly deviceId: string;
  readonly serial: string;
  readonly model: string;
  readonly secret: string;
  readonly gatewayPublicKey: string;
  readonly brand: string;
  readonly labelCode: string;
  readonly homieRoot?: string;
}

export interface Demo {
  /** Folder with a credentials file for each simulated device. */
  readonly simFolder: string;
  readonly simModels: readonly string[];
  readonly simDevices: number;
  readonly valetudoFile: string;
  readonly valetudo: DemoCredentials;
}

/** Brand `demo`, six simulated vacuums, two cameras, a speaker and a hub, more of each for fleets, and one real vacuum software's recording, by the ordinary use cases; once. */
export async function seedDemo(app: App, dataFolder: string): Promise<Demo> {
  const brands = await app.people.brands();
  const known = brands.find(({ name }) => name === brandName);
  const brand =
    known ?? (await addBrand(app, undefined, { name: brandName, company: 'Norvane Demo Ltd.', country: 'CN' }));
  if (isRefusal(brand)) throw new Error(`The brand ${brandName} could not be added: ${brand.refused}`);
  const simFolder = join(dataFolder, 'sim');
  const valetudoFolder = join(dataFolder, 'valetudo');
  const simulated = async (folder: string, kind: (typeof models)[number], count: number, first: number) => {
    for (let number = 1; number <= count; number += 1) {
      const serial = `${kind.letters}${String(first + number * 1_117)}`;
      await ensureDevice(app, { folder, brandId: brand.id, serial, model: kind.model });
    }
  };
  for (const kind of models) {
    await simulated(simFolder, kind, kind.simulated, 30_500_000);
    await simulated(join(dataFolder, 'fleet'), kind, kind.fleet, 40_700_003);
  }
  const serial = 'VALETUDO-DEMO-0001';
  const valetudo = await ensureDevice(
    app,
    { folder: valetudoFolder, brandId: brand.id, serial, model: 'valetudo' },
    () => registerValetudo(app, brand.id, serial),
  );
  const simModels = models.map(({ model }) => model);
  const simDevices = models.reduce((sum, { simulated: count }) => sum + count, 0);
  return { simFolder, simModels, simDevices, valetudoFile: join(valetudoFolder, `${valetudo.serial}.json`), valetudo };
}

interface Wanted {
  readonly folder: string;
  readonly brandId: BrandId;
  readonly serial: string;
  readonly model: string;
}

type Made = Pick<DemoCredentials, 'deviceId' | 'secret' | 'labelCode' | 'homieRoot'>;

async function ensureDevice(
  app: App,
  wanted: Wanted,
  register: () => Promise<Made | Refusal> = () => registerNative(app, wanted),
): Promise<DemoCredentials> {
  mkdirSync(wanted.folder, { recursive: true, mode: 0o700 });
  const { serial, model } = wanted;
  const file = join(wanted.folder, `${serial}.json`);
  const kept = readdirSync(wanted.folder).includes(`${serial}.json`)
    ? (JSON.parse(readFileSync(file, 'utf8')) as DemoCredentials)
    : undefined;
  if (kept && (await isKnown(app, kept.deviceId))) return kept;
  const made = await register();
  if (isRefusal(made)) {
    throw new Error(
      `The demo device ${serial} could not be registered (${made.refused}): its credentials file ${file} is missing or of another database.`,
    );
  }
  const credentials = { ...made, serial, model, gatewayPublicKey: app.vault.publicKey, brand: brandName };
  writeFileSync(file, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  return credentials;
}

async function isKnown(app: App, id: string): Promise<boolean> {
  return Boolean((await app.devices.device(asId<DeviceId>(id))) ?? (await app.devices.link(asId<LinkId>(id))));
}

async function registerNative(app: App, { brandId, serial, model }: Wanted): Promise<Made | Refusal> {
  const made = await registerDevice(app, { brandId, serial, model, registeredBy: null });
  return isRefusal(made) ? made : { deviceId: made.device.id, secret: made.secret, labelCode: made.labelCode };
}

async function registerValetudo(app: App, brandId: BrandId, serial: string): Promise<Made | Refusal> {
  const { link, secret } = await registerLink(app, { brandId, name: 'Valetudo', registeredBy: null });
  const child = { key: valetudoKey, serial, model: 'valetudo', registeredBy: null };
  const made = await registerChild(app, link, child);
  if (isRefusal(made)) return made;
  return { deviceId: link.id, secret, labelCode: made.labelCode, homieRoot: `${valetudoBase}/${valetudoKey}` };
}
