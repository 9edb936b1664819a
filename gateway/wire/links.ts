import type { BootId, DeviceId, LinkId } from '../domain/ids.ts';
import type { Pack } from '../domain/pack.ts';
import type { Clock } from '../ports/host.ts';
import type { DialectIdentity, Discoveries, WireLink } from '../ports/links.ts';
import type { ActiveRead } from './dialects/dialect.ts';
import { Ledger } from './dialects/ledger.ts';
import { LinkMemory } from './dialects/link-memory.ts';
import { limits } from './dialects/limits.ts';
import { openDialectLink } from './dialects/open-link.ts';

/** What is known of a connection as it begins. */
export interface Opening {
  /** Topic of the will of its CONNECT; null: it has none. Whose sign of life that is, is the one that holds the connection. */
  readonly willTopic: string | null;
}

export interface DialectLinks extends Discoveries {
  /** A new connection of that link. What it told of its devices before is still known. */
  open(identity: DialectIdentity, opening: Opening): WireLink;
  /** That link's connection is gone: what it told may be forgotten when others need the room. */
  close(linkId: LinkId): void;
  /** To be published to the device's link after a grant, so that what it has fills in; empty: it cannot be read. */
  readActively(deviceId: DeviceId): readonly (ActiveRead & { readonly linkId: LinkId })[];
}

/** All links of dialects: what they told of their devices, in memory and bounded, and never a value. */
export function createDialectLinks(options: {
  readonly packs: ReadonlyMap<string, Pack>;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  mintBootId(): BootId;
  /** The device has told of something that it has beyond its pack. */
  onMetrics(deviceId: DeviceId): void;
}): DialectLinks {
  const { packs, clock, onMetrics } = options;
  const memories = new Map<LinkId, LinkMemory>();
  const ledger = new Ledger(forgetClosed);
  const linkOf = new Map<DeviceId, LinkId>();

  function memoryOf(linkId: LinkId): LinkMemory {
    let memory = memories.get(linkId);
    if (!memory) memory = new LinkMemory({ packs, ledger, onMetrics, monotonicMs: () => clock.monotonicMs() });
    // Again at the end: the link that was there longest ago is forgotten first.
    memories.delete(linkId);
    memories.set(linkId, memory);
    return memory;
  }

  /** All that the link told that was closed longest ago; false: none is. */
  function forgetClosed(): boolean {
    for (const [linkId, memory] of memories) {
      if (memory.connections > 0) continue;
      memory.home.forgetAll();
      return memories.delete(linkId);
    }
    return false;
  }

  function childOf(deviceId: DeviceId) {
    const memory = memories.get(linkOf.get(deviceId) ?? ('' as LinkId));
    const child =
      memory && [...memory.home.children.values()].find(({ registration }) => registration?.deviceId === deviceId);
    return child && { memory, child };
  }

  return {
    open(identity, opening) {
      const memory = memoryOf(identity.linkId);
      if (memories.size > limits.links) forgetClosed();
      for (const { deviceId } of identity.children) linkOf.set(deviceId, identity.linkId);
      memory.begin(identity.children);
      return openDialectLink({ memory, willTopic: opening.willTopic, bootId: options.mintBootId(), clock });
    },
    close(linkId) {
      memories.get(linkId)?.end();
    },
    readActively(deviceId) {
      const found = childOf(deviceId);
      const linkId = linkOf.get(deviceId);
      if (!found || linkId === undefined) return [];
      return found.memory.readActively(found.child).map((read) => ({ ...read, linkId }));
    },
    ofLink: (linkId) => memories.get(linkId)?.describe() ?? [],
    nameOf: (deviceId) => childOf(deviceId)?.child,
    metricsOf: (deviceId) => childOf(deviceId)?.child.extra ?? new Map(),
    limitsOf: (linkId) => memories.get(linkId)?.cannot() ?? LinkMemory.cannotAtAll,
    childRegistered(linkId, child) {
      linkOf.set(child.deviceId, linkId);
      memoryOf(linkId).register(child);
    },
    childRemoved(linkId, deviceId) {
      linkOf.delete(deviceId);
      memories.get(linkId)?.unregister(deviceId);
    },
  };
}
