import { doJob, type Job, type JobResult } from './job.ts';

/** A process that does jobs one after the other, as its parent sends them. */
export interface Work {
  readonly index: number;
  readonly job: Job;
}

export type Done =
  | { readonly index: number; readonly result: JobResult }
  | { readonly index: number; readonly failed: string };

process.on('message', ({ index, job }: Work) => {
  process.send?.(done(index, job));
});
process.on('disconnect', () => process.exit());

function done(index: number, job: Job): Done {
  try {
    return { index, result: doJob(job) };
  } catch (error) {
    return { index, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
