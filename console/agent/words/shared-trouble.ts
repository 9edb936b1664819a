import type { Localisation, SharedTrouble } from '../live/localisation-model.ts';

/**
 * Whether nothing but this trouble is named, or nothing at all. Else what is named is to be mended, and "do not reset it" would be
 * said against it. A fault that many devices have at once shows a symptom after the signal in every pack (`fleet_<signal>`).
 */
export function isAllThatIsNamed(
  { signal }: Pick<SharedTrouble, 'signal'>,
  { headline, hypotheses }: Pick<Localisation, 'headline' | 'hypotheses'>,
): boolean {
  if (headline.length === 0) return true;
  const named = hypotheses.find(({ faults }) => faults.join() === headline.join());
  return headline.length === 1 && named?.evidence.some(({ symptom }) => symptom === `fleet_${signal}`) === true;
}
