import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { WebSocket } from 'ws';
import { diag } from '../../../proto/generated/codec.js';
import { benchMetrics } from '../telemetry-packets.ts';
import type { LoadDevice } from './load-device.ts';

/** A WebSocket to open, and what comes over it: session frames as a console gets them, or the devices' own messages. */
export interface Watch {
  readonly url: string;
  readonly cookie?: string;
  readonly origin?: string;
  readonly speaks: 'session' | 'telemetry';
}

const tellsSeq = benchMetrics[0]?.name;

/** Looks at one device, and takes the time from a message's sending to the frame that shows it, or a later one. */
export class Watcher {
  readonly #socket: WebSocket;
  readonly #read: (frame: Buffer) => number | undefined;
  #device: LoadDevice | undefined;
  #times: number[] = [];
  #lastSeq = 0;

  private constructor(socket: WebSocket, speaks: Watch['speaks']) {
    this.#socket = socket;
    this.#read = speaks === 'session' ? seqOfSession : seqOfTelemetry;
    socket.on('message', (frame: Buffer) => this.#shown(frame));
    socket.on('error', () => undefined);
  }

  static async open({ url, cookie, origin, speaks }: Watch): Promise<Watcher> {
    const socket = new WebSocket(url, {
      perMessageDeflate: false,
      ...(origin === undefined ? {} : { origin }),
      ...(cookie === undefined ? {} : { headers: { cookie } }),
    });
    const watcher = new Watcher(socket, speaks);
    await once(socket, 'open');
    return watcher;
  }

  follow(device: LoadDevice | undefined, times: number[]): void {
    if (this.#socket.readyState !== WebSocket.OPEN) throw new Error('The server closed a WebSocket');
    this.#device = device;
    this.#times = times;
    this.#lastSeq = device?.seq ?? 0;
  }

  unfollow(): void {
    this.#device = undefined;
  }

  end(): void {
    this.#socket.terminate();
  }

  #shown(frame: Buffer): void {
    const now = performance.now();
    const device = this.#device;
    const seq = this.#read(frame) ?? 0;
    if (!device || seq <= this.#lastSeq) return;
    // What a later frame made superfluous was shown by it.
    for (let one = this.#lastSeq + 1; one <= seq; one += 1) this.#times.push(now - device.sentAtMs(one));
    this.#lastSeq = seq;
  }
}

function seqOfSession(frame: Buffer): number | undefined {
  const { delta } = diag.SessionFrame.decode(frame);
  return delta?.metrics?.find(({ name }) => name === tellsSeq)?.number ?? undefined;
}

function seqOfTelemetry(frame: Buffer): number | undefined {
  return diag.Telemetry.decode(frame).values?.[0];
}
