import { readFileSync } from 'node:fs';

/** One recorded PUBLISH. */
export interface RecordedMessage {
  /** ms since the first message. */
  readonly atMs: number;
  readonly topic: string;
  readonly retain: boolean;
  readonly payload: Buffer;
}

interface Row {
  readonly t_ms: number;
  readonly topic: string;
  readonly payload: string;
  readonly retain?: boolean;
  readonly enc?: 'utf8' | 'base64';
  /** Of the payload as it was, which a capture may have cut. */
  readonly bytes?: number;
  readonly phase?: string;
}

/**
 * A recording: one JSON object a line, `{t_ms, topic, payload, retain, enc, bytes, phase}`, of which only the first three must be
 * there; lines that begin with # are comments. With `phase`, only that part of it. Throws on a line that is no such object.
 */
export function readRecording(file: string | URL, phase?: string): readonly RecordedMessage[] {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
    .map(({ line, number }) => readRow(line, number, file))
    .filter((row) => phase === undefined || row.phase === phase);
  const start = rows[0]?.t_ms ?? 0;
  return rows.map((row) => ({
    atMs: row.t_ms - start,
    topic: row.topic,
    retain: row.retain ?? false,
    payload: wholePayload(row),
  }));
}

function readRow(line: string, number: number, file: string | URL): Row {
  const row = JSON.parse(line) as Partial<Row> | null;
  const { t_ms, topic, payload } = row ?? {};
  if (typeof t_ms !== 'number' || typeof topic !== 'string' || typeof payload !== 'string') {
    throw new Error(`${String(file)}:${number}: t_ms, topic or payload is missing.`);
  }
  return { ...row, t_ms, topic, payload };
}

/** What the capture cut off is gone; zeros stand in for it, so that the size is the recorded one. */
function wholePayload({ payload, enc = 'utf8', bytes = 0 }: Row): Buffer {
  const kept = Buffer.from(payload, enc);
  return kept.length < bytes ? Buffer.concat([kept, Buffer.alloc(bytes - kept.length)]) : kept;
}
