import { CircleDot, CircleQuestionMark, Clock, EyeOff, History, type LucideIcon } from 'lucide-react';
import { ageNow, type HeldValue, qualityNow } from '../live/freshness.ts';
import type { Quality } from '../live/live-model.ts';
import type { LiveData } from '../live/live-state.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { formatAge } from '../words/format.ts';

const icons: Readonly<Record<Quality, LucideIcon>> = {
  live: CircleDot,
  stale: Clock,
  historical: History,
  unknown: CircleQuestionMark,
  withheld: EyeOff,
};

export interface QualityMarkProps {
  readonly held: HeldValue;
  readonly data: LiveData;
  readonly now: number;
}

/** What a value may be called and how old it is: icon, word and style, so that colour alone says nothing. */
export function QualityMark({ held, data, now }: QualityMarkProps) {
  const { language, texts } = useTexts();
  const quality = qualityNow(held, data.heard, now);
  const Icon = icons[quality];
  // Such a device does not send everything after consent, so "unknown" has a reason that passes by itself.
  const fills = data.limits.includes('send-full-state');
  const hasAge = quality !== 'unknown' && quality !== 'withheld';
  return (
    <span className={`quality quality-${quality}`}>
      <Icon size={12} aria-hidden="true" />
      <span>
        {texts.quality[quality]}
        {quality === 'unknown' && fills && `: ${texts.live.notSeenYet}`}
      </span>
      {hasAge && <span className="age">· {texts.live.ago(formatAge(ageNow(held, now), language))}</span>}
    </span>
  );
}
