import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Everything that /metrics tells. Labels are codes and words from closed lists, never ids. */
export function createMeters() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    settled: new Counter({
      name: 'diag_messages_settled_total',
      help: 'PUBLISHes settled',
      labelNames: ['outcome'],
      registers,
    }),
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
}
export type Meters = ReturnType<typeof createMeters>;
