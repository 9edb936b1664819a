/** Runs jobs of one key one after the other; jobs of different keys side by side. */
export class InTurn {
  readonly #last = new Map<string, Promise<unknown>>();

  run<T>(key: string, job: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(job, job);
    const quiet = mine.catch(() => undefined);
    this.#last.set(key, quiet);
    void quiet.then(() => {
      if (this.#last.get(key) === quiet) this.#last.delete(key);
    });
    return mine;
  }
}
