import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import mqttPacket from 'mqtt-packet';
import { describe, expect, it } from 'vitest';
import { Guard } from './guard.ts';
import { defaultLimits } from './limits.ts';
import { connectPacket, publishPacket, realClock, until } from './test-bench.ts';

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

describe('a client that does not read', () => {
  it('is not read either, and is closed after a while', async () => {
    const socket = new StuckSocket();
    const refused: string[] = [];
    let publishes = 0;
    const guard: Guard = new Guard({
      socket: socket as unknown as Socket,
      limits: { ...defaultLimits, drainMs: 100 },
      clock: realClock,
      events: {
        refused: (code) => refused.push(code),
        heard: () => undefined,
        publish: () => {
          publishes += 1;
          guard.send(Buffer.alloc(4));
        },
        hasRoom: () => true,
      },
    });
    socket.push(mqttPacket.generate(connectPacket('d1')));
    await until(() => guard.readableLength > 0, 'CONNECT');
    guard.read();
    guard.open();
    const packet = mqttPacket.generate(publishPacket('diag/1/d1/up/telemetry', 1));
    const burst = Buffer.concat(Array.from({ length: 50_000 }, () => packet));
    socket.push(burst);
    await until(() => guard.destroyed, 'closed');
    expect(refused).toEqual(['link_too_many_in_flight']);
    expect(publishes).toBeGreaterThan(100);
    expect(publishes).toBeLessThan(10_000); // 16 KiB of PUBACKs of 4 bytes, and what the socket took
  });
});
