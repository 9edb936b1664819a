import type { BackgroundGrantRecord, EndedBy, GrantRecord, GrantState } from '../domain/cases/records.ts';
import type { GrantId } from '../domain/ids.ts';
import type { Change } from '../ports/records.ts';
import type { EndReason } from '../ports/outward.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { tellDevice } from './device-consent.ts';
import { forgetView } from './forget-view.ts';

type Ended = Exclude<GrantState, 'active'>;

/** As what a grant ends, what those who watch it are told, and by whom. */
export interface GrantEnd {
  readonly as: Ended;
  readonly reason: EndReason;
  readonly actor: string;
}

const retryMs = 1_000;

/**
 * Ends one grant: first in memory (from here on nothing is admitted or shown), then on disk, then the device is told.
 * Resolves when it is on disk: only then may it be confirmed. Rejects when the store cannot write; the sender repeats it.
 */
export async function endGrant(app: App, grantId: GrantId, end: GrantEnd): Promise<void> {
  silence(app, grantId, end.reason);
  const grant = await recordOf(app, grantId);
  if (!grant) return;
  // On disk already, but perhaps its answer was lost then: whoever repeats it also has the device told.
  if (grant.state !== 'active') return tellDevice(app, grant.deviceId);
  await app.inTurn.run(grant.deviceId, async () => {
    // It can be read before it is in force: then it came into force while this waited for its turn.
    silence(app, grantId, end.reason);
    await writeEnd(app, grantId, end);
  });
  if ('recording' in grant) forgetView(app, grant);
  await tellDevice(app, grant.deviceId);
}

/** As `endGrant`, and repeats it until it is on disk. Never rejects; resolves after the first try. */
export async function endUntilWritten(app: App, grantId: GrantId, end: GrantEnd): Promise<void> {
  try {
    await endGrant(app, grantId, end);
  } catch {
    // Nothing is shown or kept any more; only the record on disk is still to be written.
    app.note({ code: 'store_unavailable', grantId });
    app.clock.after(retryMs, () => void endUntilWritten(app, grantId, end));
  }
}

/** As `endGrant`, which its sender may repeat; should they not, the gateway does. Rejects when it is not on disk now. */
export async function endOrRepeat(app: App, grantId: GrantId, end: GrantEnd): Promise<void> {
  const isRepeated = app.book.hasEnded(grantId);
  try {
    await endGrant(app, grantId, end);
  } catch (error) {
    if (!isRepeated) app.clock.after(retryMs, () => void endUntilWritten(app, grantId, end));
    throw error;
  }
}

/** In memory: from here on nothing is admitted or shown under it, and those who watch are told. */
export function silence(app: App, grantId: GrantId, reason: EndReason): void {
  const ended = app.book.end(grantId);
  if (!ended) return;
  app.views.close(ended.viewId);
  app.fleet.leave(ended.viewId);
  app.audience.ended(ended.viewId, reason);
}

async function writeEnd(
  app: App,
  grantId: GrantId,
  end: { readonly as: Ended; readonly actor: string },
): Promise<void> {
  const grant = await recordOf(app, grantId);
  const device = grant && (await app.devices.device(grant.deviceId));
  if (grant?.state !== 'active' || !device) return;
  const epoch = device.epoch + 1;
  await app.ledger.save([{ put: 'device', record: { ...device, epoch } }, ...endChanges(app, grant, epoch, end)]);
}

async function recordOf(app: App, grantId: GrantId): Promise<GrantRecord | BackgroundGrantRecord | undefined> {
  return (await app.grants.grant(grantId)) ?? (await app.background.backgroundGrant(grantId));
}

/** What is written when a grant ends. What was counted under one goes with it, and what it was counted by. */
export function endChanges(
  app: App,
  grant: GrantRecord | BackgroundGrantRecord,
  endEpoch: number,
  end: { readonly as: Ended; readonly actor: string },
): Change[] {
  const ended = { state: end.as, endEpoch, endedAt: app.clock.now(), endedBy: endedBy(end.actor) };
  const detail = { grantId: grant.id, purpose: grant.purpose };
  const event = auditEvent(app, end.actor, `grant.${end.as}`, { ...grant, detail });
  return [
    ...('caseId' in grant
      ? ([{ put: 'grant', record: { ...grant, ...ended } }] as const)
      : ([
          { put: 'background-grant', record: { ...grant, ...ended, firmware: null } },
          { drop: 'onsets', viewId: grant.viewId },
        ] as const)),
    { append: 'audit', event },
  ];
}

function endedBy(actor: string): EndedBy {
  if (actor === 'owner') return 'owner';
  if (actor.startsWith('device:')) return 'device';
  return actor.startsWith('person:') ? 'brand' : 'gateway';
}
