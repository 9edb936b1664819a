import type { GrantView, Moment } from '../consent/grant-view.ts';
import type { OperationClass } from '../data-class.ts';
import { type Refusal, refuse } from '../refusals.ts';

/** What an update or a reset does cannot be undone by Stop. */
const needsOwnersYes: readonly OperationClass[] = ['update', 'reset'];

/**
 * The operations layer's own reading of a grant (DESIGN.md "Consent": five layers, each with its own code): may this
 * operation be signed and sent now? `ownerSaidYes`: to this one action. undefined: it may.
 */
export function authorizeOperation(
  grant: GrantView | undefined,
  asked: { readonly operationClass: OperationClass; readonly ownerSaidYes: boolean },
  at: Moment,
): Refusal | undefined {
  const leftMs = grant?.active ? Math.min(grant.expiresAt - at.now, grant.monotonicDeadline - at.monotonicMs) : 0;
  if (!grant || leftMs <= 0 || at.monotonicMs < grant.monotonicStart) return refuse('grant_not_active');
  if (!grant.operationClasses.some((name) => name === asked.operationClass)) return refuse('operation_not_granted');
  if (needsOwnersYes.includes(asked.operationClass) && !asked.ownerSaidYes) return refuse('operation_needs_owner');
  return undefined;
}
