import { defineConfig } from 'vitest/config';

const common = { environment: 'node', pool: 'forks', testTimeout: 10_000, hookTimeout: 10_000 } as const;

/** Whole programs and browsers: one file at a time, after everything else. */
const heavy = ['test/{e2e,crash,consent,bench}/**/*.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: ['{proto,gateway,device-sim,console,test}/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...heavy],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...common,
          name: 'whole',
          include: heavy,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
