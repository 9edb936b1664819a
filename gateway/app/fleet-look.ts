import type { App } from './app.ts';
import { endUntilWritten } from './end-grant.ts';

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
    const expired = { as: 'expired', reason: 'expired', actor: 'system' } as const;
    // Each by itself: one that cannot be written keeps no other waiting.
    await Promise.all(app.fleet.overdue().map((grantId) => endUntilWritten(app, grantId, expired)));
    await app.fleet.look();
  } catch {
    app.note({ code: 'store_unavailable' });
  }
}
