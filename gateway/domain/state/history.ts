/** A number, and when it was received, epoch ms. */
export interface Point {
  readonly receivedAt: number;
  readonly value: number;
}

/** As `Point`. `order`: how many had come before it. */
export interface OrderedPoint extends Point {
  readonly order: number;
}

/** What the live view charts. */
export const historySpanMs = 10 * 60_000;
export const mostPoints = 1_200;
const fewRows = 8;
/** Before a row's numbers: when it was received, and its place in the order. */
const head = 2;

/**
 * Rows of numbers of the last minutes, oldest first, bounded by time and count; gaps stay gaps. One ring, row after row, that grows
 * with what is seen.
 */
export class History {
  readonly #wide: number;
  #block: Float64Array;
  /** In rows. */
  #room = fewRows;
  /** The oldest one's place. */
  #first = 0;
  #count = 0;

  /** @param columns Numbers in a row. */
  constructor(columns: number) {
    this.#wide = head + columns;
    this.#block = new Float64Array(fewRows * this.#wide);
  }

  add(receivedAt: number, order: number, values: readonly number[]): void {
    if (this.#count === this.#room) {
      if (this.#count < mostPoints) this.#grow();
      else this.#forgetFirst();
    }
    const block = this.#block;
    const at = this.#placeOf(this.#count);
    block[at] = receivedAt;
    block[at + 1] = order;
    for (let column = 0; column < values.length; column += 1) block[at + head + column] = values[column] as number;
    this.#count += 1;
  }

  /** One column. */
  since(receivedAt: number, column = 0): OrderedPoint[] {
    const block = this.#block;
    const points: OrderedPoint[] = [];
    for (let row = 0; row < this.#count; row += 1) {
      const place = this.#placeOf(row);
      const at = block[place] ?? 0;
      if (at < receivedAt) continue;
      points.push({ receivedAt: at, value: block[place + head + column] ?? 0, order: block[place + 1] ?? 0 });
    }
    return points;
  }

  forgetBefore(receivedAt: number): void {
    while (this.#count > 0 && (this.#block[this.#placeOf(0)] ?? 0) < receivedAt) this.#forgetFirst();
  }

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /** Where this row begins in the block; the oldest is 0. */
  #placeOf(index: number): number {
    const row = this.#first + index;
    return (row < this.#room ? row : row - this.#room) * this.#wide;
  }

  #forgetFirst(): void {
    this.#first = this.#first + 1 === this.#room ? 0 : this.#first + 1;
    this.#count -= 1;
  }

  #grow(): void {
    const room = Math.min(mostPoints, this.#room * 4);
    const block = new Float64Array(room * this.#wide);
    const first = this.#first * this.#wide;
    // It is full: from the oldest to the end, and then from the begin to the newest.
    block.set(this.#block.subarray(first));
    block.set(this.#block.subarray(0, first), this.#block.length - first);
    this.#block = block;
    this.#room = room;
    this.#first = 0;
  }
}
