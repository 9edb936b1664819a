/**
 * When what has to be looked at again: a heap in which each id has one place at most. A time may be earlier than needed: who is woken
 * too early arms itself again, so that what moves a time later (each sample does) costs nothing.
 */
export class Timers {
  readonly #at: number[] = [];
  readonly #id: number[] = [];
  /** By id: its place in the heap, from 1; 0: none. */
  readonly #place: Uint16Array;

  /** @param count Ids are below it. */
  constructor(count: number) {
    this.#place = new Uint16Array(count);
  }

  /** Epoch ms; null: nothing is due. */
  get nextAt(): number | null {
    return this.#at[0] ?? null;
  }

  /** No later than `at`. Infinity: never. */
  arm(id: number, at: number): void {
    const place = this.#place[id] ?? 0;
    if (at === Infinity || (place > 0 && (this.#at[place - 1] ?? 0) <= at)) return;
    let i = place - 1;
    if (place === 0) {
      i = this.#at.length;
      this.#at.push(at);
      this.#id.push(id);
    }
    this.#put(i, at, id);
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (!this.#isBefore(i, up)) break;
      this.#swap(i, up);
      i = up;
    }
  }

  /** The id that is due first, of one moment the lowest; null: none up to `now`. */
  pop(now: number): { readonly id: number; readonly at: number } | null {
    const at = this.#at[0];
    const id = this.#id[0];
    if (at === undefined || id === undefined || at > now) return null;
    this.#place[id] = 0;
    const lastAt = this.#at.pop() ?? 0;
    const lastId = this.#id.pop() ?? 0;
    if (this.#at.length === 0) return { id, at };
    this.#put(0, lastAt, lastId);
    for (let i = 0; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      let least = i;
      if (left < this.#at.length && this.#isBefore(left, least)) least = left;
      if (right < this.#at.length && this.#isBefore(right, least)) least = right;
      if (least === i) return { id, at };
      this.#swap(i, least);
      i = least;
    }
  }

  #isBefore(i: number, j: number): boolean {
    const difference = (this.#at[i] ?? 0) - (this.#at[j] ?? 0);
    return difference < 0 || (difference === 0 && (this.#id[i] ?? 0) < (this.#id[j] ?? 0));
  }

  #swap(i: number, j: number): void {
    const at = this.#at[i] ?? 0;
    const id = this.#id[i] ?? 0;
    this.#put(i, this.#at[j] ?? 0, this.#id[j] ?? 0);
    this.#put(j, at, id);
  }

  #put(i: number, at: number, id: number): void {
    this.#at[i] = at;
    this.#id[i] = id;
    this.#place[id] = i + 1;
  }
}
