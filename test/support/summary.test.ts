import { describe, expect, it } from 'vitest';
import { exitCode, summarise, type VitestReport } from './summary.ts';

const green: VitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
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
    const broken = { status: 'failed', assertionResults: [] };
    expect(run({ ...green, testResults: [broken] }, { vitestFailed: true }).failed).toBe(1);
  });

  it('fails when vitest failed although no test did', () => {
    expect(run(green, { vitestFailed: true }).line).toBe('3 passed, 1 failed');
  });

  it('fails when there is no report, or nothing in it', () => {
    expect(run(undefined).line).toBe('0 passed, 1 failed');
    expect(run({ ...green, numPassedTests: 0 }).failed).toBe(1);
  });
});
