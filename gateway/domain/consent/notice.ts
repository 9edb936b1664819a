import type { DataClass, OperationClass } from '../data-class.ts';
import type { GrantId, RequestId } from '../ids.ts';

/** One active grant as the device is told of it. */
export interface GrantNotice {
  readonly grantId: GrantId;
  readonly agent: string;
  readonly classes: readonly DataClass[];
  readonly expiresInMs: number;
}

export interface PendingNotice {
  readonly requestId: RequestId;
  readonly brand: string;
  readonly agent: string;
  readonly classes: readonly DataClass[];
  readonly words: Readonly<Record<'en' | 'zh-CN', readonly string[]>>;
  readonly expiresInMs: number;
}

/** WIRE.md "Handshake": all that a device needs to decide what it may send. */
export interface ConsentNotice {
  readonly epoch: number;
  readonly classes: readonly DataClass[];
  readonly operationClasses: readonly OperationClass[];
  readonly backlog: boolean;
  readonly grants: readonly GrantNotice[];
  readonly pending: readonly PendingNotice[];
}
