import { closeSync, openSync, readSync } from 'node:fs';

const chunkBytes = 256 * 1024;
/** Longest line of a trace that is read; the header of a fleet is the longest. */
export const longestLineBytes = 4 * 1024 * 1024;

/** A line of a file; `text` is null where it is longer than `longestLineBytes`: it was passed over. */
export interface Line {
  readonly number: number;
  readonly text: string | null;
}

/** The lines of a UTF-8 file one by one, in bounded memory whatever the file holds. Throws on I/O errors only. */
export function* linesOf(path: string): Generator<Line> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(chunkBytes);
    let pending: Buffer[] = [];
    let pendingBytes = 0;
    let tooLong = false;
    let number = 1;
    const take = (part: Buffer) => {
      pendingBytes += part.length;
      if (pendingBytes > longestLineBytes) {
        tooLong = true;
        pending = [];
      }
      if (!tooLong) pending.push(Buffer.from(part));
    };
    const end = (): Line => {
      const text = tooLong ? null : Buffer.concat(pending).toString('utf8').replace(/\r$/, '');
      pending = [];
      pendingBytes = 0;
      tooLong = false;
      return { number: number++, text };
    };
    for (;;) {
      const bytes = readSync(file, chunk, 0, chunkBytes, null);
      if (bytes === 0) break;
      let from = 0;
      for (let to = chunk.indexOf(10, from); to >= 0 && to < bytes; to = chunk.indexOf(10, from)) {
        take(chunk.subarray(from, to));
        yield end();
        from = to + 1;
      }
      if (from < bytes) take(chunk.subarray(from, bytes));
    }
    if (pendingBytes > 0) yield end();
  } finally {
    closeSync(file);
  }
}
