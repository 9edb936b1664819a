/** The part of vitest's JSON report that is counted. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** `N passed, N failed`, and `, N skipped` when there were any. */
  readonly line: string;
}

/**
 * What a run came to. A file that broke before its tests counts as one failure, as does a run that failed in no test
 * (an unhandled rejection, a report that is missing). `strict`: a skipped test is a failure, and so is no test at all.
 */
export function summarise(options: {
  report: VitestReport | undefined;
  vitestFailed: boolean;
  strict: boolean;
}): Counts {
  const { report, vitestFailed, strict } = options;
  const passed = report?.numPassedTests ?? 0;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const brokenFiles = (report?.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  let failed = (report?.numFailedTests ?? 0) + brokenFiles + (strict ? skipped : 0);
  if (failed === 0 && (vitestFailed || passed === 0)) failed = 1;
  const rest = skipped > 0 ? `, ${skipped} skipped` : '';
  return { passed, failed, skipped, line: `${passed} passed, ${failed} failed${rest}` };
}

export function exitCode(counts: Counts): number {
  return counts.failed > 0 ? 1 : 0;
}
