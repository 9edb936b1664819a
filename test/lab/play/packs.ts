import { fileURLToPath } from 'node:url';
import { loadPacks } from '../../../gateway/packs/load.ts';
import type { Pack } from '../../../gateway/domain/pack.ts';

export const shippedPacks = fileURLToPath(new URL('../../../gateway/packs', import.meta.url));

/** Packs that localise something, by model. Throws the sentences of what is wrong with them. */
export function packsOf(folder = shippedPacks): ReadonlyMap<string, Pack> {
  return new Map([...loadPacks(folder)].filter(([, { knowledge }]) => (knowledge?.faults.length ?? 0) > 0));
}
