import type { Pack, PackMetric } from '../domain/pack.ts';
import { SampleColumns, SampleLayout } from '../domain/sample-columns.ts';
import type { MetricTable } from './birth.ts';
import { aliasesOf, timesOf, type UsualTelemetry } from './usual-telemetry.ts';

/** A message of more is read sample by sample. */
const mostColumns = 64;
/** A device says few kinds of messages; of one that makes up new ones all the time, the rest is read sample by sample. */
const mostOfLink = 8;
/** Of one pack, for all devices of that model. */
const mostOfPack = 512;

/** One kind of message: its column of aliases as it is written, what that means, and what each value may be. */
interface MessageKind {
  readonly aliases: Uint8Array;
  readonly layout: SampleLayout;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** Of an enum: its numbers. */
  readonly numbers: readonly (PackMetric['values'] | undefined)[];
  /** To be copied and filled: an array that holds fractions from the beginning is never converted. */
  readonly blank: readonly number[];
}

/** Shared by all links of a pack, so that what others work out for a layout is worked out once. */
const kindsOfPack = new WeakMap<Pack, Map<string, MessageKind>>();

/** The column of values, as bytes and as numbers; of the last message alone. */
const numbers = new Float64Array(mostColumns);
const bytes = new Uint8Array(numbers.buffer);

/**
 * Reads the columns of one link's messages since its Birth without looking at each alias: a device says the same metrics in the
 * same order again and again.
 */
export class ColumnReader {
  readonly #pack: Pack;
  readonly #table: MetricTable;
  readonly #kinds: MessageKind[] = [];

  constructor(pack: Pack, table: MetricTable) {
    this.#pack = pack;
    this.#table = table;
  }

  /** undefined: something in it is to be dropped, or it is of no common kind: it is to be read sample by sample. */
  read(payload: Uint8Array, found: UsualTelemetry): SampleColumns | undefined {
    const { count, baseAt } = found;
    if (count > mostColumns) return undefined;
    const kind = this.#kindOf(payload, found);
    if (kind === undefined) return undefined;
    const from = found.valuesAt;
    for (let index = 0; index < 8 * count; index += 1) bytes[index] = payload[from + index] as number;
    const { least, most } = kind;
    const values = kind.blank.slice();
    for (let column = 0; column < count; column += 1) {
      const value = numbers[column] as number;
      // What says "not measurable" (NaN) is neither; nor is a number that stands for no word.
      if (value < (least[column] as number) || value > (most[column] as number)) return undefined;
      const words = kind.numbers[column];
      if (words !== undefined && value === value && !words.has(value)) return undefined;
      values[column] = value;
    }
    const times = timesOf(payload, found);
    return new SampleColumns(kind.layout, values, times?.[0] ?? baseAt, times);
  }

  #kindOf(payload: Uint8Array, found: UsualTelemetry): MessageKind | undefined {
    for (const kind of this.#kinds) if (isWritten(kind.aliases, payload, found)) return kind;
    if (this.#kinds.length >= mostOfLink) return undefined;
    const metrics: PackMetric[] = [];
    for (const alias of aliasesOf(payload, found)) {
      const metric = this.#table.byAlias.get(alias);
      const isNumber = metric !== undefined && metric.type !== 'text' && metric.dataClass !== 'firmware';
      if (!isNumber || metrics.includes(metric)) return undefined;
      metrics.push(metric);
    }
    const kind = sharedKind(this.#pack, payload.slice(found.aliasesAt, found.aliasesEnd), metrics);
    this.#kinds.push(kind);
    return kind;
  }
}

function isWritten(aliases: Uint8Array, payload: Uint8Array, { aliasesAt, aliasesEnd }: UsualTelemetry): boolean {
  const { length } = aliases;
  if (aliasesEnd - aliasesAt !== length) return false;
  for (let index = 0; index < length; index += 1) if (aliases[index] !== payload[aliasesAt + index]) return false;
  return true;
}

function sharedKind(pack: Pack, aliases: Uint8Array, metrics: readonly PackMetric[]): MessageKind {
  let known = kindsOfPack.get(pack);
  if (known === undefined) kindsOfPack.set(pack, (known = new Map()));
  const names = metrics.map(({ name }) => name).join('\n');
  const key = `${aliases.join()}\n${names}`;
  const kind = known.get(key);
  if (kind !== undefined) return kind;
  // Devices that number their metrics otherwise still share the layout.
  const alike = [...known.values()].find(({ layout }) => layout.names.join('\n') === names);
  const made = makeKind(aliases, metrics, alike?.layout ?? new SampleLayout(metrics));
  known.set(key, made);
  const [oldest] = known.keys();
  if (oldest !== undefined && known.size > mostOfPack) known.delete(oldest);
  return made;
}

function makeKind(aliases: Uint8Array, metrics: readonly PackMetric[], layout: SampleLayout): MessageKind {
  return {
    aliases: Uint8Array.from(aliases),
    layout,
    least: Float64Array.from(metrics, (metric) =>
      isEnum(metric) ? -Infinity : (metric.range?.[0] ?? -Number.MAX_VALUE),
    ),
    most: Float64Array.from(metrics, (metric) => (isEnum(metric) ? Infinity : (metric.range?.[1] ?? Number.MAX_VALUE))),
    numbers: metrics.map((metric) => (isEnum(metric) ? metric.values : undefined)),
    blank: metrics.map(() => 0.5),
  };
}

function isEnum({ type }: PackMetric): boolean {
  return type === 'enum';
}
