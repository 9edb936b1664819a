import type { AdmittedFrame } from '../consent/admit.ts';
import type { Sample, Source } from '../frames.ts';
import type { BootId } from '../ids.ts';
import type { SampleColumns, SampleLayout } from '../sample-columns.ts';

/** The last value of one metric in one View. `receivedMs` is on the monotonic clock. */
export interface HeldValue extends Sample {
  readonly receivedAt: number;
  readonly receivedMs: number;
  readonly source: Source;
  readonly historical: boolean;
  readonly bootId: BootId;
  readonly seq: number;
}

/** What decides between two values of a metric: how they came. */
export type Origin = Pick<HeldValue, 'receivedAt' | 'receivedMs' | 'source' | 'historical' | 'bootId' | 'seq'>;

/** Whether what this frame brings takes the place of what came so. */
export type Replaces = (frame: AdmittedFrame, held: Origin) => boolean;

/** What one message brought. Of a message in columns it is filled anew by the next one of the same layout. */
class Batch implements Origin {
  receivedAt = 0;
  receivedMs = 0;
  source: Source = 'telemetry';
  historical = false;
  bootId: BootId;
  seq = 0;
  columns: SampleColumns | undefined;
  readonly sample: Sample | undefined;
  /** How many metrics are held from here. */
  held = 0;

  constructor(frame: AdmittedFrame, receivedMs: number, body: SampleColumns | Sample) {
    this.bootId = frame.bootId;
    if ('lane' in body) this.columns = body;
    else this.sample = body;
    this.#take(frame, receivedMs);
  }

  fill(frame: AdmittedFrame, receivedMs: number, columns: SampleColumns): void {
    this.columns = columns;
    this.#take(frame, receivedMs);
  }

  #take(frame: AdmittedFrame, receivedMs: number): void {
    this.receivedAt = frame.receivedAt;
    this.receivedMs = receivedMs;
    this.source = frame.source;
    this.historical = frame.kind !== 'live';
    this.bootId = frame.bootId;
    this.seq = frame.seq;
  }
}

/** Where a metric's value is. */
interface Place {
  batch: Batch;
  column: number;
}

const nothing: readonly string[] = [];

/**
 * The last values of a View's metrics. A message in columns is held as a whole: as long as all that the one before of its layout
 * brought is still held, it takes its place in one step, however many metrics it has. A value is made when somebody asks for it.
 */
export class HeldValues implements Iterable<readonly [string, HeldValue]> {
  readonly #places = new Map<string, Place>();
  /** The last message of a layout, while anything of it is held. */
  readonly #batches = new Map<SampleLayout, Batch>();

  get size(): number {
    return this.#places.size;
  }

  keys(): IterableIterator<string> {
    return this.#places.keys();
  }

  has(name: string): boolean {
    return this.#places.has(name);
  }

  get(name: string): HeldValue | undefined {
    const place = this.#places.get(name);
    return place && valueAt(place);
  }

  *values(): IterableIterator<HeldValue> {
    for (const place of this.#places.values()) yield valueAt(place);
  }

  *[Symbol.iterator](): Iterator<readonly [string, HeldValue]> {
    for (const [name, place] of this.#places) yield [name, valueAt(place)];
  }

  /** Names of those that are held now. */
  takeColumns(frame: AdmittedFrame, body: SampleColumns, receivedMs: number, replaces: Replaces): readonly string[] {
    const { layout } = body;
    const before = this.#batches.get(layout);
    if (before !== undefined && before.held === layout.names.length) {
      // All of them came together, so they stay or go together.
      if (!replaces(frame, before)) return nothing;
      before.fill(frame, receivedMs, body);
      return layout.names;
    }
    const batch = new Batch(frame, receivedMs, body);
    const taken = layout.names.filter((name, column) => this.#take(name, { batch, column }, frame, replaces));
    if (batch.held > 0) this.#batches.set(layout, batch);
    return taken;
  }

  takeSample(frame: AdmittedFrame, sample: Sample, receivedMs: number, replaces: Replaces): boolean {
    return this.#take(sample.name, { batch: new Batch(frame, receivedMs, sample), column: 0 }, frame, replaces);
  }

  #take(name: string, place: Place, frame: AdmittedFrame, replaces: Replaces): boolean {
    const held = this.#places.get(name);
    if (held === undefined) this.#places.set(name, place);
    else {
      if (!replaces(frame, held.batch)) return false;
      this.#leave(held.batch);
      held.batch = place.batch;
      held.column = place.column;
    }
    place.batch.held += 1;
    return true;
  }

  #leave(batch: Batch): void {
    batch.held -= 1;
    const layout = batch.columns?.layout;
    if (batch.held === 0 && layout && this.#batches.get(layout) === batch) this.#batches.delete(layout);
  }
}

function valueAt({ batch, column }: Place): HeldValue {
  const { receivedAt, receivedMs, source, historical, bootId, seq } = batch;
  const sample = batch.columns?.sample(column) ?? batch.sample;
  if (sample === undefined) throw new Error('Nothing is held there');
  return { ...sample, receivedAt, receivedMs, source, historical, bootId, seq };
}
