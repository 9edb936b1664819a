/** Numeric samples of the last minutes of one metric, oldest first; `receivedAt` in epoch ms. */
export interface Point {
  readonly receivedAt: number;
  readonly value: number;
}

/** What the live view charts. */
export const historySpanMs = 10 * 60_000;
const mostPoints = 1_200;
const fewPoints = 8;

/** Bounded by time and count; gaps stay gaps. Two rings of numbers that grow with what is seen. */
export class History {
  #receivedAt = new Float64Array(fewPoints);
  #values = new Float64Array(fewPoints);
  /** The oldest one's place. */
  #first = 0;
  #count = 0;

  add(receivedAt: number, value: number): void {
    if (this.#count === this.#values.length) {
      if (this.#count < mostPoints) this.#grow();
      else this.#forgetFirst();
    }
    const place = this.#placeOf(this.#count);
    this.#receivedAt[place] = receivedAt;
    this.#values[place] = value;
    this.#count += 1;
  }

  since(receivedAt: number): readonly Point[] {
    const points: Point[] = [];
    for (let index = 0; index < this.#count; index += 1) {
      const place = this.#placeOf(index);
      const at = this.#receivedAt[place] ?? 0;
      if (at >= receivedAt) points.push({ receivedAt: at, value: this.#values[place] ?? 0 });
    }
    return points;
  }

  forgetBefore(receivedAt: number): void {
    while (this.#count > 0 && (this.#receivedAt[this.#first] ?? 0) < receivedAt) this.#forgetFirst();
  }

  #placeOf(index: number): number {
    const place = this.#first + index;
    return place < this.#values.length ? place : place - this.#values.length;
  }

  #forgetFirst(): void {
    this.#first = this.#placeOf(1);
    this.#count -= 1;
  }

  #grow(): void {
    const length = Math.min(mostPoints, this.#values.length * 4);
    const [receivedAt, values] = [new Float64Array(length), new Float64Array(length)];
    for (let index = 0; index < this.#count; index += 1) {
      const place = this.#placeOf(index);
      receivedAt[index] = this.#receivedAt[place] ?? 0;
      values[index] = this.#values[place] ?? 0;
    }
    this.#receivedAt = receivedAt;
    this.#values = values;
    this.#first = 0;
  }
}
