import { Worker } from 'node:worker_threads';
import type { Pack } from '../domain/pack.ts';
import type { CheckedPacks } from './check-packs.ts';
import { loadPacks } from './load.ts';
import { type Problem, problemText } from './yaml-file.ts';

/** What an operator has to hear. */
export type PackEvent =
  | { readonly code: 'packs_reloaded'; readonly models: number }
  /** Nothing was taken; `first` is one of the problems, with its file and line. */
  | { readonly code: 'packs_kept'; readonly problems: number; readonly first: string };

export interface PackShelf {
  /** By model, always of one loading. It stays the same object; a Pack that was taken from it stays as it was. */
  readonly packs: ReadonlyMap<string, Pack>;
  /** Takes what is in the folder now, all or nothing; another thread reads it and plays its cases. Answers with why not. */
  reload(): Promise<readonly Problem[]>;
}

interface ShelfOptions {
  readonly folder: string;
  readonly note: (event: PackEvent) => void;
  /** Another way to check than in a thread of its own. */
  readonly check?: (folder: string) => Promise<CheckedPacks>;
}

/** @throws PackProblems when there is nothing sound to start with. At the start cases are not played: it would take seconds. */
export function createPackShelf(options: ShelfOptions): PackShelf {
  return new Shelf(options);
}

class Shelf implements PackShelf {
  readonly packs = new SwappedMap<string, Pack>();
  readonly #options: ShelfOptions;
  #reloading: Promise<readonly Problem[]> = Promise.resolve([]);

  constructor(options: ShelfOptions) {
    this.#options = options;
    this.packs.swap(loadPacks(options.folder));
  }

  reload(): Promise<readonly Problem[]> {
    // One after the other: the last one asked for sees the newest files, and stays.
    this.#reloading = this.#reloading.then(() => this.#reload());
    return this.#reloading;
  }

  async #reload(): Promise<readonly Problem[]> {
    const { folder, note } = this.#options;
    const problems = await this.#take(folder);
    const [first] = problems;
    if (first) note({ code: 'packs_kept', problems: problems.length, first: problemText(first) });
    else note({ code: 'packs_reloaded', models: this.packs.size });
    return problems;
  }

  async #take(folder: string): Promise<readonly Problem[]> {
    const at = (sentence: string): readonly Problem[] => [{ file: folder, line: 1, sentence, models: [] }];
    let checked: CheckedPacks;
    try {
      checked = await (this.#options.check ?? checkInThread)(folder);
    } catch (error) {
      return at(`it cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
    }
    if (checked.problems.length > 0) return checked.problems;
    // Its devices are registered, and connect.
    const gone = [...this.packs.keys()].find((model) => !checked.packs.has(model));
    if (gone !== undefined) return at(`the model "${gone}" has no pack any more.`);
    this.packs.swap(checked.packs);
    return [];
  }
}

function checkInThread(folder: string): Promise<CheckedPacks> {
  const entry = new URL('./load-thread.ts', import.meta.url);
  // A thread inherits no loader of TypeScript.
  const loader = new URL('./load-typescript.mjs', import.meta.url);
  const worker = new Worker(entry, { workerData: folder, execArgv: ['--import', loader.href] });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread ended with ${code}`)));
  });
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
