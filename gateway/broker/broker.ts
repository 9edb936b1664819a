import type { Socket } from 'node:net';
import type { SecureContextOptions } from 'node:tls';
import type { Aedes, Client } from 'aedes';
import type { DeviceId, LinkId } from '../domain/ids.ts';
import type { Clock } from '../ports/host.ts';
import type {
  BrokerRefusal,
  Connection,
  Connections,
  DeviceGate,
  LinkEvents,
  Presence,
  Settling,
} from '../ports/links.ts';
import { LinkTable } from './admission.ts';
import { makeAedes } from './aedes-hooks.ts';
import { Alarms } from './alarms.ts';
import { BrandShare } from './brand-share.ts';
import { ConnectionRegistry } from './connection-registry.ts';
import { Door } from './door.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { LinkQuotas } from './link-quota.ts';
import { Link, type LinkHost } from './link.ts';
import { Listener } from './listener.ts';
import { mayReceive } from './topic-acl.ts';
import { Turns } from './turns.ts';

export interface BrokerOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly gate: DeviceGate;
  readonly events: LinkEvents;
  readonly clock: Clock;
  readonly limits?: Partial<Limits>;
  /** Beside the plain one, an address where TLS is spoken. */
  readonly tls?: { readonly host: string; readonly port: number; readonly pair: SecureContextOptions };
}

export interface BrokerConnections extends Connections {
  /** What a dialect says of a device on this link; it is not there before anything was said. */
  setPresence(
    linkId: LinkId,
    change: { readonly deviceId: DeviceId; readonly presence: Presence; readonly isClient: boolean },
  ): void;
  /** It is not beneath a link any more. */
  forget(deviceId: DeviceId): void;
  /** Something came from that device of a dialect. */
  heard(deviceId: DeviceId): void;
  ofLink(linkId: LinkId): Connection;
  /** Called when a device comes online or goes offline; the answer ends it. */
  onChange(listener: (deviceId: DeviceId) => void): () => void;
}

export interface BrokerStats {
  /** Links after CONNACK. */
  readonly connected: number;
  /** Sockets that are not, or not yet, such a link. */
  readonly unauthenticated: number;
  /** Messages handed on and not yet settled, over all links. */
  readonly inFlight: number;
  /** Since the start: messages of dialects outside their own topics, settled and dropped. */
  readonly foreignDropped: number;
  /** Links that are not read for a while, as they send more than their share. */
  readonly overShare: number;
  /** Links that are not read because those of their brand have too much in flight together. */
  readonly waitingForBrand: number;
  /** CONNECTs that stand in line. */
  readonly waitingAtDoor: number;
  /** For how long the oldest message in flight has been waiting to be settled; 0: there is none. */
  readonly oldestInFlightMs: number;
}

export interface Broker {
  readonly port: number;
  /** 0: without TLS. */
  readonly tlsPort: number;
  readonly connections: BrokerConnections;
  /**
   * To that link and nobody else, with QoS 1 (0 if it subscribed with 0). Nothing happens when it is offline or has
   * not subscribed to the topic. Throws when the topic is none that the gateway may send to it.
   */
  publish(linkId: LinkId, topic: string, payload: Uint8Array): void;
  disconnect(linkId: LinkId, code: BrokerRefusal): void;
  stats(): BrokerStats;
  /** Another certificate and key, for new connections over TLS. */
  useTls(pair: SecureContextOptions): void;
  /** No new connection; messages in flight settle for at most `closeMs`; then all is closed. No will is handed on. */
  close(): Promise<void>;
}

/** Listens for MQTT 3.1.1. Rejects with the error of `listen` (EADDRINUSE, EACCES) when it cannot. */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const broker = new AedesBroker(options);
  await broker.listen();
  return broker;
}

class AedesBroker implements Broker {
  readonly connections: ConnectionRegistry;
  readonly #events: LinkEvents;
  readonly #clock: Clock;
  readonly #limits: Limits;
  readonly #host: LinkHost;
  readonly #plain: Listener;
  readonly #tls: Listener | undefined;
  readonly #aedes: Aedes;
  readonly #table = new LinkTable();
  readonly #brands: BrandShare;
  readonly #door: Door;
  readonly #links = new Set<Link>();
  readonly #byClient = new WeakMap<Client, Link>();
  #foreignDropped = 0;
  #closing: Promise<void> | undefined;

  constructor(options: BrokerOptions) {
    this.#events = options.events;
    this.#clock = options.clock;
    this.#limits = { ...defaultLimits, ...options.limits };
    this.connections = new ConnectionRegistry({ clock: options.clock });
    this.#brands = new BrandShare(this.#limits.inFlightOfAll);
    this.#host = {
      limits: this.#limits,
      clock: options.clock,
      events: options.events,
      quotas: new LinkQuotas({ clock: options.clock, most: this.#limits.connections }),
      brands: this.#brands,
      heard: (linkId, at) => this.connections.linkHeard(linkId, at),
      turns: new Turns(),
      alarms: new Alarms({ clock: options.clock }),
      gone: (linkId, link) => this.#table.leave(linkId, link),
      foreign: () => (this.#foreignDropped += 1),
    };
    this.#door = new Door({ ...options, limits: this.#limits, table: this.#table });
    this.#aedes = makeAedes({
      door: this.#door,
      events: options.events,
      limits: this.#limits,
      linkOf: (client) => this.#linkOf(client),
      opened: (link) => this.#opened(link),
    });
    this.#plain = this.#listener(options);
    this.#tls = options.tls && this.#listener(options.tls);
  }

  get port(): number {
    return this.#plain.port;
  }

  get tlsPort(): number {
    return this.#tls?.port ?? 0;
  }

  async listen(): Promise<void> {
    await this.#aedes.listen();
    try {
      await this.#plain.open();
      await this.#tls?.open();
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  useTls(pair: SecureContextOptions): void {
    this.#tls?.useTls(pair);
  }

  publish(linkId: LinkId, topic: string, payload: Uint8Array): void {
    const link = this.#table.of(linkId);
    if (link?.identity === undefined || !link.isOpen) return;
    // A dialect's device understands none of our topics: consent is kept on this side alone (WIRE.md "Dialects").
    if (link.identity.kind === 'dialect' && !mayReceive(link.identity, topic)) return;
    if (!mayReceive(link.identity, topic)) throw new Error('the gateway sends only to a link’s own topics');
    const qos = link.wants(topic);
    if (qos === undefined) return;
    if (link.guard.writableLength > this.#limits.outgoingBytes) {
      link.guard.refuse('link_too_many_in_flight', 'the client does not read');
      return;
    }
    const client = link.client;
    client?.publish({ cmd: 'publish', topic, payload: Buffer.from(payload), qos, retain: false, dup: false }, ignore);
  }

  disconnect(linkId: LinkId, code: BrokerRefusal): void {
    this.#table.of(linkId)?.guard.refuse(code, 'closed by the gateway');
  }

  stats(): BrokerStats {
    let connected = 0;
    let inFlight = 0;
    let overShare = 0;
    let oldestInFlightMs = 0;
    for (const link of this.#links) {
      if (link.isOpen) connected += 1;
      if (link.isPaused) overShare += 1;
      inFlight += link.settling.count;
      oldestInFlightMs = Math.max(oldestInFlightMs, link.settling.oldestMs);
    }
    return {
      connected,
      unauthenticated: this.#links.size - connected,
      inFlight,
      foreignDropped: this.#foreignDropped,
      overShare,
      waitingForBrand: this.#brands.waiting,
      waitingAtDoor: this.#door.waiting,
      oldestInFlightMs,
    };
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  #listener(where: { readonly host: string; readonly port: number; readonly pair?: SecureContextOptions }): Listener {
    const refused = (code: BrokerRefusal) => (detail: string) => this.#events.refused({ code, linkId: null, detail });
    return new Listener({
      host: where.host,
      port: where.port,
      ...(where.pair ? { tls: where.pair } : {}),
      connections: this.#limits.connections,
      handshakeMs: this.#limits.connectMs,
      accept: (socket) => this.#accept(socket),
      handshakeFailed: refused('link_tls'),
      acceptFailed: refused('link_protocol'),
    });
  }

  #accept(socket: Socket): void {
    if (this.#closing !== undefined) {
      socket.destroy();
      return;
    }
    const link = new Link({ socket, host: this.#host });
    this.#links.add(link);
    link.guard.on('close', () => this.#ended(link));
    const client = this.#aedes.handle(link.guard);
    link.client = client;
    this.#byClient.set(client, link);
  }

  #linkOf(client: Client): Link {
    const link = this.#byClient.get(client);
    if (link === undefined) throw new Error('a client that did not come through the guard');
    return link;
  }

  #opened(link: Link): void {
    if (link.identity === undefined || link.guard.destroyed) return;
    this.connections.linkConnected(link.identity);
    this.#events.connected(link.identity, link.willTopic);
    link.open();
  }

  #ended(link: Link): void {
    this.#links.delete(link);
    link.ended();
    if (link.identity === undefined || !link.wasOpened) return;
    this.connections.linkDisconnected(link.identity.linkId);
    const will = this.#closing === undefined ? link.lastWill() : undefined;
    // Nobody is left here to go without an acknowledgement: a store that cannot write has said so itself.
    if (will !== undefined) this.#events.message(will, nobody);
    this.#events.disconnected(link.identity);
  }

  async #close(): Promise<void> {
    const closed = Promise.all([this.#plain.close(), this.#tls?.close()]);
    const links = [...this.#links];
    for (const link of links) link.guard.stopReading();
    await this.#within(Promise.all(links.map((link) => link.settling.idle())));
    for (const link of this.#links) link.guard.destroy();
    await this.#closeAedes();
    await closed;
  }

  /** Waits for `work`, for at most `closeMs`. */
  async #within(work: Promise<unknown>): Promise<void> {
    let cancel = ignore;
    const enough = new Promise<void>((resolve) => {
      cancel = this.#clock.after(this.#limits.closeMs, resolve);
    });
    await Promise.race([work, enough]);
    cancel();
  }

  async #closeAedes(): Promise<void> {
    await new Promise<void>((resolve) => this.#aedes.close(resolve));
  }
}

function ignore(): void {}

const nobody: Settling = { settle: ignore, fail: ignore };
