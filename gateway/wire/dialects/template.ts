import { refuse, type Refusal } from '../../domain/refusals.ts';
import { isFields, type Message, own } from './message.ts';
import { limits } from './limits.ts';

export type Step = string | number;

/** Where in a payload a reading stands. */
export interface Place {
  /** null: the payload as it is, no JSON. */
  readonly steps: readonly Step[] | null;
  /** Decimal digits to round to; null: as told. */
  readonly digits: number | null;
}

export const wholePayload: Place = { steps: null, digits: null };

export function at(...steps: readonly Step[]): Place {
  return { steps, digits: null };
}

const longest = 300;
const mostSteps = 8;
const mostFilters = 4;
/** Filters that leave a reading what it is; a default is no reading, so its argument is not looked at. */
const harmless = new Set(['int', 'float', 'is_defined', 'default', 'round']);

/**
 * The part of Jinja that is only a path: `{{ value }}`, `{{ value_json.a['b'][0] }}`, with `| int`, `| float`, `| round(n)`,
 * `| default(x)`, `| is_defined`. Anything else is not evaluated: the reading is refused (`template_unsupported`).
 * Each pattern is anchored where it stands and repeats one class of characters, so none can backtrack.
 */
export function readTemplate(template: string): Place | Refusal {
  const unsupported = refuse('template_unsupported');
  if (template.length > longest) return unsupported;
  let position = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position;
    const found = pattern.exec(template);
    if (found) position = pattern.lastIndex;
    return found;
  };
  const root = take(/\s*\{\{\s*(value_json|value)(?![A-Za-z0-9_])/y)?.[1];
  if (root === undefined) return unsupported;
  const steps: Step[] = [];
  const isJson = root === 'value_json';
  for (let step = isJson ? takeStep(take) : undefined; step !== undefined; step = takeStep(take)) {
    if (steps.push(step) > mostSteps) return unsupported;
  }
  let digits: number | null = null;
  for (let filters = 0; filters < mostFilters; filters += 1) {
    const filter = take(/\s*\|\s*([a-z_]+)/y)?.[1];
    if (filter === undefined) break;
    if (!harmless.has(filter)) return unsupported;
    const argument = take(/\s*\(\s*('[^'\\]*'|"[^"\\]*"|-?[0-9.]*|true|false|none)\s*\)/iy)?.[1];
    if (filter === 'round') digits = Math.min(6, Number.parseInt(argument ?? '0', 10) || 0);
  }
  const ended = take(/\s*\}\}\s*/y) !== null && position === template.length;
  return ended ? { steps: isJson ? steps : null, digits } : unsupported;
}

function takeStep(take: (pattern: RegExp) => RegExpExecArray | null): Step | undefined {
  const name =
    take(/\s*\.([A-Za-z_][A-Za-z0-9_]*)/y) ?? take(/\s*\[\s*'([^'\\]+)'\s*\]/y) ?? take(/\s*\[\s*"([^"\\]+)"\s*\]/y);
  if (name) return name[1];
  const index = take(/\s*\[\s*(\d{1,3})\s*\]/y);
  return index ? Number(index[1]) : undefined;
}

/** A scalar; undefined: not in this message; a refusal: the payload is not what it should be. */
export type Scalar = string | number | boolean | null;

export function readPlace(place: Place, message: Message, under?: string): Scalar | undefined | Refusal {
  if (place.steps === null) return message.text(limits.readingBytes) ?? refuse('payload_malformed');
  // A retained message that is taken back says nothing.
  if (message.payload.length === 0) return undefined;
  let value = message.json(limits.jsonBytes);
  if (value === undefined) return refuse('payload_malformed');
  for (const step of under === undefined ? place.steps : [under, ...place.steps]) {
    if (typeof step === 'number') value = Array.isArray(value) ? value[step] : undefined;
    else value = isFields(value) ? own(value, step) : undefined;
    if (value === undefined) return undefined;
  }
  if (typeof value === 'object' && value !== null) return undefined;
  return value as Scalar;
}
