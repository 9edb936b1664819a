import type { BackgroundGrantRecord, DeviceRecord, Proof } from '../domain/cases/records.ts';
import { compileGrant, isActiveAt } from '../domain/consent/grant-view.ts';
import { noticeVersion } from '../domain/consent/request-state.ts';
import { fleetClasses } from '../domain/data-class.ts';
import { asId, type DeviceId } from '../domain/ids.ts';
import { fleetFamilies } from '../domain/localisation/fleet-families.ts';
import type { Pack } from '../domain/pack.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusals.ts';
import { type App, moment } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { tellDevice } from './device-consent.ts';
import { packOf } from './device-pack.ts';
import { programOf } from './diagnosis.ts';
import { endGrant } from './end-grant.ts';
import type { FleetOffer } from './fleet-offers.ts';
import { ownerEvent, type OwnerPage, ownerPage, tryLabelCode } from './owner.ts';
import { hasSeen, isBeforeClaim, proofsOf } from './registered-device.ts';

/** Less than the 90 days that DESIGN.md allows, and than the 49 that a device can be told of in milliseconds. */
export const fleetDays = 30;

/** What the owner may choose of being counted, and has chosen. Whoever holds a link to a case of the present owner. */
export interface FleetChoice {
  readonly page: OwnerPage;
  /** unavailable: this device is not counted, whatever its owner says. */
  readonly state: 'unavailable' | 'off' | 'allowed' | 'on';
  readonly offer: FleetOffer | undefined;
  readonly grant: BackgroundGrantRecord | undefined;
  readonly proofs: readonly Proof[];
}

export async function fleetChoice(app: App, token: string): Promise<FleetChoice | Refusal> {
  const page = await ownerPage(app, token);
  if (isRefusal(page)) return page;
  const { device, supportCase } = page;
  const grant = isBeforeClaim(supportCase, device) ? undefined : await inForceOf(app, device.id);
  const offer = app.fleetOffers.of(device.id);
  const proofs = proofsOf(device).filter((proof) => proof === 'button' || maySpeakForOwner(app, page));
  const state = grant ? 'on' : !isCountable(app, page) ? 'unavailable' : offer ? 'allowed' : 'off';
  return { page, state, offer: state === 'allowed' ? offer : undefined, grant, proofs };
}

/** The owner's yes, apart from any other; it still needs the proof. May be repeated: the two minutes start anew. */
export async function fleetAllow(app: App, token: string, language: string): Promise<Refusal | undefined> {
  const choice = await fleetChoice(app, token);
  if (isRefusal(choice)) return choice;
  if (choice.state === 'on') return undefined;
  if (choice.state === 'unavailable') return refuse('fleet_not_for_this_device');
  const { page } = choice;
  await app.ledger.save([{ append: 'audit', event: ownerEvent(app, page, 'fleet.allowed') }]);
  const { words } = page.request;
  app.fleetOffers.put({ id: asId(app.random.id()), deviceId: page.device.id, language, words });
  await tellDevice(app, page.device.id);
  return undefined;
}

/** The code printed on the device: enough, as nothing but errors and firmware is counted. Its tries are those of the case. */
export async function fleetProveByLabel(app: App, token: string, typed: string): Promise<Refusal | undefined> {
  const choice = await fleetChoice(app, token);
  if (isRefusal(choice)) return choice;
  if (choice.state === 'on') return undefined;
  if (!choice.proofs.includes('label')) return refuse('proof_not_for_this_device');
  const { device } = choice.page;
  const refusal = await tryLabelCode(app, choice.page, typed, async () =>
    app.fleetOffers.of(device.id) ? undefined : refuse('not_allowed_yet'),
  );
  return refusal ?? grantFleet(app, device.id, { proof: 'label', actor: 'owner' });
}

/** The button was held, while the owner's yes was waiting for it and nothing else was. */
export async function proveFleetByButton(app: App, deviceId: DeviceId): Promise<Refusal | undefined> {
  const others = await app.cases.pendingRequests(deviceId, app.clock.now());
  if (others.length > 0) return refuse('several_requests');
  return grantFleet(app, deviceId, { proof: 'button', actor: `device:${deviceId}` });
}

/** Stop of this alone: whoever holds the link may always. Resolves when it is on disk. Before the proof, it is a no. */
export async function fleetStop(app: App, token: string): Promise<Refusal | undefined> {
  const page = await ownerPage(app, token);
  if (isRefusal(page)) return page;
  const { device, supportCase } = page;
  // An earlier owner's: all of theirs has ended, and of the present owner's nothing does.
  if (isBeforeClaim(supportCase, device)) return undefined;
  const waited = app.fleetOffers.of(device.id) !== undefined;
  app.fleetOffers.drop(device.id);
  const counted = await app.background.backgroundGrantsOfDevice(device.id);
  const end = { as: 'revoked', reason: 'revoked', actor: 'owner' } as const;
  await Promise.all(counted.filter(({ state }) => state === 'active').map(({ id }) => endGrant(app, id, end)));
  if (waited) await tellDevice(app, device.id);
  return undefined;
}

/** First on disk, then in force. */
async function grantFleet(
  app: App,
  deviceId: DeviceId,
  by: { readonly proof: Proof; readonly actor: string },
): Promise<Refusal | undefined> {
  const refusal = await app.inTurn.run(deviceId, async () => {
    const device = await app.devices.device(deviceId);
    const pack = device && packOf(app, device);
    const offer = app.fleetOffers.of(deviceId);
    if (!device || !pack || !offer) return refuse('not_allowed_yet');
    const counted = await app.background.backgroundGrantsOfDevice(deviceId);
    const known = counted.find(({ state, id }) => state === 'active' && !app.book.hasEnded(id));
    const grant = known ?? newGrant(app, { device, pack, offer, proof: by.proof });
    if (!known) {
      const detail = { grantId: grant.id, purpose: grant.purpose, proof: by.proof, classes: grant.classes.join(' ') };
      await app.ledger.save([
        { put: 'device', record: { ...device, epoch: grant.startEpoch } },
        { put: 'background-grant', record: grant },
        { append: 'audit', event: auditEvent(app, by.actor, 'grant.active', { ...grant, detail }) },
      ]);
    }
    app.fleetOffers.drop(deviceId);
    // One that is on disk already: its answer was lost, and nobody has enforced it yet.
    return (await putFleetGrantInForce(app, grant)) ? undefined : refuse('fleet_not_for_this_device');
  });
  await tellDevice(app, deviceId);
  return refusal;
}

/** With what was counted of it before, if a start finds it. False: it may not be counted now. */
export async function putFleetGrantInForce(app: App, record: BackgroundGrantRecord): Promise<boolean> {
  const device = await app.devices.device(record.deviceId);
  const pack = device && packOf(app, device);
  const grant = compileGrant(record, moment(app));
  if (!device || !pack || !isActiveAt(grant, moment(app))) return false;
  if (app.book.ofView(grant.viewId)) return true;
  const onsets = await app.background.onsetsOfView(record.viewId);
  if (!app.fleet.join({ record, grant, device, pack, onsets })) return false;
  app.book.put(grant);
  return true;
}

async function inForceOf(app: App, deviceId: DeviceId): Promise<BackgroundGrantRecord | undefined> {
  const counted = await app.background.backgroundGrantsOfDevice(deviceId);
  return counted.find(({ state, viewId }) => state === 'active' && app.book.ofView(viewId) !== undefined);
}

function isCountable(app: App, { device, supportCase }: OwnerPage): boolean {
  const pack = packOf(app, device);
  const program = pack && programOf(pack);
  if (!program || isBeforeClaim(supportCase, device)) return false;
  return fleetFamilies(program, new Set(fleetClasses)).size > 0;
}

/** The label's code proves nothing where the agent who sent the link has seen it. */
function maySpeakForOwner(app: App, { device, supportCase }: OwnerPage): boolean {
  return !hasSeen(device, supportCase.agentId, app.clock.now());
}

function newGrant(
  app: App,
  made: { readonly device: DeviceRecord; readonly pack: Pack; readonly offer: FleetOffer; readonly proof: Proof },
): BackgroundGrantRecord {
  const { device, pack, offer, proof } = made;
  const now = app.clock.now();
  return {
    id: asId(app.random.id()),
    viewId: asId(app.random.id()),
    deviceId: device.id,
    brandId: device.brandId,
    purpose: 'fleet-statistics',
    classes: fleetClasses,
    noticeVersion,
    noticeLanguage: offer.language,
    proof,
    notBefore: now,
    expiresAt: now + fleetDays * 86_400_000,
    startEpoch: device.epoch + 1,
    endEpoch: null,
    state: 'active',
    endedAt: null,
    endedBy: null,
    packVersion: pack.version,
    firmware: null,
  };
}
