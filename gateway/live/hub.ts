import type { diag } from '../../proto/generated/codec.js';
import { type App, moment } from '../app/app.ts';
import { classesOf } from '../domain/data-class.ts';
import type { OpenView } from '../app/views.ts';
import type { GrantView } from '../domain/consent/grant-view.ts';
import type { DeviceId, ViewId } from '../domain/ids.ts';
import type { LocalisedChange } from '../domain/localisation/localised-change.ts';
import type { EndReason, LiveAudience } from '../ports/outward.ts';
import type { Circumstances } from './encode.ts';
import { InTurn } from './in-turn.ts';
import { mayShowNow } from './may-show.ts';
import { encode, ViewStream } from './stream.ts';

/** One console's socket, as the hub needs it. */
export interface Viewer {
  readonly sessionHash: string;
  /** When the session runs out by itself, epoch ms. */
  readonly sessionExpiresAt: number;
  /** Bytes that wait to be sent. */
  buffered(): number;
  send(frame: Uint8Array): void;
  close(reason: string): void;
}

interface Watched {
  readonly stream: ViewStream;
  readonly viewers: Set<Viewer>;
  /** Slow consoles: they get nothing more until they have caught up, then a snapshot. */
  readonly behind: Set<Viewer>;
  lastSentMs: number;
  cancelTick: (() => void) | undefined;
  cancelBeat: (() => void) | undefined;
  leaseUntilMs: number;
}

export interface HubLimits {
  /** After this much quiet a change leaves at once; else ticks are this far apart. */
  readonly tickMs: number;
  readonly beatMs: number;
  readonly leaseMs: number;
  readonly slowBytes: number;
}
const usual: HubLimits = { tickMs: 100, beatMs: 1_000, leaseMs: 30_000, slowBytes: 256 * 1024 };

type HubApp = Pick<App, 'clock' | 'random' | 'views' | 'book' | 'connections' | 'deviceLink'>;

/** Live sessions: sequenced frames to those who watch a View, each checked against the grant when it leaves. */
export class LiveHub implements LiveAudience {
  readonly #app: () => HubApp;
  readonly #limits: HubLimits;
  readonly #watched = new Map<ViewId, Watched>();
  /** Of whom it has to be worked out anew what is most likely: values do not wait for that. */
  readonly #verdicts = new InTurn<ViewId>({
    clock: () => this.#app().clock,
    run: (viewId) => this.#conclude(viewId),
  });
  framesSent = 0;

  /** `app` is asked for late: the composition root makes both. */
  constructor(app: () => HubApp, limits: Partial<HubLimits> = {}) {
    this.#app = app;
    this.#limits = { ...usual, ...limits };
  }

  changed(change: LocalisedChange): void {
    const watched = this.#watched.get(change.viewId);
    if (!watched) return;
    watched.stream.note(change);
    if (change.localised) this.#verdicts.ask(change.viewId);
    this.#tickSoon(change.viewId, watched);
  }

  /** Rows are added: every console gets the whole page anew. */
  metricsDiscovered(deviceId: DeviceId): void {
    for (const [, watched] of this.#watchedOf(deviceId)) {
      for (const viewer of watched.viewers) watched.behind.add(viewer);
    }
    this.connectionChanged(deviceId);
  }

  connectionChanged(deviceId: DeviceId): void {
    for (const [viewId, watched] of this.#watchedOf(deviceId)) {
      watched.stream.noteConnection();
      this.#tickSoon(viewId, watched);
    }
  }

  ended(viewId: ViewId, reason: EndReason): void {
    const watched = this.#forget(viewId);
    if (!watched) return;
    const last = watched.stream.ended(reason, this.#app().clock.now());
    for (const viewer of watched.viewers) this.#finish(viewer, last, reason);
  }

  sessionEnded(sessionHash: string): void {
    for (const [viewId, watched] of this.#watched) {
      this.#signOut(viewId, watched, (viewer) => viewer.sessionHash === sessionHash);
    }
  }

  /** A console begins to watch, or resumes. False: there is nothing (any more) that it may see. */
  join(viewId: ViewId, viewer: Viewer, resume?: { readonly streamId: string; readonly tick: number }): boolean {
    const watched = this.#watch(viewId);
    const grant = this.#grantOf(viewId);
    if (!watched || !grant) return false;
    const around = this.#around(watched, true);
    const { stream } = watched;
    const missed = resume?.streamId === stream.streamId ? stream.since(resume.tick, around) : undefined;
    watched.viewers.add(viewer);
    if (missed) for (const frame of missed) this.#send(viewer, frame);
    else this.#send(viewer, encode(stream.snapshotFrame(around)));
    this.#renewLease(watched, grant);
    watched.cancelBeat ??= this.#app().clock.after(this.#limits.beatMs, () => this.#beat(viewId, watched));
    return true;
  }

  leave(viewId: ViewId, viewer: Viewer): void {
    const watched = this.#watched.get(viewId);
    watched?.viewers.delete(viewer);
    watched?.behind.delete(viewer);
  }

  /** The same snapshot that a socket gets; undefined: nothing that may be seen. */
  snapshot(viewId: ViewId): diag.ISessionFrame | undefined {
    const watched = this.#grantOf(viewId) && this.#watch(viewId);
    return watched?.stream.snapshotFrame(this.#around(watched, watched.viewers.size > 0));
  }

  /** After a device has come back: it does not know any more that somebody looks. */
  renewLeases(deviceId: DeviceId): void {
    for (const [viewId, watched] of this.#watchedOf(deviceId)) {
      const grant = this.#grantOf(viewId);
      if (!grant || watched.viewers.size === 0) continue;
      watched.leaseUntilMs = 0;
      this.#renewLease(watched, grant);
    }
  }

  viewers(): number {
    return [...this.#watched.values()].reduce((sum, { viewers }) => sum + viewers.size, 0);
  }

  /** At a stop of the gateway: consoles reconnect by themselves. */
  close(): void {
    for (const [viewId, watched] of this.#watched) {
      this.#forget(viewId);
      for (const viewer of watched.viewers) viewer.close('restarting');
    }
    this.#verdicts.close();
  }

  /** By the grants that are in force: whole fleets come and go, of which few are watched. */
  *#watchedOf(deviceId: DeviceId): Iterable<readonly [ViewId, Watched]> {
    for (const { viewId } of this.#app().book.ofDevice(deviceId)) {
      const watched = this.#watched.get(viewId);
      if (watched) yield [viewId, watched];
    }
  }

  #watch(viewId: ViewId): Watched | undefined {
    const known = this.#watched.get(viewId);
    const view = known?.stream.view ?? this.#app().views.of(viewId);
    if (view) this.#settle(view);
    if (known || !view) return known;
    const watched: Watched = {
      stream: new ViewStream(this.#app().random.id(), view),
      viewers: new Set(),
      behind: new Set(),
      lastSentMs: Number.NEGATIVE_INFINITY,
      cancelTick: undefined,
      cancelBeat: undefined,
      leaseUntilMs: 0,
    };
    this.#watched.set(viewId, watched);
    return watched;
  }

  /** What runs out by itself: how long an error stays away, and holds, gaps and delays of symptoms. */
  #settle({ grant: { viewId }, state, diagnosis }: OpenView): void {
    const now = this.#app().clock.now();
    const settled = state.settle(now);
    if (settled) this.changed(settled);
    if (diagnosis?.advance(now)) this.changed({ viewId, metrics: [], errors: [], slots: false, localised: true });
  }

  #tickSoon(viewId: ViewId, watched: Watched): void {
    if (watched.cancelTick) return;
    const quietMs = this.#app().clock.monotonicMs() - watched.lastSentMs;
    if (quietMs >= this.#limits.tickMs) this.#tick(viewId, watched);
    else {
      watched.cancelTick = this.#app().clock.after(this.#limits.tickMs - quietMs, () => {
        watched.cancelTick = undefined;
        this.#tick(viewId, watched);
      });
    }
  }

  #tick(viewId: ViewId, watched: Watched): void {
    if (watched.stream.isQuiet || !this.#stillGranted(viewId)) return;
    const tick = watched.stream.advance();
    watched.lastSentMs = this.#app().clock.monotonicMs();
    // Who comes back gets what was missed from the ticks themselves.
    if (watched.viewers.size > 0) this.#fanOut(watched, watched.stream.encodeTick(tick, this.#around(watched)));
  }

  #conclude(viewId: ViewId): void {
    const watched = this.#watched.get(viewId);
    if (!watched) return;
    // The frame finds it worked out, whenever that leaves.
    if (watched.viewers.size > 0) watched.stream.view.diagnosis?.verdict(this.#app().clock.now());
    watched.stream.noteLocalised();
    this.#tickSoon(viewId, watched);
  }

  #beat(viewId: ViewId, watched: Watched): void {
    watched.cancelBeat = undefined;
    const now = this.#app().clock.now();
    this.#signOut(viewId, watched, (viewer) => viewer.sessionExpiresAt <= now);
    if (this.#watched.get(viewId) !== watched || !this.#stillGranted(viewId) || watched.viewers.size === 0) return;
    const grant = this.#grantOf(viewId);
    if (grant) this.#renewLease(watched, grant);
    this.#settle(watched.stream.view);
    const quietMs = this.#app().clock.monotonicMs() - watched.lastSentMs;
    if (quietMs >= this.#limits.beatMs / 2) this.#fanOut(watched, watched.stream.beat(this.#around(watched)));
    watched.cancelBeat = this.#app().clock.after(this.#limits.beatMs, () => this.#beat(viewId, watched));
  }

  #fanOut(watched: Watched, frame: Uint8Array): void {
    watched.lastSentMs = this.#app().clock.monotonicMs();
    // Like the frame itself, made once for all who need it.
    let snapshot: Uint8Array | undefined;
    for (const viewer of watched.viewers) {
      const slow = viewer.buffered() > this.#limits.slowBytes;
      if (slow) watched.behind.add(viewer);
      else if (watched.behind.delete(viewer)) {
        snapshot ??= encode(watched.stream.snapshotFrame(this.#around(watched)));
        this.#send(viewer, snapshot);
      } else this.#send(viewer, frame);
    }
  }

  /** Asked for every frame, by this layer's own code. */
  #grantOf(viewId: ViewId): GrantView | undefined {
    const app = this.#app();
    const grant = app.book.ofView(viewId);
    return mayShowNow(grant, moment(app)) ? grant : undefined;
  }

  #stillGranted(viewId: ViewId): boolean {
    if (this.#grantOf(viewId)) return true;
    this.ended(viewId, 'expired');
    return false;
  }

  #renewLease(watched: Watched, grant: GrantView): void {
    const { clock, deviceLink } = this.#app();
    const nowMs = clock.monotonicMs();
    if (watched.leaseUntilMs - nowMs > this.#limits.leaseMs / 2) return;
    watched.leaseUntilMs = nowMs + this.#limits.leaseMs;
    deviceLink.sendLive(grant.deviceId, { classes: classesOf(grant.classMask), ttlMs: this.#limits.leaseMs });
  }

  #around(watched: Watched, leased = watched.viewers.size > 0): Circumstances {
    const app = this.#app();
    const { deviceId } = watched.stream.view.grant;
    return {
      at: moment(app),
      connection: app.connections.of(deviceId),
      leased,
      samplingOf: (metric) => app.views.samplingOf(deviceId, metric),
    };
  }

  #signOut(viewId: ViewId, watched: Watched, isOver: (viewer: Viewer) => boolean): void {
    const last = watched.stream.ended('signedOut', this.#app().clock.now());
    for (const viewer of watched.viewers) {
      if (!isOver(viewer)) continue;
      this.leave(viewId, viewer);
      this.#finish(viewer, last, 'signedOut');
    }
  }

  #forget(viewId: ViewId): Watched | undefined {
    const watched = this.#watched.get(viewId);
    this.#watched.delete(viewId);
    this.#verdicts.forget(viewId);
    watched?.cancelTick?.();
    watched?.cancelBeat?.();
    return watched;
  }

  #send(viewer: Viewer, frame: Uint8Array): void {
    this.framesSent += 1;
    viewer.send(frame);
  }

  #finish(viewer: Viewer, last: Uint8Array, reason: string): void {
    this.#send(viewer, last);
    viewer.close(reason);
  }
}
