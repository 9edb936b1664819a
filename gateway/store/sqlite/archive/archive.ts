import { performance } from 'node:perf_hooks';
import type { History, HistoryQuery } from '../../../domain/history.ts';
import { StoreUnavailable } from '../../store-errors.ts';
import type { ArchivePass } from '../stored-entry.ts';
import type { RunningThread } from '../supervised-thread.ts';
import { Archiver } from './archiver.ts';
import type { ArchiverAsk } from './archiver-thread.ts';
import { type HistoryColumns, toHistory } from './history-columns.ts';
import type { JournalSize } from './journal-size.ts';
import { OnDemandThread } from './on-demand-thread.ts';
import type { Retention } from './retention.ts';

/** A part of a pass, or the answer to a question about a long time, is made in less; several wait one behind the other. */
const silenceMs = 30_000;
/** Each takes some ten milliseconds, a long one half a second. */
const mostAsked = 64;
const forEver: Retention = { framesMs: Infinity, minutesMs: Infinity, hoursMs: Infinity, classesMs: {} };

export interface ArchiveOptions {
  readonly file: string;
  readonly size: () => Promise<JournalSize>;
  readonly write: (pass: ArchivePass) => Promise<void>;
  readonly onFailure: (error: Error) => void;
  readonly retention?: Retention;
  readonly now?: () => number;
}

/** What the store does apart from the hot path: the archiver, and reading history back, each in a thread of its own. */
export class Archive {
  readonly #archiver: Archiver;
  readonly #archiverThread: OnDemandThread<ArchiverAsk>;
  readonly #historyThread: OnDemandThread<HistoryQuery>;
  #asked = 0;

  constructor(options: ArchiveOptions) {
    const { file, size, write, onFailure, retention = forEver, now = () => Date.now() } = options;
    const common = { file, onFailure, silenceMs };
    this.#archiverThread = new OnDemandThread({
      ...common,
      name: 'archiver',
      entry: new URL('./archiver-thread.ts', import.meta.url),
    });
    this.#historyThread = new OnDemandThread({
      ...common,
      name: 'history',
      entry: new URL('./history-thread.ts', import.meta.url),
    });
    this.#archiver = new Archiver({
      size,
      ask: async (ask) => this.#archiverThread.ask(ask),
      write,
      onFailure,
      retention,
      now,
      monotonicMs: () => performance.now(),
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        timer.unref();
        return () => clearTimeout(timer);
      },
    });
  }

  get threads(): Readonly<Record<'archiver' | 'history', RunningThread | undefined>> {
    return { archiver: this.#archiverThread.running, history: this.#historyThread.running };
  }

  /** Parts that do not work, by their names in health. */
  failing(): readonly string[] {
    return [
      ...(this.#archiverThread.ok && !this.#archiver.failing ? [] : ['store-archiver']),
      ...(this.#historyThread.ok ? [] : ['store-history']),
    ];
  }

  /** How much of what is stored could not be read. */
  get damaged(): number {
    return this.#archiver.damaged;
  }

  /** Rejects with StoreUnavailable when too many wait for their answers. */
  async history(query: HistoryQuery): Promise<History> {
    if (this.#asked >= mostAsked) throw new StoreUnavailable('queue', `${this.#asked} wait for a history already`);
    this.#asked += 1;
    try {
      return toHistory((await this.#historyThread.ask(query)) as HistoryColumns);
    } finally {
      this.#asked -= 1;
    }
  }

  async compact(): Promise<void> {
    await this.#archiver.compact();
  }

  async dropOld(): Promise<void> {
    await this.#archiver.dropOld();
  }

  async close(): Promise<void> {
    await this.#archiver.close();
    await this.#archiverThread.close();
    await this.#historyThread.close();
  }
}
