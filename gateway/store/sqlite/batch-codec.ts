import { dataClasses } from '../../domain/data-class.ts';
import type { FrameBody, FrameKind, Sample, Source } from '../../domain/frames.ts';
import type { BootId, DeviceId, GrantId, ViewId } from '../../domain/ids.ts';
import { ByteReader, CorruptBytes } from './byte-reader.ts';
import { decodeBody } from './body-text.ts';
import type { StoredEntry } from './stored-entry.ts';

/**
 * Reads a batch: the body of a row of `journal`, made by batch-encoder.ts. It stands by itself:
 *
 *     format (1 byte) | entries | streams | shapes | names | place of the streams (uint32) | number of entries (uint32)
 *
 * A stream: the number that its encoder knows it by and no other gives, bytes of what follows, the ids of View, grant, device and boot.
 * An entry: index of its stream, seq, kind and source (a byte), receivedAt (difference from the entry before), mask of its
 * classes, length of its body (uint32), body. The body of telemetry: index of its shape (names and classes), then a tag, a
 * value and a time a sample. That of any other lane: JSON (`encodeBody`).
 */
export const batchFormat = 1;
export const footerBytes = 8;

/** The order of both is in the files: never reorder. */
export const kinds: readonly FrameKind[] = ['live', 'historical', 'backlog'];
export const sources: readonly Source[] = ['telemetry', 'firmware', 'error', 'log', 'output', 'homie', 'homeassistant'];

/** In the byte of kind (2 bits) and source (4 bits). */
export const isJson = 0x80;

/** The tag of a sample: how its value lies there (3 bits), and whether its time is another than that of the sample before. */
export const tags = {
  double: 0,
  float: 1,
  whole: 2,
  /** -1 - value. */
  negative: 3,
  text: 4,
  otherTime: 0x08,
  /** As a double: what is not a whole number, and -0. */
  oddTime: 0x10,
} as const;

/** Of whom an entry is: one (grant, View, device) and one boot. */
export interface BatchStream {
  readonly viewId: ViewId;
  readonly grantId: GrantId;
  readonly deviceId: DeviceId;
  readonly bootId: BootId;
}

/** What a body of telemetry has samples of, in their order. */
export interface Shape {
  readonly names: readonly string[];
  readonly classes: readonly Sample['dataClass'][];
}

/** Takes samples without their being made objects. */
export interface SampleSink {
  begin(shape: Shape): void;
  sample(index: number, value: number | string, at: number): void;
}

/** An entry of which only the header was read so far. */
export interface BatchEntry extends StoredEntry {
  readonly deviceId: DeviceId;
  readonly grantId: GrantId;
  /** Of the body, as it is encoded. */
  readonly bodyBytes: number;
}

/** Every entry, in the order of arrival. Its body is decoded when it is asked for, each time. @throws CorruptBytes */
export function* readBatch(bytes: Uint8Array): Generator<BatchEntry, void, undefined> {
  const walk = new BatchWalk(bytes);
  while (walk.next()) yield walk.entry();
}

/** Goes through the headers of a batch, entry by entry, without making anything of the rest. @throws CorruptBytes */
export class BatchWalk {
  /** How many entries there are in all. */
  readonly count: number;
  readonly streams: readonly BatchStream[];
  /** Of the entry that `next` went to. */
  stream = -1;
  seq = 0;
  kind = 0;
  source = 0;
  /** Kind, source and whether the body is JSON, as they lie there. */
  what = 0;
  receivedAt = 0;
  classMask = 0;
  bodyAt = 0;
  bodyEnd = 0;
  readonly #reader: ByteReader;
  readonly #shapesAt: number;
  #shapes: readonly Shape[] | undefined;
  #bodies: ByteReader | undefined;
  #json = false;
  #left: number;

  /** `known`: of whoever walks through many batches, so that who is heard again and again is decoded once. */
  constructor(bytes: Uint8Array, known?: KnownStreams) {
    const reader = new ByteReader(bytes);
    const footer = bytes.length - footerBytes;
    if (footer < 1 || bytes[0] !== batchFormat) throw new CorruptBytes('not a batch of this format', 0);
    reader.at = footer;
    const streamsAt = reader.uint32();
    this.count = this.#left = reader.uint32();
    if (streamsAt < 1 || streamsAt > footer) throw new CorruptBytes('no dictionary', footer);
    reader.at = streamsAt;
    reader.end = footer;
    this.streams = Array.from({ length: reader.count() }, () => readStream(reader, known));
    this.#shapesAt = reader.at;
    reader.at = 1;
    reader.end = streamsAt;
    this.#reader = reader;
  }

  /** False: there is none any more. */
  next(): boolean {
    const reader = this.#reader;
    if (this.#left === 0) {
      if (reader.at !== reader.end) throw new CorruptBytes('more than was announced', reader.at);
      return false;
    }
    this.#left -= 1;
    this.#header();
    return true;
  }

  /** Where the header of the entry begins that `next` would go to. */
  get at(): number {
    return this.#reader.at;
  }

  /** The entry whose header begins there, wherever the walk is; `receivedAt`: of the one before it. */
  entryAt(at: number, receivedAt: number): BatchEntry {
    this.#reader.at = at;
    this.receivedAt = receivedAt;
    this.#header();
    return this.entry();
  }

  #header(): void {
    const reader = this.#reader;
    this.stream = reader.number();
    this.seq = reader.number();
    const what = (this.what = reader.byte());
    this.kind = what & 3;
    this.source = (what >> 2) & 15;
    this.#json = (what & isJson) !== 0;
    this.receivedAt += unzigzag(reader.number());
    this.classMask = reader.number();
    const length = reader.uint32();
    this.bodyAt = reader.at;
    this.bodyEnd = reader.at + length;
    if (this.bodyEnd > reader.end) throw new CorruptBytes('a body ends too early', reader.at);
    if (this.stream >= this.streams.length || !kinds[this.kind] || !sources[this.source])
      throw new CorruptBytes('an entry of nobody, or of no kind', reader.at);
    reader.at = this.bodyEnd;
  }

  /** Whether the entry that `next` went to is of another lane than telemetry. */
  get isJson(): boolean {
    return this.#json;
  }

  /** The samples of an entry that `next` once went to: a body of telemetry, of the time when it was received. */
  readSamples(at: number, end: number, receivedAt: number, sink: SampleSink): void {
    const reader = (this.#bodies ??= new ByteReader(this.#reader.bytes));
    reader.at = at;
    reader.end = end;
    const shape = this.#shapeOf(reader);
    sink.begin(shape);
    readSamples(reader, shape.names.length, receivedAt, sink);
  }

  /** The body of an entry of another lane that `next` once went to. */
  readJson(at: number, end: number): FrameBody {
    return parse(this.#reader.bytes.toString('utf8', at, end), at);
  }

  /** Whose the entry is that `next` went to. */
  get whose(): BatchStream {
    return known(this.streams, this.stream);
  }

  /** The body of the entry that `next` went to. */
  body(): FrameBody {
    return this.#body(this.bodyAt, this.bodyEnd, this.#json, this.receivedAt);
  }

  /** The entry that `next` went to, for later. */
  entry(): BatchEntry {
    const { viewId, grantId, deviceId, bootId } = this.whose;
    const { seq, receivedAt, classMask, bodyAt, bodyEnd } = this;
    const json = this.#json;
    const bodyOf = () => this.#body(bodyAt, bodyEnd, json, receivedAt);
    return {
      viewId,
      grantId,
      deviceId,
      bootId,
      seq,
      source: known(sources, this.source),
      kind: known(kinds, this.kind),
      receivedAt,
      classMask,
      bodyBytes: bodyEnd - bodyAt,
      get body() {
        return bodyOf();
      },
    };
  }

  #body(at: number, end: number, json: boolean, receivedAt: number): FrameBody {
    const { bytes } = this.#reader;
    if (json) return this.readJson(at, end);
    const reader = new ByteReader(bytes, at, end);
    return readTelemetry(reader, this.#shapeOf(reader), receivedAt);
  }

  #shapeOf(reader: ByteReader): Shape {
    const { bytes } = this.#reader;
    this.#shapes ??= readShapes(new ByteReader(bytes, this.#shapesAt, bytes.length - footerBytes));
    const shape = this.#shapes[reader.number()];
    if (!shape) throw new CorruptBytes('a body of no shape', reader.at);
    return shape;
  }
}

const mostKnown = 20_000;

/** Who was in batches before, by the number that their encoder gave them and no other gives. */
export class KnownStreams {
  readonly #known = new Map<number, BatchStream>();

  get(number: number): BatchStream | undefined {
    return this.#known.get(number);
  }

  add(number: number, stream: BatchStream): void {
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(number, stream);
  }
}

function known<T>(from: readonly T[], index: number): T {
  const one = from[index];
  if (one === undefined) throw new CorruptBytes('an entry of nobody, or a sample of no name', index);
  return one;
}

function parse(text: string, at: number): FrameBody {
  try {
    return decodeBody(text);
  } catch {
    throw new CorruptBytes('a body is no JSON', at);
  }
}

function readStream(reader: ByteReader, known: KnownStreams | undefined): BatchStream {
  const number = reader.number();
  const length = reader.number();
  const before = known?.get(number);
  if (before) {
    reader.skip(length);
    return before;
  }
  const stream: BatchStream = {
    viewId: reader.text() as ViewId,
    grantId: reader.text() as GrantId,
    deviceId: reader.text() as DeviceId,
    bootId: reader.text() as BootId,
  };
  known?.add(number, stream);
  return stream;
}

function readShapes(reader: ByteReader): readonly Shape[] {
  const shapes = Array.from({ length: reader.count() }, () =>
    Array.from({ length: reader.count() }, () => reader.number()),
  );
  const names = Array.from({ length: reader.count() }, () => reader.text());
  if (reader.at !== reader.end) throw new CorruptBytes('more than was announced', reader.at);
  return shapes.map((samples) => ({
    names: samples.map((one) => known(names, Math.floor(one / 8))),
    classes: samples.map((one) => known(dataClasses, one % 8)),
  }));
}

function readTelemetry(reader: ByteReader, { names, classes }: Shape, receivedAt: number): FrameBody {
  const samples: Sample[] = [];
  readSamples(reader, names.length, receivedAt, {
    sample: (index, value, at) =>
      samples.push({ name: known(names, index), dataClass: known(classes, index), value, at }),
  });
  return { lane: 'telemetry', samples };
}

function readSamples(reader: ByteReader, count: number, receivedAt: number, sink: Pick<SampleSink, 'sample'>): void {
  let at = receivedAt;
  for (let index = 0; index < count; index += 1) {
    const tag = reader.byte();
    const value = readValue(reader, tag & 7);
    if ((tag & tags.oddTime) !== 0) at = reader.double();
    else if ((tag & tags.otherTime) !== 0) at += unzigzag(reader.number());
    sink.sample(index, value, at);
  }
  if (reader.at !== reader.end) throw new CorruptBytes('a body goes on', reader.at);
}

function readValue(reader: ByteReader, tag: number): number | string {
  switch (tag) {
    case tags.double:
      return reader.double();
    case tags.float:
      return reader.float();
    case tags.whole:
      return reader.number();
    case tags.negative:
      return -1 - reader.number();
    case tags.text:
      return reader.text();
    default:
      throw new CorruptBytes('a value of no kind', reader.at);
  }
}

function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}
