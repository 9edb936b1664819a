import { describe, expect, it } from 'vitest';
import { exitCode, flakes, slowest, summarise, type VitestReport } from './summary.ts';

type File = VitestReport['testResults'][number];

function file(more: Partial<File>): File {
  const assertionResults = [{ status: 'passed', fullName: 'it works', failureMessages: [] }];
  return { name: 'a.test.ts', status: 'passed', startTime: 1_000, endTime: 1_000, assertionResults, ...more };
}

const green: VitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [file({ name: 'a.test.ts', endTime: 2_500 })],
};

const run = (report: VitestReport | undefined, more: { vitestFailed?: boolean; strict?: boolean } = {}) =>
  summarise({ report, vitestFailed: false, strict: false, ...more });

describe('the summary of a test run', () => {
  it('is one line of passed and failed', () => {
    expect(run(green).line).toBe('3 passed, 0 failed');
    expect(exitCode(run(green))).toBe(0);
  });

  it('names skipped tests and lets them pass outside CI', () => {
    const counts = run({ ...green, numPendingTests: 2 });
    expect(counts.line).toBe('3 passed, 0 failed, 2 skipped');
    expect(exitCode(counts)).toBe(0);
  });

  it('fails for skipped tests in CI', () => {
    const counts = run({ ...green, numPendingTests: 1, numTodoTests: 1 }, { strict: true });
    expect(counts.line).toBe('3 passed, 2 failed, 2 skipped');
    expect(exitCode(counts)).toBe(1);
  });

  it('counts a file that broke before its tests as a failure', () => {
    const broken = file({ status: 'failed', assertionResults: [] });
    expect(run({ ...green, testResults: [broken] }, { vitestFailed: true }).failed).toBe(1);
  });

  it('fails when vitest failed although no test did', () => {
    expect(run(green, { vitestFailed: true }).line).toBe('3 passed, 1 failed');
  });

  it('fails when there is no report, or nothing in it', () => {
    expect(run(undefined).line).toBe('0 passed, 1 failed');
    expect(run({ ...green, numPassedTests: 0 }).failed).toBe(1);
  });

  it('names what passed only at its second try, and why it did not at the first', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'at once', failureMessages: [] },
      { status: 'passed', fullName: 'at its second try', failureMessages: ['Error: late\n    at a line'] },
      { status: 'failed', fullName: 'never', failureMessages: ['Error: wrong', 'Error: wrong'] },
    ];
    const report = { ...green, testResults: [file({ name: 'b.test.ts', assertionResults })] };
    expect(flakes(report)).toEqual(['b.test.ts: at its second try: Error: late']);
    expect(flakes(green)).toEqual([]);
    expect(flakes(undefined)).toEqual([]);
  });

  it('lists the files that took longest, the longest first', () => {
    const testResults = [100, 65_000, 3_000].map((ms, n) => file({ name: `${n}.test.ts`, endTime: 1_000 + ms }));
    expect(slowest({ ...green, testResults }, 2)).toEqual(['   65.0 s 1.test.ts', '    3.0 s 2.test.ts']);
  });
});
