import { CircleDashed, CircleSlash, Clock, Eye, Hand, type LucideIcon, Send, Square, UserRoundX } from 'lucide-react';
import type { Case } from '../../../proto/api/cases.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { type AccessWord, accessWord } from '../words/case-phase.ts';

const looks: Readonly<Record<AccessWord, { readonly icon: LucideIcon; readonly tone: string }>> = {
  none: { icon: CircleDashed, tone: 'neutral' },
  sent: { icon: Send, tone: 'accent' },
  opened: { icon: Eye, tone: 'accent' },
  allowed: { icon: Hand, tone: 'warn' },
  allowedLabel: { icon: Hand, tone: 'warn' },
  allowedEither: { icon: Hand, tone: 'warn' },
  active: { icon: Eye, tone: 'ok' },
  denied: { icon: CircleSlash, tone: 'neutral' },
  expired: { icon: Clock, tone: 'neutral' },
  ended: { icon: Clock, tone: 'neutral' },
  withdrawn: { icon: CircleSlash, tone: 'neutral' },
  revoked: { icon: Square, tone: 'neutral' },
  revokedAtDevice: { icon: Square, tone: 'neutral' },
  revokedByBrand: { icon: Square, tone: 'neutral' },
  revokedByGateway: { icon: Square, tone: 'neutral' },
  cut: { icon: Square, tone: 'neutral' },
  completed: { icon: Square, tone: 'neutral' },
  formerOwner: { icon: UserRoundX, tone: 'neutral' },
  closed: { icon: Square, tone: 'neutral' },
};

/** How far the owner's consent has come in a case. */
export function AccessBadge({ of, over }: { readonly of: Case; readonly over?: string | undefined }) {
  const { texts } = useTexts();
  const word = accessWord(of, over);
  const { icon: Icon, tone } = looks[word];
  return (
    <span className={`badge badge-${tone}`}>
      <Icon size={14} aria-hidden="true" />
      {texts.access[word]}
    </span>
  );
}
