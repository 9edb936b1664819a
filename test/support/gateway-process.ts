/**
 * A gateway as a process of its own, to be killed or looked into: settings from the environment, pages from the folder in
 * the first argument. The others name what is wrong with it: nothing, or some of the deliberate faults below, which exist to
 * prove that a test would notice them.
 */
import { Session } from 'node:inspector';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { readSettings } from '../../gateway/config.ts';
import { type Lent, startGateway } from '../../gateway/main.ts';
import { loadPacks } from '../../gateway/packs/load.ts';
import type { PipelineStages } from '../../gateway/pipeline.ts';
import type { RawMessage } from '../../gateway/ports/links.ts';

export const faults = [
  'commits-after-puback',
  'keeps-strings',
  'keeps-buffers',
  'keeps-rows',
  'logs-payloads',
] as const;
export type Fault = (typeof faults)[number];

const settings = readSettings(process.env);
// Read while the one before it still runs: the start then finds the same texts again.
loadPacks(fileURLToPath(new URL('../../gateway/packs', import.meta.url)));
/** What a fault retains stays reachable. */
const kept: unknown[] = [];

/** What it is asked while it runs. `hoard`: to keep so many bytes, as a leak would. */
export type Question = { readonly weigh: true } | { readonly hoard: number };
/** In bytes, after everything that nobody needs has been collected. */
export interface Weight {
  readonly rss: number;
}

const wrong: Readonly<Record<Fault, (stages: PipelineStages) => PipelineStages>> = {
  'commits-after-puback': (stages) => ({
    ...stages,
    async commit(frames) {
      // Left for a moment later, as a cache would: a batch is on disk in a millisecond or two, which a kill seldom falls into.
      setTimeout(() => void stages.commit(frames).catch(() => undefined), 20);
      return frames.map(() => 'stored');
    },
  }),
  'keeps-strings': (stages) => watchRaw(stages, ({ payload }) => kept.push(Buffer.from(payload).toString('latin1'))),
  'keeps-buffers': (stages) => watchRaw(stages, ({ payload }) => kept.push(new Uint8Array(payload))),
  'keeps-rows': (stages) => {
    const db = new Database(`${settings.dataFolder}/diag.sqlite`, { timeout: 5_000 });
    db.exec('CREATE TABLE IF NOT EXISTS kept_by_mistake (payload BLOB)');
    const insert = db.prepare('INSERT INTO kept_by_mistake VALUES (?)');
    return watchRaw(stages, ({ payload }) => insert.run(Buffer.from(payload)));
  },
  'logs-payloads': (stages) => watchRaw(stages, ({ payload }) => process.stdout.write(payload)),
};

function watchRaw(stages: PipelineStages, see: (raw: RawMessage) => void): PipelineStages {
  return {
    ...stages,
    decode(raw) {
      see(raw);
      return stages.decode(raw);
    },
  };
}

function isFault(name: string): name is Fault {
  return (faults as readonly string[]).includes(name);
}

const [pagesFolder = '', ...names] = process.argv.slice(2);
const lent: Lent = {
  pagesFolder,
  stages: (stages) => names.filter(isFault).reduce((so, name) => wrong[name](so), stages),
};
// Loading takes much longer than starting, so that it is done before it is wanted.
process.send?.('loaded');
await new Promise((resolve) => process.once('message', resolve));
await startGateway(settings, lent);
const inspector = new Session();
inspector.connect();
process.on('message', (question: Question) => {
  if ('hoard' in question) kept.push(Buffer.alloc(question.hoard, 1));
  // Unlike gc(), this also gives pages back that hold little.
  inspector.post('HeapProfiler.collectGarbage', () => {
    process.send?.({ rss: process.memoryUsage().rss } satisfies Weight);
  });
});
process.send?.('started');
