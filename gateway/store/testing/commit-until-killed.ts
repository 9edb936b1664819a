/** A program of its own: commits frames without end and says on its standard output which are acknowledged. */
import { writeSync } from 'node:fs';
import { openSqliteStore } from '../sqlite/sqlite-store.ts';
import { admitAnyway, auditEvent, everything } from './records.ts';

const [folder = '', boot = ''] = process.argv.slice(2);
const store = await openSqliteStore({
  folder,
  onFailure: (error) => {
    throw error;
  },
});
await store.save(everything);

let seq = 0;
async function commitOnAndOn(): Promise<never> {
  for (;;) {
    const own = ++seq;
    const [verdict] = await store.commit([admitAnyway({ seq: own, boot })]);
    if (own % 10 === 0) await store.save([{ append: 'audit', event: auditEvent(`${boot}-${own}`) }]);
    if (verdict === 'stored') writeSync(1, `${own}\n`);
  }
}
await Promise.all(Array.from({ length: 8 }, async () => commitOnAndOn()));
