import type { OwnerRequest } from '../../proto/api/owner.ts';
import type { Language } from '../shared/language.ts';
import type { OwnerView } from './owner-session.ts';
import type { Screen } from './screen.ts';
import { plain, type TextName } from './texts.ts';

const titles: Record<Screen, TextName> = {
  loading: 'loading',
  unreachable: 'unreachable',
  outdated: 'outdatedTitle',
  unknown: 'unknownTitle',
  asked: 'askedTitle',
  button: 'buttonTitle',
  label: 'labelTitle',
  active: 'activeTitle',
  denied: 'deniedTitle',
  revoked: 'revokedTitle',
  expired: 'expiredTitle',
  completed: 'completedTitle',
  withdrawn: 'withdrawnTitle',
};

/** The heading of a screen as plain text: for the window's title and for screen readers. */
export function titleOf(screen: Screen, view: OwnerView, language: Language): string {
  return plain(titles[screen], language, { agent: view.heard?.request.agent ?? '' });
}

/** What happened without a new heading, in words for screen readers; nothing when all is as it should be. */
export function happeningOf(view: OwnerView): TextName | null {
  if (view.stop === 'unconfirmed') return 'stopUnconfirmed';
  if (view.stop === 'sending') return 'stopping';
  if (view.heard === null) return null;
  if (view.outdated) return 'outdatedTitle';
  if (view.lost) return 'lost';
  return absenceOf(view.heard.request);
}

/** Why nothing comes from the device; advice on power and Wi-Fi only where it is the device itself that connects. */
export function absenceOf({
  presence,
  canStopItself,
}: Pick<OwnerRequest, 'presence' | 'canStopItself'>): TextName | null {
  if (presence === 'online') return null;
  if (presence === 'unknown') return 'presenceUnknown';
  return canStopItself ? 'offline' : 'offlineThere';
}
