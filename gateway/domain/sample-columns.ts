import { type ClassMask, type DataClass, includesClass, maskOf } from './data-class.ts';
import type { Sample } from './frames.ts';

/**
 * Which metrics a message says, in its order, each once: one object for all messages that say the same, so that whoever works
 * something out for it (where a value is held, which rules read it) does so once and not for every message.
 */
export class SampleLayout {
  readonly names: readonly string[];
  readonly dataClasses: readonly DataClass[];
  readonly classMask: ClassMask;
  /** By mask: what is left of it. As many as there are kinds of grants. */
  readonly #parts = new Map<ClassMask, { readonly layout: SampleLayout; readonly columns: readonly number[] }>();

  constructor(metrics: readonly { readonly name: string; readonly dataClass: DataClass }[]) {
    this.names = metrics.map(({ name }) => name);
    this.dataClasses = metrics.map(({ dataClass }) => dataClass);
    this.classMask = maskOf(this.dataClasses);
  }

  /** Only what is of these classes, and which columns that are. */
  partOf(mask: ClassMask): { readonly layout: SampleLayout; readonly columns: readonly number[] } {
    let part = this.#parts.get(mask);
    if (part === undefined) {
      const metrics = this.names.map((name, column) => ({
        name,
        dataClass: this.dataClasses[column] ?? 'logs',
        column,
      }));
      const left = metrics.filter(({ dataClass }) => includesClass(mask, dataClass));
      part = { layout: new SampleLayout(left), columns: left.map(({ column }) => column) };
      this.#parts.set(mask, part);
    }
    return part;
  }
}

/**
 * The numbers of one message of telemetry, by the columns of its layout: what nearly every message is. It is a body like any
 * other (FrameBody), whose samples are made when somebody asks for them; the way in never does.
 */
export class SampleColumns {
  readonly lane = 'telemetry';
  readonly layout: SampleLayout;
  readonly values: readonly number[];
  /** Device clock of all of them, epoch ms; where they differ, of the first. */
  readonly at: number;
  /** undefined: all are of one time. */
  readonly times: readonly number[] | undefined;

  constructor(layout: SampleLayout, values: readonly number[], at: number, times: readonly number[] | undefined) {
    this.layout = layout;
    this.values = values;
    this.at = at;
    this.times = times;
  }

  get samples(): readonly Sample[] {
    return this.values.map((_, column) => this.sample(column));
  }

  sample(column: number): Sample {
    return {
      name: this.layout.names[column] ?? '',
      dataClass: this.layout.dataClasses[column] ?? 'logs',
      value: this.values[column] ?? Number.NaN,
      at: this.times?.[column] ?? this.at,
    };
  }

  /** What of it is of these classes; undefined: nothing. */
  partOf(mask: ClassMask): SampleColumns | undefined {
    if ((this.layout.classMask & ~mask) === 0) return this;
    const { layout, columns } = this.layout.partOf(mask);
    if (columns.length === 0) return undefined;
    const pick = (all: readonly number[]): number[] => columns.map((column) => all[column] ?? Number.NaN);
    const times = this.times && pick(this.times);
    return new SampleColumns(layout, pick(this.values), times?.[0] ?? this.at, times);
  }

  /** As any other body of telemetry is written. */
  toJSON(): { readonly lane: 'telemetry'; readonly samples: readonly Sample[] } {
    return { lane: this.lane, samples: this.samples };
  }
}
