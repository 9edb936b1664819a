import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StoreFolder } from '../testing/open-store.ts';
import { allFrames, grant } from '../testing/records.ts';

const program = new URL('../testing/commit-until-killed.ts', import.meta.url);

let folder: StoreFolder;
beforeEach(() => {
  folder = new StoreFolder();
});
afterEach(async () => folder.clean());

/** Runs the program until it has acknowledged so many, kills it (-9), and answers what it had acknowledged. */
async function killAfter(count: number, boot: string): Promise<readonly number[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(program), folder.path, boot], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.split('\n').length > count) child.kill('SIGKILL');
  });
  const [code, signal] = (await ended) as [number | null, string | null];
  expect([code, signal]).toEqual([null, 'SIGKILL']);
  // A last line may have been cut.
  return said.split('\n').slice(0, -1).map(Number);
}

test('kill -9 while committing: everything acknowledged is there, once, and the log is whole', async () => {
  const acknowledged = new Map<string, readonly number[]>();
  for (const [round, count] of [50, 400, 151].entries()) {
    const boot = `b${round}`;
    acknowledged.set(boot, await killAfter(count, boot));
  }
  const store = await folder.open();
  const kept = (await allFrames(store, grant.viewId)).map(({ frame }) => `${frame.bootId}-${frame.seq}`);
  const present = new Set(kept);
  expect(present.size).toBe(kept.length);
  const all = [...acknowledged].flatMap(([boot, seqs]) => seqs.map((seq) => `${boot}-${seq}`));
  expect(all.length).toBeGreaterThanOrEqual(600);
  expect(all.filter((one) => !present.has(one))).toEqual([]);
  expect(await store.verify()).toBe(true);
}, 240_000);
