import type { FindingRecord } from '../domain/cases/records.ts';
import { type AdmittedFrame, readmit } from '../domain/consent/admit.ts';
import type { GrantView } from '../domain/consent/grant-view.ts';
import type { App } from './app.ts';

/** Of a View's frames: hours of a device that behaves, and of one that does not no more than a start has time for. */
const rebuiltBytes = 16_000_000;

/**
 * What a View has kept, and what was told in its case, in the order of their times: what came of a repair is judged by what came
 * after it. Rejects when the store cannot be read.
 */
export async function replayView(
  app: Pick<App, 'frames' | 'cases'>,
  grant: GrantView,
  to: { frame(frame: AdmittedFrame): void; finding(finding: FindingRecord): void },
): Promise<void> {
  const findings = grant.caseId === null ? [] : await app.cases.findingsOfCase(grant.caseId);
  const told = [...findings].sort((one, other) => one.toldAt - other.toldAt);
  let next = 0;
  const tellUntil = (at: number): void => {
    for (let finding = told[next]; finding && finding.toldAt <= at; finding = told[next]) {
      to.finding(finding);
      next += 1;
    }
  };
  for await (const page of app.frames.framesOfView(grant.viewId, rebuiltBytes)) {
    for (const row of page) {
      const frame = readmit(row.frame, grant);
      if (!frame) continue;
      tellUntil(frame.receivedAt);
      to.frame(frame);
    }
  }
  tellUntil(Number.POSITIVE_INFINITY);
}
