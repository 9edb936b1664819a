import type { MetricSpec } from '../models/model.ts';
import type { DataClassName } from './classes.ts';
import type { MetricSample } from './records.ts';

/** Reads a metric's value now; undefined when it does not apply in the present mode. */
export type ReadMetric = (name: string) => number | string | undefined;
/** How many messages the child behind a metric has sent (`sample: {event: message}`): one more, and the metric is sampled. */
export type CountMessages = (metric: string) => number;

export interface SampleMoment {
  /** Monotonic ms. */
  readonly now: number;
  readonly read: ReadMetric;
  /** Absent: nothing is behind this device. */
  readonly messages?: CountMessages | undefined;
  /** Classes under a live lease. */
  readonly live: ReadonlySet<DataClassName>;
}

/** Decides what is due: periodic metrics at their background or live rate, `onChange` ones when they changed, `onMessage` ones with their child's messages. */
export class Sampler {
  readonly #metrics: readonly MetricSpec[];
  readonly #sampledAt = new Map<number, number>();
  readonly #lastValue = new Map<number, number | string | undefined>();
  readonly #messages = new Map<number, number>();
  readonly #phaseMs: number;

  /** `phaseMs` spreads the devices of one simulator over the seconds. */
  constructor(options: { readonly metrics: readonly MetricSpec[]; readonly phaseMs: number }) {
    // What is named fw.* travels in the firmware lane only.
    this.#metrics = options.metrics.filter((metric) => !metric.name.startsWith('fw.'));
    this.#phaseMs = options.phaseMs;
  }

  due({ now, read, messages, live }: SampleMoment): readonly MetricSample[] {
    const samples: MetricSample[] = [];
    for (const metric of this.#metrics) {
      const period = live.has(metric.dataClass) ? metric.liveMs : metric.idleMs;
      const changeable = metric.onChange;
      const heard = metric.onMessage && this.#heardAnew(metric, messages);
      if (period === 0 && !changeable && !heard) continue;
      const last = this.#sampledAt.get(metric.alias) ?? -this.#phaseMs;
      const isDue = period > 0 && now - last >= period;
      if (!isDue && !changeable && !heard) continue;
      const value = read(metric.name);
      const changed = changeable && value !== this.#lastValue.get(metric.alias);
      if (changeable) this.#lastValue.set(metric.alias, value);
      if (value === undefined || !(isDue || changed || heard)) continue;
      this.#sampledAt.set(metric.alias, now);
      samples.push({ alias: metric.alias, dataClass: metric.dataClass, value });
    }
    return samples;
  }

  #heardAnew(metric: MetricSpec, messages: CountMessages | undefined): boolean {
    const count = messages?.(metric.name) ?? 0;
    // What was heard before this sampler began is no news.
    const before = this.#messages.get(metric.alias) ?? count;
    this.#messages.set(metric.alias, count);
    return count > before;
  }

  /** Every metric of these classes that applies, due or not. */
  all(options: {
    readonly now: number;
    readonly read: ReadMetric;
    readonly classes: ReadonlySet<DataClassName>;
  }): readonly MetricSample[] {
    const samples: MetricSample[] = [];
    for (const metric of this.#metrics) {
      if (!options.classes.has(metric.dataClass)) continue;
      const value = options.read(metric.name);
      if (value === undefined) continue;
      this.#sampledAt.set(metric.alias, options.now);
      if (metric.onChange) this.#lastValue.set(metric.alias, value);
      samples.push({ alias: metric.alias, dataClass: metric.dataClass, value });
    }
    return samples;
  }

  /** The first metric of these classes that has a value: a sign of life. */
  one(options: { readonly read: ReadMetric; readonly classes: ReadonlySet<DataClassName> }): MetricSample | undefined {
    for (const metric of this.#metrics) {
      const value = options.classes.has(metric.dataClass) ? options.read(metric.name) : undefined;
      if (value !== undefined) return { alias: metric.alias, dataClass: metric.dataClass, value };
    }
    return undefined;
  }
}
