import type { Localisation, NextStep } from '../live/localisation-model.ts';

/** A step that stands there stays while it is among so many of the best. */
const keptAmong = 3;

/** What stood there before, and under which name. */
export interface Kept {
  readonly step: string | undefined;
  readonly headline: string;
}

export const stepKey = ({ kind, id }: NextStep): string => `${kind} ${id}`;

/**
 * The step that is shown in full: the best one; but what stands there may have been said to the owner already, and stays as
 * long as it is nearly as good and nothing else is named meanwhile. Where it is known well enough what is broken, nothing more
 * is asked first.
 */
export function stepInSight(
  steps: readonly NextStep[],
  { stop, headline }: Pick<Localisation, 'stop' | 'headline'>,
  kept: Kept,
): NextStep | undefined {
  if (stop === 'sure') return steps.find(({ kind }) => kind === 'action') ?? steps[0];
  const stays = kept.headline === headline.join(' ');
  return (stays && steps.slice(0, keptAmong).find((step) => stepKey(step) === kept.step)) || steps[0];
}
