/** The part of vitest's JSON report that is counted. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    /** Path of the file. */
    readonly name: string;
    readonly status: string;
    /** Epoch ms. */
    readonly startTime: number;
    readonly endTime: number;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      /** What each try failed with, also of a test that passed in the end. */
      readonly failureMessages: readonly string[];
    }[];
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

/** A test that passed only at its second try, and the first line of what the first one failed with. */
export function flakes(report: VitestReport | undefined): readonly string[] {
  return (report?.testResults ?? []).flatMap(({ assertionResults, name }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map(({ fullName, failureMessages: [first = ''] }) => `${name}: ${fullName}: ${first.split('\n')[0] ?? ''}`),
  );
}

/** `12.3 s path`, the longest first. */
export function slowest(report: VitestReport | undefined, count: number): readonly string[] {
  return (report?.testResults ?? [])
    .map(({ name, startTime, endTime }) => ({ name, ms: endTime - startTime }))
    .sort((one, other) => other.ms - one.ms)
    .slice(0, count)
    .map(({ name, ms }) => `${(ms / 1_000).toFixed(1).padStart(7)} s ${name}`);
}
