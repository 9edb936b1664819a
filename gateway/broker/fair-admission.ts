import type { Clock } from '../ports/host.ts';

interface Waiting {
  readonly go: (leave: (() => void) | undefined) => void;
  readonly cancel: () => void;
  readonly stillWanted: () => boolean;
}

/** Those who wait in one line, by where they stand in it. */
type Line = Map<string, Waiting[]>;

/**
 * At most `most` are within at once; the rest wait in line, and the lines take turns: a herd of one brand stands in its own
 * line, and the one device of another waits for one turn and not for the herd. Within a line its places take turns: who
 * fills a line from one address holds up that address.
 */
export class FairAdmission {
  readonly #clock: Clock;
  readonly #most: number;
  readonly #patienceMs: number;
  readonly #lines = new Map<string, Line>();
  #within = 0;
  #waiting = 0;

  constructor(options: { readonly clock: Clock; readonly most: number; readonly patienceMs: number }) {
    this.#clock = options.clock;
    this.#most = options.most;
    this.#patienceMs = options.patienceMs;
  }

  get within(): number {
    return this.#within;
  }

  get waiting(): number {
    return this.#waiting;
  }

  /** Resolves with the way out, to be called once; undefined: it waited for too long, or is not wanted any more. */
  async enter(line: string, stillWanted: () => boolean, place = ''): Promise<(() => void) | undefined> {
    if (this.#within < this.#most && this.#waiting === 0) return this.#admit();
    return new Promise((resolve) => {
      const places: Line = this.#lines.get(line) ?? new Map<string, Waiting[]>();
      this.#lines.set(line, places);
      const queue = places.get(place) ?? [];
      places.set(place, queue);
      const waiting: Waiting = {
        go: resolve,
        stillWanted,
        cancel: this.#clock.after(this.#patienceMs, () => {
          this.#drop(line, place, waiting);
          resolve(undefined);
        }),
      };
      queue.push(waiting);
      this.#waiting += 1;
    });
  }

  #admit(): () => void {
    this.#within += 1;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#within -= 1;
      this.#next();
    };
  }

  #next(): void {
    while (this.#within < this.#most && this.#waiting > 0) {
      const first = this.#takeTurn();
      first.cancel();
      if (first.stillWanted()) first.go(this.#admit());
      else first.go(undefined);
    }
  }

  /** The first at the place whose turn it is, in the line whose turn it is; both go behind all others. */
  #takeTurn(): Waiting {
    const [line, places] = this.#lines.entries().next().value ?? [];
    const [place, queue] = places?.entries().next().value ?? [];
    const first = queue?.shift();
    if (line === undefined || !places || place === undefined || !queue || !first)
      throw new Error('Somebody waits in no line');
    places.delete(place);
    if (queue.length > 0) places.set(place, queue);
    this.#lines.delete(line);
    if (places.size > 0) this.#lines.set(line, places);
    this.#waiting -= 1;
    return first;
  }

  #drop(line: string, place: string, waiting: Waiting): void {
    const places = this.#lines.get(line);
    const queue = places?.get(place);
    const at = queue?.indexOf(waiting) ?? -1;
    if (!places || !queue || at < 0) return;
    queue.splice(at, 1);
    this.#waiting -= 1;
    if (queue.length === 0) places.delete(place);
    if (places.size === 0) this.#lines.delete(line);
  }
}
