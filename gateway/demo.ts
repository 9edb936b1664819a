import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from './app/app.ts';
import { addBrand } from './app/people.ts';
import { registerDevice } from './app/register-device.ts';
import { asId, type BrandId, type DeviceId } from './domain/ids.ts';
import { isRefusal } from './domain/refusals.ts';

const brandName = 'demo';
const simulatedDevices = 6;
/** Registered besides, for `npm run sim -- --devices 50` while the demo runs. */
const fleetDevices = 50;
const homieRoot = 'valetudo/demo';

/** What one demo device was given at its registration: it is kept in a file, since the gateway keeps hashes only. */
interface DemoCredentials {
  readonly deviceId: string;
  readonly serial: string;
  readonly model: string;
  readonly secret: string;
  readonly gatewayPublicKey: string;
  readonly brand: string;
  readonly labelCode?: string;
  readonly homieRoot?: string;
}

export interface Demo {
  /** Folder with a credentials file for each simulated device. */
  readonly simFolder: string;
  readonly valetudoFile: string;
  readonly valetudo: DemoCredentials;
}

/** Brand `demo`, six simulated vacuums, fifty more for fleets, and one real vacuum software's recording, by the ordinary use cases; once. */
export async function seedDemo(app: App, dataFolder: string): Promise<Demo> {
  const brands = await app.people.brands();
  const known = brands.find(({ name }) => name === brandName);
  const brand =
    known ?? (await addBrand(app, undefined, { name: brandName, company: 'Norvane Demo Ltd.', country: 'CN' }));
  if (isRefusal(brand)) throw new Error(`The brand ${brandName} could not be added: ${brand.refused}`);
  const simFolder = join(dataFolder, 'sim');
  const valetudoFolder = join(dataFolder, 'valetudo');
  const vacuums = async (folder: string, count: number, first: number) => {
    for (let number = 1; number <= count; number += 1) {
      const serial = `RV1A${String(first + number * 1_117)}`;
      await ensureDevice(app, { folder, brandId: brand.id, serial, model: 'rv-s1', root: null });
    }
  };
  await vacuums(simFolder, simulatedDevices, 30_500_000);
  await vacuums(join(dataFolder, 'fleet'), fleetDevices, 40_700_003);
  const file = {
    folder: valetudoFolder,
    brandId: brand.id,
    serial: 'VALETUDO-DEMO-0001',
    model: 'valetudo',
    root: homieRoot,
  };
  const valetudo = await ensureDevice(app, file);
  return { simFolder, valetudoFile: join(valetudoFolder, `${valetudo.serial}.json`), valetudo };
}

async function ensureDevice(
  app: App,
  wanted: {
    readonly folder: string;
    readonly brandId: BrandId;
    readonly serial: string;
    readonly model: string;
    readonly root: string | null;
  },
): Promise<DemoCredentials> {
  mkdirSync(wanted.folder, { recursive: true, mode: 0o700 });
  const file = join(wanted.folder, `${wanted.serial}.json`);
  const kept = readdirSync(wanted.folder).includes(`${wanted.serial}.json`)
    ? (JSON.parse(readFileSync(file, 'utf8')) as DemoCredentials)
    : undefined;
  if (kept && (await app.devices.device(asId<DeviceId>(kept.deviceId)))) return kept;
  const { brandId, serial, model, root } = wanted;
  const made = await registerDevice(app, { brandId, serial, model, homieRoot: root, registeredBy: null });
  if (isRefusal(made)) {
    throw new Error(
      `The demo device ${serial} could not be registered (${made.refused}): its credentials file ${file} is missing or of another database.`,
    );
  }
  const credentials: DemoCredentials = {
    deviceId: made.device.id,
    serial,
    model,
    secret: made.secret,
    gatewayPublicKey: made.gatewayPublicKey,
    brand: brandName,
    ...(made.labelCode === null ? {} : { labelCode: made.labelCode }),
    ...(root === null ? {} : { homieRoot: root }),
  };
  writeFileSync(file, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  return credentials;
}
