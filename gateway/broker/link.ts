import type { Socket } from 'node:net';
import type { Client } from 'aedes';
import type { Moment } from '../domain/consent/grant-view.ts';
import type { LinkId } from '../domain/ids.ts';
import type { Clock } from '../ports/host.ts';
import type { BrokerRefusal, LinkEvents, LinkIdentity, RawMessage } from '../ports/links.ts';
import type { Alarms, Sleeper } from './alarms.ts';
import type { BrandShare, Lane } from './brand-share.ts';
import { pubacks, type Publish } from './framing.ts';
import { Guard, type GuardEvents } from './guard.ts';
import type { Limits } from './limits.ts';
import type { LinkQuota, LinkQuotas, Share } from './link-quota.ts';
import { type SettleOwner, SettleQueue } from './settle-queue.ts';
import { filterMatches, mayPublish, maySubscribe } from './topic-acl.ts';
import type { Turns } from './turns.ts';

/** What a CONNECT asked for, taken out of it before aedes could act on it. */
export interface ConnectOffer {
  readonly clientId: string;
  readonly cleanSession: boolean;
  readonly keepAliveSeconds: number;
  /** Taken out as well: nobody needs it for as long as the connection lasts. */
  readonly secret: string | undefined;
  readonly will: Will | undefined;
}

export interface Will {
  readonly topic: string;
  readonly payload: Uint8Array;
  readonly qos: number;
  readonly retain: boolean;
}

interface Subscription {
  readonly filter: string;
  readonly qos: number;
}
const none: readonly Subscription[] = [];

/** What a link needs of its broker. */
export interface LinkHost {
  readonly limits: Limits;
  readonly clock: Clock;
  readonly events: LinkEvents;
  readonly quotas: LinkQuotas;
  readonly brands: BrandShare;
  heard(linkId: LinkId, at: Moment): void;
  readonly turns: Turns;
  readonly alarms: Alarms;
  /** Its end has been dealt with here and in aedes: only then may another take its client id. */
  gone(linkId: LinkId, link: Link): void;
  /** A message of a dialect outside its own topics was dropped. */
  foreign(): void;
}

/** One MQTT connection from accept to close: who it is, what it may do, and what of it is still unsettled. */
export class Link implements GuardEvents, SettleOwner, Sleeper {
  readonly guard: Guard;
  readonly settling: SettleQueue;
  /** Its other half in aedes. */
  client: Client | undefined;
  readonly #host: LinkHost;
  readonly #farEnd: string;
  /** Few: an array weighs less than a map, and a device has one. */
  #subscriptions: readonly Subscription[] = none;
  /** The topic that it may publish to and did last. */
  #allowedTopic: string | undefined;
  #identity: LinkIdentity | undefined;
  #offer: ConnectOffer | undefined;
  #will: Will | undefined;
  #opened = false;
  #refused = false;
  #refusedFilters = 0;
  #foreignTold = false;
  #heardMs: number;
  /** How long it may be silent; 0: for ever. And when that is looked at. */
  #silenceMs = 0;
  #alarmMs = 0;
  #inAedes = false;
  #hasEnded = false;
  /** The store could not take what it sent: its end is ours, and says nothing of the device. */
  #givenUp = false;
  #quota: LinkQuota | undefined;
  #lane: Lane | undefined;
  #cancelPause: (() => void) | undefined;

  constructor(options: { readonly socket: Socket; readonly host: LinkHost }) {
    const { host } = options;
    this.#host = host;
    this.#farEnd = options.socket.remoteAddress ?? '';
    this.#heardMs = host.clock.monotonicMs();
    const { limits, clock, turns } = host;
    this.guard = new Guard({ socket: options.socket, limits, clock, turns, events: this });
    this.settling = new SettleQueue(host, this);
  }

  get identity(): LinkIdentity | undefined {
    return this.#identity;
  }

  /** Where it comes from: an address, never a port. */
  get farEnd(): string {
    return this.#farEnd;
  }

  /** Until it has been opened. */
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
    this.#will = offer.will;
    this.#silenceMs = offer.keepAliveSeconds * 1500;
  }

  /** `brand`: whose devices share what is in flight. */
  authenticated(identity: LinkIdentity, brand: string): void {
    this.#identity = identity;
    this.#lane = this.#host.brands.lane(brand);
    this.#quota = this.#host.quotas.of(identity.linkId, sharesOf(this.#host.limits)[identity.kind]);
  }

  /** Its share is used up and it is not read for a while. */
  get isPaused(): boolean {
    return this.#cancelPause !== undefined;
  }

  open(): void {
    this.#opened = true;
    this.#offer = undefined;
    if (this.#silenceMs > 0) this.#alarmMs = this.#host.alarms.set(this, this.#silenceMs);
    this.guard.open();
  }

  /** The connection is closed. */
  ended(): void {
    this.settling.end();
    if (this.#alarmMs > 0) this.#host.alarms.clear(this, this.#alarmMs);
    this.#alarmMs = 0;
    this.#cancelPause?.();
    this.#cancelPause = undefined;
    if (this.#lane) this.#host.brands.leave(this.#lane, this.guard);
    this.#hasEnded = true;
    if (!this.#inAedes) this.#gone();
  }

  registered(): void {
    this.#inAedes = true;
  }

  unregistered(): void {
    this.#inAedes = false;
    if (this.#hasEnded) this.#gone();
  }

  #gone(): void {
    if (this.#identity) this.#host.gone(this.#identity.linkId, this);
  }

  /** The first cause of an end is told; what follows from it is not. */
  refused(code: BrokerRefusal, detail: string): void {
    if (this.#refused) return;
    this.#refused = true;
    this.#tell(code, detail);
  }

  get willTopic(): string | null {
    return this.#will?.topic ?? null;
  }

  /**
   * Its will, unless it took its leave (MQTT 3.1.1, 3.1.2.5). None either when it was closed because the store does not write:
   * only this gateway would hear it, a whole fleet's at once, of devices that have not died.
   */
  lastWill(): RawMessage | undefined {
    const will = this.#will;
    if (!this.#opened || will === undefined || this.guard.saidGoodbye || this.#givenUp) return undefined;
    const { topic, payload, retain } = will;
    return this.#raw({ topic, payload, retain }, false, this.#host.clock.now());
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
    const others = this.#subscriptions.filter((one) => one.filter !== filter);
    if (maySubscribe(who, filter) && others.length < limit) {
      this.#subscriptions = others.concat({ filter, qos });
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
    this.#subscriptions = this.#subscriptions.filter(({ filter }) => !filters.includes(filter));
  }

  /** The QoS with which it asked for this topic, at most 1; undefined: it did not. */
  wants(topic: string): 0 | 1 | undefined {
    const asked = this.#subscriptions.filter(({ filter }) => filterMatches(filter, topic)).map(({ qos }) => qos);
    return asked.length === 0 ? undefined : Math.max(...asked) > 0 ? 1 : 0;
  }

  heard(at: Moment): void {
    this.#heardMs = at.monotonicMs;
    if (this.#opened && this.#identity !== undefined) this.#host.heard(this.#identity.linkId, at);
  }

  publish(publish: Publish, oversize: boolean, at: Moment): void {
    const who = this.#identity;
    if (who === undefined) return;
    const { packetId } = publish;
    const bytes = publish.payload.length;
    this.#quota?.spend(bytes);
    const sinceMs = at.monotonicMs;
    if (this.#mayPublish(who, publish.topic)) {
      const settling = this.settling.add({ packetId, bytes, sinceMs, isHandedOn: true });
      if (this.#lane) this.#host.brands.began(this.#lane);
      this.#host.events.message(this.#raw(publish, oversize, at.now), settling);
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
    this.settling.add({ packetId, bytes: 0, sinceMs, isHandedOn: false }).settle();
  }

  hasRoom(): boolean {
    const { inFlightCount, inFlightBytes } = this.#host.limits;
    return this.settling.count < inFlightCount && this.settling.bytes < inFlightBytes && this.#hasShare();
  }

  acknowledge(packetIds: readonly number[]): void {
    if (packetIds.length > 0) this.guard.send(pubacks(packetIds));
    this.guard.pump();
  }

  givenUp(why: 'rejected' | 'overdue'): void {
    this.#givenUp = true;
    if (why === 'overdue') this.guard.refuse('link_too_many_in_flight', 'not settled in time');
    else this.guard.destroy(); // the store that could not write has said so itself
  }

  /** Not when the link ends: the store may hold it for longer. */
  handedBack(): void {
    if (this.#lane) this.#host.brands.settled(this.#lane);
  }

  #mayPublish(who: LinkIdentity, topic: string): boolean {
    if (topic === this.#allowedTopic) return true;
    if (!mayPublish(who, topic)) return false;
    this.#allowedTopic = topic;
    return true;
  }

  /** Neither its own share nor its brand's is used up; where one is, it is read on later. */
  #hasShare(): boolean {
    const [quota, lane] = [this.#quota, this.#lane];
    if (!quota || !lane) return true;
    if (!quota.hasRoom) {
      this.#pause();
      return false;
    }
    const { brands } = this.#host;
    if (brands.hasRoom(lane)) return true;
    brands.wait(lane, this.guard);
    return false;
  }

  get #isHeldBack(): boolean {
    return this.isPaused || (this.#lane?.waiting.has(this.guard) ?? false);
  }

  #pause(): void {
    if (this.#cancelPause || this.#hasEnded) return;
    const { clock, limits, events } = this.#host;
    if (this.#identity && this.#quota?.isNews)
      events.noticed?.({ code: 'link_over_share', linkId: this.#identity.linkId });
    this.#cancelPause = clock.after(limits.sharePauseMs, () => {
      this.#cancelPause = undefined;
      this.guard.pump();
    });
  }

  #raw(
    from: { readonly topic: string; readonly payload: Uint8Array; readonly retain: boolean },
    oversize: boolean,
    receivedAt: number,
  ): RawMessage {
    if (this.#identity === undefined) throw new Error('a message before authentication');
    const { topic, payload, retain } = from;
    return { from: this.#identity, topic, payload, oversize, retain, receivedAt };
  }

  #tell(code: BrokerRefusal, detail: string): void {
    this.#host.events.refused({ code, linkId: this.#identity?.linkId ?? null, detail });
  }

  /** For `alarms`: [MQTT-3.1.2-24], by the bytes that came; a client that waits for the gateway to settle is not silent. */
  wake(nowMs: number): void {
    this.#alarmMs = 0;
    if (this.#hasEnded || this.guard.destroyed) return;
    if (this.guard.heldBack && (this.settling.count > 0 || this.#isHeldBack)) this.#heardMs = nowMs;
    const leftMs = this.#heardMs + this.#silenceMs - nowMs;
    if (leftMs <= 0) this.guard.refuse('link_silent', 'nothing within 1.5 times its keep-alive');
    else this.#alarmMs = this.#host.alarms.set(this, leftMs);
  }
}

/** One for all links of a kind. */
const shares = new WeakMap<Limits, Readonly<Record<LinkIdentity['kind'], Share>>>();

function sharesOf(limits: Limits): Readonly<Record<LinkIdentity['kind'], Share>> {
  let known = shares.get(limits);
  if (!known) shares.set(limits, (known = { native: share(limits, 1), dialect: share(limits, limits.dialectShares) }));
  return known;
}

function share(limits: Limits, times: number): Share {
  const messagesASecond = limits.shareMessagesASecond * times;
  return {
    inARow: Math.max(limits.shareMessagesInARow * times, messagesASecond),
    inARowASecond: limits.shareInARowTimes * messagesASecond,
    messagesAtOnce: limits.shareMessagesAtOnce * times,
    messagesASecond,
    bytesAtOnce: limits.shareBytesAtOnce * times,
    bytesASecond: limits.shareBytesASecond * times,
  };
}
