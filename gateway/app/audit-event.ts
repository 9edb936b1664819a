import type { BrandId, CaseId, DeviceId } from '../domain/ids.ts';
import type { AuditEvent } from '../domain/audit-event.ts';
import type { App } from './app.ts';

/** An event of now; ids and codes only. */
export function auditEvent(
  app: Pick<App, 'clock'>,
  actor: string,
  action: string,
  about: {
    readonly brandId?: BrandId | null;
    readonly caseId?: CaseId | null;
    readonly deviceId?: DeviceId | null;
    readonly detail?: AuditEvent['detail'];
  },
): AuditEvent {
  return {
    at: app.clock.now(),
    actor,
    action,
    brandId: about.brandId ?? null,
    caseId: about.caseId ?? null,
    deviceId: about.deviceId ?? null,
    detail: about.detail ?? {},
  };
}
