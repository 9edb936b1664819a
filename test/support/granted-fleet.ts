import type { App } from '../../gateway/app/app.ts';
import { openCase } from '../../gateway/app/cases.ts';
import { grantRequest } from '../../gateway/app/grant.ts';
import { ownerAllow } from '../../gateway/app/owner.ts';
import { registerDevice } from '../../gateway/app/register-device.ts';
import { requestConsent } from '../../gateway/app/request-consent.ts';
import { asId } from '../../gateway/domain/ids.ts';
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
  const makeDevice = async (index: number): Promise<FleetDevice> => {
    const serial = `RV1F${String(index).padStart(8, '0')}`;
    const input = { brandId: brand.id, serial, model: 'rv-s1', registeredBy: null };
    const { device, secret } = must(await registerDevice(app, input));
    const known = { deviceId: device.id, secret };
    if (!wanted.granted) return { ...known, viewId: undefined, epoch: device.epoch };
    const supportCase = must(await openCase(app, agent, { deviceId: device.id, reason: 'stuck', ticket: null }));
    const asked = must(await requestConsent(app, agent, { caseId: supportCase.id, scope: 'full' }));
    must((await ownerAllow(app, asked.way.url.split('/').at(-1) ?? '', 'en')) ?? null);
    const offer = { requestId: asked.request.id, proof: 'button', readAloud: false, actor: 'device' } as const;
    const grant = must(await grantRequest(app, offer));
    return { ...known, viewId: grant.viewId, epoch: grant.startEpoch };
  };
  return Promise.all(Array.from({ length: wanted.devices }, (_, index) => makeDevice(index + 1)));
}
