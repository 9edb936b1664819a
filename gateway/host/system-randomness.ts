import { randomBytes, randomInt } from 'node:crypto';
import type { Randomness } from '../ports.ts';

/** The machine's cryptographic random source. */
export const systemRandomness: Randomness = {
  id: () => randomBytes(16).toString('base64url'),
  token: () => randomBytes(32).toString('base64url'),
  integer: (below) => randomInt(below),
  bytes: (count) => randomBytes(count),
};
