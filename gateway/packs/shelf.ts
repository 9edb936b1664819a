import type { Pack } from '../domain/pack.ts';
import { loadPacks, PackProblems } from './load.ts';
import { type Problem, problemText } from './yaml-file.ts';

/** What an operator has to hear. */
export type PackEvent =
  | { readonly code: 'packs_reloaded'; readonly models: number }
  /** Nothing was taken; `first` is one of the problems, with its file and line. */
  | { readonly code: 'packs_kept'; readonly problems: number; readonly first: string };

export interface PackShelf {
  /** By model, always of one loading. It stays the same object; a Pack that was taken from it stays as it was. */
  readonly packs: ReadonlyMap<string, Pack>;
  /** Takes what is in the folder now, all or nothing. Answers with why not. */
  reload(): readonly Problem[];
}

/** @throws PackProblems when there is nothing sound to start with. */
export function createPackShelf(options: {
  readonly folder: string;
  readonly note: (event: PackEvent) => void;
}): PackShelf {
  return new Shelf(options);
}

class Shelf implements PackShelf {
  readonly packs = new SwappedMap<string, Pack>();
  readonly #options: Parameters<typeof createPackShelf>[0];

  constructor(options: Parameters<typeof createPackShelf>[0]) {
    this.#options = options;
    this.packs.swap(loadPacks(options.folder));
  }

  reload(): readonly Problem[] {
    const { folder, note } = this.#options;
    const problems = this.#take(folder);
    const [first] = problems;
    if (first) note({ code: 'packs_kept', problems: problems.length, first: problemText(first) });
    else note({ code: 'packs_reloaded', models: this.packs.size });
    return problems;
  }

  #take(folder: string): readonly Problem[] {
    try {
      const packs = loadPacks(folder);
      const gone = [...this.packs.keys()].find((model) => !packs.has(model));
      if (gone !== undefined) {
        // Its devices are registered, and connect.
        return [{ file: folder, line: 1, sentence: `the model "${gone}" has no pack any more.`, models: [] }];
      }
      this.packs.swap(packs);
      return [];
    } catch (error) {
      if (error instanceof PackProblems) return error.problems;
      throw error;
    }
  }
}

/** A map whose whole content is put in at once. */
class SwappedMap<Key, Value> implements ReadonlyMap<Key, Value> {
  #now: ReadonlyMap<Key, Value> = new Map();

  swap(content: ReadonlyMap<Key, Value>): void {
    this.#now = content;
  }
  get size(): number {
    return this.#now.size;
  }
  get(key: Key): Value | undefined {
    return this.#now.get(key);
  }
  has(key: Key): boolean {
    return this.#now.has(key);
  }
  keys(): MapIterator<Key> {
    return this.#now.keys();
  }
  values(): MapIterator<Value> {
    return this.#now.values();
  }
  entries(): MapIterator<[Key, Value]> {
    return this.#now.entries();
  }
  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.#now[Symbol.iterator]();
  }
  forEach(each: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.#now) each(value, key, this);
  }
}
