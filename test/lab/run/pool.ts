import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { doJob, type Job, type JobResult } from './job.ts';
import type { Done, Work } from './job-worker.ts';

const worker = fileURLToPath(new URL('job-worker.ts', import.meta.url));

/**
 * Does all jobs in so many processes (1: in this one). Results are in the order of the jobs, whoever did them and whenever, so they do not
 * depend on the number. Rejects when a job fails: a bug, never the input's doing.
 */
export async function doJobs(
  jobs: readonly Job[],
  options: { readonly workers: number; onProgress(done: number): void },
): Promise<readonly JobResult[]> {
  const results: JobResult[] = [];
  if (options.workers <= 1 || jobs.length <= 1) {
    for (const [index, job] of jobs.entries()) {
      results.push(doJob(job));
      options.onProgress(index + 1);
    }
    return results;
  }
  let next = 0;
  let finished = 0;
  const children: ChildProcess[] = [];
  const work = (child: ChildProcess) =>
    new Promise<void>((resolve, reject) => {
      const give = () => {
        const job = jobs[next];
        if (!job) {
          child.disconnect();
          resolve();
          return;
        }
        const given: Work = { index: next, job };
        next += 1;
        child.send(given);
      };
      child.on('message', (message: Done) => {
        if ('failed' in message) {
          reject(new Error(message.failed));
          return;
        }
        results[message.index] = message.result;
        finished += 1;
        options.onProgress(finished);
        give();
      });
      child.once('error', reject);
      child.once('exit', (code) => {
        reject(new Error(`A worker ended with code ${code} before its work was done.`));
      });
      give();
    });
  try {
    const count = Math.min(options.workers, jobs.length);
    await Promise.all(
      Array.from({ length: count }, () => {
        const child = fork(worker, {
          execArgv: ['--import', 'tsx'],
          serialization: 'advanced',
          stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        });
        children.push(child);
        return work(child);
      }),
    );
  } finally {
    for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  }
  return results;
}
