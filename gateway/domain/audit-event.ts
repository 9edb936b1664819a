import type { BrandId, CaseId, DeviceId } from './ids.ts';

/** One event of the hash-chained log: ids and codes, never device data. */
export interface AuditEvent {
  readonly at: number;
  /** person:{id}, owner, device:{id}, system */
  readonly actor: string;
  readonly action: string;
  readonly brandId: BrandId | null;
  readonly caseId: CaseId | null;
  readonly deviceId: DeviceId | null;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}
