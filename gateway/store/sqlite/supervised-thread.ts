import { Worker } from 'node:worker_threads';
import { StoreUnavailable, StoreUnusable } from '../store-errors.ts';
import { threadCode } from './thread-code.ts';
import type { FromThread, ThreadStart, ToThread } from './thread-messages.ts';

const firstBackOffMs = 50;
const longestBackOffMs = 5_000;

/** A thread as an operator or a test may handle it: `terminate` ends it at once, as a crash would. */
export type RunningThread = Pick<Worker, 'threadId' | 'terminate'>;

export interface ThreadOptions {
  /** writer or reader: the part that is named when it fails. */
  readonly name: string;
  readonly entry: URL;
  readonly file: string;
  /** Asked and silent for so long, it is taken for hung, and ended. */
  readonly silenceMs: number;
  /** Called at each fall, and at each restart that fails. */
  readonly onFailure: (error: Error) => void;
}

interface Pending {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Asks a worker thread and gets its answers in order. While the thread is gone everything pending and everything asked
 * is rejected at once with StoreUnavailable; it is started again with back-off, once the one before has truly ended.
 */
export class SupervisedThread<Ask> {
  readonly #options: ThreadOptions;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | undefined;
  #state: 'starting' | 'up' | 'down' | 'closed' = 'starting';
  #nextId = 1;
  #backOffMs = firstBackOffMs;
  #silence: NodeJS.Timeout | undefined;
  #restart: NodeJS.Timeout | undefined;

  private constructor(options: ThreadOptions) {
    this.#options = options;
  }

  /** @throws StoreUnusable, or what else kept the thread from starting. */
  static async open<Ask>(options: ThreadOptions): Promise<SupervisedThread<Ask>> {
    const thread = new SupervisedThread<Ask>(options);
    await thread.#spawn(true);
    return thread;
  }

  get up(): boolean {
    return this.#state === 'up';
  }

  /** The thread that runs now, or ran last. */
  get running(): RunningThread | undefined {
    return this.#worker;
  }

  /** `give`: buffers of the question that are the thread's from here on, instead of being copied. */
  async ask(ask: Ask, give: readonly ArrayBuffer[] = []): Promise<unknown> {
    const worker = this.#worker;
    if (this.#state !== 'up' || !worker) throw this.#unavailable(this.#state === 'closed' ? 'closed' : 'not running');
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      tell(worker, { id, ask }, give);
      if (!this.#silence) this.#watch(worker);
    });
  }

  /** After everything asked so far has been answered; a thread that does not end by itself in time is ended. */
  async close(): Promise<void> {
    const wasUp = this.#state === 'up';
    this.#state = 'closed';
    clearTimeout(this.#restart);
    const worker = this.#worker;
    if (!worker) return;
    const ended = new Promise<void>((resolve) => {
      if (worker.threadId === -1) resolve();
      else worker.once('exit', () => resolve());
    });
    if (!wasUp) await worker.terminate();
    else {
      tell(worker, { close: true });
      const late = setTimeout(() => void worker.terminate(), this.#options.silenceMs);
      await ended;
      clearTimeout(late);
    }
    this.#rejectAll(this.#unavailable('closed'));
  }

  async #spawn(check: boolean): Promise<void> {
    const start: ThreadStart = { file: this.#options.file, check };
    const code = await threadCode(this.#options.entry);
    if (this.#state === 'closed') throw this.#unavailable('closed');
    const worker = new Worker(code, { eval: true, name: this.#options.name, workerData: start, execArgv: [] });
    this.#worker = worker;
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: FromThread) => {
        if ('ready' in message) {
          if (this.#state !== 'closed') this.#state = 'up';
          this.#backOffMs = firstBackOffMs;
          resolve();
        } else if ('unusable' in message) reject(new StoreUnusable(message.unusable, start.file, message.reason));
        else this.#settle(worker, message);
      });
      let cause: Error | undefined;
      worker.once('error', (error: Error) => {
        cause = error;
      });
      worker.once('exit', (code) => {
        const fell = this.#unavailable(cause ? cause.message : `ended with code ${code}`);
        reject(cause ?? fell);
        this.#fall(worker, fell);
        if (this.#state === 'down') this.#restartLater();
      });
    });
  }

  #settle(worker: Worker, message: Extract<FromThread, { id: number }>): void {
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    this.#watch(worker);
    if ('fault' in message) pending?.reject(new Error(message.fault));
    else pending?.resolve(message.answer);
  }

  /** Counts the silence anew; nothing is pending: there is none to count. */
  #watch(worker: Worker): void {
    clearTimeout(this.#silence);
    this.#silence = undefined;
    if (this.#pending.size === 0) return;
    const { silenceMs } = this.#options;
    this.#silence = setTimeout(() => {
      // Answers may lie in the port unread when it was this thread that was held up: they go first.
      const oldest = this.#pending.keys().next().value;
      setImmediate(() => {
        if (oldest === undefined || !this.#pending.has(oldest)) return;
        this.#fall(worker, this.#unavailable(`no answer for ${silenceMs} ms`));
        void worker.terminate();
      });
    }, silenceMs);
    this.#silence.unref();
  }

  /** Only out of `up`: what falls while starting, or after a fall, is told by who started it. */
  #fall(worker: Worker, error: StoreUnavailable): void {
    if (worker !== this.#worker || this.#state !== 'up') return;
    this.#state = 'down';
    clearTimeout(this.#silence);
    this.#silence = undefined;
    this.#rejectAll(error);
    this.#options.onFailure(error);
  }

  #rejectAll(error: Error): void {
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(error);
  }

  #restartLater(): void {
    this.#restart = setTimeout(() => {
      this.#spawn(false).catch((error: unknown) => {
        if (this.#state === 'down') this.#options.onFailure(error instanceof Error ? error : new Error(String(error)));
      });
    }, this.#backOffMs);
    this.#restart.unref();
    this.#backOffMs = Math.min(this.#backOffMs * 2, longestBackOffMs);
  }

  #unavailable(reason: string): StoreUnavailable {
    return new StoreUnavailable(this.#options.name, reason);
  }
}

function tell<Ask>(worker: Worker, message: ToThread<Ask>, give: readonly ArrayBuffer[] = []): void {
  worker.postMessage(message, give);
}
