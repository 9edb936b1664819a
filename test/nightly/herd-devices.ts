import type { ChildProcess } from 'node:child_process';
import { endProcess, loadCore, spawnScript } from '../bench/pinned-process.ts';
import type { Compared, HerdOrder, Reconnected } from './herd-process.ts';

/** The process that plays the devices of a herd. */
export class HerdDevices {
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
    child.on('exit', (code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`The devices ended with ${code}`));
    });
  }

  static async start(): Promise<HerdDevices> {
    const { child } = await spawnScript(new URL('herd-process.ts', import.meta.url), [], { core: loadCore });
    return new HerdDevices(child);
  }

  async obey(order: Exclude<HerdOrder, { do: 'reconnect' | 'compare' }>): Promise<void> {
    await this.#ask(order);
  }

  async reconnect(): Promise<Reconnected> {
    return (await this.#ask({ do: 'reconnect' })) as Reconnected;
  }

  async compare(file: string): Promise<Compared> {
    return (await this.#ask({ do: 'compare', file })) as Compared;
  }

  async end(): Promise<void> {
    await endProcess(this.#child);
  }

  #ask(order: HerdOrder): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#child.send({ id, order });
    });
  }
}
