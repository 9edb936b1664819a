import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import mqttPacket from 'mqtt-packet';
import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../test/support/fake-clock.ts';
import type { Clock } from '../ports/host.ts';
import { Guard } from './guard.ts';
import { defaultLimits } from './limits.ts';
import { Turns } from './turns.ts';
import { connectPacket, pause, publishPacket, publishStart, realClock, until } from './test-bench.ts';

/** A peer whose receive window is closed: what is written never drains. */
class StuckSocket extends Duplex {
  constructor() {
    super({ highWaterMark: 64 });
  }
  override _read(): void {}
  override _write(): void {}
  destroySoon(): void {
    this.destroy();
  }
}

interface Connecting {
  readonly socket: StuckSocket;
  readonly guard: Guard;
  readonly refused: string[];
}

/** A guard whose client has sent its CONNECT. */
async function connecting(
  onPublish: (guard: Guard, oversize: boolean) => void,
  clock: Clock = realClock,
): Promise<Connecting> {
  const socket = new StuckSocket();
  const refused: string[] = [];
  const guard: Guard = new Guard({
    socket: socket as unknown as Socket,
    limits: { ...defaultLimits, drainMs: 100 },
    clock,
    turns: new Turns(),
    events: {
      refused: (code) => refused.push(code),
      heard: () => undefined,
      publish: (_publish, oversize) => onPublish(guard, oversize),
      hasRoom: () => true,
    },
  });
  socket.push(mqttPacket.generate(connectPacket('d1')));
  await until(() => guard.readableLength > 0, 'CONNECT');
  guard.read();
  return { socket, guard, refused };
}

describe('a client that does not read', () => {
  it('is not read either, and is closed after a while', async () => {
    let publishes = 0;
    const clock = new FakeClock();
    const { socket, guard, refused } = await connecting((to) => {
      publishes += 1;
      to.send(Buffer.alloc(4));
    }, clock);
    guard.open();
    const packet = mqttPacket.generate(publishPacket('diag/1/d1/up/telemetry', 1));
    socket.push(Buffer.concat(Array.from({ length: 50_000 }, () => packet)));
    // It is read until it waits for its client, whose time is not over before.
    for (let before = -1; before !== publishes; await new Promise(setImmediate)) before = publishes;
    await clock.pass(99);
    expect(guard.destroyed).toBe(false);
    await clock.pass(1);
    expect(guard.destroyed).toBe(true);
    expect(refused).toEqual(['link_too_many_in_flight']);
    expect(publishes).toBeGreaterThan(100);
    expect(publishes).toBeLessThan(10_000); // 16 KiB of PUBACKs of 4 bytes, and what the socket took
  });
});

describe('a client that has its CONNACK before aedes says that it is ready', () => {
  it('may send a PUBLISH over 64 KiB: it is skipped like any other', async () => {
    const seen: boolean[] = [];
    const { socket, guard, refused } = await connecting((_to, oversize) => seen.push(oversize));
    guard.admit();
    socket.push(Buffer.concat([publishStart('diag/1/d1/up/log', 1, 100_000), Buffer.alloc(100_000)]));
    await pause(10);
    guard.open();
    await until(() => seen.length > 0, 'what was skipped is told of');
    expect({ seen, refused }).toEqual({ seen: [true], refused: [] });
    guard.destroy();
  });
});
