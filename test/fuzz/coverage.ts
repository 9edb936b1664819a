import { type Profiler, Session } from 'node:inspector';

/** Which parts of some sources have run, by V8's own count (no instrumentation of the sources, no native library). */
export class Coverage {
  /** Characters that have run. */
  size = 0;
  readonly #session = new Session();
  readonly #sources: RegExp;
  readonly #seen = new Map<string, Uint8Array>();

  constructor(sources: RegExp) {
    this.#sources = sources;
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** Characters of the sources that have run since the last look and never before; they are known from now on unless `peek`. */
  look(peek = false): number {
    let news = 0;
    // In this thread it is answered before `post` returns.
    this.#session.post('Profiler.takePreciseCoverage', (error, { result }: Profiler.TakePreciseCoverageReturnType) => {
      if (error) throw error;
      for (const { scriptId, url, functions } of result) {
        if (!this.#sources.test(url)) continue;
        for (const { ranges } of functions) news += this.#add(scriptId, ranges, peek);
      }
    });
    if (!peek) this.size += news;
    return news;
  }

  close(): void {
    this.#session.disconnect();
  }

  /** Of one function: the first range is all of it, and each later one lies within one before it and counts in its place. */
  #add(scriptId: string, ranges: readonly Profiler.CoverageRange[], peek: boolean): number {
    const [whole] = ranges;
    if (!whole || whole.count === 0) return 0;
    const from = whole.startOffset;
    const ran = new Uint8Array(whole.endOffset - from);
    for (const { startOffset, endOffset, count } of ranges)
      ran.fill(count > 0 ? 1 : 0, startOffset - from, endOffset - from);
    const seen = this.#seenOf(scriptId, whole.endOffset);
    let news = 0;
    for (let at = 0; at < ran.length; at += 1) {
      if (ran[at] === 0 || seen[from + at] === 1) continue;
      news += 1;
      if (!peek) seen[from + at] = 1;
    }
    return news;
  }

  #seenOf(scriptId: string, end: number): Uint8Array {
    const before = this.#seen.get(scriptId) ?? new Uint8Array(0);
    if (before.length >= end) return before;
    const grown = new Uint8Array(end * 2);
    grown.set(before);
    this.#seen.set(scriptId, grown);
    return grown;
  }
}
