import { defineConfig } from 'vitest/config';

const common = { environment: 'node', pool: 'forks', testTimeout: 10_000, hookTimeout: 10_000 } as const;
const slow = { testTimeout: 60_000, hookTimeout: 60_000 } as const;

/** In a browser, whose time nobody measures. */
const pages = [
  'test/e2e/{pages,people,ticket-system,registrar-cannot-grant,agent-cannot-grant,start,diagnosis}.test.ts',
  'test/hostile/pages.test.ts',
];
/** Whole programs that are killed or searched: each in a process of its own. */
const killed = ['test/crash/**/*.test.ts', 'test/consent/no-grant-no-trace.test.ts', 'test/hostile/disk.test.ts'];
/** What has to be seen in time, or weighed: alone. */
const timed = [
  'test/e2e/{allow-see-stop,valetudo}.test.ts',
  'test/consent/revoke-bound.test.ts',
  'test/hostile/memory.test.ts',
];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: ['{proto,gateway,device-sim,console,test}/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...pages, ...killed, ...timed],
          // Loading the gateway anew for each of 150 files took longer than all tests in them.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...common,
          ...slow,
          name: 'pages',
          include: pages,
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      { test: { ...common, ...slow, name: 'killed', include: killed, maxWorkers: 2, sequence: { groupOrder: 1 } } },
      { test: { ...common, ...slow, name: 'timed', include: timed, maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
});
