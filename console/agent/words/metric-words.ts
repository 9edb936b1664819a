import type { ModelDescription } from '../../../proto/api/devices.ts';
import type { Language } from '../../shared/language.ts';
import type { MetricValue } from '../live/live-model.ts';
import type { Texts } from '../texts/en.ts';
import { formatNumber } from './format.ts';

export type MetricDescription = ModelDescription['metrics'][number];
export type ErrorDescription = ModelDescription['errors'][number];

/** The words of a pack, found by name; a device may send names that its pack does not know. */
export interface ModelWords {
  readonly metrics: ReadonlyMap<string, MetricDescription>;
  readonly errors: ReadonlyMap<string, ErrorDescription>;
  readonly firmware: ReadonlyMap<string, Readonly<Record<Language, string>>>;
}

export const noWords: ModelWords = { metrics: new Map(), errors: new Map(), firmware: new Map() };

export function wordsOf(model: ModelDescription): ModelWords {
  return {
    metrics: new Map(model.metrics.map((each) => [each.name, each])),
    errors: new Map(model.errors.map((each) => [`${each.channel}/${each.code}`, each])),
    firmware: new Map(Object.entries(model.firmwareWords)),
  };
}

export function metricLabel(name: string, words: ModelWords, language: Language): string {
  return words.metrics.get(name)?.label[language] ?? name;
}

export interface Spoken {
  readonly language: Language;
  readonly texts: Texts;
}

export interface ValueText {
  readonly text: string;
  readonly unit: string;
}

/** A value in words: an enumeration's own word, a number with its unit, "not measurable" for NaN. */
export function valueText(
  { name, value }: Pick<MetricValue, 'name' | 'value'>,
  words: ModelWords,
  { language, texts }: Spoken,
): ValueText {
  const description = words.metrics.get(name);
  if (value === undefined) return { text: texts.live.noValue, unit: '' };
  const word = wordOf(description, String(value), language);
  if (word !== undefined) return { text: word, unit: '' };
  if (typeof value === 'string') {
    return { text: words.firmware.get(value)?.[language] ?? (value === '' ? '–' : value), unit: '' };
  }
  if (Number.isNaN(value)) return { text: texts.live.notMeasurable, unit: '' };
  const { number, unit } = formatNumber(value, description?.unit ?? '1', language);
  return { text: number, unit };
}

function wordOf(description: MetricDescription | undefined, value: string, language: Language): string | undefined {
  return description && Object.hasOwn(description.values, value) ? description.values[value]?.[language] : undefined;
}

export function valueLine(metric: Pick<MetricValue, 'name' | 'value'>, words: ModelWords, spoken: Spoken): string {
  const { text, unit } = valueText(metric, words, spoken);
  return unit === '' ? text : `${text} ${unit}`;
}
