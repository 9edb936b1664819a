import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { watchPulse } from './pulse.ts';

let clock: FakeClock;
let server: WebSocketServer;
let console_: WebSocket;
let watched: WebSocket;
let silent: number;

beforeEach(async () => {
  [clock, silent] = [new FakeClock(), 0];
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  const accepted = new Promise<WebSocket>((resolve) => server.once('connection', resolve));
  await new Promise((resolve) => server.once('listening', resolve));
  console_ = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  watched = await accepted;
  await new Promise((resolve) => console_.once('open', resolve));
  watchPulse(watched, { clock, silent: () => (silent += 1) });
});
afterEach(async () => {
  console_.terminate();
  watched.terminate();
  await new Promise((resolve) => server.close(resolve));
});

it('a console that answers stays, however long it only listens', async () => {
  for (let minute = 0; minute < 8; minute += 1) {
    const answered = new Promise((resolve) => watched.once('pong', resolve));
    clock.advance(15_000);
    await answered;
  }
  expect([watched.readyState, silent]).toEqual([WebSocket.OPEN, 0]);
});

it('one that is half open is cut off within two pulses, and counted', async () => {
  // As a machine that was shut: nothing is read, nothing is closed.
  console_.pause();
  const closed = new Promise((resolve) => watched.once('close', resolve));
  clock.advance(15_000);
  expect(watched.readyState).toBe(WebSocket.OPEN);
  clock.advance(15_000);
  await closed;
  expect([silent, clock.timers]).toEqual([1, 0]);
});

it('leaves no timer behind when it ends otherwise', async () => {
  const closed = new Promise((resolve) => watched.once('close', resolve));
  console_.close();
  await closed;
  expect([silent, clock.timers]).toEqual([0, 0]);
});
