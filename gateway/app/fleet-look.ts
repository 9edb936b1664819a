import type { App } from './app.ts';
import { endGrant } from './end-grant.ts';

export const lookEveryMs = 15_000;

/** Every 15 s from now on: what many devices have is told, and what has run out is ended. */
export function lookNowAndThen(app: App): void {
  app.clock.after(lookEveryMs, () => {
    void look(app);
    lookNowAndThen(app);
  });
}

async function look(app: App): Promise<void> {
  try {
    // Nothing is admitted any more; only the record on disk is still to be written.
    for (const grantId of app.fleet.overdue()) {
      await endGrant(app, grantId, { as: 'expired', reason: 'expired', actor: 'system' });
    }
    await app.fleet.look();
  } catch {
    app.note({ code: 'store_unavailable' });
  }
}
