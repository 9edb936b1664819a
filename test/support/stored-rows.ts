import { join } from 'node:path';
import { openForReading } from '../../gateway/store/sqlite/open-database.ts';
import { keptFrames } from './database.ts';
import type { TestGateway } from './gateway-kit.ts';

/** How many frames or grants stand on disk now, read beside the running gateway. */
export function storedRows(kit: TestGateway, what: 'frames' | 'grants' | 'background_grants'): number {
  const database = openForReading(join(kit.settings.dataFolder, 'diag.sqlite'));
  try {
    if (what === 'frames') return keptFrames(database).length;
    return database.prepare<[], number>(`SELECT count(*) FROM ${what}`).pluck().get() ?? 0;
  } finally {
    database.close();
  }
}
