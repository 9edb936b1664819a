import type { Complain, Path } from './yaml-file.ts';

/** An entry of a pack's file, and where it is, to say what is wrong with it. */
export interface Located<Entry> {
  readonly entry: Entry;
  /** Of the entry itself, or of what is below it. */
  readonly complain: Complain;
}

/** The entries of the list at `path` of a file. */
export function located<Entry>(
  entries: readonly Entry[] | undefined,
  path: Path,
  complain: Complain,
): readonly Located<Entry>[] {
  return (entries ?? []).map((entry, index) => ({ entry, complain: below(complain, [...path, index]) }));
}

export function below(complain: Complain, path: Path): Complain {
  return (rest, sentence, offset) => complain([...path, ...rest], sentence, offset);
}
