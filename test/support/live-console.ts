import { WebSocket } from 'ws';
import { diag } from '../../proto/generated/codec.js';
import type { ApiClient } from './api-client.ts';

/** A console's live socket: every frame it was sent. */
export class LiveConsole {
  readonly frames: diag.SessionFrame[] = [];
  closed: { code: number; reason: string } | undefined;
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.frames.push(diag.SessionFrame.decode(data as Buffer)));
    socket.on('close', (code, reason) => (this.closed = { code, reason: reason.toString() }));
    socket.on('error', () => undefined);
  }

  static async open(api: ApiClient, caseId: string, resume?: { streamId: string; tick: number }): Promise<LiveConsole> {
    const { ticket } = await api.ticket(caseId);
    const query = new URLSearchParams({ ticket });
    if (resume) {
      query.set('streamId', resume.streamId);
      query.set('tick', String(resume.tick));
    }
    const socket = new WebSocket(`${api.base.replace('http', 'ws')}/api/v1/live?${query}`, {
      origin: api.base,
      headers: { cookie: api.cookie },
    });
    const live = new LiveConsole(socket);
    await live.until(() => live.frames.length > 0 || live.closed !== undefined);
    return live;
  }

  /** Values by name as a console would hold them now. */
  values(): Map<string, diag.IMetricValue> {
    const held = new Map<string, diag.IMetricValue>();
    for (const frame of this.frames) {
      if (frame.ended) held.clear();
      for (const value of frame.snapshot?.metrics ?? frame.delta?.metrics ?? []) held.set(value.name ?? '', value);
    }
    return held;
  }

  async until(condition: () => boolean, ms = 15_000): Promise<void> {
    const deadline = Date.now() + ms;
    while (!condition()) {
      if (Date.now() > deadline) throw new Error('The console was not sent what was waited for');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  close(): void {
    this.#socket.terminate();
  }
}
