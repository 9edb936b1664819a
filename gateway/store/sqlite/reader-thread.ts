/** Worker thread: answers queries over a connection that cannot write. */
import { prepareQueries, type Queries } from './queries.ts';
import { serveReading } from './serve-reading.ts';

/** One question, by its name in `Queries`. */
export interface Query {
  readonly name: keyof Queries;
  readonly args: readonly unknown[];
}

serveReading<Query>((db) => {
  const queries = prepareQueries(db) as Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  return ({ name, args }) => queries[name]?.(...args);
});
