/** A figure of the night, as `--json` writes it. `pass`: null where nothing is asked of it. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly bound: string | null;
  readonly pass: boolean | null;
  /** Its 95 % interval. */
  readonly low?: number | null;
  readonly high?: number | null;
  /** What it rests on. */
  readonly note?: string;
}

export interface Night {
  /** Small and short: to see that it works, not to quote. */
  readonly quick: boolean;
  /** On stderr: what is going on. */
  tell(line: string): void;
  /** Somebody pressed Ctrl+C: what can be said of what was done is still said. */
  enough(): boolean;
}

/** One line of what has to hold, at its full size. */
export interface NightlyPart {
  readonly name: string;
  readonly about: string;
  readonly minutes: number;
  run(night: Night): Promise<readonly Figure[]>;
}

export interface Told {
  readonly what: string;
  readonly value: number;
  readonly unit?: string;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly note?: string;
}

/** Nothing is asked of it. */
export function told({ unit = '', ...figure }: Told): Figure {
  return { ...figure, unit, bound: null, pass: null };
}

/** NaN passes nothing. */
export function atMost(than: number, { unit = '', ...figure }: Told): Figure {
  return { ...figure, unit, bound: `<= ${than}`, pass: figure.value <= than };
}

export function moreThan(than: number, { unit = '', ...figure }: Told): Figure {
  return { ...figure, unit, bound: `> ${than}`, pass: figure.value > than };
}

export function exactly(wanted: number, { unit = '', ...figure }: Told): Figure {
  return { ...figure, unit, bound: `= ${wanted}`, pass: figure.value === wanted };
}
