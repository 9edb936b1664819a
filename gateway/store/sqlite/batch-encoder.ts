import { randomInt } from 'node:crypto';
import { type AdmittedFrame, assertAdmitted } from '../../domain/consent/admit.ts';
import { dataClasses } from '../../domain/data-class.ts';
import type { FrameBody, Sample } from '../../domain/frames.ts';
import type { BootId, DeviceId, GrantId, ViewId } from '../../domain/ids.ts';
import { SampleColumns, type SampleLayout } from '../../domain/sample-columns.ts';
import { batchFormat, footerBytes, isJson, kinds, sources, tags } from './batch-codec.ts';
import { ByteWriter, writeNumber } from './byte-writer.ts';
import { encodeBody } from './body-text.ts';

/** A frame that is to be in a batch: an AdmittedFrame, or an entry of another batch. */
export interface EncodableFrame {
  readonly viewId: ViewId;
  readonly grantId: GrantId;
  readonly deviceId: DeviceId;
  readonly bootId: BootId;
  readonly seq: number;
  readonly source: AdmittedFrame['source'];
  readonly kind: AdmittedFrame['kind'];
  readonly receivedAt: number;
  readonly body: FrameBody;
}

/** `bytes` has a buffer of its own, that may be transferred; `length` of it were written. */
export interface EncodedBatch {
  readonly bytes: Buffer;
  readonly length: number;
  readonly count: number;
}

const mostRemembered = 20_000;
const shapesOfAName = 8;
/** What devices say again and again is short; a longer one is encoded anew each time, and kept for its batch alone. */
const longestShape = 256;
/** Samples of all shapes together, some 64 bytes each. */
const mostSamples = 200_000;
const smallestBuffer = 4_096;
/** Header and the fixed part of a body; what a sample takes at most but for a text. */
const entryBytes = 64;
const sampleBytes = 1 + 8 + 8;

/** Encoded once, and then in each batch that needs it, under the number that it has in that batch. */
interface Remembered {
  batch: number;
  index: number;
}
interface Stream extends Remembered {
  readonly grantId: GrantId;
  readonly deviceId: DeviceId;
  readonly bootId: BootId;
  readonly encoded: Uint8Array;
}
interface Name extends Remembered {
  readonly encoded: Uint8Array;
}
interface Shape extends Remembered {
  readonly samples: readonly { readonly name: string; readonly dataClass: Sample['dataClass'] }[];
  readonly names: readonly Name[];
  readonly classes: readonly number[];
  readonly classMask: number;
}

/** Makes batches, one after the other. What devices say again and again (who they are, which metrics) is encoded once. */
export class BatchEncoder {
  readonly #out = new ByteWriter(smallestBuffer);
  readonly #small = new ByteWriter(256);
  #batch = 1;
  #count = 0;
  #receivedAt = 0;
  #largest = smallestBuffer;
  /** No two encoders give the same numbers: whoever goes by them must not take one View for another. */
  #lastStream = randomInt(2 ** 47);
  readonly #streams: Stream[] = [];
  readonly #shapes: Shape[] = [];
  readonly #names: Name[] = [];
  readonly #streamOfView = new Map<ViewId, Stream>();
  readonly #shapesByFirst = new Map<string, Shape[]>();
  /** Of those in `#shapesByFirst`. */
  #rememberedSamples = 0;
  readonly #shapeOfLayout = new WeakMap<SampleLayout, Shape>();
  readonly #nameOf = new Map<string, Name>();

  /** Entries since the last `take`. */
  get count(): number {
    return this.#count;
  }

  /** Samples of the shapes that it remembers. */
  get remembered(): number {
    return this.#rememberedSamples;
  }

  /** About what `take` will give, the dictionaries not counted. */
  get bytes(): number {
    return this.#out.at;
  }

  /** All of them, or none: throws when consent has not admitted one (a bug), or when a number would not fit. */
  addAdmitted(frames: readonly AdmittedFrame[]): void {
    for (const frame of frames) assertAdmitted(frame);
    const [at, count, receivedAt] = [this.#out.at, this.#count, this.#receivedAt];
    try {
      for (const frame of frames) this.add(frame);
    } catch (error) {
      this.#out.at = at;
      this.#count = count;
      this.#receivedAt = receivedAt;
      throw error;
    }
  }

  add(frame: EncodableFrame): void {
    const { seq, receivedAt, body } = frame;
    if (!(Number.isSafeInteger(seq) && seq >= 0 && Number.isSafeInteger(receivedAt) && Math.abs(receivedAt) < 2 ** 50))
      throw new RangeError(`A frame's seq and receivedAt are whole numbers, not ${seq} and ${receivedAt}`);
    const kind = kinds.indexOf(frame.kind);
    const source = sources.indexOf(frame.source);
    if (kind < 0 || source < 0) throw new RangeError(`A frame of kind ${frame.kind} from ${frame.source}`);
    const out = this.#out;
    const shape = body.lane === 'telemetry' ? this.#shapeOf(body) : undefined;
    out.reserve(entryBytes);
    if (this.#count === 0) out.bytes[out.at++] = batchFormat;
    let at = writeNumber(out.bytes, out.at, this.#stream(frame));
    at = writeNumber(out.bytes, at, seq);
    out.bytes[at++] = kind | (source << 2) | (shape ? 0 : isJson);
    at = writeNumber(out.bytes, at, zigzag(receivedAt - this.#receivedAt));
    at = writeNumber(out.bytes, at, shape ? shape.classMask : maskOfLane(body));
    out.at = at + 4;
    if (body.lane === 'telemetry' && shape) {
      out.at = writeNumber(out.bytes, out.at, this.#use(shape, this.#shapes));
      if (body instanceof SampleColumns && body.times === undefined) this.#columns(body, receivedAt);
      else this.#samples(body.samples, receivedAt);
    } else {
      const text = encodeBody(body);
      out.reserve(text.length * 3);
      out.at += out.bytes.write(text, out.at, 'utf8');
    }
    out.view.setUint32(at, out.at - at - 4, true);
    this.#receivedAt = receivedAt;
    this.#count += 1;
  }

  /** The batch as it is now; another is begun. */
  take(): EncodedBatch {
    const out = this.#out;
    if (this.#count === 0) out.byte(batchFormat);
    const streamsAt = out.at;
    out.number(this.#streams.length);
    for (const { encoded } of this.#streams) out.raw(encoded);
    out.number(this.#shapes.length);
    const names = this.#names;
    for (const { names: own, classes } of this.#shapes) {
      out.number(own.length);
      own.forEach((name, index) => out.number(this.#use(name, names) * 8 + (classes[index] ?? 0)));
    }
    out.number(names.length);
    for (const { encoded } of names) out.raw(encoded);
    out.reserve(footerBytes);
    out.view.setUint32(out.at, streamsAt, true);
    out.view.setUint32(out.at + 4, this.#count, true);
    const [length, count] = [out.at + footerBytes, this.#count];
    // Room for one as large as the larger ones of late.
    this.#largest = Math.max(smallestBuffer, length, Math.floor(this.#largest * 0.9));
    const bytes = out.take(this.#largest);
    this.#forget();
    return { bytes, length, count };
  }

  /** The same, of one time, without making samples. */
  #columns({ values, at }: SampleColumns, receivedAt: number): void {
    const out = this.#out;
    out.reserve(values.length * sampleBytes);
    for (let column = 0; column < values.length; column += 1) {
      const tagAt = out.at++;
      const tag = this.#number(values[column] as number);
      // Each time is told as its distance from the one before: it is that of the first.
      out.bytes[tagAt] = column === 0 || at === 0 ? this.#time(tag, at, column === 0 ? receivedAt : at) : tag;
    }
  }

  /** @returns How it is written. */
  #number(value: number): number {
    const out = this.#out;
    if ((value | 0) === value && (value !== 0 || 1 / value > 0)) {
      out.at = writeNumber(out.bytes, out.at, value < 0 ? -1 - value : value);
      return value < 0 ? tags.negative : tags.whole;
    }
    if (Math.fround(value) === value) {
      out.view.setFloat32(out.at, value, true);
      out.at += 4;
      return tags.float;
    }
    out.view.setFloat64(out.at, value, true);
    out.at += 8;
    return tags.double;
  }

  /** @returns The tag with how the time is written. */
  #time(tag: number, at: number, before: number): number {
    if (at === before && at !== 0) return tag;
    const out = this.#out;
    const difference = at - before;
    if (isStep(difference) && before + difference === at && !Object.is(at, -0)) {
      out.at = writeNumber(out.bytes, out.at, zigzag(difference));
      return tag | tags.otherTime;
    }
    out.view.setFloat64(out.at, at, true);
    out.at += 8;
    return tag | tags.oddTime;
  }

  #samples(samples: readonly Sample[], receivedAt: number): void {
    const out = this.#out;
    out.reserve(samples.length * sampleBytes);
    let before = receivedAt;
    for (const { value, at } of samples) {
      const tagAt = out.at++;
      let tag: number;
      if (typeof value === 'number') tag = this.#number(value);
      else {
        tag = tags.text;
        out.text(value);
        out.reserve(samples.length * sampleBytes);
      }
      out.bytes[tagAt] = this.#time(tag, at, before);
      before = at;
    }
  }

  #stream(frame: EncodableFrame): number {
    let stream = this.#streamOfView.get(frame.viewId);
    if (
      !stream ||
      stream.bootId !== frame.bootId ||
      stream.grantId !== frame.grantId ||
      stream.deviceId !== frame.deviceId
    ) {
      const { grantId, deviceId, bootId } = frame;
      const ids = this.#encoded(frame.viewId, grantId, deviceId, bootId);
      const encoded = this.#numbered(ids);
      stream = { grantId, deviceId, bootId, encoded, batch: 0, index: 0 };
      this.#streamOfView.set(frame.viewId, stream);
    }
    return this.#use(stream, this.#streams);
  }

  #shapeOf(body: { readonly samples: readonly Sample[] }): Shape {
    if (!(body instanceof SampleColumns)) return this.#shape(body.samples);
    const known = this.#shapeOfLayout.get(body.layout);
    if (known !== undefined) return known;
    const shape = this.#shape(body.samples);
    this.#shapeOfLayout.set(body.layout, shape);
    return shape;
  }

  #shape(samples: readonly Sample[]): Shape {
    if (samples.length > longestShape) return this.#newShape(samples);
    const first = samples[0]?.name ?? '';
    const found = this.#shapesByFirst.get(first)?.find((shape) => fits(shape, samples));
    if (found) return found;
    const shape = this.#newShape(samples);
    if (this.#rememberedSamples + samples.length > mostSamples) this.#forgetShapes();
    const known = this.#shapesByFirst.get(first) ?? [];
    this.#shapesByFirst.set(first, known);
    known.unshift(shape);
    const gone = known.length > shapesOfAName ? known.pop() : undefined;
    this.#rememberedSamples += samples.length - (gone?.samples.length ?? 0);
    return shape;
  }

  #newShape(samples: readonly Sample[]): Shape {
    const shape: Shape = {
      samples: samples.map(({ name, dataClass }) => ({ name, dataClass })),
      names: samples.map(({ name }) => this.#name(name)),
      classes: samples.map(({ dataClass }) => dataClasses.indexOf(dataClass)),
      classMask: samples.reduce((mask, { dataClass }) => mask | (1 << dataClasses.indexOf(dataClass)), 0),
      batch: 0,
      index: 0,
    };
    if (shape.classes.includes(-1)) throw new RangeError('A sample of no class');
    return shape;
  }

  #name(text: string): Name {
    let name = this.#nameOf.get(text);
    if (!name) this.#nameOf.set(text, (name = { encoded: this.#encoded(text), batch: 0, index: 0 }));
    return name;
  }

  #encoded(...texts: readonly string[]): Uint8Array {
    const out = this.#small;
    out.at = 0;
    for (const text of texts) out.text(text);
    return Uint8Array.prototype.slice.call(out.bytes, 0, out.at);
  }

  #numbered(ids: Uint8Array): Uint8Array {
    const out = this.#small;
    out.at = 0;
    out.number((this.#lastStream += 1));
    out.number(ids.length);
    out.raw(ids);
    return Uint8Array.prototype.slice.call(out.bytes, 0, out.at);
  }

  #use<T extends Remembered>(one: T, ofBatch: T[]): number {
    if (one.batch !== this.#batch) {
      one.batch = this.#batch;
      one.index = ofBatch.push(one) - 1;
    }
    return one.index;
  }

  #forget(): void {
    this.#batch += 1;
    this.#count = 0;
    this.#receivedAt = 0;
    this.#streams.length = this.#shapes.length = this.#names.length = 0;
    if (this.#streamOfView.size > mostRemembered) this.#streamOfView.clear();
    if (this.#shapesByFirst.size + this.#nameOf.size > mostRemembered) {
      this.#forgetShapes();
      this.#nameOf.clear();
    }
  }

  #forgetShapes(): void {
    this.#shapesByFirst.clear();
    this.#rememberedSamples = 0;
  }
}

function fits(shape: Shape, samples: readonly Sample[]): boolean {
  const { samples: own } = shape;
  if (own.length !== samples.length) return false;
  let index = 0;
  for (const { name, dataClass } of samples) {
    const mine = own[index];
    if (mine?.name !== name || mine.dataClass !== dataClass) return false;
    index += 1;
  }
  return true;
}

/** Telemetry's is its shape's. */
function maskOfLane(body: FrameBody): number {
  switch (body.lane) {
    case 'telemetry':
      return 0;
    case 'firmware':
      return 1 << dataClasses.indexOf('firmware');
    case 'error':
      return 1 << dataClasses.indexOf('errors');
    case 'log':
      return 1 << dataClasses.indexOf('logs');
    case 'output':
      return 1 << dataClasses.indexOf(body.dataClass);
  }
}

function isStep(difference: number): boolean {
  return Number.isInteger(difference) && Math.abs(difference) < 2 ** 51;
}

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}
