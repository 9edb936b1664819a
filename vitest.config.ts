import { defineConfig } from 'vitest/config';

/** How long something is waited for, which is no claim: what has to come sooner says so itself. */
const patience = { testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 15_000 } } } as const;
const common = { ...patience, environment: 'node', pool: 'forks', maxWorkers: 2 } as const;
/** What waits for threads, sockets or browsers on a machine that others share: a second try, which the summary names (decision 0059). */
const busy = { retry: 1 } as const;
const whole = { ...busy, testTimeout: 120_000, hookTimeout: 120_000 } as const;

/** In a browser, whose time nobody measures. */
const pages = ['test/e2e/{pages,agent-cannot-grant,start,diagnosis}.test.ts', 'test/hostile/pages.test.ts'];
/** Whole programs that are started, killed or searched: each in a process of its own. */
const killed = [
  'test/{crash,backup}/**/*.test.ts',
  'test/consent/no-grant-no-trace.test.ts',
  'test/hostile/disk.test.ts',
];
/** What has to be seen in time, or weighed: each in a process of its own. */
const timed = [
  'test/e2e/{allow-see-stop,valetudo}.test.ts',
  'test/consent/revoke-bound.test.ts',
  'test/hostile/memory.test.ts',
];
/** Nothing but values in and values out. */
const pure = '{proto,console,gateway/{domain,app,packs,wire}}/**/*.test.ts';
// Loading the gateway anew for each of 150 files took longer than all tests in them.
const short = { ...common, setupFiles: 'test/support/same-seed.ts', isolate: false } as const;

/**
 * One queue for all, by the projects' names and so the long files first: whatever waits, something else runs beside it, and
 * the many short files at the end leave no worker without work.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...common, ...whole, name: 'killed', include: killed } },
      { test: { ...common, ...whole, name: 'pages', include: pages, isolate: false } },
      { test: { ...common, ...whole, name: 'timed', include: timed } },
      {
        test: {
          ...short,
          ...busy,
          name: 'unit',
          include: ['{gateway,device-sim,test}/**/*.test.ts'],
          exclude: ['**/node_modules/**', pure, ...pages, ...killed, ...timed],
        },
      },
      { test: { ...short, testTimeout: 120_000, name: 'pure', include: [pure] } },
    ],
  },
});
