import { Writable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { AppKit, telemetry } from '../../test/support/app-kit.ts';
import { FakeViewer } from '../../test/support/fake-viewer.ts';
import type { ViewId } from '../domain/ids.ts';
import { LiveHub } from './hub.ts';
import { oneWriteATurn } from './one-write.ts';

/** Keeps the very bytes that it was handed. */
class ByteViewer extends FakeViewer {
  readonly bytes: Uint8Array[] = [];

  override send(frame: Uint8Array): void {
    super.send(frame);
    this.bytes.push(frame);
  }
}

let kit: AppKit;
let hub: LiveHub;
let viewId: ViewId;

beforeEach(async () => {
  kit = await AppKit.create((app) => new LiveHub(() => app));
  hub = kit.app.audience as LiveHub;
  ({ viewId } = (await kit.grant()).grant);
});

const join = (count: number) =>
  Array.from({ length: count }, () => {
    const viewer = new ByteViewer();
    hub.join(viewId, viewer);
    return viewer;
  });
const battery = (value: number) => kit.hear(telemetry({ 'battery.level': value }));

describe('a tick of a View', () => {
  it('is built once, whatever the number of consoles', () => {
    const viewers = join(20);
    battery(80);
    const [first] = viewers;
    const frame = first?.bytes.at(-1);
    expect(first?.last?.delta?.metrics).toHaveLength(1);
    // Not equal bytes: the same.
    expect(viewers.filter(({ bytes }) => bytes.at(-1) === frame)).toHaveLength(20);
  });

  it('is one snapshot for all consoles that have caught up, and goes on for those that were never behind', () => {
    const viewers = join(6);
    const slow = viewers.slice(0, 5);
    const quick = viewers[5];
    for (const viewer of slow) viewer.waiting = 1_000_000;
    for (const value of [80, 79, 78]) {
      battery(value);
      kit.clock.advance(200);
    }
    expect(slow.map(({ bytes }) => bytes.length)).toEqual([1, 1, 1, 1, 1]);
    expect(quick?.valuesOf('battery.level')).toEqual([80, 79, 78]);
    for (const viewer of slow) viewer.waiting = 0;
    battery(77);
    expect(slow.map(({ last }) => last?.body)).toEqual(Array.from(slow, () => 'snapshot'));
    expect(new Set(slow.map(({ bytes }) => bytes.at(-1))).size).toBe(1);
    expect(quick?.last?.body).toBe('delta');
  });
});

describe('a console’s socket', () => {
  it('gets all frames of one turn in one write, and those of the next in another', async () => {
    const writes: number[] = [];
    const socket = new Writable({
      write(_chunk, _encoding, done) {
        writes.push(1);
        done();
      },
      writev(chunks, done) {
        writes.push(chunks.length);
        done();
      },
    });
    const gather = oneWriteATurn(socket);
    const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
    const send = (count: number) => {
      for (let n = 0; n < count; n += 1) {
        gather();
        socket.write(Buffer.of(n));
      }
    };
    send(5);
    expect(writes).toEqual([]);
    await turn();
    expect(writes).toEqual([5]);
    send(3);
    await turn();
    expect(writes).toEqual([5, 3]);
  });
});
