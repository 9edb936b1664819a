import type { KeyObject } from 'node:crypto';
import { diag } from '../../proto/generated/codec.js';
import type { DownLane } from '../../proto/topics.ts';
import type { Clock } from '../clock.ts';
import type { Model } from '../models/model.ts';
import type { Random } from '../random.ts';
import { encodeBirth } from './birth.ts';
import { type DataClassName, dataClassesOf } from './classes.ts';
import { maySend, type RecordKind } from './consent-filter.ts';
import { ConsentMemory, type WaitingRequest } from './consent-memory.ts';
import { type ControlMessage, ControlQueue } from './control-queue.ts';
import { type BootId, encodeRecord } from './encode.ts';
import { Executions, type OperationHost } from './executions.ts';
import { LocalRing } from './local-ring.ts';
import { type CodeChange, type DeviceRecord, type FirmwareFacts, reduceRecord } from './records.ts';
import { type ReadMetric, Sampler } from './sampler.ts';
import { SendBuffer } from './send-buffer.ts';
import { Uplink } from './uplink.ts';

/** The device behind the link: what its firmware can tell. */
export interface LinkHost extends OperationHost {
  readonly readMetric: ReadMetric;
  readonly activeCodes: () => readonly CodeChange[];
  readonly firmwareFacts: () => FirmwareFacts;
  /** The device's own wall clock, ms. */
  readonly deviceTime: () => number;
  /** Grants, requests or the link changed; light, voice and page look again. */
  readonly onChanged: () => void;
  /** A connection stands. */
  readonly onConnected: () => void;
}

export interface DeviceLinkOptions {
  readonly url: string;
  readonly deviceId: string;
  readonly secret: string;
  readonly publicKey: KeyObject;
  readonly model: Model;
  readonly bootId: BootId;
  readonly clock: Clock;
  /** Spreads reconnects and sampling; must not be the physics' stream. */
  readonly random: Random;
  readonly host: LinkHost;
}

const longestLeaseMs = 60_000;
/** WIRE.md asks for something every 5 s under a lease; half of it leaves room for one lost step. */
const silenceMs = 2_400;
const inFlightLimit = 32;
const bufferedMessages = 1_000;
const ringEntries = 500;
const confirmLifeMs = 120_000;

/** The whole device side of WIRE.md; `tick` is called once a step of the device. */
export class DeviceLink {
  readonly consent = new ConsentMemory();
  readonly #options: DeviceLinkOptions;
  readonly #uplink: Uplink;
  readonly #buffer: SendBuffer;
  readonly #control = new ControlQueue(64);
  readonly #ring: LocalRing;
  readonly #sampler: Sampler;
  readonly #executions: Executions;
  #lease: { readonly classes: ReadonlySet<DataClassName>; readonly endsAt: number } | undefined;
  #consentHeard = false;
  #birthDue = false;
  #inFlight = 0;
  #lastQueuedAt = 0;
  #trouble = '';

  constructor(options: DeviceLinkOptions) {
    const { model, clock, random } = options;
    this.#options = options;
    this.#buffer = new SendBuffer({ messages: bufferedMessages, offlineMs: model.offline.samplesMs });
    this.#ring = new LocalRing({ entries: ringEntries, keepMs: model.offline.eventsMs });
    this.#sampler = new Sampler({ metrics: model.metrics, phaseMs: random.between(0, 5000) });
    this.#executions = new Executions({
      deviceId: options.deviceId,
      publicKey: options.publicKey,
      model,
      consent: this.consent,
      host: options.host,
      update: (update) =>
        this.#sendControl({ lane: 'execution', payload: diag.ExecutionUpdate.encode(update).finish() }),
      output: (executionId, name, fields) => {
        const spec = model.operations.find((operation) => operation.name === name);
        if (spec) this.record({ lane: 'output', at: this.#at(), dataClass: spec.output, executionId, fields });
      },
    });
    this.#uplink = new Uplink({
      url: options.url,
      deviceId: options.deviceId,
      secret: options.secret,
      keepAliveS: model.keepAliveS,
      will: diag.Death.encode({ bootId: options.bootId, clean: false }).finish(),
      clock,
      random,
      onOpen: () => this.#opened(),
      onDown: (lane, payload) => this.#receive(lane, payload),
      onClosed: () => this.#closed(),
      onTrouble: (reason) => {
        this.#trouble = reason;
      },
    });
  }

  get status() {
    return {
      connected: this.#uplink.open,
      trouble: this.#uplink.open ? '' : this.#trouble,
      buffered: this.#buffer.size,
      settled: this.#buffer.settledCount,
      live: this.#lease !== undefined,
      operation: this.#executions.runningName,
    };
  }

  start(): void {
    this.#uplink.start();
  }

  /** Says goodbye (Death, DISCONNECT), or vanishes so that the will speaks. */
  async close(options: { readonly clean: boolean }): Promise<void> {
    if (options.clean && this.#uplink.open) {
      await new Promise<void>((resolve) => {
        const cancel = this.#options.clock.after(1000, resolve);
        const payload = diag.Death.encode({ bootId: this.#options.bootId, clean: true }).finish();
        this.#uplink.send('death', payload, () => {
          cancel();
          resolve();
        });
      });
    }
    await this.#uplink.stop(options);
  }

  /** Once a step: expiry, lease, samples, signs of life, sending. */
  tick(): void {
    const now = this.#now();
    this.#expire(now);
    if (this.#lease && now >= this.#lease.endsAt) {
      this.#lease = undefined;
      this.#options.host.onChanged();
    }
    this.#buffer.forgetOld(now);
    this.#executions.tick();
    if (this.consent.grants.length > 0) this.#sample(now);
    this.#pump();
  }

  /** Takes a record at the moment it arises. What may not be sent is not kept, except errors in the local ring. */
  record(record: DeviceRecord): void {
    this.#queue(record, { kind: 'live', epoch: this.consent.epoch });
  }

  /** A code was raised or cleared; with a raised one go all model values of that moment. */
  recordCode(change: CodeChange): void {
    const at = change.at;
    this.#recordOrKeep({ lane: 'error', at, complete: false, errors: [change] });
    if (!change.raised) return;
    const samples = this.#sampler.all({
      now: this.#now(),
      read: this.#options.host.readMetric,
      classes: new Set<DataClassName>(['telemetry', 'status']),
    });
    this.#recordOrKeep({ lane: 'telemetry', at, samples });
  }

  /** The boot itself, for the journal. */
  recordBoot(): void {
    const { model, host } = this.#options;
    const samples = ['device.boot.reason', 'device.reboot.count'].flatMap((name) => {
      const metric = model.metrics.find((candidate) => candidate.name === name);
      const value = host.readMetric(name);
      return metric && value !== undefined ? [{ alias: metric.alias, dataClass: metric.dataClass, value }] : [];
    });
    this.#recordOrKeep({ lane: 'telemetry', at: this.#at(), samples });
  }

  /** The owner's hand: the button was held with this one request waiting. */
  confirm(request: WaitingRequest, readAloud: boolean): void {
    const payload = diag.ConsentAction.encode({ confirm: { requestId: request.requestId, readAloud } }).finish();
    this.#sendControl({ lane: 'consent', payload, until: Math.min(request.endsAt, this.#now() + confirmLifeMs) });
  }

  /** The owner's Stop at the device: at once here, and repeated until the gateway has settled it. */
  stopSharing(): void {
    this.consent.stop();
    this.#lease = undefined;
    this.#prune(this.#now());
    const payload = diag.ConsentAction.encode({ stop: {} }).finish();
    this.#sendControl({ lane: 'consent', payload, settled: () => this.consent.stopSettled() });
    this.#executions.tick();
    this.#options.host.onChanged();
  }

  #opened(): void {
    this.#inFlight = 0;
    this.#consentHeard = false;
    this.#options.host.onConnected();
    this.#birthDue = true;
    this.#pump();
    this.#options.host.onChanged();
  }

  #closed(): void {
    this.#buffer.linkDown();
    this.#control.linkDown();
    this.#consentHeard = false;
    this.#options.host.onChanged();
  }

  #receive(lane: DownLane, payload: Uint8Array): void {
    try {
      switch (lane) {
        case 'consent':
          return this.#learn(diag.ConsentState.decode(payload));
        case 'live':
          return this.#startLease(diag.LiveLease.decode(payload));
        case 'operation':
          return this.#executions.receive(diag.Operation.decode(payload));
        case 'cancel':
          return this.#executions.cancel(diag.Cancel.decode(payload).executionId);
        case 'rebirth':
          // Asked twice before it could be said, it is said once.
          if (this.#birthDue) return;
          this.#birthDue = true;
          return this.#queueEverything();
      }
    } catch (error) {
      // Not protobuf: from a gateway that is not ours. A device has nobody to tell but its own log.
      this.#trouble = `down/${lane}: ${(error as Error).message}`;
    }
  }

  #learn(state: diag.ConsentState): void {
    const now = this.#now();
    const firstOnThisConnection = !this.#consentHeard;
    const { added } = this.consent.learn(state, now);
    this.#prune(now);
    this.#consentHeard = true;
    this.#uplink.proven();
    this.#buffer.linkUp();
    if (added) this.#queueBacklog(now);
    if (added || firstOnThisConnection) this.#queueEverything();
    this.#pump();
    this.#options.host.onChanged();
  }

  #startLease(lease: diag.LiveLease): void {
    const ttlMs = Math.min(lease.ttlMs, longestLeaseMs);
    this.#lease = ttlMs > 0 ? { classes: dataClassesOf(lease.classes), endsAt: this.#now() + ttlMs } : undefined;
    this.#options.host.onChanged();
  }

  #sample(now: number): void {
    const { readMetric: read } = this.#options.host;
    const live = this.#lease?.classes ?? new Set<DataClassName>();
    const samples = this.#sampler.due({ now, read, live });
    if (samples.length > 0) this.record({ lane: 'telemetry', at: this.#at(), samples });
    if (this.#lease && now - this.#lastQueuedAt >= silenceMs) this.#signOfLife();
  }

  #signOfLife(): void {
    const { readMetric: read } = this.#options.host;
    const sample = this.#sampler.one({ read, classes: this.#granted() });
    if (sample) this.record({ lane: 'telemetry', at: this.#at(), samples: [sample] });
    else this.#queueErrorsAndFirmware();
  }

  /** Everything granted: what fills the agent's page within 2 s after Allow. */
  #queueEverything(): void {
    const { readMetric: read } = this.#options.host;
    const samples = this.#sampler.all({ now: this.#now(), read, classes: this.#granted() });
    if (samples.length > 0) this.record({ lane: 'telemetry', at: this.#at(), samples });
    this.#queueErrorsAndFirmware();
    this.#pump();
  }

  #queueErrorsAndFirmware(): void {
    const { host } = this.#options;
    this.record({ lane: 'error', at: this.#at(), complete: true, errors: host.activeCodes() });
    this.record({ lane: 'firmware', at: this.#at(), facts: host.firmwareFacts() });
  }

  #queueBacklog(now: number): void {
    if (!this.consent.backlog) return;
    for (const { record, epoch } of this.#ring.read(now)) this.#queue(record, { kind: 'backlog', epoch });
  }

  #recordOrKeep(record: DeviceRecord): void {
    const now = this.#now();
    const epoch = this.consent.epoch;
    if (!this.#reduce(record, { kind: 'live', epoch, now })) this.#ring.keep({ record, epoch, at: now });
    else this.record(record);
  }

  #queue(record: DeviceRecord, options: { readonly kind: RecordKind; readonly epoch: number }): void {
    const now = this.#now();
    const allowed = this.#reduce(record, { ...options, now });
    if (!allowed) return;
    this.#lastQueuedAt = now;
    this.#buffer.add({ record: allowed, ...options, now });
  }

  #reduce(record: DeviceRecord, stamp: { kind: RecordKind; epoch: number; now: number }): DeviceRecord | undefined {
    return reduceRecord(record, (dataClass) => maySend({ consent: this.consent, dataClass, ...stamp }));
  }

  #expire(now: number): void {
    if (!this.consent.expire(now)) return;
    this.#prune(now);
    this.#options.host.onChanged();
  }

  /** What was withdrawn is deleted here at once. */
  #prune(now: number): void {
    this.#buffer.prune(({ record, kind, epoch }) => this.#reduce(record, { kind, epoch, now }));
    if (this.consent.grants.length === 0) this.#lease = undefined;
  }

  #sendControl(message: ControlMessage): void {
    this.#control.add(message);
    this.#pump();
  }

  /** Birth, then control frames, then data; that only once this connection has said what may be sent. */
  #pump(): void {
    if (!this.#uplink.open) return;
    const now = this.#now();
    this.#expire(now);
    while (this.#inFlight < inFlightLimit) {
      if (this.#birthDue) {
        this.#birthDue = false;
        this.#inFlight += 1;
        this.#uplink.send('birth', encodeBirth(this.#options), () => this.#settled());
        continue;
      }
      const control = this.#control.take(now);
      if (control) {
        this.#inFlight += 1;
        this.#uplink.send(control.lane, control.payload, () => {
          this.#control.settle(control);
          this.#settled();
        });
        continue;
      }
      const message = this.#consentHeard ? this.#buffer.take() : undefined;
      if (!message) return;
      const { seq, epoch, kind, dropped, record } = message;
      this.#inFlight += 1;
      const payload = encodeRecord(record, { bootId: this.#options.bootId, seq, epoch, kind, dropped });
      this.#uplink.send(record.lane, payload, () => {
        this.#buffer.settle(seq);
        this.#settled();
      });
    }
  }

  #settled(): void {
    this.#inFlight -= 1;
    this.#pump();
  }

  #granted(): ReadonlySet<DataClassName> {
    return new Set(this.consent.grants.flatMap((grant) => [...grant.classes]));
  }

  #now(): number {
    return this.#options.clock.monotonic();
  }

  #at(): number {
    return this.#options.host.deviceTime();
  }
}
