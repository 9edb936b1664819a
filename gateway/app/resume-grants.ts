import type { BackgroundGrantRecord, GrantRecord } from '../domain/cases/records.ts';
import { compileGrant, isActiveAt } from '../domain/consent/grant-view.ts';
import { type App, moment } from './app.ts';
import { limitsOf, packOf } from './device-pack.ts';
import { endGrant, endUntilWritten } from './end-grant.ts';
import { watchExpiry } from './expiry.ts';
import { putFleetGrantInForce } from './fleet-grant.ts';
import { mayLook } from './reach.ts';
import { forgetView } from './forget-view.ts';
import { replayView } from './replay-view.ts';
import type { OpenView } from './views.ts';

const retryMs = 1_000;
const tries = 2;

/**
 * At a start, before any device may connect: what is still granted is in force again, and its Views are rebuilt. What
 * cannot be is ended: one View that cannot be read stops neither the others nor the start. When wall time is before the
 * newest record, nobody can tell how much of any grant is left (DESIGN.md "Consent"): all are ended. So are those of a
 * database that was put back from a backup: their owners may have stopped them since.
 */
export async function resumeGrants(app: App): Promise<void> {
  for (const grant of await app.grants.unreadableGrants()) forgetView(app, grant);
  const [grants, newestAt] = [await app.grants.activeGrants(), await app.grants.newestRecordAt()];
  const setBack = newestAt !== null && app.clock.now() < newestAt;
  const copiedAt = await app.grants.copiedAt();
  let ofBackup = 0;
  for (const grant of await app.background.activeBackgroundGrants()) {
    if (app.clock.now() >= grant.expiresAt) await endUntilWritten(app, grant.id, expired);
    else if (!setBack && isOfBackup(grant, copiedAt)) {
      ofBackup += 1;
      await suspend(app, grant, 'grant_ended_by_restore');
    } else if (setBack || !(await countAgain(app, grant))) await suspend(app, grant, 'grant_suspended');
  }
  for (const grant of grants) {
    if (app.clock.now() >= grant.expiresAt) await endGrant(app, grant.id, expired);
    else if (!setBack && isOfBackup(grant, copiedAt)) {
      ofBackup += 1;
      await suspend(app, grant, 'grant_ended_by_restore');
    } else if (setBack || !(await resume(app, grant))) await suspend(app, grant, 'grant_suspended');
  }
  // The first start on it, as nothing has been recorded since.
  if (copiedAt !== null && (ofBackup > 0 || newestAt === copiedAt))
    app.note({ code: 'started_on_restored_backup', consentsEnded: ofBackup });
}

const expired = { as: 'expired', reason: 'expired', actor: 'system' } as const;
const suspended = { as: 'revoked', reason: 'revoked', actor: 'system' } as const;

function isOfBackup(grant: Pick<GrantRecord, 'notBefore'>, copiedAt: number | null): boolean {
  return copiedAt !== null && grant.notBefore <= copiedAt;
}

/** False: it may not be in force again, or what it has kept cannot be read. */
async function resume(app: App, grant: GrantRecord): Promise<boolean> {
  for (let left = tries; left > 0; left -= 1) {
    if (left < tries) await new Promise<void>((go) => app.clock.after(retryMs, go));
    try {
      return await rebuild(app, grant);
    } catch {
      app.views.close(grant.viewId);
      app.note({ code: 'view_not_rebuilt', grantId: grant.id });
    }
  }
  return false;
}

async function rebuild(app: App, grant: GrantRecord): Promise<boolean> {
  const device = await app.devices.device(grant.deviceId);
  const pack = device && packOf(app, device);
  const view = compileGrant(grant, moment(app));
  if (!device || !pack || !isActiveAt(view, moment(app))) return false;
  if (!mayLook(await app.people.person(grant.agentId), grant.brandId)) return false;
  const open = app.views.open(view, pack, limitsOf(app, device), grant.notBefore);
  await readBack(app, open);
  app.book.put(view);
  watchExpiry(app, view);
  return true;
}

/** False: what is counted of it cannot be counted any more, or what was counted cannot be read. */
async function countAgain(app: App, grant: BackgroundGrantRecord): Promise<boolean> {
  try {
    return await putFleetGrantInForce(app, grant);
  } catch {
    app.note({ code: 'view_not_rebuilt', grantId: grant.id });
    return false;
  }
}

async function readBack(app: App, { grant, state, diagnosis }: OpenView): Promise<void> {
  await replayView(app, grant, {
    frame(frame) {
      const { now, monotonicMs } = moment(app);
      state.apply(frame, monotonicMs - Math.max(0, now - frame.receivedAt));
      diagnosis?.apply(frame);
    },
    finding: (finding) => diagnosis?.tell(finding),
  });
}

/**
 * Ends it for good, on disk as well: neither page may say of it for ever that it is active. The owner is asked again. Under a code
 * of its own where somebody put back a backup and knows of it: nobody is to be called for that.
 */
async function suspend(
  app: App,
  grant: Pick<GrantRecord, 'id'>,
  code: 'grant_suspended' | 'grant_ended_by_restore',
): Promise<void> {
  app.note({ code, grantId: grant.id });
  await endUntilWritten(app, grant.id, suspended);
}
