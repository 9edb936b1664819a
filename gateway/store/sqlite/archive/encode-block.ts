import { crc32, deflateRawSync } from 'node:zlib';
import type { DataClass } from '../../../domain/data-class.ts';
import type { Sample } from '../../../domain/frames.ts';
import { encodeBody } from '../body-text.ts';
import { ByteWriter } from '../byte-writer.ts';
import {
  type BlockEntry,
  headBytes,
  kinds,
  largestRaw,
  mostEntries,
  mostSamples,
  notTelemetry,
  version,
} from './block-codec.ts';
import { writeNumbers } from './number-column.ts';

interface Column {
  readonly name: string;
  readonly dataClass: DataClass;
  readonly values: (number | string)[];
  /** From the first sample of their frame, or as they are. */
  readonly times: number[];
}

/**
 * Of one View, in the order of arrival, which is kept; nothing is lost but the payload of a NaN.
 * @throws RangeError for more than a block holds
 */
export function encodeBlock(entries: readonly BlockEntry[]): Uint8Array {
  if (entries.length > mostEntries) throw new RangeError(`A block holds ${mostEntries} frames, not ${entries.length}`);
  const texts = new Dictionary();
  const { heads, headOf } = gatherHeads(entries, texts);
  const relative = entries.every(hasPlainTimes);
  const { shapes, shapeOf, columns, firsts } = gatherColumns(entries, relative);

  const to = new ByteWriter(4096);
  to.number(heads.length);
  for (const head of heads) for (const part of head) to.number(part);
  writeNumbers(to, headOf);
  writeNumbers(
    to,
    entries.map(({ seq }) => seq),
  );
  writeNumbers(
    to,
    entries.map(({ receivedAt }) => receivedAt),
  );
  to.number(shapes.length);
  for (const shape of shapes) {
    to.number(shape.length);
    for (const column of shape) to.number(column);
  }
  writeNumbers(to, shapeOf);
  to.byte(relative ? 1 : 0);
  writeNumbers(to, firsts);
  to.number(columns.length);
  const parts = new ByteWriter(1024);
  for (const column of columns) {
    const begin = parts.at;
    writeNumbers(parts, column.times);
    writeValues(parts, column.values, texts);
    to.number(texts.indexOf(column.name));
    to.number(texts.indexOf(column.dataClass));
    to.number(column.values.length);
    to.number(parts.at - begin);
  }
  to.raw(written(parts));
  for (const { body } of entries) if (body.lane !== 'telemetry') to.text(encodeBody(body));

  const whole = new ByteWriter(to.at + 1024);
  whole.number(entries.length);
  whole.number(texts.all.length);
  for (const text of texts.all) whole.text(text);
  whole.raw(written(to));
  if (whole.at > largestRaw) throw new RangeError(`A block of ${whole.at} bytes is too large`);
  return seal(written(whole));
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

function gatherHeads(entries: readonly BlockEntry[], texts: Dictionary) {
  const heads: (readonly number[])[] = [];
  const headOf: number[] = [];
  const known = new Map<string, number>();
  let before: BlockEntry | undefined;
  let head = 0;
  for (const entry of entries) {
    const { bootId, source, kind, classMask } = entry;
    const same =
      before?.bootId === bootId && before.source === source && before.kind === kind && before.classMask === classMask;
    if (!same) {
      const parts = [texts.indexOf(bootId), texts.indexOf(source), texts.indexOf(kind), classMask];
      const key = parts.join();
      head = known.get(key) ?? heads.push(parts) - 1;
      known.set(key, head);
    }
    before = entry;
    headOf.push(head);
  }
  return { heads, headOf };
}

/** Whole numbers of ms, whose differences are exact. */
function hasPlainTimes({ body }: BlockEntry): boolean {
  return (
    body.lane !== 'telemetry' ||
    body.samples.every(({ at }) => Number.isInteger(at) && Math.abs(at) < 2 ** 50 && !Object.is(at, -0))
  );
}

function gatherColumns(entries: readonly BlockEntry[], relative: boolean) {
  const columns: Column[] = [];
  const columnOf = new Map<string, number>();
  const shapes: (readonly number[])[] = [];
  const knownShapes = new Map<string, number>();
  const shapeOf: number[] = [];
  const firsts: number[] = [];
  let samples = 0;
  let shape: readonly number[] = [];
  let shapeIndex = notTelemetry;

  const isOf = (body: readonly Sample[]): boolean => {
    if (shapeIndex === notTelemetry || body.length !== shape.length) return false;
    for (let index = 0; index < body.length; index += 1) {
      const column = columns[shape[index] ?? -1];
      if (column?.name !== body[index]?.name || column?.dataClass !== body[index]?.dataClass) return false;
    }
    return true;
  };
  const takeShape = (body: readonly Sample[]): void => {
    shape = body.map(({ name, dataClass }) => {
      const key = `${dataClass} ${name}`;
      const column = columnOf.get(key) ?? columns.push({ name, dataClass, values: [], times: [] }) - 1;
      columnOf.set(key, column);
      return column;
    });
    const key = shape.join();
    shapeIndex = knownShapes.get(key) ?? shapes.push(shape);
    knownShapes.set(key, shapeIndex);
  };

  for (const { body, receivedAt } of entries) {
    if (body.lane !== 'telemetry') {
      shapeOf.push(notTelemetry);
      continue;
    }
    if (!isOf(body.samples)) takeShape(body.samples);
    samples += body.samples.length;
    if (samples > mostSamples) throw new RangeError(`A block holds ${mostSamples} samples`);
    shapeOf.push(shapeIndex);
    const first = relative ? (body.samples[0]?.at ?? receivedAt) : 0;
    if (relative) firsts.push(first - receivedAt);
    for (let index = 0; index < body.samples.length; index += 1) {
      const sample = body.samples[index];
      const column = columns[shape[index] ?? -1];
      if (!sample || !column) continue;
      column.values.push(sample.value);
      column.times.push(sample.at - first);
    }
  }
  return { shapes, shapeOf, columns, firsts };
}

function writeValues(to: ByteWriter, values: readonly (number | string)[], texts: Dictionary): void {
  const numbers = values.filter((value) => typeof value === 'number');
  const words = values.filter((value) => typeof value === 'string');
  const kind = words.length === 0 ? kinds.numbers : numbers.length === 0 ? kinds.words : kinds.both;
  to.byte(kind);
  if (kind === kinds.both)
    writeNumbers(
      to,
      values.map((value) => (typeof value === 'string' ? 1 : 0)),
    );
  writeNumbers(to, numbers);
  writeNumbers(
    to,
    words.map((word) => texts.indexOf(word)),
  );
}

function written({ bytes, at }: ByteWriter): Buffer {
  return bytes.subarray(0, at);
}

function seal(bytes: Uint8Array): Uint8Array {
  const body = deflateRawSync(bytes, { level: 3 });
  const sealed = Buffer.allocUnsafe(headBytes + body.length);
  sealed[0] = version;
  sealed.writeUInt32LE(crc32(body), 1);
  sealed.set(body, headBytes);
  return sealed;
}
