import type { BackgroundGrantRecord, DeviceRecord, Proof } from '../domain/cases/records.ts';
import { compileGrant, isActiveAt } from '../domain/consent/grant-view.ts';
import { noticeVersion } from '../domain/consent/request-state.ts';
import { fleetClasses } from '../domain/data-class.ts';
import { asId, type DeviceId, type GrantId } from '../domain/ids.ts';
import { fleetFamilies } from '../domain/localisation/fleet-families.ts';
import type { Pack } from '../domain/pack.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusals.ts';
import { type App, moment } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { tellDevice } from './device-consent.ts';
import { packOf } from './device-pack.ts';
import { programOf } from './diagnosis.ts';
import { endOrRepeat, endUntilWritten } from './end-grant.ts';
import type { FleetOffer } from './fleet-offers.ts';
import { ownerEvent, type OwnerPage, ownerPage, tryLabelCode } from './owner.ts';
import { hasSeen, isBeforeClaim, proofsOf } from './registered-device.ts';

/** Less than the 90 days that DESIGN.md allows, and than the 49 that a device can be told of in milliseconds. */
export const fleetDays = 30;

const retryMs = 1_000;
const lookAgain = 10;
/** Its device may not be counted any more. */
const notCountable = { as: 'revoked', reason: 'revoked', actor: 'system' } as const;

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
  return isRefusal(page) ? page : choiceOf(app, page);
}

async function choiceOf(app: App, page: OwnerPage): Promise<FleetChoice> {
  const { device, supportCase } = page;
  const grant = isBeforeClaim(supportCase, device) ? undefined : await activeOf(app, device.id);
  const offer = app.fleetOffers.of(device.id);
  const state = grant ? 'on' : !isCountable(app, page) ? 'unavailable' : offer ? 'allowed' : 'off';
  return { page, state, offer: state === 'allowed' ? offer : undefined, grant, proofs: proofsOf(device) };
}

/** The owner's yes, apart from any other; it still needs the proof. May be repeated: the two minutes start anew. */
export async function fleetAllow(app: App, token: string, language: string): Promise<Refusal | undefined> {
  const found = await ownerPage(app, token);
  if (isRefusal(found)) return found;
  const deviceId = found.device.id;
  // A Stop, a claim or a rotation that comes meanwhile waits for its turn, and then takes the yes back.
  const allowed = await app.inTurn.run(deviceId, async () => {
    const choice = await fleetChoice(app, token);
    if (isRefusal(choice)) return choice;
    if (choice.state === 'on') return undefined;
    const { page } = choice;
    const refusal = mayNot(app, choice);
    if (refusal) return refusal;
    await app.ledger.save([{ append: 'audit', event: ownerEvent(app, page, 'fleet.allowed') }]);
    const { agentId } = page.supportCase;
    return app.fleetOffers.put({ id: asId(app.random.id()), deviceId, agentId, language, words: page.request.words });
  });
  if (isRefusal(allowed)) return allowed;
  if (allowed) await tellDevice(app, deviceId);
  return undefined;
}

/** The code printed on the device: enough, as nothing but errors and firmware is counted. Its tries are those of the case. */
export async function fleetProveByLabel(app: App, token: string, typed: string): Promise<Refusal | undefined> {
  const choice = await fleetChoice(app, token);
  if (isRefusal(choice)) return choice;
  if (choice.state === 'on') return undefined;
  // Before the code is looked at: a refusal must not tell whether it was right.
  const refused = mayNot(app, choice);
  if (refused) return refused;
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

/**
 * Stop of this alone: whoever holds the link may always. Resolves when it is on disk; until then the gateway goes on trying
 * by itself. Before the proof, it is a no.
 */
export async function fleetStop(app: App, token: string): Promise<Refusal | undefined> {
  const page = await ownerPage(app, token);
  if (isRefusal(page)) return page;
  const { device, supportCase } = page;
  // An earlier owner's: all of theirs has ended, and of the present owner's nothing does.
  if (isBeforeClaim(supportCase, device)) return undefined;
  const end = { as: 'revoked', reason: 'revoked', actor: 'owner' } as const;
  let waited = takeBack(app, device.id);
  const inForce = app.book.ofDevice(device.id).filter(({ viewerId }) => viewerId === null);
  const atOnce = inForce.map(({ grantId }) => endOrRepeat(app, grantId, end));
  // And what was being allowed, or proven, when it came.
  const inTurn = app.inTurn.run(device.id, async () => {
    if (takeBack(app, device.id)) waited = true;
    const counted = await app.background.backgroundGrantsOfDevice(device.id);
    return counted.filter(({ state, id }) => state === 'active' && !inForce.some(({ grantId }) => grantId === id));
  });
  const rest = inTurn.then((others) => Promise.all(others.map(({ id }) => endOrRepeat(app, id, end))));
  await Promise.all([...atOnce, rest]);
  if (waited) await tellDevice(app, device.id);
  return undefined;
}

function takeBack(app: App, deviceId: DeviceId): boolean {
  const waited = app.fleetOffers.of(deviceId) !== undefined;
  app.fleetOffers.drop(deviceId);
  return waited;
}

/** First on disk, then in force. */
async function grantFleet(
  app: App,
  deviceId: DeviceId,
  by: { readonly proof: Proof; readonly actor: string },
): Promise<Refusal | undefined> {
  const granted = await app.inTurn.run(deviceId, () => writeGrant(app, deviceId, by));
  if (!isRefusal(granted) && !granted.inForce) await endUntilWritten(app, granted.grant.id, notCountable);
  await tellDevice(app, deviceId);
  if (isRefusal(granted)) return granted;
  return granted.inForce ? undefined : refuse('fleet_not_for_this_device');
}

async function writeGrant(
  app: App,
  deviceId: DeviceId,
  by: { readonly proof: Proof; readonly actor: string },
): Promise<{ readonly grant: BackgroundGrantRecord; readonly inForce: boolean } | Refusal> {
  const device = await app.devices.device(deviceId);
  const pack = device && packOf(app, device);
  const offer = app.fleetOffers.of(deviceId);
  if (!device || !pack || !offer) return refuse('not_allowed_yet');
  // They could have proven it themselves, whatever the proof.
  if (hasSeen(device, offer.agentId, app.clock.now())) return refuse('registered_by_you');
  const counted = await app.background.backgroundGrantsOfDevice(deviceId);
  const known = counted.find(({ state, id }) => state === 'active' && !app.book.hasEnded(id));
  const grant = known ?? newGrant(app, { device, pack, offer, proof: by.proof });
  try {
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
    return { grant, inForce: await putFleetGrantInForce(app, grant) };
  } catch (error) {
    lookWhetherWritten(app, grant, lookAgain);
    throw error;
  }
}

/** What was not confirmed may be on disk all the same. The store is asked until it answers, and a little longer. */
function lookWhetherWritten(
  app: App,
  { id, deviceId }: Pick<BackgroundGrantRecord, 'id' | 'deviceId'>,
  left: number,
): void {
  if (left === 0) return;
  app.clock.after(retryMs, () => void look());

  async function look(): Promise<void> {
    try {
      const found = await app.inTurn.run(deviceId, () => takeUp(app, id));
      if (!found) return lookWhetherWritten(app, { id, deviceId }, left - 1);
      if (found === 'not-countable') await endUntilWritten(app, id, notCountable);
      await tellDevice(app, deviceId);
    } catch {
      lookWhetherWritten(app, { id, deviceId }, left);
    }
  }
}

/** Undefined: it is not on disk, up to now. */
async function takeUp(app: App, id: GrantId): Promise<'settled' | 'not-countable' | undefined> {
  const grant = await app.background.backgroundGrant(id);
  if (!grant) return undefined;
  // It was proven: nothing waits for a proof any more.
  app.fleetOffers.drop(grant.deviceId);
  if (grant.state !== 'active' || app.book.hasEnded(id) || app.book.ofView(grant.viewId)) return 'settled';
  if (!(await putFleetGrantInForce(app, grant))) return 'not-countable';
  app.note({ code: 'grant_taken_up', grantId: id });
  return 'settled';
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

/** As the disk says: one whose end is not written yet is active still, though nothing is counted under it any more. */
async function activeOf(app: App, deviceId: DeviceId): Promise<BackgroundGrantRecord | undefined> {
  const counted = await app.background.backgroundGrantsOfDevice(deviceId);
  const active = counted.filter(({ state }) => state === 'active');
  return active.find(({ viewId }) => app.book.ofView(viewId) !== undefined) ?? active[0];
}

function isCountable(app: App, { device, supportCase }: OwnerPage): boolean {
  const pack = packOf(app, device);
  const program = pack && programOf(pack);
  if (!program || isBeforeClaim(supportCase, device) || mayForge(app, { device, supportCase })) return false;
  return fleetFamilies(program, new Set(fleetClasses)).size > 0;
}

function mayNot(app: App, { page, state }: FleetChoice): Refusal | undefined {
  if (mayForge(app, page)) return refuse('registered_by_you');
  return state === 'unavailable' ? refuse('fleet_not_for_this_device') : undefined;
}

/** Has the agent who sent the link seen what proves the owner's yes? Then neither proof says anything (decision 0040). */
function mayForge(app: App, { device, supportCase }: Pick<OwnerPage, 'device' | 'supportCase'>): boolean {
  return hasSeen(device, supportCase.agentId, app.clock.now());
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
