import { readmit } from '../domain/consent/admit.ts';
import { compileGrant, isActiveAt } from '../domain/consent/grant-view.ts';
import { type App, moment } from './app.ts';
import { endGrant } from './end-grant.ts';
import { watchExpiry } from './expiry.ts';
import { forgetView } from './forget-view.ts';

/** At a start, before any device may connect: what is still granted is in force again, and its Views are rebuilt. */
export async function resumeGrants(app: App): Promise<void> {
  for (const grant of await app.grants.unreadableGrants()) forgetView(app, grant);
  for (const grant of await app.grants.activeGrants()) {
    const view = compileGrant(grant, moment(app));
    const device = await app.devices.device(grant.deviceId);
    const pack = app.packs.get(device?.model ?? '');
    if (!device || !pack || !isActiveAt(view, moment(app))) {
      const actor = 'system';
      if (app.clock.now() >= grant.expiresAt)
        await endGrant(app, grant.id, { as: 'expired', reason: 'expired', actor });
      else app.note({ code: 'grant_suspended', grantId: grant.id });
      continue;
    }
    const open = app.views.open(view, pack, device.link);
    app.book.put(view);
    for (const row of await app.frames.framesOfView(view.viewId)) {
      const frame = readmit(row.frame, view);
      const { now, monotonicMs } = moment(app);
      if (frame) open.state.apply(frame, monotonicMs - Math.max(0, now - frame.receivedAt));
    }
    watchExpiry(app, view);
  }
}
