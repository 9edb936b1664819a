/**
 * `npm run bench:revoke`: how long after the owner's Stop a console still receives bytes, 200 times over loopback with a
 * device that publishes at 50 Hz; beside it, in the same run, a bare HTTP POST that makes a bare WebSocket send one frame.
 * Milliseconds depend on the machine and its load; the ratio is what to compare.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { WebSocket, WebSocketServer } from 'ws';
import { startTestGateway } from '../support/gateway-kit.ts';
import { revocations } from './revocations.ts';

const count = 200;

/** An HTTP server whose POST sends one frame to the one WebSocket: what the round trip costs at the least. */
async function bareServer() {
  const server = createServer((_request, response) => {
    for (const client of sockets.clients) client.send(Buffer.alloc(40));
    response.end();
  });
  const sockets = new WebSocketServer({ server });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const socket = new WebSocket(`ws://${host}`);
  await new Promise((resolve) => socket.once('open', resolve));
  return {
    async roundTripMs(): Promise<number> {
      const heard = new Promise<number>((resolve) => socket.once('message', () => resolve(performance.now())));
      const sentMs = performance.now();
      const [atMs] = await Promise.all([heard, fetch(`http://${host}`, { method: 'POST' })]);
      return atMs - sentMs;
    },
    close() {
      socket.terminate();
      server.close();
    },
  };
}

function summary(name: string, values: readonly number[]): { p50: number; p99: number; max: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const found = { p50: at(0.5), p99: at(0.99), max: at(1) };
  console.log(`${name.padEnd(18)} p50 ${ms(found.p50)}   p99 ${ms(found.p99)}   max ${ms(found.max)}`);
  return found;
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`.padStart(10);
}

const kit = await startTestGateway();
const bare = await bareServer();
const revoked: number[] = [];
const trips: number[] = [];
try {
  await bare.roundTripMs();
  for await (const { silentAfterMs } of revocations(kit, { count, pauseMs: (index) => (index * 37) % 120 })) {
    revoked.push(silentAfterMs);
    trips.push(await bare.roundTripMs());
  }
} finally {
  bare.close();
  await kit.close();
}
const silence = summary('Stop to silence', revoked);
const trip = summary('bare round trip', trips);
const ratio = (key: 'p50' | 'p99' | 'max') => (silence[key] / trip[key]).toFixed(1);
console.log(`ratio              p50 ${ratio('p50')}   p99 ${ratio('p99')}   max ${ratio('max')}   (${count} times)`);
