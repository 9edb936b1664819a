import type { Moment } from '../domain/consent/grant-view.ts';
import type { DeviceId, LinkId } from '../domain/ids.ts';
import type { Clock } from '../ports/host.ts';
import type { Connection, Connections, LinkIdentity, Presence } from '../ports/links.ts';

/** A connection that was there since the start. */
interface LinkEntry {
  connected: boolean;
  since: number;
  heardAt: number | null;
  heardMs: number | null;
  connectedMs: number;
}

/** What a dialect said of a device beneath its link. */
interface ChildEntry {
  readonly linkId: LinkId;
  said: Presence;
  isClient: boolean;
  /** As last told to listeners. */
  shown: Presence;
  since: number;
  heardAt: number | null;
  heardMs: number | null;
  connectedMs: number;
}

export const neverSeen: Connection = {
  online: false,
  presence: 'offline',
  since: null,
  heardAt: null,
  heardMs: null,
  connectedMs: null,
};

/** Who is connected, in memory: one entry for each link, and each device beneath one, that was seen since the start. */
export class ConnectionRegistry implements Connections {
  readonly #clock: Clock;
  readonly #links = new Map<LinkId, LinkEntry>();
  /** Native devices are their own links. */
  readonly #children = new Map<DeviceId, ChildEntry>();
  readonly #beneath = new Map<LinkId, Set<DeviceId>>();
  readonly #listeners = new Set<(deviceId: DeviceId) => void>();

  constructor(options: { readonly clock: Clock }) {
    this.#clock = options.clock;
  }

  of(deviceId: DeviceId): Connection {
    const child = this.#children.get(deviceId);
    return child ? this.#ofChild(child) : this.ofLink(asLink(deviceId));
  }

  ofLink(linkId: LinkId): Connection {
    const entry = this.#links.get(linkId);
    if (entry === undefined) return neverSeen;
    const { connected, since, heardAt, heardMs, connectedMs } = entry;
    return { online: connected, presence: connected ? 'online' : 'offline', since, heardAt, heardMs, connectedMs };
  }

  linkConnected({ linkId }: LinkIdentity): void {
    const before = this.#links.get(linkId);
    const entry = before ?? { connected: false, since: 0, heardAt: null, heardMs: null, connectedMs: 0 };
    this.#links.set(linkId, entry);
    const at = this.#moment();
    entry.connectedMs = at.monotonicMs;
    if (!entry.connected) entry.since = at.now;
    entry.connected = true;
    this.linkHeard(linkId, at);
    // Also when it takes over its own connection: what was known of it is of the one before.
    this.#tell(asDevice(linkId));
    for (const [deviceId, child] of this.#childrenOf(linkId)) {
      // Whoever holds the connection is there; of the others the dialect has yet to speak.
      child.said = child.isClient ? 'online' : 'unknown';
      child.connectedMs = entry.connectedMs;
      this.#show(deviceId, child, true);
    }
  }

  linkDisconnected(linkId: LinkId): void {
    const entry = this.#links.get(linkId);
    if (entry === undefined || !entry.connected) return;
    entry.connected = false;
    entry.since = this.#clock.now();
    this.#tell(asDevice(linkId));
    for (const [deviceId, child] of this.#childrenOf(linkId)) this.#show(deviceId, child);
  }

  /** Something came over that connection now: from the device that holds it, not from those behind it. */
  linkHeard(linkId: LinkId, at: Moment = this.#moment()): void {
    const entry = this.#links.get(linkId);
    if (entry === undefined) return;
    entry.heardAt = at.now;
    entry.heardMs = at.monotonicMs;
  }

  /** What a dialect's own sign of life says; it holds until the next connection. */
  setPresence(
    linkId: LinkId,
    change: { readonly deviceId: DeviceId; readonly presence: Presence; readonly isClient: boolean },
  ): void {
    const child = this.#child(linkId, change.deviceId);
    // What was received before, its device has to say again.
    if (change.presence !== 'online' && child.said === 'online') child.connectedMs = this.#clock.monotonicMs();
    child.said = change.presence;
    child.isClient = change.isClient;
    this.#show(change.deviceId, child);
  }

  /** It is not beneath that link any more. */
  forget(deviceId: DeviceId): void {
    const child = this.#children.get(deviceId);
    if (child === undefined) return;
    this.#children.delete(deviceId);
    this.#part(deviceId, child.linkId);
    this.#tell(deviceId);
  }

  /** Something came from that device of a dialect now. */
  heard(deviceId: DeviceId): void {
    const child = this.#children.get(deviceId);
    if (child === undefined) return;
    child.heardAt = this.#clock.now();
    child.heardMs = this.#clock.monotonicMs();
  }

  /** Called when a device comes online, begins another connection, or goes offline; the answer ends it. */
  onChange(listener: (deviceId: DeviceId) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #moment(): Moment {
    return { now: this.#clock.now(), monotonicMs: this.#clock.monotonicMs() };
  }

  #child(linkId: LinkId, deviceId: DeviceId): ChildEntry {
    const known = this.#children.get(deviceId);
    if (known?.linkId === linkId) return known;
    const connectedMs = this.#links.get(linkId)?.connectedMs ?? this.#clock.monotonicMs();
    const since = this.#clock.now();
    const made: ChildEntry = {
      linkId,
      said: 'unknown',
      isClient: false,
      shown: 'unknown',
      since,
      heardAt: null,
      heardMs: null,
      connectedMs,
    };
    if (known) this.#part(deviceId, known.linkId);
    this.#children.set(deviceId, made);
    const beneath = this.#beneath.get(linkId) ?? new Set();
    this.#beneath.set(linkId, beneath.add(deviceId));
    return made;
  }

  #part(deviceId: DeviceId, linkId: LinkId): void {
    const beneath = this.#beneath.get(linkId);
    beneath?.delete(deviceId);
    if (beneath?.size === 0) this.#beneath.delete(linkId);
  }

  #ofChild(child: ChildEntry): Connection {
    const link = this.ofLink(child.linkId);
    const { heardAt, heardMs } = child.isClient && (link.heardMs ?? 0) > (child.heardMs ?? 0) ? link : child;
    const presence = this.#presenceOf(child);
    return {
      online: presence === 'online',
      presence,
      since: child.since,
      heardAt,
      heardMs,
      connectedMs: child.connectedMs,
    };
  }

  /** With its link gone, the device that held it is gone too; of those behind it nobody can say. */
  #presenceOf(child: ChildEntry): Presence {
    if (this.#links.get(child.linkId)?.connected === true) return child.said;
    return child.isClient || child.said === 'offline' ? 'offline' : 'unknown';
  }

  #show(deviceId: DeviceId, child: ChildEntry, always = false): void {
    const presence = this.#presenceOf(child);
    if (presence !== child.shown) child.since = this.#clock.now();
    else if (!always) return;
    child.shown = presence;
    this.#tell(deviceId);
  }

  *#childrenOf(linkId: LinkId): Iterable<readonly [DeviceId, ChildEntry]> {
    for (const deviceId of this.#beneath.get(linkId) ?? []) {
      const child = this.#children.get(deviceId);
      if (child) yield [deviceId, child];
    }
  }

  #tell(deviceId: DeviceId): void {
    for (const listener of this.#listeners) listener(deviceId);
  }
}

/** A native device's link has its id; of any other link nobody watches a device under that id. */
function asDevice(linkId: LinkId): DeviceId {
  return linkId as string as DeviceId;
}

function asLink(deviceId: DeviceId): LinkId {
  return deviceId as string as LinkId;
}
