import { fileURLToPath } from 'node:url';
import { loadPacks } from '../../../gateway/packs/load.ts';
import type { Pack } from '../../../gateway/domain/pack.ts';

export const shippedPacks = fileURLToPath(new URL('../../../gateway/packs', import.meta.url));

const loaded = new Map<string, ReadonlyMap<string, Pack>>();

/** Packs that localise something, by model, read once. Throws PackProblems when something is wrong with them. */
export function packsOf(folder = shippedPacks): ReadonlyMap<string, Pack> {
  const known = loaded.get(folder);
  if (known) return known;
  const packs = new Map([...loadPacks(folder)].filter(([, { knowledge }]) => (knowledge?.faults.length ?? 0) > 0));
  loaded.set(folder, packs);
  return packs;
}
