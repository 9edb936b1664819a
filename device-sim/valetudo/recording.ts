import { readFileSync } from 'node:fs';

/** The two starts of the recorded software (README.md). */
export const runNames = ['injected', 'stock'] as const;
export type RunName = (typeof runNames)[number];

export interface RecordedMessage {
  /** ms since the first message of its run. */
  readonly atMs: number;
  /** Below the device's root, without it. */
  readonly path: string;
  readonly retain: boolean;
  readonly payload: Buffer;
}

export interface Run {
  readonly messages: readonly RecordedMessage[];
  /** killed: the connection breaks, and what was recorded last is the broker's doing. */
  readonly end: 'killed' | 'stopped';
  /** ms from the first message to its end. */
  readonly lastsMs: number;
}

interface Row {
  readonly t_ms: number;
  readonly phase: RunName;
  readonly topic: string;
  readonly retain: boolean;
  readonly bytes: number;
  readonly enc: 'utf8' | 'base64';
  readonly payload: string;
}

const recordedRoots: Readonly<Record<RunName, string>> = {
  injected: 'valetudo/mockvac02/',
  stock: 'valetudo/mockvac01/',
};

export function readRun(name: RunName): Run {
  const rows = readFileSync(new URL('recording.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
    .filter(({ phase }) => phase === name);
  const start = rows[0]?.t_ms ?? 0;
  const messages = rows.map((row) => ({
    atMs: row.t_ms - start,
    path: row.topic.slice(recordedRoots[name].length),
    retain: row.retain,
    payload: wholePayload(row),
  }));
  const last = messages.at(-1);
  const killed = last?.path === '$state' && last.payload.toString() === 'lost';
  const lastsMs = last?.atMs ?? 0;
  return killed ? { messages: messages.slice(0, -1), end: 'killed', lastsMs } : { messages, end: 'stopped', lastsMs };
}

/** What the capture cut off is gone; zeros stand in for it, so that the size is the recorded one. */
function wholePayload(row: Row): Buffer {
  const kept = Buffer.from(row.payload, row.enc);
  return kept.length < row.bytes ? Buffer.concat([kept, Buffer.alloc(row.bytes - kept.length)]) : kept;
}
