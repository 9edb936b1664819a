import type { Socket } from 'node:net';
import type { Client } from 'aedes';
import type { LinkId } from '../domain/ids.ts';
import type { BrokerRefusal, Clock, LinkEvents, LinkIdentity, RawMessage } from '../ports.ts';
import { pubacks, type Publish } from './framing.ts';
import { Guard } from './guard.ts';
import type { Limits } from './limits.ts';
import { SettleQueue } from './settle-queue.ts';
import { filterMatches, mayPublish, maySubscribe } from './topic-acl.ts';

/** What a CONNECT asked for, taken out of it before aedes could act on it. */
export interface ConnectOffer {
  readonly clientId: string;
  readonly cleanSession: boolean;
  readonly keepAliveSeconds: number;
  readonly will: Will | undefined;
}

export interface Will {
  readonly topic: string;
  readonly payload: Uint8Array;
  readonly qos: number;
  readonly retain: boolean;
}

/** What a link needs of its broker. */
export interface LinkHost {
  readonly limits: Limits;
  readonly clock: Clock;
  readonly events: LinkEvents;
  heard(linkId: LinkId): void;
  /** A message of a dialect outside its own topics was dropped. */
  foreign(): void;
}

/** One MQTT connection from accept to close: who it is, what it may do, and what of it is still unsettled. */
export class Link {
  readonly guard: Guard;
  readonly settling: SettleQueue;
  /** Resolves when its end has been dealt with here and in aedes: only then may another take its client id. */
  readonly gone: Promise<void>;
  /** Its other half in aedes. */
  client: Client | undefined;
  readonly #host: LinkHost;
  readonly #subscriptions = new Map<string, number>();
  #identity: LinkIdentity | undefined;
  #offer: ConnectOffer | undefined;
  #opened = false;
  #refused = false;
  #refusedFilters = 0;
  #foreignTold = false;
  #heardMs: number;
  #cancelKeepAlive: (() => void) | undefined;
  #inAedes = false;
  #hasEnded = false;
  #resolveGone: () => void = () => {};

  constructor(options: { readonly socket: Socket; readonly host: LinkHost }) {
    const { host } = options;
    this.#host = host;
    this.#heardMs = host.clock.monotonicMs();
    this.gone = new Promise((resolve) => (this.#resolveGone = resolve));
    this.guard = new Guard({
      socket: options.socket,
      limits: host.limits,
      clock: host.clock,
      events: {
        refused: (code, detail) => this.report(code, detail),
        heard: () => this.#heard(),
        publish: (publish, oversize) => this.#publish(publish, oversize),
        hasRoom: () =>
          this.settling.count < host.limits.inFlightCount && this.settling.bytes < host.limits.inFlightBytes,
      },
    });
    this.settling = new SettleQueue({
      clock: host.clock,
      settleMs: host.limits.settleMs,
      acknowledge: (packetIds) => {
        if (packetIds.length > 0) this.guard.send(pubacks(packetIds));
        this.guard.pump();
      },
      fail: (why) => {
        if (why === 'overdue') this.guard.refuse('link_too_many_in_flight', 'not settled in time');
        else this.guard.destroy(); // the store that could not write has said so itself
      },
    });
  }

  get identity(): LinkIdentity | undefined {
    return this.#identity;
  }

  get offer(): ConnectOffer | undefined {
    return this.#offer;
  }

  /** CONNACK has been sent and the connection has not ended. */
  get isOpen(): boolean {
    return this.#opened && !this.guard.destroyed;
  }

  get wasOpened(): boolean {
    return this.#opened;
  }

  hear(offer: ConnectOffer): void {
    this.#offer = offer;
  }

  authenticated(identity: LinkIdentity): void {
    this.#identity = identity;
  }

  open(): void {
    this.#opened = true;
    this.#watchKeepAlive();
    this.guard.open();
  }

  /** The connection is closed. */
  ended(): void {
    this.settling.end();
    this.#cancelKeepAlive?.();
    this.#hasEnded = true;
    if (!this.#inAedes) this.#resolveGone();
  }

  registered(): void {
    this.#inAedes = true;
  }

  unregistered(): void {
    this.#inAedes = false;
    if (this.#hasEnded) this.#resolveGone();
  }

  /** The first cause of an end is told; what follows from it is not. */
  report(code: BrokerRefusal, detail: string): void {
    if (this.#refused) return;
    this.#refused = true;
    this.#tell(code, detail);
  }

  get willTopic(): string | null {
    return this.#offer?.will?.topic ?? null;
  }

  /** Its will, unless it took its leave (MQTT 3.1.1, 3.1.2.5). */
  lastWill(): RawMessage | undefined {
    const will = this.#offer?.will;
    if (!this.#opened || will === undefined || this.guard.saidGoodbye) return undefined;
    return this.#raw({ topic: will.topic, payload: will.payload, retain: will.retain }, false);
  }

  /**
   * `grant`, or why not: a native device that asks for what is not its own is closed (its firmware is wrong); other
   * makers' software is told 0x80 (MQTT 3.1.1, 3.9.3) and closed only when it goes on.
   */
  subscribe(filter: string, qos: number): 'grant' | 'refuse' | 'close' {
    const who = this.#identity;
    if (who === undefined) return 'close';
    const { nativeSubscriptions, dialectSubscriptions, refusedSubscriptions } = this.#host.limits;
    const limit = who.kind === 'native' ? nativeSubscriptions : dialectSubscriptions;
    if (maySubscribe(who, filter) && (this.#subscriptions.has(filter) || this.#subscriptions.size < limit)) {
      this.#subscriptions.set(filter, qos);
      return 'grant';
    }
    this.#refusedFilters += 1;
    if (who.kind === 'native' || this.#refusedFilters > refusedSubscriptions) {
      this.guard.refuse('link_subscription', 'closed');
      return 'close';
    }
    if (this.#refusedFilters === 1) this.#tell('link_subscription', 'answered with 0x80');
    return 'refuse';
  }

  unsubscribe(filters: readonly string[]): void {
    for (const filter of filters) this.#subscriptions.delete(filter);
  }

  /** The QoS with which it asked for this topic, at most 1; undefined: it did not. */
  wants(topic: string): 0 | 1 | undefined {
    const asked = [...this.#subscriptions].filter(([filter]) => filterMatches(filter, topic)).map(([, qos]) => qos);
    return asked.length === 0 ? undefined : Math.max(...asked) > 0 ? 1 : 0;
  }

  #heard(): void {
    this.#heardMs = this.#host.clock.monotonicMs();
    if (this.#opened && this.#identity !== undefined) this.#host.heard(this.#identity.linkId);
  }

  #publish(publish: Publish, oversize: boolean): void {
    const who = this.#identity;
    if (who === undefined) return;
    if (mayPublish(who, publish.topic)) {
      const settling = this.#settle(this.#raw(publish, oversize));
      this.settling.add({ packetId: publish.packetId, bytes: publish.payload.length, settling });
      return;
    }
    if (who.kind === 'native') {
      this.guard.refuse('link_topic', 'closed');
      return;
    }
    // A home's broker also tells of itself ($SYS): settled, dropped and counted.
    this.#host.foreign();
    if (!this.#foreignTold) this.#tell('link_topic', 'dropped');
    this.#foreignTold = true;
    this.settling.add({ packetId: publish.packetId, bytes: 0, settling: Promise.resolve() });
  }

  async #settle(raw: RawMessage): Promise<void> {
    await this.#host.events.message(raw);
  }

  #raw(from: { topic: string; payload: Uint8Array; retain: boolean }, oversize: boolean): RawMessage {
    if (this.#identity === undefined) throw new Error('a message before authentication');
    const { topic, payload, retain } = from;
    return { from: this.#identity, topic, payload, oversize, retain, receivedAt: this.#host.clock.now() };
  }

  #tell(code: BrokerRefusal, detail: string): void {
    this.#host.events.refused({ code, linkId: this.#identity?.linkId ?? null, detail });
  }

  /** [MQTT-3.1.2-24], by the bytes that came; a client that waits for the gateway to settle is not silent. */
  #watchKeepAlive(): void {
    const allowedMs = (this.#offer?.keepAliveSeconds ?? 0) * 1500;
    if (allowedMs === 0) return;
    const { clock } = this.#host;
    const look = (): void => {
      if (this.guard.heldBack && this.settling.count > 0) this.#heardMs = clock.monotonicMs();
      const leftMs = this.#heardMs + allowedMs - clock.monotonicMs();
      if (leftMs <= 0) this.guard.refuse('link_silent', 'nothing within 1.5 times its keep-alive');
      else this.#cancelKeepAlive = clock.after(leftMs, look);
    };
    this.#cancelKeepAlive = clock.after(allowedMs, look);
  }
}
