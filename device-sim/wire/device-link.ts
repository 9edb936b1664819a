import type { KeyObject } from 'node:crypto';
import { diag } from '../../proto/generated/codec.js';
import type { DownLane } from '../../proto/topics.ts';
import type { Clock } from '../clock.ts';
import type { Model } from '../models/model.ts';
import type { Random } from '../random.ts';
import { encodeBirth } from './birth.ts';
import { type DataClassName, dataClassesOf } from './classes.ts';
import { ConsentMemory, type WaitingRequest } from './consent-memory.ts';
import { type ControlMessage, ControlQueue } from './control-queue.ts';
import { type BootId, encodeRecord } from './encode.ts';
import { Executions, type OperationHost } from './executions.ts';
import { type DeviceSource, Recorder } from './recorder.ts';
import type { CodeChange } from './records.ts';
import { SendBuffer } from './send-buffer.ts';
import { Uplink } from './uplink.ts';

/** The device behind the link. */
export interface LinkHost extends OperationHost, DeviceSource {
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
const inFlightLimit = 32;
const bufferedMessages = 1_000;
const confirmLifeMs = 120_000;

/** The whole device side of WIRE.md; `tick` is called once a step of the device. */
export class DeviceLink {
  readonly consent = new ConsentMemory();
  readonly #options: DeviceLinkOptions;
  readonly #uplink: Uplink;
  readonly #buffer: SendBuffer;
  readonly #control = new ControlQueue(64);
  readonly #recorder: Recorder;
  readonly #executions: Executions;
  #lease: { readonly classes: ReadonlySet<DataClassName>; readonly endsAt: number } | undefined;
  #consentHeard = false;
  #birthDue = false;
  #inFlight = 0;
  #trouble = '';

  constructor(options: DeviceLinkOptions) {
    const { model, clock, random } = options;
    this.#options = options;
    this.#buffer = new SendBuffer({ messages: bufferedMessages, offlineMs: model.offline.samplesMs });
    this.#recorder = new Recorder({
      source: options.host,
      model,
      consent: this.consent,
      buffer: this.#buffer,
      clock,
      phaseMs: random.between(0, 5000),
    });
    this.#executions = new Executions({
      deviceId: options.deviceId,
      publicKey: options.publicKey,
      model,
      consent: this.consent,
      host: options.host,
      update: (update) =>
        this.#sendControl({ lane: 'execution', payload: diag.ExecutionUpdate.encode(update).finish() }),
      output: (executionId, name, fields) => this.#recorder.output(executionId, name, fields),
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
        // Also of a connection that never opened: the broker may announce before SUBACK (MQTT 3.1.1 section 3.8.4).
        this.#consentHeard = false;
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
    if (this.consent.grants.length > 0) this.#recorder.sample(this.#lease?.classes);
    this.#pump();
  }

  recordCode(change: CodeChange): void {
    this.#recorder.code(change);
  }

  recordFirmware(): void {
    this.#recorder.firmware();
  }

  recordBoot(): void {
    this.#recorder.boot();
  }

  /** The radio has lost, or found again, the network that the link needs. */
  reachable(up: boolean): void {
    this.#consentHeard &&= up;
    if (up) this.#uplink.start();
    else void this.#uplink.stop({ clean: false });
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
    this.#prune();
    const payload = diag.ConsentAction.encode({ stop: {} }).finish();
    this.#sendControl({ lane: 'consent', payload, settled: () => this.consent.stopSettled() });
    this.#executions.tick();
    this.#options.host.onChanged();
  }

  #opened(): void {
    this.#inFlight = 0;
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
          this.#recorder.everything();
          return this.#pump();
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
    this.#prune();
    this.#consentHeard = true;
    this.#uplink.proven();
    this.#buffer.linkUp();
    if (added) this.#recorder.backlog();
    if (added || firstOnThisConnection) this.#recorder.everything();
    this.#pump();
    this.#options.host.onChanged();
  }

  #startLease(lease: diag.LiveLease): void {
    const ttlMs = Math.min(lease.ttlMs, longestLeaseMs);
    this.#lease = ttlMs > 0 ? { classes: dataClassesOf(lease.classes), endsAt: this.#now() + ttlMs } : undefined;
    this.#options.host.onChanged();
  }

  #expire(now: number): void {
    if (!this.consent.expire(now)) return;
    this.#prune();
    this.#options.host.onChanged();
  }

  #prune(): void {
    this.#recorder.prune();
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

  #now(): number {
    return this.#options.clock.monotonic();
  }
}
