import type { Pack } from '../domain/pack.ts';
import { loadTree } from './load.ts';
import { playCases } from './play-all.ts';
import { readTree } from './tree.ts';
import type { Problem } from './yaml-file.ts';

/** What a thread tells of a folder: its packs, if nothing at all is wrong with them. */
export interface CheckedPacks {
  readonly packs: ReadonlyMap<string, Pack>;
  readonly problems: readonly Problem[];
}

/** Reads all packs below `folder` and plays their cases; seconds of work. */
export function checkPacks(folder: string): CheckedPacks {
  const { models, problems } = loadTree(readTree(folder), playCases());
  return { packs: new Map([...models].map(([model, { pack }]) => [model, pack])), problems };
}
