import type { PackMetric } from '../../domain/pack.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusals.ts';

const longestBytes = 256;
/** Homie 4.0.0 "Payload": integer and float without grouping; a value of 16 digits or more is no reading. */
const number = /^-?\d{1,15}(\.\d{1,9})?$/;

/** Unit of Homie (or of Valetudo beyond it) to UCUM, and what to multiply with. */
const conversions: ReadonlyMap<string, { readonly unit: string; readonly factor: number }> = new Map([
  ['%', { unit: '%', factor: 1 }],
  ['#', { unit: '1', factor: 1 }],
  ['s', { unit: 's', factor: 1 }],
  ['min', { unit: 's', factor: 60 }],
  ['m²', { unit: 'm2', factor: 1 }],
  ['cm²', { unit: 'm2', factor: 1e-4 }],
  ['dBm', { unit: '{dBm}', factor: 1 }],
]);

/**
 * A property's payload as a value of the metric, in the pack's unit. `declared`: the property's own `$unit`, if it has said
 * one; without it a metric that has a unit gets no value (a recorded vacuum says 3600 on one topic and 60 on another for
 * the same brush), a plain number ("1") does.
 */
export function readValue(
  metric: PackMetric,
  payload: Uint8Array,
  declared: string | undefined,
): number | string | Refusal {
  const text = readText(payload, longestBytes);
  if (text === undefined || text === '') return refuse('payload_malformed');
  if (metric.type === 'text') return text;
  if (metric.type === 'enum') {
    for (const [value, { word }] of metric.values) if (word === text) return value;
    return refuse('value_out_of_range');
  }
  if (!number.test(text)) return refuse('payload_malformed');
  const factor = factorTo(metric.unit, declared);
  if (isRefusal(factor)) return factor;
  const value = Number(text) * factor;
  const possible = metric.range === null || (value >= metric.range[0] && value <= metric.range[1]);
  return possible ? value : refuse('value_out_of_range');
}

function factorTo(unit: string, declared: string | undefined): number | Refusal {
  if (declared === undefined) return unit === '1' ? 1 : refuse('field_unknown');
  const conversion = conversions.get(declared);
  return conversion?.unit === unit ? conversion.factor : refuse('field_unknown');
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Undefined: too long, not UTF-8, or with control characters, which no word, number or message has. */
export function readText(payload: Uint8Array, mostBytes: number): string | undefined {
  if (payload.length > mostBytes) return undefined;
  try {
    const text = utf8.decode(payload);
    return /\p{Cc}/u.test(text) ? undefined : text;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
