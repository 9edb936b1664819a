import type { Meters } from './meters.ts';

/** What the broker says of its links, as far as it is told here. */
export interface LinkStats {
  readonly connected: number;
  readonly inFlight: number;
  readonly oldestInFlightMs: number;
  readonly overShare: number;
  readonly waitingForBrand: number;
  readonly waitingAtDoor: number;
}

/** Gauges of the running parts, each read when it is asked for. `links`: undefined while the broker does not listen. */
export function gatewayGauges(
  meters: Meters,
  read: {
    readonly links: () => LinkStats | undefined;
    readonly writesWaiting: () => number;
    readonly viewsOpen: () => number;
    readonly viewers: () => number;
    /** undefined: there is no certificate. */
    readonly certificateDaysLeft: () => number | undefined;
    readonly arrayBuffersBytes: () => number;
  },
): void {
  const ofLinks = (name: string, help: string, pick: (stats: LinkStats) => number) =>
    meters.gauge(name, help, () => {
      const stats = read.links();
      return stats ? pick(stats) : 0;
    });
  ofLinks('diag_links_connected', 'Links after CONNACK', ({ connected }) => connected);
  ofLinks('diag_messages_in_flight', 'Received and not yet settled', ({ inFlight }) => inFlight);
  ofLinks(
    'diag_oldest_in_flight_seconds',
    'How long the oldest message in flight has waited to be settled',
    ({ oldestInFlightMs }) => oldestInFlightMs / 1000,
  );
  ofLinks(
    'diag_links_over_share',
    'Links that are not read for a while, as they send more than their share',
    ({ overShare }) => overShare,
  );
  ofLinks(
    'diag_links_waiting_for_brand',
    'Links that are not read, as those of their brand have too much in flight together',
    ({ waitingForBrand }) => waitingForBrand,
  );
  ofLinks('diag_connects_waiting', 'CONNECTs that stand in line', ({ waitingAtDoor }) => waitingAtDoor);
  meters.gauge('diag_writes_waiting', 'Messages that wait for a store that does not write', read.writesWaiting);
  meters.gauge('diag_views_open', 'Views in force', read.viewsOpen);
  meters.gauge('diag_live_viewers', 'Consoles that watch', read.viewers);
  meters.gauge(
    'diag_tls_certificate_days_left',
    'Until it runs out; NaN: there is none',
    () => read.certificateDaysLeft() ?? Number.NaN,
  );
  meters.gauge('process_array_buffers_bytes', 'Memory of array buffers', read.arrayBuffersBytes);
}
