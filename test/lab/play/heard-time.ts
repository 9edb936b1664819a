/** Silence that still counts as being watched, seconds: after it nobody can say whether the device was there. */
const silenceS = 900;

/** For how long a device was watched, by when it was heard and not by what a header says. Seconds since the start, never backwards. */
export class HeardTime {
  #last: number | null = null;
  #sumS = 0;

  heard(nowS: number): void {
    this.#sumS = this.until(nowS);
    this.#last = nowS;
  }

  /** Seconds watched until then. */
  until(endS: number): number {
    if (this.#last === null) return 0;
    return this.#sumS + Math.max(0, Math.min(silenceS, endS - this.#last));
  }
}
