import { randomBytes, randomInt } from 'node:crypto';
import type { Randomness } from '../ports/host.ts';

/** The machine's cryptographic random source. */
export const systemRandomness: Randomness = {
  id: () => drawn(() => randomBytes(16).toString('base64url')),
  token: () => drawn(() => randomBytes(32).toString('base64url')),
  integer: (below) => randomInt(below),
  bytes: (count) => randomBytes(count),
};

/**
 * Drawn again while it begins with a dash: a spreadsheet takes that for a formula and a program for an option, and credentials
 * are written to files for both. Costs a fortieth of a bit.
 */
export function drawn(draw: () => string): string {
  for (;;) {
    const text = draw();
    if (!text.startsWith('-')) return text;
  }
}
