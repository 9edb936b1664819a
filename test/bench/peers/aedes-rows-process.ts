/**
 * What one would write first: aedes, protobufjs, and a row a message in SQLite (WAL, synchronous FULL) in the file of the
 * first argument. PUBACK after the commit, which takes all that has come together. In the main thread: handing rows to
 * another one cost more than it won, counted in processor time.
 */
import { createServer } from 'node:net';
import { Aedes } from 'aedes';
import Database from 'better-sqlite3';
import { diag } from '../../../proto/generated/codec.js';
import { listen } from './listen.ts';

const db = new Database(process.argv[2] ?? ':memory:');
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(`CREATE TABLE frames (
  device TEXT NOT NULL, boot TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (device, boot, seq)
) WITHOUT ROWID`);
const insert = db.prepare('INSERT OR IGNORE INTO frames VALUES (?, ?, ?, ?, ?)');

interface Waiting {
  readonly row: readonly [string, string, number, number, Buffer];
  readonly acknowledge: () => void;
}
let waiting: Waiting[] = [];
const write = db.transaction((batch: readonly Waiting[]) => {
  for (const { row } of batch) insert.run(...row);
});

const aedes = new Aedes({
  authorizePublish: (_client, packet, done) => {
    const [, , device, , lane] = packet.topic.split('/');
    if (lane !== 'telemetry' || device === undefined) {
      done(null);
      return;
    }
    const { header } = diag.Telemetry.decode(packet.payload as Buffer);
    const [boot, seq, at] = [String(header?.bootId), Number(header?.seq), Number(header?.baseAt)];
    if (waiting.length === 0) setImmediate(commit);
    waiting.push({ row: [device, boot, seq, at, packet.payload as Buffer], acknowledge: () => done(null) });
  },
});

function commit(): void {
  const batch = waiting;
  waiting = [];
  write(batch);
  for (const { acknowledge } of batch) acknowledge();
}

await aedes.listen();
await listen(createServer({ noDelay: true }, aedes.handle));
