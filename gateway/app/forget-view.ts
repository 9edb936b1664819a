import type { GrantRecord } from '../domain/cases/records.ts';
import type { App } from './app.ts';

const retryMs = 1_000;

/**
 * A View without recording cannot be read once its grant has ended, so its rows go at once. After the end itself and apart
 * from it, since removing very many rows takes longer than a Stop may; what a stop of the program interrupts, the next
 * start takes up.
 */
export function forgetView(app: App, grant: GrantRecord): void {
  if (grant.recording) return;
  void app.frames.dropView(grant.viewId).catch(() => {
    app.note({ code: 'store_unavailable', viewId: grant.viewId });
    app.clock.after(retryMs, () => forgetView(app, grant));
  });
}
