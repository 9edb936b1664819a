import type { Proof } from '../../proto/api/devices.ts';
import type { OwnerState } from '../../proto/api/owner.ts';
import type { OwnerView } from './owner-session.ts';

export type EndedScreen = 'denied' | 'revoked' | 'expired' | 'completed' | 'withdrawn';

/** What the owner has before them. Each has its own heading. */
export type Screen =
  | 'loading'
  | 'unreachable'
  | 'outdated'
  | 'unknown'
  | 'asked'
  | 'button'
  | 'label'
  | 'active'
  | EndedScreen;

const ofState: Record<Exclude<OwnerState, 'allowed'>, Screen> = {
  asked: 'asked',
  active: 'active',
  denied: 'denied',
  revoked: 'revoked',
  expired: 'expired',
  completed: 'completed',
  withdrawn: 'withdrawn',
};

/**
 * What has been heard stays on the screen while the server is out of reach, so that Stop stays too; only a page that
 * never heard anything says no more than that.
 *
 * @param chosen the way that the owner picked, where there are two
 */
export function screenOf(view: OwnerView, chosen: Proof | null = null): Screen {
  if (view.gone) return 'unknown';
  if (view.stopTaken) return 'revoked';
  if (view.heard === null && view.outdated) return 'outdated';
  if (view.heard === null) return view.lost ? 'unreachable' : 'loading';
  const { state, proofs } = view.heard.request;
  return state === 'allowed' ? proofScreen(proofs, chosen) : ofState[state];
}

/** The button first: it is at the device itself, and needs no typing. */
function proofScreen(proofs: readonly Proof[], chosen: Proof | null): Proof {
  if (chosen !== null && proofs.includes(chosen)) return chosen;
  return proofs.includes('button') ? 'button' : 'label';
}
