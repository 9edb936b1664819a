import { join } from 'node:path';
import { openForReading } from '../../gateway/store/sqlite/open-database.ts';
import type { TestGateway } from './gateway-kit.ts';

/** How many rows stand on disk now, read beside the running gateway. */
export function storedRows(kit: TestGateway, table: 'frames' | 'grants'): number {
  const database = openForReading(join(kit.settings.dataFolder, 'diag.sqlite'));
  try {
    return database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  } finally {
    database.close();
  }
}
