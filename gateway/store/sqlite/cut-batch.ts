import { batchFormat, BatchWalk, footerBytes } from './batch-codec.ts';
import { ByteReader, CorruptBytes } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

/**
 * A batch of some of another's entries: their bodies are copied as they are, dictionaries have only what these need, so that no id
 * and no metric's name of the others stays behind. Undefined: none is left. @throws CorruptBytes
 */
export function cutBatch(batch: Buffer, keeps: (entry: BatchWalk, index: number) => boolean): Buffer | undefined {
  const walk = new BatchWalk(batch);
  const dictionary = new Dictionary(batch);
  const body = new ByteReader(batch);
  const out = new ByteWriter(batch.length + footerBytes);
  let [count, receivedAt] = [0, 0];
  out.byte(batchFormat);
  for (let index = 0; walk.next(); index += 1) {
    if (!keeps(walk, index)) continue;
    out.number(dictionary.streams.use(walk.stream));
    out.number(walk.seq);
    out.byte(walk.what);
    const difference = walk.receivedAt - receivedAt;
    out.number(difference < 0 ? -2 * difference - 1 : 2 * difference);
    out.number(walk.classMask);
    out.reserve(4);
    const lengthAt = out.at;
    out.at += 4;
    body.at = walk.bodyAt;
    body.end = walk.bodyEnd;
    if (!walk.isJson) out.number(dictionary.shapes.use(body.number()));
    out.raw(batch.subarray(body.at, body.end));
    out.view.setUint32(lengthAt, out.at - lengthAt - 4, true);
    receivedAt = walk.receivedAt;
    count += 1;
  }
  if (count === 0) return undefined;
  const streamsAt = out.at;
  dictionary.write(out);
  out.reserve(footerBytes);
  out.view.setUint32(out.at, streamsAt, true);
  out.view.setUint32(out.at + 4, count, true);
  return out.bytes.subarray(0, out.at + footerBytes);
}

/** A part of a dictionary, of which what is used gets numbers anew. */
class Part<T> {
  readonly #all: readonly T[];
  readonly #numberOf = new Map<number, number>();

  constructor(all: readonly T[]) {
    this.#all = all;
  }

  use(number: number): number {
    let own = this.#numberOf.get(number);
    if (own === undefined) {
      if (number >= this.#all.length) throw new CorruptBytes('an entry of nobody, or of no shape', number);
      this.#numberOf.set(number, (own = this.#numberOf.size));
    }
    return own;
  }

  used(): readonly T[] {
    return [...this.#numberOf.keys()].flatMap((number) => this.#all[number] ?? []);
  }
}

class Dictionary {
  readonly streams: Part<Buffer>;
  readonly shapes: Part<{ readonly samples: readonly number[] }>;
  readonly #names: Part<Buffer>;

  constructor(batch: Buffer) {
    const reader = new ByteReader(batch);
    reader.at = batch.length - footerBytes;
    reader.at = reader.uint32();
    reader.end = batch.length - footerBytes;
    const each = <T>(read: () => T): T[] => Array.from({ length: reader.count() }, read);
    const bytesOf = (skip: () => void): Buffer => {
      const begin = reader.at;
      skip();
      return batch.subarray(begin, reader.at);
    };
    this.streams = new Part(
      each(() =>
        bytesOf(() => {
          reader.number();
          reader.skip(reader.number());
        }),
      ),
    );
    this.shapes = new Part(each(() => ({ samples: each(() => reader.number()) })));
    this.#names = new Part(each(() => bytesOf(() => reader.text())));
  }

  write(out: ByteWriter): void {
    const streams = this.streams.used();
    out.number(streams.length);
    for (const stream of streams) out.raw(stream);
    const shapes = this.shapes.used();
    out.number(shapes.length);
    for (const { samples } of shapes) {
      out.number(samples.length);
      for (const one of samples) out.number(this.#names.use(Math.floor(one / 8)) * 8 + (one % 8));
    }
    const names = this.#names.used();
    out.number(names.length);
    for (const name of names) out.raw(name);
  }
}
