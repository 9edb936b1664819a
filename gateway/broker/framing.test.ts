import fc from 'fast-check';
import mqttPacket from 'mqtt-packet';
import { describe, expect, it } from 'vitest';
import { fixedHeader, type Frame, Framer, parsePublish } from './framing.ts';
import { publishPacket } from './test-bench.ts';

function frames(chunks: readonly Buffer[], limit = 1000): Frame[] {
  const framer = new Framer({
    judge: ({ packetBytes }) => (packetBytes > limit ? 'skip' : 'keep'),
    prefixBytes: 64,
  });
  const found: Frame[] = [];
  for (const chunk of chunks) {
    framer.feed(chunk);
    for (let next = framer.next(); next !== undefined; next = framer.next()) {
      if (typeof next === 'string') throw new Error(next);
      found.push(next);
    }
  }
  return found;
}

function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const chunks: Buffer[] = [];
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

describe('the framer', () => {
  it('finds the same packets however the bytes are cut, and skips the large ones without keeping them', () => {
    const sizesOfPayload = fc.array(fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 900, max: 20_000 })), {
      minLength: 1,
      maxLength: 8,
    });
    const cuts = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sizesOfPayload, cuts, (payloads, sizes) => {
        const packets = payloads.map((size, index) =>
          mqttPacket.generate(publishPacket(`a/${index}`, index + 1, { payload: Buffer.alloc(size, index) })),
        );
        const found = frames(cut(Buffer.concat(packets), sizes));
        expect(found.length).toBe(packets.length);
        found.forEach((frame, index) => {
          const whole = packets[index] ?? Buffer.alloc(0);
          expect(frame.skipped).toBe(whole.length > 1000);
          expect(frame.packetBytes).toBe(whole.length);
          const header = fixedHeader((frame.type << 4) | frame.flags, frame.length);
          const kept = Buffer.concat([header, frame.body]);
          expect(kept.equals(whole.subarray(0, kept.length))).toBe(true);
          expect(kept.length).toBe(frame.skipped ? header.length + 64 : whole.length);
          expect(parsePublish(frame, 60)).toMatchObject({ topic: `a/${index}`, packetId: index + 1, qos: 1 });
        });
      }),
      { numRuns: 200 },
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const framer = new Framer({ judge: () => 'keep', prefixBytes: 8 });
        framer.feed(Buffer.from(bytes));
        for (let next = framer.next(); next !== undefined; next = framer.next()) {
          if (typeof next === 'string') break;
          parsePublish(next, 50);
        }
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it('allows four bytes of remaining length and no fifth', () => {
    const seen: number[] = [];
    const judge = (header: { length: number }): 'skip' => {
      seen.push(header.length);
      return 'skip';
    };
    const longest = new Framer({ judge, prefixBytes: 8 });
    longest.feed(Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f]));
    expect(longest.next()).toBeUndefined();
    expect(seen).toEqual([268_435_455]);
    const longer = new Framer({ judge, prefixBytes: 8 });
    longer.feed(Buffer.from([0x30, 0x80, 0x80, 0x80, 0x80]));
    expect(longer.next()).toBe('link_protocol');
  });
});
