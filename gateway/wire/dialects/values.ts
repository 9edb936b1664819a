import type { PackMetric } from '../../domain/pack.ts';
import { type Refusal, refuse } from '../../domain/refusals.ts';
import type { Entity } from './child.ts';
import type { Scalar } from './template.ts';

/** Integer, decimal, exponent, without grouping; a value of more than 15 digits before the point is no reading. */
const number = /^[+-]?\d{1,15}(\.\d{1,15})?([eE][+-]?\d{1,2})?$/;
const largest = 1e15;
/** A sensor that cannot measure. */
const notMeasurable: ReadonlySet<string> = new Set(['nan', 'NaN']);
/** Nothing is known of it at the moment (so says Home Assistant): no reading, and no fault. */
const notKnown: ReadonlySet<string> = new Set(['None', 'null', 'unknown', 'unavailable']);
const longestText = 256;

/** As a value of the metric, in its unit. undefined: it says that there is none. `convert`: from the entity's unit. */
export function readValue(
  metric: PackMetric,
  entity: Entity,
  scalar: Scalar,
  convert: (value: number) => number,
): number | string | undefined | Refusal {
  switch (metric.type) {
    case 'text':
      return readText(entity, scalar);
    case 'enum':
      return readWord(metric, entity, scalar);
    case 'gauge':
    case 'counter': {
      const told = readNumber(scalar);
      if (told === undefined) return isNotKnown(scalar) ? undefined : refuse('payload_malformed');
      const value = convert(told);
      const possible = metric.range === null || Number.isNaN(value) || within(value, metric.range);
      return possible ? value : refuse('value_out_of_range');
    }
  }
}

/** 1: on, 0: off; undefined: neither, which is no fault ("None" when it does not know). */
export function readBoolean(entity: Entity, scalar: Scalar): 0 | 1 | undefined {
  const word = wordOf(scalar);
  if (word === sameTruth(entity.on)) return 1;
  return word === sameTruth(entity.off) ? 0 : undefined;
}

function readNumber(scalar: Scalar): number | undefined {
  if (typeof scalar === 'number') return Math.abs(scalar) <= largest ? scalar : undefined;
  if (typeof scalar !== 'string') return undefined;
  const text = scalar.trim();
  if (notMeasurable.has(text)) return Number.NaN;
  if (!number.test(text)) return undefined;
  const value = Number(text);
  return Math.abs(value) <= largest ? value : undefined;
}

function isNotKnown(scalar: Scalar): boolean {
  return scalar === null || (typeof scalar === 'string' && notKnown.has(scalar.trim()));
}

function readText(entity: Entity, scalar: Scalar): string | undefined | Refusal {
  if (scalar === null) return undefined;
  const text = String(scalar);
  if (text === '' || text.length > longestText || /\p{Cc}/u.test(text)) return refuse('payload_malformed');
  // A version that is not known is no version.
  if (entity.firmware !== null && text === 'unknown') return undefined;
  return entity.options === null || entity.options.includes(text) ? text : refuse('value_out_of_range');
}

function readWord(metric: PackMetric, entity: Entity, scalar: Scalar): number | undefined | Refusal {
  const text = wordOf(scalar);
  if (text === '') return refuse('payload_malformed');
  for (const [value, { word }] of metric.values) if (word === text) return value;
  const state = entity.reading === 'boolean' ? readBoolean(entity, scalar) : undefined;
  if (state !== undefined && metric.values.has(state)) return state;
  return isNotKnown(scalar) ? undefined : refuse('value_out_of_range');
}

function wordOf(scalar: Scalar): string {
  return sameTruth(String(scalar).trim());
}

/** JSON says `true`, Jinja prints `True`, firmware sends `TRUE`: one word. */
function sameTruth(word: string): string {
  const lower = word.toLowerCase();
  return lower === 'true' || lower === 'false' ? lower : word;
}

function within(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low && value <= high;
}
