import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openForReading } from '../../../gateway/store/sqlite/open-database.ts';
import type { SqliteStore } from '../../../gateway/store/sqlite/sqlite-store.ts';
import { makeFleet } from '../../support/granted-fleet.ts';
import { type Goal, measured, type Part } from '../bench.ts';
import { GatewayGround } from '../gateway-server.ts';
import { seedViews } from '../seed-views.ts';

const goal: Goal = {
  row: 'disk',
  measure: 'bytes on disk a message of 12 metrics, after compaction, of those of its JSON text',
  sign: '<=',
  than: 0.15,
};

/** Calls of half an hour, all at once, a message a second: what blocks are made of in practice. */
export const disk: Part = {
  goals: [goal],
  run: async (bench) => {
    const devices = bench.quick ? 10 : 50;
    const messages = 1_800;
    bench.tell(`disk: ${devices} Views of half an hour`);
    const ground = await GatewayGround.prepare();
    try {
      const fleet = await ground.within((gateway) => makeFleet(gateway.app, { devices, granted: true }));
      const before = bytesUsed(ground);
      const seeded = await ground.within(async ({ app }) => {
        const written = await seedViews(app, fleet, messages);
        await (app.frames as SqliteStore).compact();
        return written;
      });
      const after = bytesUsed(ground);
      const grown = after.used - before.used;
      const a = (bytes: number) => (bytes / seeded.messages).toFixed(1);
      bench.figure({
        name: 'disk',
        text: `${a(grown)} bytes a message (JSON ${a(seeded.jsonBytes)}): ${after.tables}; file ${(after.file / 2 ** 20).toFixed(1)} MiB, of it free ${((after.file - after.used) / 2 ** 20).toFixed(1)}`,
      });
      const note = `${seeded.messages} messages of ${devices} Views, one a second each; blocks, roll-ups and their indexes; pages that are free again left out`;
      return [measured(goal, grown / seeded.jsonBytes, 1, note)];
    } finally {
      ground.clean();
    }
  },
};

function bytesUsed(ground: GatewayGround): { readonly used: number; readonly file: number; readonly tables: string } {
  const file = join(ground.settings.dataFolder, 'diag.sqlite');
  const db = openForReading(file);
  try {
    const pragma = (name: string) => Number(db.pragma(name, { simple: true }));
    const used = (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
    const left = db.prepare<[], number>('SELECT count(*) FROM journal').pluck().get();
    if (left !== 0) throw new Error(`${left} rows of the journal were not made into blocks`);
    const rows = (table: string) => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();
    return { used, file: statSync(file).size, tables: `${rows('blocks')} blocks, ${rows('rollups')} roll-ups` };
  } finally {
    db.close();
  }
}
