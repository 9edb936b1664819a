import { crc32, deflateRawSync } from 'node:zlib';
import type { DataClass } from '../../../domain/data-class.ts';
import type { FrameBody } from '../../../domain/frames.ts';
import type { BatchWalk, SampleSink, Shape } from '../batch-codec.ts';
import { encodeBody } from '../body-text.ts';
import { ByteWriter } from '../byte-writer.ts';
import { SeqRanges } from '../seq-ranges.ts';
import type { BlockRow } from '../stored-entry.ts';
import {
  type BlockEntry,
  entriesOf,
  headBytes,
  kinds,
  largestRaw,
  mostEntries,
  mostSamples,
  notTelemetry,
  type OpenBlock,
  version,
} from './block-codec.ts';
import { writeNumbers } from './number-column.ts';
import { type Bucket, grow, type Growing } from './rollup-codec.ts';

interface Column {
  readonly name: string;
  readonly dataClass: DataClass;
  readonly values: (number | string)[];
  /** From the first sample of their frame, or as they are. */
  readonly times: number[];
  /** In which bucket its samples were counted last. */
  bucket: Bucket | undefined;
  growing: Growing | undefined;
}

/** Header of an entry; `bucket`: where its samples are counted, if they are. */
export interface EntryHead extends Omit<BlockEntry, 'body'> {
  readonly bucket?: Bucket | undefined;
}

/** Makes a block of entries, one after the other. */
export class BlockBuilder implements SampleSink {
  count = 0;
  /** Of the entries as they lay in the journal. */
  bytes = 0;
  readonly #texts = new Dictionary();
  readonly #heads: (readonly number[])[] = [];
  readonly #knownHeads = new Map<string, number>();
  readonly #headOf: number[] = [];
  readonly #seqs: number[] = [];
  readonly #receivedAts: number[] = [];
  readonly #shapes: (readonly Column[])[] = [];
  readonly #knownShapes = new Map<string, number>();
  readonly #shapeOf: number[] = [];
  readonly #columns: Column[] = [];
  readonly #columnOf = new Map<string, number>();
  readonly #firsts: number[] = [];
  readonly #others: FrameBody[] = [];
  readonly #boots = new Map<string, SeqRanges>();
  #samples = 0;
  #relative = true;
  #receivedFrom = Number.POSITIVE_INFINITY;
  #receivedTo = Number.NEGATIVE_INFINITY;
  #classMask = 0;
  // What the last entry was like: the next one is mostly like it.
  #last: EntryHead | undefined;
  #head = 0;
  #ranges = new SeqRanges();
  #shape: readonly Column[] = [];
  #shapeIndex = notTelemetry;
  #first = 0;

  /** Throws a RangeError for more than a block holds. */
  add(entry: BlockEntry): void {
    const { body } = entry;
    this.#begin(entry);
    if (body.lane !== 'telemetry') return this.#addOther(body);
    const { samples } = body;
    const names = samples.map(({ name }) => name);
    this.#useShape(
      names,
      samples.map(({ dataClass }) => dataClass),
    );
    this.#beginSamples(samples.length);
    for (let index = 0; index < samples.length; index += 1) {
      const sample = samples[index];
      if (sample) this.sample(index, sample.value, sample.at);
    }
    if (samples.length === 0) this.#firsts.push(0);
  }

  /** All of another block, column by column, as its entries one by one would be. Throws as `add`, and CorruptBytes. */
  addBlock(block: OpenBlock): void {
    if (!block.relative || !this.#relative) {
      for (const entry of entriesOf(block)) this.add(entry);
      return;
    }
    const columns = block.columns.map((from) => {
      const own = this.#columns[this.#column(from.name, from.dataClass)];
      const { values, times } = from.read();
      for (const value of values) own?.values.push(value);
      for (const time of times) own?.times.push(time);
      return { name: from.name, dataClass: from.dataClass };
    });
    let last: readonly number[] | undefined;
    for (let index = 0; index < block.count; index += 1) {
      const receivedAt = block.receivedAt[index] ?? 0;
      this.#begin({ ...block.head(index), seq: block.seq[index] ?? 0, receivedAt });
      const shape = block.shapeOf(index);
      if (!shape) {
        this.#shapeOf.push(notTelemetry);
        continue;
      }
      if (shape !== last) {
        const own = shape.flatMap((column) => columns[column] ?? []);
        this.#useShape(
          own.map(({ name }) => name),
          own.map(({ dataClass }) => dataClass),
        );
        last = shape;
      }
      this.#beginSamples(shape.length);
      this.#firsts.push(block.firstAt(index) - receivedAt);
    }
    for (const other of block.bodies()) this.#others.push(other);
  }

  /** Of the journal, its body still encoded. Throws as `add`, and CorruptBytes. */
  addEncoded(head: EntryHead, walk: BatchWalk, place: { at: number; end: number; isJson: boolean }): void {
    this.#begin(head);
    this.bytes += place.end - place.at;
    if (place.isJson) return this.#addOther(walk.readJson(place.at, place.end));
    const firsts = this.#firsts.length;
    walk.readSamples(place.at, place.end, head.receivedAt, this);
    if (this.#firsts.length === firsts) this.#firsts.push(0);
  }

  /** Seqs that were of blocks which this one replaces, whether their frames are still there or not. */
  addBoots(boots: BlockRow['boots']): void {
    for (const [bootId, ends] of Object.entries(boots)) {
      const ranges = this.#rangesOf(bootId);
      for (let index = 0; index < ends.length; index += 2) ranges.addRange(ends[index] ?? 0, ends[index + 1] ?? 0);
    }
  }

  // SampleSink

  begin({ names, classes }: Shape): void {
    this.#useShape(names, classes);
    this.#beginSamples(names.length);
  }

  sample(index: number, value: number | string, at: number): void {
    const column = this.#shape[index];
    if (!column) return;
    if (index === 0) {
      this.#first = at;
      this.#firsts.push(at - (this.#last?.receivedAt ?? 0));
    }
    // Most samples of a frame have the time of its first.
    if (this.#relative && (index === 0 || at !== this.#first || at === 0) && !isPlain(at)) this.#makeAbsolute();
    column.values.push(value);
    column.times.push(this.#relative ? at - this.#first : at);
    const bucket = this.#last?.bucket;
    if (!bucket || typeof value !== 'number') return;
    if (column.bucket !== bucket || !column.growing) {
      column.bucket = bucket;
      column.growing = bucket.growing(column.name, column.dataClass);
    }
    grow(column.growing, value);
  }

  /** Whole, but for what only its place among others says. */
  finish(): Pick<BlockRow, 'frames' | 'receivedFrom' | 'receivedTo' | 'classMask' | 'boots' | 'body'> {
    return {
      frames: this.count,
      receivedFrom: this.#receivedFrom,
      receivedTo: this.#receivedTo,
      classMask: this.#classMask,
      boots: Object.fromEntries([...this.#boots].map(([bootId, own]) => [bootId, own.ends()])),
      body: this.#encode(),
    };
  }

  #begin(head: EntryHead): void {
    const { bootId, source, kind, seq, receivedAt, classMask } = head;
    if (this.count === mostEntries) throw new RangeError(`A block holds ${mostEntries} frames`);
    const last = this.#last;
    if (last?.bootId !== bootId || last.source !== source || last.kind !== kind || last.classMask !== classMask) {
      const parts = [bootId, source, kind].map((text) => this.#texts.indexOf(text)).concat(classMask);
      const key = parts.join();
      this.#head = this.#knownHeads.get(key) ?? this.#heads.push(parts) - 1;
      this.#knownHeads.set(key, this.#head);
      this.#ranges = this.#rangesOf(bootId);
      this.#classMask |= classMask;
    }
    this.#last = head;
    this.count += 1;
    this.#headOf.push(this.#head);
    this.#seqs.push(seq);
    this.#receivedAts.push(receivedAt);
    this.#ranges.add(seq);
    if (receivedAt < this.#receivedFrom) this.#receivedFrom = receivedAt;
    if (receivedAt > this.#receivedTo) this.#receivedTo = receivedAt;
  }

  #addOther(body: FrameBody): void {
    this.#shapeOf.push(notTelemetry);
    this.#others.push(body);
  }

  #beginSamples(count: number): void {
    this.#shapeOf.push(this.#shapeIndex);
    this.#samples += count;
    if (this.#samples > mostSamples) throw new RangeError(`A block holds ${mostSamples} samples`);
  }

  /** Mostly that of the entry before. */
  #useShape(names: readonly string[], classes: readonly DataClass[]): void {
    const shape = this.#shape;
    let index = 0;
    if (this.#shapeIndex !== notTelemetry && names.length === shape.length) {
      while (index < shape.length && shape[index]?.name === names[index] && shape[index]?.dataClass === classes[index])
        index += 1;
      if (index === shape.length) return;
    }
    const columns = names.map((name, each) => this.#column(name, classes[each] ?? 'logs'));
    const key = columns.join();
    this.#shape = columns.flatMap((each) => this.#columns[each] ?? []);
    this.#shapeIndex = this.#knownShapes.get(key) ?? this.#shapes.push(this.#shape);
    this.#knownShapes.set(key, this.#shapeIndex);
  }

  #column(name: string, dataClass: DataClass): number {
    const key = `${dataClass} ${name}`;
    const known = this.#columnOf.get(key);
    if (known !== undefined) return known;
    const column = { name, dataClass, values: [], times: [], bucket: undefined, growing: undefined };
    const index = this.#columns.push(column) - 1;
    this.#columnOf.set(key, index);
    return index;
  }

  /** A device's clock said what is no whole number of ms: differences would not be exact. */
  #makeAbsolute(): void {
    this.#relative = false;
    const next = new Map<Column, number>();
    let telemetry = 0;
    for (const [entry, shapeIndex] of this.#shapeOf.entries()) {
      if (shapeIndex === notTelemetry) continue;
      const first = (this.#firsts[telemetry] ?? 0) + (this.#receivedAts[entry] ?? 0);
      telemetry += 1;
      for (const column of this.#shapes[shapeIndex - 1] ?? []) {
        const at = next.get(column) ?? 0;
        const time = column.times[at];
        if (time !== undefined) column.times[at] = time + first;
        next.set(column, at + 1);
      }
    }
  }

  #rangesOf(bootId: string): SeqRanges {
    let own = this.#boots.get(bootId);
    if (!own) this.#boots.set(bootId, (own = new SeqRanges()));
    return own;
  }

  #encode(): Uint8Array {
    const texts = this.#texts;
    const to = new ByteWriter(4096);
    to.number(this.#heads.length);
    for (const head of this.#heads) for (const part of head) to.number(part);
    for (const column of [this.#headOf, this.#seqs, this.#receivedAts]) writeNumbers(to, column);
    to.number(this.#shapes.length);
    for (const shape of this.#shapes) {
      to.number(shape.length);
      for (const { name, dataClass } of shape) to.number(this.#column(name, dataClass));
    }
    writeNumbers(to, this.#shapeOf);
    to.byte(this.#relative ? 1 : 0);
    if (this.#relative) writeNumbers(to, this.#firsts);
    to.number(this.#columns.length);
    const parts = new ByteWriter(4096);
    for (const { name, dataClass, values, times } of this.#columns) {
      const begin = parts.at;
      writeNumbers(parts, times);
      writeValues(parts, values, texts);
      to.number(texts.indexOf(name));
      to.number(texts.indexOf(dataClass));
      to.number(values.length);
      to.number(parts.at - begin);
    }
    to.raw(written(parts));
    for (const body of this.#others) to.text(encodeBody(body));

    const whole = new ByteWriter(to.at + 1024);
    whole.number(this.count);
    whole.number(texts.all.length);
    for (const text of texts.all) whole.text(text);
    whole.raw(written(to));
    if (whole.at > largestRaw) throw new RangeError(`A block of ${whole.at} bytes is too large`);
    return seal(written(whole));
  }
}

/** A whole number of ms, of which differences are exact. */
function isPlain(at: number): boolean {
  return Number.isInteger(at) && Math.abs(at) < 2 ** 50 && !Object.is(at, -0);
}

class Dictionary {
  readonly all: string[] = [];
  readonly #index = new Map<string, number>();

  indexOf(text: string): number {
    let index = this.#index.get(text);
    if (index === undefined) {
      index = this.all.push(text) - 1;
      this.#index.set(text, index);
    }
    return index;
  }
}

function writeValues(to: ByteWriter, values: readonly (number | string)[], texts: Dictionary): void {
  if (values.every((value) => typeof value === 'number')) {
    to.byte(kinds.numbers);
    return writeNumbers(to, values);
  }
  const words = values.filter((value) => typeof value === 'string').map((word) => texts.indexOf(word));
  if (words.length === values.length) to.byte(kinds.words);
  else {
    to.byte(kinds.both);
    writeNumbers(
      to,
      values.map((value) => (typeof value === 'string' ? 1 : 0)),
    );
    writeNumbers(
      to,
      values.filter((value) => typeof value === 'number'),
    );
  }
  writeNumbers(to, words);
}

function written({ bytes, at }: ByteWriter): Buffer {
  return bytes.subarray(0, at);
}

function seal(bytes: Uint8Array): Uint8Array {
  const body = deflateRawSync(bytes, { level: 3 });
  const sealed = Buffer.allocUnsafeSlow(headBytes + body.length);
  sealed[0] = version;
  sealed.writeUInt32LE(crc32(body), 1);
  sealed.set(body, headBytes);
  return sealed;
}
