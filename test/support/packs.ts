import { fileURLToPath } from 'node:url';
import { loadPacks } from '../../gateway/packs/load.ts';

/** The packs that are shipped, for tests of folders that may not import the loader. */
export const shippedPacks = loadPacks(fileURLToPath(new URL('../../gateway/packs', import.meta.url)));
