import { type GrantView, remainingMs } from '../domain/consent/grant-view.ts';
import { type App, moment } from './app.ts';
import { endUntilWritten } from './end-grant.ts';

/** Wall time may be set forward: it is looked at again at least this often. */
const longestWaitMs = 1_000;

/** Ends the grant at the earlier of its wall and its monotonic deadline, and tries until that is on disk. */
export function watchExpiry(app: App, view: GrantView): void {
  const left = remainingMs(view, moment(app));
  app.clock.after(Math.min(Math.max(0, left), longestWaitMs), () => {
    if (app.book.ofView(view.viewId) !== view) return;
    if (remainingMs(view, moment(app)) > 0) watchExpiry(app, view);
    else void endUntilWritten(app, view.grantId, { as: 'expired', reason: 'expired', actor: 'system' });
  });
}
