import type { Clock } from '../ports/host.ts';

/** Of one kind: filling up with one kind of tries pushes out none of another. */
const mostKeys = 10_000;

/** Counts tries of a key within a window. A try is counted before it is judged, and taken back when it was right. */
export class Attempts {
  readonly #clock: Clock;
  /** By kind, the first word of a key: monotonic ms of each try; the key tried longest ago comes first. */
  readonly #kinds = new Map<string, Map<string, readonly number[]>>();
  readonly #running = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts it; false, and not counted: there were `most` within `windowMs` already. */
  attempt(key: string, most: number, windowMs: number): boolean {
    const now = this.#clock.monotonicMs();
    const tries = this.#triesLike(key);
    const recent = (tries.get(key) ?? []).filter((time) => time > now - windowMs);
    const allowed = recent.length < most;
    // A refused try too makes the key a recent one: a lock must not be pushed out by going on trying.
    tries.delete(key);
    // Somebody who tries very many names pushes out only what was tried before that.
    const [oldest] = tries.keys();
    if (tries.size >= mostKeys && oldest !== undefined) tries.delete(oldest);
    tries.set(key, allowed ? [...recent, now] : recent);
    return allowed;
  }

  /** The newest try of this key was none. */
  takeBack(key: string): void {
    const tries = this.#triesLike(key);
    const times = tries.get(key);
    if (times) tries.set(key, times.slice(0, -1));
  }

  forget(key: string): void {
    this.#triesLike(key).delete(key);
  }

  #triesLike(key: string): Map<string, readonly number[]> {
    const kind = key.split(' ', 1)[0] ?? '';
    let tries = this.#kinds.get(kind);
    if (!tries) this.#kinds.set(kind, (tries = new Map()));
    return tries;
  }

  /** Runs the job, unless so many of this key are running already: undefined then. */
  async atMost<T>(key: string, most: number, job: () => Promise<T>): Promise<T | undefined> {
    const running = this.#running.get(key) ?? 0;
    if (running >= most) return undefined;
    this.#running.set(key, running + 1);
    try {
      return await job();
    } finally {
      const left = (this.#running.get(key) ?? 1) - 1;
      if (left > 0) this.#running.set(key, left);
      else this.#running.delete(key);
    }
  }
}
