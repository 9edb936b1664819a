/**
 * When what has to be looked at again: a heap with at most one pending time for each id. A time may be earlier than needed: who is
 * woken too early arms itself again, so that what moves a time later (each sample does) costs nothing.
 */
export class Timers {
  readonly #at: number[] = [];
  readonly #id: number[] = [];
  readonly #armed = new Map<number, number>();

  /** Epoch ms; null: nothing is due. */
  get nextAt(): number | null {
    this.#clean();
    return this.#at[0] ?? null;
  }

  /** No later than `at`. Infinity: never. */
  arm(id: number, at: number): void {
    if (at === Infinity) return;
    const armed = this.#armed.get(id);
    if (armed !== undefined && armed <= at) return;
    this.#armed.set(id, at);
    let i = this.#at.length;
    this.#at.push(at);
    this.#id.push(id);
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (!this.#isBefore(i, up)) break;
      this.#swap(i, up);
      i = up;
    }
  }

  /** The id that is due first, of one moment the lowest; null: none up to `now`. */
  pop(now: number): { readonly id: number; readonly at: number } | null {
    this.#clean();
    const at = this.#at[0];
    const id = this.#id[0];
    if (at === undefined || id === undefined || at > now) return null;
    this.#armed.delete(id);
    this.#dropTop();
    return { id, at };
  }

  /** What was armed anew for an earlier time is still there with the later one: waste. */
  #clean(): void {
    while (this.#at.length > 0 && this.#armed.get(this.#id[0] ?? -1) !== this.#at[0]) this.#dropTop();
  }

  #dropTop(): void {
    const at = this.#at.pop();
    const id = this.#id.pop();
    if (at === undefined || id === undefined || this.#at.length === 0) return;
    this.#at[0] = at;
    this.#id[0] = id;
    for (let i = 0; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < this.#at.length && this.#isBefore(child, least)) least = child;
      }
      if (least === i) return;
      this.#swap(i, least);
      i = least;
    }
  }

  #isBefore(i: number, j: number): boolean {
    const difference = (this.#at[i] ?? 0) - (this.#at[j] ?? 0);
    return difference < 0 || (difference === 0 && (this.#id[i] ?? 0) < (this.#id[j] ?? 0));
  }

  #swap(i: number, j: number): void {
    [this.#at[i], this.#at[j]] = [this.#at[j] ?? 0, this.#at[i] ?? 0];
    [this.#id[i], this.#id[j]] = [this.#id[j] ?? 0, this.#id[i] ?? 0];
  }
}
