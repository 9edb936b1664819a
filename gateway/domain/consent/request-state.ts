import type { GrantRecord, Proof, RequestRecord } from '../cases/records.ts';
import { type Refusal, refuse } from '../refusals.ts';

/** Nobody answered within this time: that is a no. */
export const requestLifeMs = 30 * 60_000;
/** From Allow to the proof (WIRE.md "Button proof"). */
export const proofWindowMs = 2 * 60_000;
export const labelTries = 5;
export const digitsLifeMs = 10 * 60_000;
export const minutesDefault = 30;
export const noticeVersion = '2026-11';

/** As the agent sees it. */
export type RequestState = 'sent' | 'opened' | 'allowed' | 'denied' | 'granted' | 'expired' | 'withdrawn';

export function requestState(request: RequestRecord, now: number): RequestState {
  if (request.grantId !== null) return 'granted';
  if (request.deniedAt !== null) return 'denied';
  if (request.withdrawnAt !== null) return 'withdrawn';
  if (now >= request.expiresAt) return 'expired';
  if (proofLeftMs(request, now) > 0) return 'allowed';
  return request.openedAt === null ? 'sent' : 'opened';
}

/** As the owner sees it: after the grant, what became of it. */
export type OwnerState = 'asked' | 'allowed' | 'active' | 'denied' | 'revoked' | 'expired' | 'completed' | 'withdrawn';

export function ownerState(request: RequestRecord, grant: GrantRecord | undefined, now: number): OwnerState {
  if (grant) return grant.state === 'active' && now >= grant.expiresAt ? 'expired' : grant.state;
  const state = requestState(request, now);
  switch (state) {
    case 'sent':
    case 'opened':
      return 'asked';
    case 'granted':
      return 'completed';
    case 'allowed':
    case 'denied':
    case 'expired':
    case 'withdrawn':
      return state;
  }
}

export function isPending(request: RequestRecord, now: number): boolean {
  const state = requestState(request, now);
  return state === 'sent' || state === 'opened' || state === 'allowed';
}

/** What is left of the two minutes after Allow; 0: not allowed, or too late. */
export function proofLeftMs(request: RequestRecord, now: number): number {
  return request.allowedAt === null ? 0 : Math.max(0, request.allowedAt + proofWindowMs - now);
}

/** May this proof, given now, turn the request into a grant? */
export function judgeProof(offer: {
  readonly request: RequestRecord;
  readonly allPending: readonly RequestRecord[];
  /** Those that are enough for the scope that was asked. */
  readonly enough: readonly Proof[];
  readonly proof: Proof;
  /** The device's own voice had read the request before (WIRE.md "Button proof"). */
  readonly readAloud: boolean;
  readonly now: number;
}): Refusal | undefined {
  const { request, now } = offer;
  if (!offer.enough.includes(offer.proof)) {
    return refuse(
      request.scope === 'full' && offer.proof === 'label' ? 'scope_needs_stronger_proof' : 'proof_not_for_this_device',
    );
  }
  if (!isPending(request, now)) return refuse('request_ended');
  // A button says yes without saying to what; a label code is typed on the page of one request.
  const others = offer.allPending.some((other) => other.id !== request.id);
  if (offer.proof === 'button' && others) return refuse('several_requests');
  if (proofLeftMs(request, now) > 0 || offer.readAloud) return undefined;
  return refuse(request.allowedAt === null ? 'not_allowed_yet' : 'proof_too_late');
}
