const beforeMs = 30_000;
const pointsEach = 16;
const keptAtLeast = 12;
const keptAtMost = 256;

export interface RecentPoint {
  readonly at: number;
  readonly value: number | string;
}

/** The last samples of a View, of all metrics together: what a freeze frame is made of. */
export class RecentSamples {
  #metric: number[] = [];
  #at: number[] = [];
  #value: (number | string)[] = [];

  add(metric: number, at: number, value: number | string): void {
    const { length } = this.#at;
    // By halves, so that a sample costs nothing to let an old one go.
    const half = length >> 1;
    if (length >= keptAtMost || (half >= keptAtLeast && (this.#at[half] ?? at) < at - beforeMs)) {
      this.#metric = this.#metric.slice(half);
      this.#at = this.#at.slice(half);
      this.#value = this.#value.slice(half);
    }
    this.#metric.push(metric);
    this.#at.push(at);
    this.#value.push(value);
  }

  /** The seconds before `at`; without a sample in them, the last one before. At most 16 points. */
  before(metric: number, at: number): readonly RecentPoint[] {
    const points: RecentPoint[] = [];
    for (let i = this.#at.length - 1; i >= 0 && points.length < pointsEach; i--) {
      const pointAt = this.#at[i] ?? 0;
      if (this.#metric[i] !== metric || pointAt > at) continue;
      if (pointAt < at - beforeMs && points.length > 0) break;
      points.push({ at: pointAt, value: this.#value[i] ?? 0 });
    }
    return points.sort((a, b) => a.at - b.at);
  }
}
