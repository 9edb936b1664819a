/** The numbers of one boot that are stored, as ranges: what a device counts upwards is one of them, however long. */
export class SeqRanges {
  /** from, to, from, to, ...: both ends included, ascending, and never touching. */
  readonly #ends: number[] = [];

  /** False: it is among them already. */
  add(seq: number): boolean {
    const ends = this.#ends;
    const last = ends.length - 1;
    if (last < 0 || seq > this.#end(last) + 1) {
      ends.push(seq, seq);
      return true;
    }
    if (seq === this.#end(last) + 1) {
      ends[last] = seq;
      return true;
    }
    return this.#insert(seq);
  }

  has(seq: number): boolean {
    const at = this.#rangeFrom(seq);
    return at >= 0 && seq <= this.#end(at + 1);
  }

  /** Those of a block, which may be among them in part. */
  addRange(from: number, to: number): void {
    const ends = this.#ends;
    const last = ends.length - 1;
    if (last < 0 || from > this.#end(last) + 1) {
      ends.push(from, to);
      return;
    }
    // The first range that touches it, and the one after the last that does.
    let first = this.#rangeFrom(from);
    if (first < 0 || this.#end(first + 1) < from - 1) first += 2;
    if (first < 0) first = 0;
    let after = first;
    let [begin, end] = [from, to];
    while (after < ends.length && this.#end(after) <= to + 1) {
      begin = Math.min(begin, this.#end(after));
      end = Math.max(end, this.#end(after + 1));
      after += 2;
    }
    ends.splice(first, after - first, begin, end);
  }

  /** from, to, from, to, ... */
  ends(): readonly number[] {
    return this.#ends;
  }

  /** NaN, which is neither before nor after anything: there is none. */
  #end(index: number): number {
    return this.#ends[index] ?? Number.NaN;
  }

  #insert(seq: number): boolean {
    const ends = this.#ends;
    const before = this.#rangeFrom(seq);
    if (before >= 0 && seq <= this.#end(before + 1)) return false;
    const [joinsBefore, joinsAfter] = [
      before >= 0 && this.#end(before + 1) === seq - 1,
      this.#end(before + 2) === seq + 1,
    ];
    if (joinsBefore && joinsAfter) ends.splice(before + 1, 2);
    else if (joinsBefore) ends[before + 1] = seq;
    else if (joinsAfter) ends[before + 2] = seq;
    else ends.splice(before + 2, 0, seq, seq);
    return true;
  }

  /** Where the last range lies that begins at `seq` or before it; -2: there is none. */
  #rangeFrom(seq: number): number {
    const ends = this.#ends;
    let [low, high] = [0, ends.length / 2];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#end(middle * 2) <= seq) low = middle + 1;
      else high = middle;
    }
    return low * 2 - 2;
  }
}
