import type { ArchivePass } from '../stored-entry.ts';
import type { ArchiverAsk } from './archiver-thread.ts';
import type { JournalSize } from './journal-size.ts';
import type { Retention } from './retention.ts';

export interface ArchiverOptions {
  /** Of the journal, as it is now. */
  readonly size: () => Promise<JournalSize>;
  readonly ask: (ask: ArchiverAsk) => Promise<unknown>;
  /** Resolves when it is on disk. */
  readonly write: (pass: ArchivePass) => Promise<void>;
  readonly onFailure: (error: Error) => void;
  readonly retention: Retention;
  /** Wall time, and one that only goes on; both in ms. */
  readonly now: () => number;
  readonly monotonicMs: () => number;
  /** Calls once after `ms`; the answer cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
}

const lookMs = 2_000;
/** A row that has lain there for so long is due, however little there is. */
const oldMs = 60_000;
/** So much is due at once: the more Views there are, the more, or each would get blocks of a few frames. */
const bytesAView = 8 * 1024;
const leastDueBytes = 8 * 1024 * 1024;
const mostDueBytes = 32 * 1024 * 1024;
/** The writer gets at least as much time for others between two parts as the last one took, unless the journal grows past this. */
const urgentBytes = 128 * 1024 * 1024;
const longestPauseMs = 250;
const retentionMs = 3_600_000;
/** Of what is damaged, by name; what is beyond that is as many as there may be. */
const mostNamed = 1_000;
const firstBackOffMs = 1_000;
const longestBackOffMs = 60_000;

interface Clocks {
  readonly wall: number;
  readonly monotonicMs: number;
}

/** Passes, or retention: how the last try went, and when the next one is. */
class Chore {
  failing = false;
  #backOffMs = firstBackOffMs;
  #notBefore = Number.NEGATIVE_INFINITY;

  /** How long it is still to be left alone. */
  restMs(now: number): number {
    return this.failing ? Math.max(0, this.#notBefore - now) : 0;
  }

  worked(): void {
    this.failing = false;
    this.#backOffMs = firstBackOffMs;
  }

  failed(now: number): void {
    this.failing = true;
    this.#notBefore = now + this.#backOffMs;
    this.#backOffMs = Math.min(this.#backOffMs * 2, longestBackOffMs);
  }
}

/**
 * Decides when the journal is made into blocks, and what is too old is dropped; one thing at a time, and what fails is tried again with
 * back-off. Nothing depends on when: a frame is read from wherever it is.
 */
export class Archiver {
  readonly #options: ArchiverOptions;
  #cancel: (() => void) | undefined;
  #closed = false;
  /** One after the other. */
  #last: Promise<void> = Promise.resolve();
  readonly #passes = new Chore();
  readonly #retention = new Chore();
  #views = 0;
  readonly #damaged = new Set<string>();
  #oldest: { readonly id: number; readonly sinceMs: number } | undefined;
  /** Since the last retention that worked, or that wall time was not trusted for. */
  #clocks: Clocks;

  constructor(options: ArchiverOptions) {
    this.#options = options;
    this.#clocks = { wall: options.now(), monotonicMs: options.monotonicMs() };
    this.#later(lookMs);
  }

  /** What was tried last has not worked; it will be tried again. */
  get failing(): boolean {
    return this.#passes.failing || this.#retention.failing;
  }

  /** How many blocks, rows of the journal and roll-ups could not be read; each was told once. */
  get damaged(): number {
    return this.#damaged.size;
  }

  /** Makes blocks of all that is in the journal by now, due or not. Rejects when it could not. */
  async compact(): Promise<void> {
    await this.#alone(async () => {
      let before = await this.#options.size();
      while (before.oldestId !== null && !this.#closed) {
        await this.#pass(before);
        const now = await this.#options.size();
        if (now.oldestId === before.oldestId) return;
        before = now;
      }
    });
  }

  /** Drops what is older than it may be, now. Rejects when it could not. */
  async dropOld(): Promise<void> {
    const { retention, now, write } = this.#options;
    await this.#alone(async () => {
      await this.#options.ask({ begin: 'retention', retention, now: now() });
      const parts = await this.#writeParts(0);
      if (parts > 0) await write({ upTo: 0, replaced: [], blocks: [], rollups: [], emptyLog: true });
    });
    this.#retention.worked();
  }

  /** Begins nothing more; resolves when nothing is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancel?.();
    await this.#last.catch(() => undefined);
  }

  async #alone(job: () => Promise<void>): Promise<void> {
    const done = this.#last.catch(() => undefined).then(job);
    this.#last = done;
    await done;
  }

  #later(ms: number): void {
    if (this.#closed) return;
    this.#cancel = this.#options.after(ms, () => void this.#look());
  }

  /** Neither waits for the other to work. */
  async #look(): Promise<void> {
    await this.#tryTo(this.#passes, async () => this.#passWhileDue());
    await this.#tryTo(this.#retention, async () => this.#dropOldWhenDue());
    const now = this.#options.monotonicMs();
    const rests = [this.#passes, this.#retention].map((chore) => chore.restMs(now)).filter((ms) => ms > 0);
    this.#later(Math.min(lookMs, ...rests));
  }

  async #tryTo(chore: Chore, job: () => Promise<void>): Promise<void> {
    const { monotonicMs, onFailure } = this.#options;
    if (this.#closed || chore.restMs(monotonicMs()) > 0) return;
    try {
      await job();
    } catch (error) {
      if (this.#closed) return;
      chore.failed(monotonicMs());
      onFailure(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async #passWhileDue(): Promise<void> {
    await this.#alone(async () => {
      for (let size = await this.#options.size(); this.#isDue(size) && !this.#closed; ) {
        await this.#pass(size);
        size = await this.#options.size();
      }
    });
    this.#passes.worked();
  }

  async #dropOldWhenDue(): Promise<void> {
    const clocks = this.#clocksWhenDue();
    if (!clocks) return;
    await this.dropOld();
    this.#clocks = clocks;
  }

  #isDue({ bytes, oldestId }: JournalSize): boolean {
    if (oldestId === null) return false;
    const now = this.#options.monotonicMs();
    if (this.#oldest?.id !== oldestId) this.#oldest = { id: oldestId, sinceMs: now };
    const dueBytes = Math.min(mostDueBytes, Math.max(leastDueBytes, this.#views * bytesAView));
    return bytes >= dueBytes || now - this.#oldest.sinceMs >= oldMs;
  }

  async #pass({ bytes }: JournalSize): Promise<void> {
    this.#views = Number(await this.#options.ask({ begin: 'journal', bytes: mostDueBytes }));
    await this.#writeParts(bytes);
  }

  /** Answers how many there were. */
  async #writeParts(journalBytes: number): Promise<number> {
    const { ask, write, monotonicMs } = this.#options;
    let parts = 0;
    for (; !this.#closed; parts += 1) {
      const part = (await ask({ begin: 'next' })) as ArchivePass | undefined;
      if (!part) {
        this.#tell((await ask({ begin: 'damaged' })) as readonly string[]);
        break;
      }
      const began = monotonicMs();
      await write(part);
      const pauseMs = Math.min(monotonicMs() - began, longestPauseMs);
      if (journalBytes < urgentBytes && !this.#closed) await this.#pause(pauseMs);
    }
    return parts;
  }

  #tell(damaged: readonly string[]): void {
    for (const name of damaged) {
      if (this.#damaged.has(name) || this.#damaged.size >= mostNamed) continue;
      this.#damaged.add(name);
      this.#options.onFailure(new Error(name));
    }
  }

  async #pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const cancel = this.#options.after(ms, resolve);
      this.#cancel = () => {
        cancel();
        resolve();
      };
    });
  }

  /** By the clock that only goes on. If wall time has leapt meanwhile it is not trusted for as long again: what is dropped is gone. */
  #clocksWhenDue(): Clocks | undefined {
    const { now, monotonicMs } = this.#options;
    const clocks = { wall: now(), monotonicMs: monotonicMs() };
    const wentOn = clocks.monotonicMs - this.#clocks.monotonicMs;
    if (wentOn < retentionMs) return undefined;
    const leapt = Math.abs(clocks.wall - this.#clocks.wall - wentOn) > retentionMs;
    if (leapt) this.#clocks = clocks;
    return leapt ? undefined : clocks;
  }
}
