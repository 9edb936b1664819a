import type { BackgroundGrantRecord, GrantRecord } from '../cases/records.ts';
import { type ClassMask, type DataClass, includesClass, maskOf, type OperationClass } from '../data-class.ts';
import type { FrameKind } from '../frames.ts';
import type { CaseId, DeviceId, GrantId, PersonId, ViewId } from '../ids.ts';

/**
 * A grant compiled into what the layers ask it (DESIGN.md "Consent"). Travels as data; each layer asks again.
 * `monotonicDeadline`: expiry on the clock that cannot be set back; the earlier of both counts. `monotonicStart`: its
 * begin on that clock alone: a grant that has begun does not un-begin when somebody sets the wall clock back.
 */
export interface GrantView {
  readonly grantId: GrantId;
  readonly viewId: ViewId;
  /** null: of no case. */
  readonly caseId: CaseId | null;
  readonly deviceId: DeviceId;
  /** null: a background grant, under which nobody looks. */
  readonly viewerId: PersonId | null;
  readonly active: boolean;
  readonly classMask: ClassMask;
  readonly operationClasses: readonly OperationClass[];
  readonly backlog: boolean;
  readonly startEpoch: number;
  readonly endEpoch: number | null;
  readonly monotonicStart: number;
  readonly expiresAt: number;
  readonly monotonicDeadline: number;
}

/** A moment on both clocks, ms. */
export interface Moment {
  readonly now: number;
  readonly monotonicMs: number;
}

/** Fixes begin and deadline on the monotonic clock, from what is left until them by the wall clock at `at`. */
export function compileGrant(grant: GrantRecord | BackgroundGrantRecord, at: Moment): GrantView {
  return {
    grantId: grant.id,
    viewId: grant.viewId,
    caseId: 'caseId' in grant ? grant.caseId : null,
    deviceId: grant.deviceId,
    viewerId: 'agentId' in grant ? grant.agentId : null,
    active: grant.state === 'active',
    classMask: maskOf(grant.classes),
    operationClasses: [],
    backlog: 'backlog' in grant && grant.backlog,
    startEpoch: grant.startEpoch,
    endEpoch: grant.endEpoch,
    monotonicStart: at.monotonicMs + Math.max(0, grant.notBefore - at.now),
    expiresAt: grant.expiresAt,
    monotonicDeadline: at.monotonicMs + Math.max(0, grant.expiresAt - at.now),
  };
}

export function isActiveAt(view: GrantView, at: Moment): boolean {
  const begun = at.monotonicMs >= view.monotonicStart;
  return view.active && begun && at.now < view.expiresAt && at.monotonicMs < view.monotonicDeadline;
}

/** How long it still lasts, by the earlier of its two deadlines; 0 when it has ended. */
export function remainingMs(view: GrantView, at: Moment): number {
  if (!view.active) return 0;
  return Math.max(0, Math.min(view.expiresAt - at.now, view.monotonicDeadline - at.monotonicMs));
}

/** WIRE.md "Admission", without the class: was this recorded under the grant? `epoch` null: a dialect, which has none. */
export function coversRecording(view: GrantView, kind: FrameKind, epoch: number | null): boolean {
  if (kind === 'backlog') return view.backlog;
  if (epoch === null) return true;
  return epoch >= view.startEpoch && (view.endEpoch === null || epoch < view.endEpoch);
}

export function coversClass(view: GrantView, name: DataClass): boolean {
  return includesClass(view.classMask, name);
}
