import { WebSocket } from 'ws';

/** Node's inspector of another process (Chrome DevTools Protocol): what its heap holds after a collection. */
export class Inspector {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  #heard: (method: string, params: unknown) => void = () => undefined;
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#receive(JSON.parse((data as Buffer).toString()) as Said));
  }

  /** `output`: of a process that was started with `--inspect=127.0.0.1:0`. */
  static async open(output: string): Promise<Inspector> {
    const url = /Debugger listening on (ws:\S+)/.exec(output)?.[1];
    if (!url) throw new Error(`No inspector: ${output}`);
    const socket = new WebSocket(url, { maxPayload: 0 });
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return new Inspector(socket);
  }

  /** Bytes of all array buffers that are still held after everything that can go has gone. */
  async arrayBuffers(): Promise<number> {
    // A buffer's memory is given back by a later task than the collection that found it unreachable.
    for (let round = 0; round < 3; round += 1) {
      await this.#ask('HeapProfiler.collectGarbage');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { result } = (await this.#ask('Runtime.evaluate', {
      expression: 'process.memoryUsage().arrayBuffers',
    })) as { result: { value: number } };
    return result.value;
  }

  /** Which of these (no character that JSON escapes) occur among the strings of the heap. */
  async findInHeap(markers: readonly string[]): Promise<string[]> {
    const longest = Math.max(...markers.map((marker) => marker.length));
    const found = new Set<string>();
    let tail = '';
    let length = 0;
    this.#heard = (method, params) => {
      if (method !== 'HeapProfiler.addHeapSnapshotChunk') return;
      const text = tail + (params as { chunk: string }).chunk;
      for (const marker of markers) if (text.includes(marker)) found.add(marker);
      tail = text.slice(-longest);
      length += text.length;
    };
    await this.#ask('HeapProfiler.collectGarbage');
    await this.#ask('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    if (length < 1_000_000) throw new Error('This was no whole heap snapshot');
    return [...found];
  }

  close(): void {
    this.#socket.terminate();
  }

  #ask(method: string, params: object = {}): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  #receive(said: Said): void {
    if (said.id === undefined) return this.#heard(said.method ?? '', said.params);
    const waiting = this.#waiting.get(said.id);
    this.#waiting.delete(said.id);
    if (said.error) waiting?.reject(new Error(said.error.message));
    else waiting?.resolve(said.result);
  }
}

interface Said {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}
