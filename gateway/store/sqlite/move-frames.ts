import type Database from 'better-sqlite3';
import { decodeBody } from './body-text.ts';
import { BatchEncoder, type EncodableFrame } from './batch-encoder.ts';

const framesARow = 500;

type OldFrame = Omit<EncodableFrame, 'body'> & { readonly arrival: number; readonly body: string };

/** What SQL cannot do of migration 4: the rows of `frames`, one a frame, go into the journal, in their order, and the table goes. */
export function moveFrames(db: Database.Database): void {
  const after = db.prepare<[number, number], OldFrame>(`
    SELECT f.arrival, f.view_id AS viewId, g.id AS grantId, g.device_id AS deviceId, f.boot_id AS bootId, f.seq, f.source, f.kind,
           f.received_at AS receivedAt, f.body
      FROM frames AS f JOIN grants AS g ON g.view_id = f.view_id
     WHERE f.arrival > ? ORDER BY f.arrival LIMIT ?`);
  const insert = db.prepare<[Buffer]>('INSERT INTO journal (body) VALUES (?)');
  const encoder = new BatchEncoder();
  for (let upTo = Number.MIN_SAFE_INTEGER; ; ) {
    const frames = after.all(upTo, framesARow);
    if (frames.length === 0) break;
    for (const frame of frames) {
      encoder.add({ ...frame, body: decodeBody(frame.body) });
      upTo = frame.arrival;
    }
    const { bytes, length } = encoder.take();
    insert.run(bytes.subarray(0, length));
  }
  db.exec('DROP TABLE frames');
}
