/** Events kept of one kind, whatever the device does. */
const eventsKept = 64;

/** Times at which something happened, the oldest first. */
export class EventTimes {
  readonly #at: number[] = [];
  readonly #word: string[] = [];

  /** The same event told twice is one. @param word What kind of such event. */
  add(at: number, word: string): void {
    let i = this.#at.length;
    while (i > 0 && (this.#at[i - 1] ?? 0) > at) i--;
    if (this.#at[i - 1] === at && this.#word[i - 1] === word) return;
    this.#at.splice(i, 0, at);
    this.#word.splice(i, 0, word);
    if (this.#at.length <= eventsKept) return;
    this.#at.shift();
    this.#word.shift();
  }

  /** How many in the last so many seconds. @param word Of this kind; null: of any. */
  count(seconds: number, now: number, word: string | null = null): number {
    let count = 0;
    for (let i = this.#at.length - 1; i >= 0; i--) {
      const at = this.#at[i] ?? 0;
      if (at <= now - seconds * 1000) break;
      if (at <= now && (word === null || this.#word[i] === word)) count++;
    }
    return count;
  }

  /** s between the last but `nth - 1` and the one before it; undefined: there were fewer. */
  interval(nth: number): number | undefined {
    const later = this.#at.at(-nth);
    const earlier = this.#at.at(-nth - 1);
    return later === undefined || earlier === undefined ? undefined : (later - earlier) / 1000;
  }

  /** When the count of so many seconds next falls. */
  nextAt(seconds: number, now: number): number {
    return (this.#at.find((at) => at > now - seconds * 1000) ?? Infinity) + seconds * 1000;
  }

  forget(at: number): void {
    const after = this.#at.findIndex((time) => time > at);
    const count = after < 0 ? this.#at.length : after;
    this.#at.splice(0, count);
    this.#word.splice(0, count);
  }
}
