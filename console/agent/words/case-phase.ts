import type { Case, ConsentRequest, Grant } from '../../../proto/api/cases.ts';
import type { ScopeName } from '../../../proto/api/common.ts';
import type { Device, Proof } from '../../../proto/api/devices.ts';

/** How a look ended; `cut`: before its time, and nobody says by whom (yet). */
export type EndWord =
  | 'revoked'
  | 'revokedAtDevice'
  | 'revokedByBrand'
  | 'revokedByGateway'
  | 'cut'
  | 'expired'
  | 'completed';

const revokedBy = {
  owner: 'revoked',
  device: 'revokedAtDevice',
  brand: 'revokedByBrand',
  gateway: 'revokedByGateway',
} as const;

/** @param told the word of the live stream, which does not say who */
export function endWord({ state, endedBy }: Pick<Grant, 'state' | 'endedBy'>, told?: string): EndWord {
  if (state === 'active') return told === 'revoked' ? 'cut' : told === 'expired' ? 'expired' : 'completed';
  if (state !== 'revoked') return state;
  return endedBy === null ? 'cut' : revokedBy[endedBy];
}

/** Where a case stands, from the newest request and the newest grant. */
export type CasePhase =
  | { readonly kind: 'closed' }
  | { readonly kind: 'former-owner' }
  | { readonly kind: 'live'; readonly grant: Grant }
  | { readonly kind: 'asking'; readonly request: ConsentRequest }
  | { readonly kind: 'refused'; readonly outcome: 'denied' | 'expired' | 'withdrawn' }
  | { readonly kind: 'ended'; readonly reason: EndWord }
  | { readonly kind: 'unasked' };

/** The owner has not decided yet, or has still to prove to be beside the device. */
export function isPending(request: ConsentRequest | null): boolean {
  return request !== null && ['sent', 'opened', 'allowed'].includes(request.state);
}

/** The ways that are enough for what is asked: a label code opens the basic look only (DESIGN.md "Consent"). */
export function proofsFor({ proofs }: Pick<Device, 'proofs'>, scope: ScopeName): readonly Proof[] {
  return scope === 'full' ? proofs.filter((each) => each === 'button') : proofs;
}

/** The same in one word, for texts. */
export type ProofWord = Proof | 'either';
export function proofWord(proofs: readonly Proof[]): ProofWord {
  if (proofs.includes('button')) return proofs.includes('label') ? 'either' : 'button';
  return 'label';
}

/**
 * @param over id of a grant whose live stream said that it is over: not shown again, whatever an older answer says
 */
export function casePhase(
  { state, request, grant, beforeClaim }: Pick<Case, 'state' | 'request' | 'grant' | 'beforeClaim'>,
  over?: string,
): CasePhase {
  if (state === 'closed') return { kind: 'closed' };
  if (beforeClaim) return { kind: 'former-owner' };
  const isOver = grant !== null && (grant.state !== 'active' || grant.id === over);
  if (grant && !isOver) return { kind: 'live', grant };
  if (request && isPending(request)) return { kind: 'asking', request };
  const isNewer = request !== null && (grant === null || request.sentAt > grant.startedAt);
  if (isNewer && request.state !== 'granted') return { kind: 'refused', outcome: refusal(request) };
  if (grant) return { kind: 'ended', reason: endWord(grant) };
  return request ? { kind: 'asking', request } : { kind: 'unasked' };
}

function refusal({ state }: ConsentRequest): 'denied' | 'expired' | 'withdrawn' {
  return state === 'denied' || state === 'withdrawn' ? state : 'expired';
}

export type AccessWord =
  | 'none'
  | 'sent'
  | 'opened'
  | 'allowed'
  | 'allowedLabel'
  | 'allowedEither'
  | 'denied'
  | 'withdrawn'
  | 'active'
  | EndWord
  | 'ended'
  | 'formerOwner'
  | 'closed';

const allowedWords = { button: 'allowed', label: 'allowedLabel', either: 'allowedEither' } as const;

/** How far consent has come, in one word; `over` as in `casePhase`. */
export function accessWord(each: Case, over?: string): AccessWord {
  const phase = casePhase(each, over);
  switch (phase.kind) {
    case 'closed':
      return 'closed';
    case 'former-owner':
      return 'formerOwner';
    case 'live':
      return 'active';
    case 'unasked':
      return 'none';
    case 'refused':
      return phase.outcome;
    case 'ended':
      return phase.reason === 'expired' ? 'ended' : phase.reason;
    case 'asking':
      if (phase.request.state === 'opened') return 'opened';
      if (phase.request.state === 'sent') return 'sent';
      return allowedWords[proofWord(proofsFor(each.device, phase.request.scope))];
  }
}
