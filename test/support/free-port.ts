import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections (32768 and up): one of those may be taken a moment later. */
const [lowest, beyond] = [15_000, 30_000];
/** Each worker of a test run has ports of its own: what one finds free, no other takes before it is used, or between two uses. */
const shares = 8;
const count = Math.floor((beyond - lowest) / shares);
const first = lowest + (Number(process.env['VITEST_POOL_ID'] ?? 0) % shares) * count;
const mostTries = 200;
/** One after the other, so that none is given twice; begun anywhere, as another run may be under way. */
let last = randomInt(count);

/** A port on loopback that nobody uses now. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    last = (last + 1) % count;
    if (await isFree(first + last)) return first + last;
  }
  throw new Error('No port is free');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
