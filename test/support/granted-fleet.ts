import type { App } from '../../gateway/app/app.ts';
import { openCase } from '../../gateway/app/cases.ts';
import { grantRequest } from '../../gateway/app/grant.ts';
import { ownerAllow } from '../../gateway/app/owner.ts';
import { registerDevice } from '../../gateway/app/register-device.ts';
import { requestConsent } from '../../gateway/app/request-consent.ts';
import { asId, type BrandId, type DeviceId } from '../../gateway/domain/ids.ts';
import type { BrandRecord, PersonRecord } from '../../gateway/domain/people/records.ts';
import { must } from './app-kit.ts';

export interface FleetDevice {
  readonly deviceId: string;
  readonly secret: string;
  /** undefined: nothing was granted. */
  readonly viewId: string | undefined;
  /** The epoch that it records under. */
  readonly epoch: number;
}

/** More at once would wait in the store's queue until it refuses them. */
const atOnce = 200;

/** A brand with an agent and so many devices, by the use cases; all granted the full look, or none. */
export async function makeFleet(
  app: App,
  wanted: { readonly devices: number; readonly granted: boolean },
): Promise<readonly FleetDevice[]> {
  const brand: BrandRecord = {
    id: asId('brand-fleet'),
    name: 'Fleet',
    company: 'Fleet Ltd.',
    country: 'CN',
    webhookUrl: null,
    webhookGeneration: 1,
  };
  const agent: PersonRecord = {
    id: asId('agent-fleet'),
    displayName: 'Li Wei',
    signInName: 'fleet',
    passwordHash: null,
    roles: ['agent'],
    brandIds: [brand.id],
    disabledAt: null,
  };
  await app.ledger.save([
    { put: 'brand', record: brand },
    { put: 'person', record: agent },
  ]);
  const fleet: FleetDevice[] = [];
  for (let made = 0; made < wanted.devices; made += atOnce) {
    const indices = Array.from({ length: Math.min(atOnce, wanted.devices - made) }, (_, index) => made + index + 1);
    const each = wanted.granted ? makeGranted : makeDevice;
    fleet.push(...(await Promise.all(indices.map(async (index) => each(app, agent, index)))));
  }
  return fleet;
}

/** The agent's case of a new device of their first brand, and the owner's yes to the full look. */
export async function makeGranted(
  app: App,
  agent: PersonRecord,
  index: number,
): Promise<FleetDevice & { readonly caseId: string }> {
  const made = await makeDevice(app, agent, index);
  const opening = { deviceId: asId<DeviceId>(made.deviceId), reason: 'stuck', ticket: null };
  const supportCase = must(await openCase(app, agent, opening));
  const asked = must(await requestConsent(app, agent, { caseId: supportCase.id, scope: 'full' }));
  must((await ownerAllow(app, asked.way.url.split('/').at(-1) ?? '', 'en')) ?? null);
  const offer = { requestId: asked.request.id, proof: 'button', readAloud: false, actor: 'device' } as const;
  const grant = must(await grantRequest(app, offer));
  return { ...made, viewId: grant.viewId, epoch: grant.startEpoch, caseId: supportCase.id };
}

async function makeDevice(app: App, agent: PersonRecord, index: number): Promise<FleetDevice> {
  const serial = `RV1F${String(index).padStart(8, '0')}`;
  const brandId = agent.brandIds[0] ?? asId<BrandId>('');
  const { device, secret } = must(await registerDevice(app, { brandId, serial, model: 'rv-s1', registeredBy: null }));
  return { deviceId: device.id, secret, viewId: undefined, epoch: device.epoch };
}
