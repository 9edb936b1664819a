import { openForReading } from '../../gateway/store/sqlite/open-database.ts';
import type { TestGateway } from './gateway-kit.ts';

export interface FrameRow {
  readonly bootId: string;
  readonly seq: number;
  readonly kind: string;
  readonly classMask: number;
  readonly body: string;
}

/** The rows of one View as they lie in the file, in the order of their arrival. */
export function framesOf(kit: TestGateway, viewId: string): readonly FrameRow[] {
  const db = openForReading(databaseFile(kit));
  try {
    return db
      .prepare(
        'SELECT boot_id AS bootId, seq, kind, class_mask AS classMask, body FROM frames WHERE view_id = ? ORDER BY arrival',
      )
      .all(viewId) as FrameRow[];
  } finally {
    db.close();
  }
}

/** Every row of every table as text: two of these are equal when nothing was stored or changed in between. */
export function everythingStored(
  kit: TestGateway,
  options: { readonly butFramesOf?: string } = {},
): Readonly<Record<string, readonly string[]>> {
  const db = openForReading(databaseFile(kit));
  try {
    const tables = db
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all();
    return Object.fromEntries(
      tables.map((table) => {
        const rows = db.prepare(`SELECT * FROM "${table}" ORDER BY 1`).all() as Record<string, unknown>[];
        const others = table === 'frames' ? rows.filter((row) => row['view_id'] !== options.butFramesOf) : rows;
        return [table, others.map((row) => JSON.stringify(row))];
      }),
    );
  } finally {
    db.close();
  }
}

function databaseFile(kit: TestGateway): string {
  return `${kit.settings.dataFolder}/diag.sqlite`;
}
