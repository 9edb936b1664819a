import type { BackgroundGrantRecord } from '../cases/records.ts';
import type { DataClass, OperationClass } from '../data-class.ts';
import type { GrantId, RequestId } from '../ids.ts';

/** What a grant or request is for, where no person looks; absent: a person does. */
export type NoticePurpose = BackgroundGrantRecord['purpose'];

/** One active grant as the device is told of it. `agent` is empty where no person looks. */
export interface GrantNotice {
  readonly grantId: GrantId;
  readonly agent: string;
  readonly classes: readonly DataClass[];
  readonly expiresInMs: number;
  readonly purpose?: NoticePurpose;
}

/** `agent`: who asks; where no person does, the brand. */
export interface PendingNotice {
  readonly requestId: RequestId;
  readonly brand: string;
  readonly agent: string;
  readonly classes: readonly DataClass[];
  readonly words: Readonly<Record<'en' | 'zh-CN', readonly string[]>>;
  readonly expiresInMs: number;
  readonly purpose?: NoticePurpose;
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
