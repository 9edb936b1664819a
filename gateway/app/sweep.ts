import type { App } from './app.ts';

const everyMs = 6 * 3_600_000;

/** Now and then removes what has run out: sessions, invitations, spoken digits. They open nothing by then anyway. */
export function sweepNowAndThen(app: Pick<App, 'clock' | 'ledger' | 'note'>): void {
  app.clock.after(everyMs, () => void sweep());

  async function sweep(): Promise<void> {
    try {
      await app.ledger.save([{ drop: 'expired', before: app.clock.now() }]);
    } catch {
      app.note({ code: 'store_unavailable' });
    }
    sweepNowAndThen(app);
  }
}
