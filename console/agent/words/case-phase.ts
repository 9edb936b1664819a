import type { Case, ConsentRequest, Grant } from '../../../proto/api/cases.ts';

/** Where a case stands, from the newest request and the newest grant. */
export type CasePhase =
  | { readonly kind: 'closed' }
  | { readonly kind: 'live'; readonly grant: Grant }
  | { readonly kind: 'asking'; readonly request: ConsentRequest }
  | { readonly kind: 'refused'; readonly outcome: 'denied' | 'expired' | 'withdrawn' }
  | { readonly kind: 'ended'; readonly reason: 'revoked' | 'expired' | 'completed' }
  | { readonly kind: 'unasked' };

/** The owner has not decided yet, or has still to prove to be beside the device. */
export function isPending(request: ConsentRequest | null): boolean {
  return request !== null && ['sent', 'opened', 'allowed'].includes(request.state);
}

/**
 * @param over id of a grant whose live stream said that it is over: not shown again, whatever an older answer says
 */
export function casePhase(
  { state, request, grant }: Pick<Case, 'state' | 'request' | 'grant'>,
  over?: string,
): CasePhase {
  if (state === 'closed') return { kind: 'closed' };
  const isOver = grant !== null && (grant.state !== 'active' || grant.id === over);
  if (grant && !isOver) return { kind: 'live', grant };
  if (request && isPending(request)) return { kind: 'asking', request };
  const isNewer = request !== null && (grant === null || request.sentAt > grant.startedAt);
  if (isNewer && request.state !== 'granted') return { kind: 'refused', outcome: refusal(request) };
  if (grant) return { kind: 'ended', reason: grant.state === 'active' ? 'completed' : grant.state };
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
  | 'denied'
  | 'expired'
  | 'withdrawn'
  | 'active'
  | 'revoked'
  | 'ended'
  | 'completed'
  | 'closed';

/** How far consent has come, in one word; `over` as in `casePhase`. */
export function accessWord(each: Case, over?: string): AccessWord {
  const phase = casePhase(each, over);
  switch (phase.kind) {
    case 'closed':
      return 'closed';
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
      return each.device.proof === 'label' ? 'allowedLabel' : 'allowed';
  }
}
