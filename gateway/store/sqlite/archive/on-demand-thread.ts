import { StoreUnavailable } from '../../store-errors.ts';
import { type RunningThread, SupervisedThread, type ThreadOptions } from '../supervised-thread.ts';

/** A supervised thread that is started when it is first asked: many a gateway never needs it. */
export class OnDemandThread<Ask> {
  readonly #options: ThreadOptions;
  #thread: SupervisedThread<Ask> | undefined;
  #opening: Promise<SupervisedThread<Ask>> | undefined;
  #closed = false;

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  /** It runs, or nobody has needed it. */
  get ok(): boolean {
    return this.#thread?.up ?? true;
  }

  get running(): RunningThread | undefined {
    return this.#thread?.running;
  }

  /** Rejects with StoreUnavailable while it is down and after `close`, or with why it cannot be started. */
  async ask(ask: Ask): Promise<unknown> {
    if (this.#closed) throw new StoreUnavailable('closed', 'the store is being closed');
    return (await this.#open()).ask(ask);
  }

  async close(): Promise<void> {
    this.#closed = true;
    // Who asked was told why it could not be opened.
    await this.#opening?.then((thread) => thread.close()).catch(() => undefined);
  }

  async #open(): Promise<SupervisedThread<Ask>> {
    this.#opening ??= SupervisedThread.open<Ask>(this.#options);
    try {
      this.#thread = await this.#opening;
      return this.#thread;
    } catch (error) {
      this.#opening = undefined;
      throw error;
    }
  }
}
