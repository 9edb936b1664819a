import type { DeviceFirmware } from '../firmware/device-firmware.ts';
import type { MetricSpec, Model } from '../models/model.ts';
import { type DataClassName, dataClassNames } from '../wire/classes.ts';
import type { CodeChange, MetricSample } from '../wire/records.ts';
import { Sampler } from '../wire/sampler.ts';
import type { TraceRow } from './trace.ts';

/** A row without its times. */
type Content = TraceRow extends infer Row
  ? Row extends TraceRow
    ? Omit<Row, 't' | 'at' | 'historical'>
    : never
  : never;
interface Kept {
  readonly content: Content;
  /** Second of the run, and the device's own clock then. */
  readonly second: number;
  readonly at: number;
  readonly kind: 'sample' | 'event';
}

const all: ReadonlySet<DataClassName> = new Set(dataClassNames);
const none: ReadonlySet<DataClassName> = new Set();
const factsEveryS = 3600;
/** What gets across within so many seconds counts as sent at once. */
const lateS = 10;
const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * What one device records and when it gets it across: samples at the rates of the datasheet, codes, boots and firmware when they change.
 * While the support link is down it keeps what `support_link.offline` says.
 */
export class DeviceRecording {
  readonly rows: TraceRow[] = [];
  readonly #firmware: DeviceFirmware;
  readonly #model: Model;
  readonly #sampler: Sampler;
  readonly #metrics: ReadonlyMap<number, MetricSpec>;
  readonly #read: (name: string) => number | string | undefined;
  #kept: Kept[] = [];
  /** Events of the last 24 h, for the app. */
  #events: Kept[] = [];
  #boots: number | undefined;
  #facts = '';
  #factsAt = 0;
  #progressAt = 0;

  constructor(options: { readonly firmware: DeviceFirmware; readonly model: Model; readonly phaseMs: number }) {
    this.#firmware = options.firmware;
    this.#model = options.model;
    this.#sampler = new Sampler({ metrics: options.model.metrics, phaseMs: options.phaseMs });
    this.#metrics = new Map(options.model.metrics.map((metric) => [metric.alias, metric]));
    this.#read = (name) => this.#firmware.readMetric(name);
    this.#boots = options.firmware.platform?.boots.count;
  }

  get linkUp(): boolean {
    const { platform, poweredOff, networkUp } = this.#firmware;
    return platform ? platform.running && platform.link.up : !poweredOff && networkUp;
  }

  code({ code, raised, detail }: CodeChange, second: number): void {
    if (!raised) this.#keep({ error: code, cleared: true }, 'event', second);
    else this.#keep({ error: code, raised: true, ...(detail !== '' && { detail }) }, 'event', second);
  }

  /** Once a second, after the device's steps. */
  second(second: number, live: boolean): void {
    if (!this.#firmware.poweredOff) {
      this.#boot(second);
      this.#firmwareFacts(second, live);
      const messages = (name: string): number => this.#firmware.messages?.(name) ?? 0;
      const samples = this.#sampler.due({ now: second * 1000, read: this.#read, messages, live: live ? all : none });
      for (const sample of samples) this.#sample(sample, second);
    }
    if (this.linkUp && this.#kept.length > 0) this.#flush(second);
  }

  /** A session begins: everything as it is. */
  everything(second: number): void {
    if (this.#firmware.poweredOff) return;
    const samples = this.#sampler.all({ now: second * 1000, read: this.#read, classes: all });
    for (const sample of samples) {
      if (this.#metrics.get(sample.alias)?.dataClass !== 'firmware') this.#sample(sample, second);
    }
  }

  /** The owner's phone reads the journal over Bluetooth. */
  overApp(second: number): void {
    if (this.#firmware.poweredOff) return;
    for (const { content, at } of this.#events) {
      this.rows.push({ ...content, t: second, at, historical: true, via: 'app' });
    }
  }

  #boot(second: number): void {
    const boots = this.#firmware.platform?.boots;
    if (!boots || boots.count === this.#boots) return;
    this.#boots = boots.count;
    const { version } = this.#firmware.firmwareFacts();
    this.#keep({ boot: { reason: boots.reason, count: boots.count, version } }, 'event', second);
  }

  #firmwareFacts(second: number, live: boolean): void {
    const { state, result, version, versionSub, target, slotState } = this.#firmware.firmwareFacts();
    const facts = { state, result, version, sub: versionSub, target, slot_state: slotState };
    const progress = this.#firmware.readMetric('fw.progress');
    const moving = progress !== undefined && second - this.#progressAt >= (live ? 10 : 60);
    const text = Object.values(facts).join();
    if (text === this.#facts && !moving && second - this.#factsAt < factsEveryS) return;
    this.#facts = text;
    this.#factsAt = second;
    if (progress !== undefined) this.#progressAt = second;
    this.#keep({ firmware: { ...facts, ...(progress !== undefined && { progress }) } }, 'event', second);
  }

  #sample({ alias, value }: MetricSample, second: number): void {
    const metric = this.#metrics.get(alias);
    if (!metric) return;
    const word = typeof value === 'number' ? metric.words.get(value) : undefined;
    this.#keep({ metric: metric.name, value: word ?? value }, 'sample', second);
  }

  #keep(content: Content, kind: Kept['kind'], second: number): void {
    const offset = this.#firmware.platform?.clock.offsetS ?? 0;
    // Within a second the device's clock counts as right.
    const at = round(second + (Math.abs(offset) > 1 ? offset : 0));
    const kept: Kept = { content, second, at, kind };
    if (kind === 'event') this.#remember(kept, second);
    if (this.linkUp && this.#kept.length === 0) this.rows.push({ ...content, t: round(second) });
    else this.#kept.push(kept);
    if (this.#kept.length > 4000) this.#prune(second);
  }

  #remember(kept: Kept, second: number): void {
    const oldest = second - this.#model.offline.eventsMs / 1000;
    this.#events = [...this.#events.slice(-400).filter((event) => event.second >= oldest), kept];
  }

  #prune(second: number): void {
    const { samplesMs, eventsMs } = this.#model.offline;
    this.#kept = this.#kept.filter(
      (kept) => second - kept.second <= (kept.kind === 'sample' ? samplesMs : eventsMs) / 1000,
    );
  }

  #flush(second: number): void {
    this.#prune(second);
    for (const { content, at, second: recorded } of this.#kept) {
      const late = second - recorded >= lateS;
      this.rows.push({ ...content, t: round(second), ...(late && { at, historical: true as const }) });
    }
    this.#kept = [];
  }
}
