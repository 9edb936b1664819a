import type { GrantBook } from '../domain/consent/grant-book.ts';
import type { Moment } from '../domain/consent/grant-view.ts';
import type { Pack } from '../domain/pack.ts';
import type { Clock, Randomness, Vault } from '../ports/host.ts';
import type {
  AuditLog,
  BackgroundStore,
  CaseStore,
  DeviceStore,
  GrantStore,
  Ledger,
  PeopleStore,
} from '../ports/records.ts';
import type { FrameStore, HistoryStore } from '../ports/frames.ts';
import type { Connections, DeviceLink, Discoveries } from '../ports/links.ts';
import type { LinkSender, LiveAudience } from '../ports/outward.ts';
import type { Attempts } from './attempts.ts';
import type { FleetOffers } from './fleet-offers.ts';
import type { FleetWatch } from './fleet-watch.ts';
import type { InTurn } from './in-turn.ts';
import type { KnownPlaces } from './known-places.ts';
import type { Views } from './views.ts';
import type { SessionEnds } from './session-ends.ts';

/** Everything a use case may need. Made once, by the composition root. */
export interface App {
  readonly clock: Clock;
  readonly random: Randomness;
  readonly vault: Vault;
  readonly ledger: Ledger;
  readonly people: PeopleStore;
  readonly devices: DeviceStore;
  readonly cases: CaseStore;
  readonly grants: GrantStore;
  readonly background: BackgroundStore;
  readonly frames: FrameStore;
  readonly history: HistoryStore;
  readonly audit: AuditLog;
  readonly packs: ReadonlyMap<string, Pack>;
  readonly book: GrantBook;
  readonly views: Views;
  readonly fleet: FleetWatch;
  readonly fleetOffers: FleetOffers;
  readonly deviceLink: DeviceLink;
  readonly connections: Connections;
  readonly discoveries: Discoveries;
  readonly linkSender: LinkSender;
  readonly audience: LiveAudience;
  /** What concerns one device happens one after the other. */
  readonly inTurn: InTurn;
  readonly attempts: Attempts;
  readonly sessionEnds: SessionEnds;
  readonly knownPlaces: KnownPlaces;
  /** Where browsers reach the gateway, for links: "http://127.0.0.1:8080". */
  readonly publicUrl: string;
  /** Something expected that nobody waits for an answer of: a code and ids, for log and metrics. */
  note(event: { readonly code: string; readonly [id: string]: string | number | boolean | null }): void;
}

export function moment(app: Pick<App, 'clock'>): Moment {
  return { now: app.clock.now(), monotonicMs: app.clock.monotonicMs() };
}
