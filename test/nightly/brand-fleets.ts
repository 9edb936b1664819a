import type { App } from '../../gateway/app/app.ts';
import { asId } from '../../gateway/domain/ids.ts';
import type { BrandRecord, PersonRecord } from '../../gateway/domain/people/records.ts';
import { type FleetDevice, makeGranted } from '../support/granted-fleet.ts';

/** More at once would wait in the store's queue until it refuses them. */
const atOnce = 200;

/** A brand of its own with an agent and so many granted devices; serials begin after `serialsFrom`. */
export async function makeBrandFleet(
  app: App,
  wanted: { readonly brand: string; readonly devices: number; readonly serialsFrom: number },
): Promise<readonly FleetDevice[]> {
  const brand: BrandRecord = {
    id: asId(`brand-${wanted.brand}`),
    name: wanted.brand,
    company: `${wanted.brand} Ltd.`,
    country: 'CN',
    webhookUrl: null,
    webhookGeneration: 1,
  };
  const agent: PersonRecord = {
    id: asId(`agent-${wanted.brand}`),
    displayName: 'Li Wei',
    signInName: wanted.brand,
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
    const count = Math.min(atOnce, wanted.devices - made);
    const indices = Array.from({ length: count }, (_, index) => wanted.serialsFrom + made + index + 1);
    fleet.push(...(await Promise.all(indices.map(async (index) => makeGranted(app, agent, index)))));
  }
  return fleet;
}
