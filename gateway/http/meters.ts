import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type RefusalEntry, refusals } from '../domain/refusals.ts';

/** Events that alert rules look at: there from the start, as a counter that appears with its first event hides that one. */
export const watchedEvents = [
  'store_unavailable',
  'link_over_share',
  'link_taken_over',
  'link_held_back',
  'clock_jumped',
  'grant_suspended',
  'view_not_rebuilt',
  'packs_kept',
  'tls_kept',
  'viewer_silent',
] as const;

/** Everything that /metrics tells. Labels are codes and words from closed lists, never ids. */
export function createMeters() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const outcomes = { stored: 0, discarded: 0, control: 0 };
  const meters = {
    registry,
    settled: new Counter({
      name: 'diag_messages_settled_total',
      help: 'PUBLISHes settled',
      labelNames: ['outcome'],
      registers,
      collect() {
        for (const outcome of ['stored', 'discarded', 'control'] as const) {
          this.inc({ outcome }, outcomes[outcome]);
          outcomes[outcome] = 0;
        }
      },
    }),
    /** Settled and not yet in `settled`: each message counts, and looking up labels costs more than counting. */
    outcomes,
    discarded: new Counter({
      name: 'diag_discards_total',
      help: 'Messages or samples settled as a discard, by code of the table of refusals',
      labelNames: ['code'],
      registers,
    }),
    refusedLinks: new Counter({
      name: 'diag_link_refusals_total',
      help: 'Connections refused or closed by the broker, by code',
      labelNames: ['code'],
      registers,
    }),
    httpRefusals: new Counter({
      name: 'diag_http_refusals_total',
      help: 'HTTP refusals, by code',
      labelNames: ['code'],
      registers,
    }),
    settleSeconds: new Histogram({
      name: 'diag_settle_seconds',
      help: 'From receipt of a PUBLISH until it is settled',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    droppedByDevices: new Counter({
      name: 'diag_dropped_by_devices_total',
      help: 'Messages that full buffers in devices dropped, as declared by them',
      registers,
    }),
    notes: new Counter({
      name: 'diag_events_total',
      help: 'Expected events, by code',
      labelNames: ['code'],
      registers,
    }),
    threadFalls: new Counter({
      name: 'diag_thread_falls_total',
      help: 'Worker threads that ended, hung or could not be started again, by name',
      labelNames: ['thread'],
      registers,
    }),
    partReady: new Gauge({
      name: 'diag_part_ready',
      help: 'Parts as in /readyz, and what of them may fail by itself; 0: it fails',
      labelNames: ['part'],
      registers,
    }),
    gauge(name: string, help: string, read: () => number) {
      return new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    },
  };
  for (const code of watchedEvents) meters.notes.inc({ code }, 0);
  for (const code of codesOf('link')) meters.refusedLinks.inc({ code }, 0);
  for (const code of ['unexpected', 'store_unavailable']) meters.httpRefusals.inc({ code }, 0);
  for (const code of codesOf('discard')) meters.discarded.inc({ code }, 0);
  for (const outcome of ['stored', 'discarded', 'control']) meters.settled.inc({ outcome }, 0);
  return meters;
}

export type Meters = ReturnType<typeof createMeters>;

/** Free and used space, looked at when asked; a disk that does not answer keeps nobody who asks: the last is told. */
export function diskGauges(
  meters: Meters,
  look: () => Promise<{ readonly free: number; readonly whole: number; readonly used: number }>,
): void {
  const unknown = { free: Number.NaN, whole: Number.NaN, used: Number.NaN };
  let last = unknown;
  let looking = false;
  const lookAgain = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    try {
      last = await look();
    } catch {
      last = unknown; // and told as such
    }
    looking = false;
  };
  void lookAgain();
  meters.gauge('diag_disk_free_bytes', 'What may still be written where the data folder is', () => {
    void lookAgain();
    return last.free;
  });
  meters.gauge('diag_disk_bytes', 'Size of the disk where the data folder is', () => last.whole);
  meters.gauge('diag_data_bytes', 'The database and its log', () => last.used);
}

function codesOf(kind: RefusalEntry['kind']): readonly string[] {
  return Object.entries(refusals).flatMap(([code, entry]) => (entry.kind === kind ? [code] : []));
}
