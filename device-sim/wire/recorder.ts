import type { Clock } from '../clock.ts';
import type { Model } from '../models/model.ts';
import type { DataClassName } from './classes.ts';
import { maySend, type RecordKind } from './consent-filter.ts';
import type { ConsentMemory } from './consent-memory.ts';
import { LocalRing } from './local-ring.ts';
import { type CodeChange, type DeviceRecord, type FirmwareFacts, reduceRecord } from './records.ts';
import { type CountMessages, type ReadMetric, Sampler } from './sampler.ts';
import type { SendBuffer } from './send-buffer.ts';

/** What can be told of a device: its firmware behind the recorder. */
export interface DeviceSource {
  readonly readMetric: ReadMetric;
  /** For what is behind it. */
  readonly messages?: CountMessages | undefined;
  readonly activeCodes: () => readonly CodeChange[];
  readonly firmwareFacts: () => FirmwareFacts;
  /** The device's own wall clock, ms. */
  readonly deviceTime: () => number;
}

export interface RecorderOptions {
  readonly source: DeviceSource;
  readonly model: Model;
  readonly consent: ConsentMemory;
  readonly buffer: SendBuffer;
  readonly clock: Clock;
  /** Spreads the devices of one simulator over the seconds. */
  readonly phaseMs: number;
}

const ringEntries = 500;
/** WIRE.md asks for something every 5 s under a lease; half of it leaves room for one lost step. */
const silenceMs = 2_400;

/** What the device records, and how much of it consent lets into the send queue or, as its own journal, into the ring. */
export class Recorder {
  readonly #options: RecorderOptions;
  readonly #ring: LocalRing;
  readonly #sampler: Sampler;
  #lastQueuedAt = 0;

  constructor(options: RecorderOptions) {
    const { model, phaseMs } = options;
    this.#options = options;
    this.#ring = new LocalRing({ entries: ringEntries, keepMs: model.offline.eventsMs });
    this.#sampler = new Sampler({ metrics: model.metrics, phaseMs });
  }

  /** Takes a record at the moment it arises. What may not be sent is not kept, except errors in the local ring. */
  record(record: DeviceRecord): void {
    this.#queue(record, { kind: 'live', epoch: this.#options.consent.epoch });
  }

  /** What an operation found. */
  output(executionId: string, name: string, fields: Readonly<Record<string, number | string>>): void {
    const spec = this.#options.model.operations.find((operation) => operation.name === name);
    if (spec) this.record({ lane: 'output', at: this.#at(), dataClass: spec.output, executionId, fields });
  }

  /** A code was raised or cleared; with a raised one go all model values of that moment. */
  code(change: CodeChange): void {
    const at = change.at;
    this.#recordOrKeep({ lane: 'error', at, complete: false, errors: [change] });
    if (!change.raised) return;
    const samples = this.#all(new Set<DataClassName>(['telemetry', 'status']));
    this.#recordOrKeep({ lane: 'telemetry', at, samples });
  }

  /** The boot itself, for the journal. */
  boot(): void {
    const { model, source } = this.#options;
    const samples = ['device.boot.reason', 'device.reboot.count'].flatMap((name) => {
      const metric = model.metrics.find((candidate) => candidate.name === name);
      const value = source.readMetric(name);
      return metric && value !== undefined ? [{ alias: metric.alias, dataClass: metric.dataClass, value }] : [];
    });
    this.#recordOrKeep({ lane: 'telemetry', at: this.#at(), samples });
  }

  /** State, result or versions have changed. */
  firmware(): void {
    this.#recordOrKeep({ lane: 'firmware', at: this.#at(), facts: this.#options.source.firmwareFacts() });
  }

  /** What is due; `live`: the classes under a lease, undefined without one. */
  sample(live: ReadonlySet<DataClassName> | undefined): void {
    const now = this.#now();
    const { readMetric: read, messages } = this.#options.source;
    const samples = this.#sampler.due({ now, read, messages, live: live ?? new Set() });
    if (samples.length > 0) this.record({ lane: 'telemetry', at: this.#at(), samples });
    if (live && now - this.#lastQueuedAt >= silenceMs) this.#signOfLife();
  }

  /** Everything granted: what fills the agent's page within 2 s after Allow. */
  everything(): void {
    const samples = this.#all(this.#granted());
    if (samples.length > 0) this.record({ lane: 'telemetry', at: this.#at(), samples });
    this.#errorsAndFirmware();
  }

  /** The journal of the time when nothing was shared, where a grant asks for it. */
  backlog(): void {
    if (!this.#options.consent.backlog) return;
    for (const { record, epoch } of this.#ring.read(this.#now())) this.#queue(record, { kind: 'backlog', epoch });
  }

  /** What was withdrawn is deleted here at once. */
  prune(): void {
    const now = this.#now();
    this.#options.buffer.prune(({ record, kind, epoch }) => this.#reduce(record, { kind, epoch, now }));
  }

  #signOfLife(): void {
    const read = this.#options.source.readMetric;
    const sample = this.#sampler.one({ read, classes: this.#granted() });
    if (sample) this.record({ lane: 'telemetry', at: this.#at(), samples: [sample] });
    else this.#errorsAndFirmware();
  }

  #errorsAndFirmware(): void {
    const { source } = this.#options;
    this.record({ lane: 'error', at: this.#at(), complete: true, errors: source.activeCodes() });
    this.record({ lane: 'firmware', at: this.#at(), facts: source.firmwareFacts() });
  }

  #recordOrKeep(record: DeviceRecord): void {
    const now = this.#now();
    const { epoch } = this.#options.consent;
    if (!this.#reduce(record, { kind: 'live', epoch, now })) this.#ring.keep({ record, epoch, at: now });
    else this.record(record);
  }

  #queue(record: DeviceRecord, options: { readonly kind: RecordKind; readonly epoch: number }): void {
    const now = this.#now();
    const allowed = this.#reduce(record, { ...options, now });
    if (!allowed) return;
    this.#lastQueuedAt = now;
    this.#options.buffer.add({ record: allowed, ...options, now });
  }

  #reduce(record: DeviceRecord, stamp: { kind: RecordKind; epoch: number; now: number }): DeviceRecord | undefined {
    const { consent } = this.#options;
    return reduceRecord(record, (dataClass) => maySend({ consent, dataClass, ...stamp }));
  }

  #all(classes: ReadonlySet<DataClassName>) {
    return this.#sampler.all({ now: this.#now(), read: this.#options.source.readMetric, classes });
  }

  #granted(): ReadonlySet<DataClassName> {
    return new Set(this.#options.consent.grants.flatMap((grant) => [...grant.classes]));
  }

  #now(): number {
    return this.#options.clock.monotonic();
  }

  #at(): number {
    return this.#options.source.deviceTime();
  }
}
