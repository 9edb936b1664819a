import { defineConfig } from 'vitest/config';

const common = { environment: 'node', pool: 'forks', testTimeout: 10_000, hookTimeout: 10_000 } as const;

/** In a browser: one file at a time, since what they show has to show in time. */
const browser = ['test/e2e/**/*.test.ts', 'test/hostile/pages.test.ts'];
/** Whole programs that are killed, weighed or searched: one at a time, each in a process of its own. */
const whole = ['test/{crash,consent,bench}/**/*.test.ts', 'test/hostile/{disk,memory}.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: ['{proto,gateway,device-sim,console,test}/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...browser, ...whole],
          // Loading the gateway anew for each of 140 files took longer than all tests in them.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...common,
          name: 'browser',
          include: browser,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          isolate: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...common,
          name: 'whole',
          include: whole,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
