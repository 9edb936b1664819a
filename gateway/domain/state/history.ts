/** Numeric samples of the last minutes of one metric, oldest first; `receivedAt` in epoch ms. */
export interface Point {
  readonly receivedAt: number;
  readonly value: number;
}

/** What the live view charts. */
export const historySpanMs = 10 * 60_000;
const mostPoints = 1_200;

/** Bounded by time and count; gaps stay gaps. */
export class History {
  #points: Point[] = [];

  add(point: Point): void {
    this.#points.push(point);
    if (this.#points.length > mostPoints) this.#points = this.#points.slice(-mostPoints / 2);
  }

  since(receivedAt: number): readonly Point[] {
    return this.#points.filter((point) => point.receivedAt >= receivedAt);
  }

  forgetBefore(receivedAt: number): void {
    const first = this.#points[0];
    if (first && first.receivedAt < receivedAt) this.#points = [...this.since(receivedAt)];
  }
}
