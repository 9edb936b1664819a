import type { Figures, Moment, Stretch } from '../live/history-figures.ts';
import type { Mark } from '../live/history-marks.ts';
import { formatMinute, formatMoment } from './format.ts';
import { type RuleWords } from './knowledge-words.ts';
import { type ModelWords, type Spoken, valueLine } from './metric-words.ts';

/** More silences than these are counted, not listed. */
const mostSilences = 3;

/** Only a number has a history: of a word there is no average. */
export function hasHistory(name: string, words: ModelWords): boolean {
  const type = words.metrics.get(name)?.type;
  return type === 'gauge' || type === 'counter';
}

/**
 * A bucket's begin: with seconds where buckets are shorter than a minute. Of the first one the moment of consent, exactly as it is
 * told elsewhere: nothing in it is from before.
 */
export function bucketMoment(
  at: number,
  { bucketMs, since }: Pick<Figures, 'bucketMs' | 'since'>,
  { language }: Spoken,
  now: number,
): string {
  if (at <= since) return formatMoment(since, language, now);
  return bucketMs < 60_000 ? formatMoment(at, language, now) : formatMinute(at, language, now);
}

export interface Told {
  readonly name: string;
  readonly figures: Figures;
  readonly words: ModelWords;
  readonly spoken: Spoken;
  /** Gateway clock. */
  readonly now: number;
}

/** A chart in a sentence or two: lowest, highest and last, and when nothing came. */
export function historySentence({ name, figures, words, spoken, now }: Told): string {
  const { history } = spoken.texts;
  const { lowest, highest, last, silences } = figures;
  if (!lowest || !highest || !last) return history.nothing;
  const when = (at: number) => bucketMoment(at, figures, spoken, now);
  const said = ({ value, at }: Moment) => ({ value: valueLine({ name, value }, words, spoken), at: when(at) });
  const shown = silences.slice(-mostSilences).map(({ from, to }: Stretch) => history.fromTo(when(from), when(to)));
  return [
    lowest.value === highest.value
      ? history.unchanged(said(last).value)
      : history.range({ lowest: said(lowest), highest: said(highest), last: said(last) }),
    ...(shown.length === 0
      ? []
      : [history.silent(new Intl.ListFormat(spoken.language).format(shown), silences.length - shown.length)]),
  ].join(history.between);
}

/** What happened, in words. */
export function markWords(mark: Mark, words: ModelWords, rules: RuleWords | undefined, spoken: Spoken): string {
  const { history } = spoken.texts;
  if (mark.kind === 'boot') return history.mark.boot;
  if (mark.kind === 'symptom') {
    return history.mark.symptom(rules?.symptoms.get(mark.of)?.words[spoken.language] ?? mark.of);
  }
  const code = mark.of.slice(mark.of.indexOf('/') + 1);
  return history.mark[mark.kind](words.errors.get(mark.of)?.words[spoken.language] ?? '', code);
}
