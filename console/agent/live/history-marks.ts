import type { Stretch } from './history-figures.ts';
import { errorKey, type LiveData } from './live-state.ts';

export type MarkKind = 'raised' | 'cleared' | 'boot' | 'symptom';

/** A moment that the page knows of, to be seen beside the values. */
export interface Mark {
  readonly kind: MarkKind;
  /** Gateway clock. */
  readonly at: number;
  /** An error's key, a symptom's id; of a restart nothing. */
  readonly of: string;
}

/** More than a list can be read through during a call. */
export const mostMarks = 20;
/** The first and the last occurrence of an error may be told twice, once by its freeze frame. */
const sameMs = 1_000;

/** Errors as they were raised and cleared, restarts, and symptoms that hold: the newest of them, oldest first. */
export function marksOf(
  { errors, localisation }: Pick<LiveData, 'errors' | 'localisation'>,
  boots: readonly number[],
  shown: Stretch,
): Mark[] {
  const marks: Mark[] = boots.map((at) => ({ kind: 'boot', at, of: '' }));
  for (const record of errors.values()) {
    const of = errorKey(record);
    const frames = [...record.firstFrames, ...record.lastFrames].map(({ receivedAt }) => receivedAt);
    const times = [record.firstAt, record.lastAt, ...frames].toSorted((a, b) => a - b);
    const raised = times.filter((at, index) => at - (times[index - 1] ?? Number.NEGATIVE_INFINITY) > sameMs);
    marks.push(...raised.map((at): Mark => ({ kind: 'raised', at, of })));
    if (record.clearedAt > 0) marks.push({ kind: 'cleared', at: record.clearedAt, of });
  }
  for (const { id, phase, since } of localisation?.symptoms.values() ?? []) {
    if (phase === 'confirmed') marks.push({ kind: 'symptom', at: since, of: id });
  }
  return marks
    .filter(({ at }) => at >= shown.from && at <= shown.to)
    .toSorted((a, b) => a.at - b.at)
    .slice(-mostMarks);
}

/** Marks that stand too close together for a number each: neighbours by their place, px. */
export function tagsOf(
  places: readonly number[],
  leastApart: number,
): { readonly first: number; readonly last: number }[] {
  const tags: { first: number; last: number }[] = [];
  places.forEach((place, index) => {
    const tag = tags.at(-1);
    const begin = tag && places[tag.first];
    if (tag && begin !== undefined && place - begin < leastApart) tag.last = index;
    else tags.push({ first: index, last: index });
  });
  return tags;
}
