import type { LinkId } from '../domain/ids.ts';

interface Queue {
  bytes: number;
  readonly waiting: { readonly bytes: number; readonly go: () => void }[];
}

/**
 * How much of one link may be on its way to the disk at once. What is beyond waits its turn, in order and unacknowledged,
 * so that links that flood wait for themselves and not everybody else for them.
 */
export class LinkShare {
  readonly #most: number;
  readonly #queues = new Map<LinkId, Queue>();

  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  /** Runs the job when it fits; one of any size may run alone. */
  async run<T>(linkId: LinkId, bytes: number, job: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(linkId) ?? { bytes: 0, waiting: [] };
    this.#queues.set(linkId, queue);
    if (queue.waiting.length > 0 || !this.#fits(queue, bytes))
      await new Promise<void>((go) => queue.waiting.push({ bytes, go }));
    else queue.bytes += bytes;
    try {
      return await job();
    } finally {
      queue.bytes -= bytes;
      this.#next(linkId, queue);
    }
  }

  #next(linkId: LinkId, queue: Queue): void {
    for (let first = queue.waiting[0]; first && this.#fits(queue, first.bytes); first = queue.waiting[0]) {
      queue.waiting.shift();
      queue.bytes += first.bytes;
      first.go();
    }
    if (queue.bytes === 0 && queue.waiting.length === 0) this.#queues.delete(linkId);
  }

  #fits(queue: Queue, bytes: number): boolean {
    return queue.bytes === 0 || queue.bytes + bytes <= this.#most;
  }
}
