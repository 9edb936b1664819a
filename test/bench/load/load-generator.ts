import type { ChildProcess } from 'node:child_process';
import { endProcess, loadCore, spawnScript } from '../pinned-process.ts';
import type { LoadResult, Opened, Order } from './load-process.ts';
import type { Watch } from './watcher.ts';

/** The generator, as the bench speaks with it. */
export class LoadGenerator {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  #lastId = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', ({ id, result, failed }: { id: number; result?: unknown; failed?: string }) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (failed === undefined) waiting?.resolve(result);
      else waiting?.reject(new Error(failed));
    });
    child.on('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The load generator ended'));
    });
  }

  static async start(): Promise<LoadGenerator> {
    const { child } = await spawnScript(new URL('load-process.ts', import.meta.url), [], { core: loadCore });
    return new LoadGenerator(child);
  }

  async open(fleet: Opened): Promise<void> {
    await this.#ask({ do: 'open', ...fleet });
  }

  async flood(fleet: string, window: number, ms: number): Promise<LoadResult> {
    return (await this.#ask({ do: 'flood', fleet, window, ms })) as LoadResult;
  }

  async pace(fleet: string, perSecond: number, ms: number): Promise<LoadResult> {
    return (await this.#ask({ do: 'pace', fleet, perSecond, ms })) as LoadResult;
  }

  async watch(fleet: string, watches: readonly Watch[]): Promise<void> {
    await this.#ask({ do: 'watch', fleet, watches });
  }

  async close(fleet: string): Promise<void> {
    await this.#ask({ do: 'close', fleet });
  }

  async end(): Promise<void> {
    await endProcess(this.#child);
  }

  #ask(order: Order): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#child.send({ id, order });
    });
  }
}
