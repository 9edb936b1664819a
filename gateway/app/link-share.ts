import type { LinkId } from '../domain/ids.ts';

interface Queue<Item> {
  bytes: number;
  readonly waiting: { readonly bytes: number; readonly item: Item }[];
}

/**
 * How much of one link may be on its way to the disk at once. What is beyond waits its turn, in order and unacknowledged,
 * so that links that flood wait for themselves and not everybody else for them.
 */
export class LinkShare<Item> {
  readonly #most: number;
  readonly #go: (item: Item) => void;
  readonly #queues = new Map<LinkId, Queue<Item>>();

  /** `go`: it may be on its way. */
  constructor(options: { readonly most: number; readonly go: (item: Item) => void }) {
    this.#most = options.most;
    this.#go = options.go;
  }

  /** Goes when it fits, now or later; one of any size may go alone. */
  enter(linkId: LinkId, bytes: number, item: Item): void {
    let queue = this.#queues.get(linkId);
    if (queue === undefined) this.#queues.set(linkId, (queue = { bytes: 0, waiting: [] }));
    if (queue.waiting.length > 0 || !this.#fits(queue, bytes)) {
      queue.waiting.push({ bytes, item });
      return;
    }
    queue.bytes += bytes;
    this.#go(item);
  }

  /** What had gone has arrived, or never will. */
  leave(linkId: LinkId, bytes: number): void {
    const queue = this.#queues.get(linkId);
    if (queue === undefined) return;
    queue.bytes -= bytes;
    for (let first = queue.waiting[0]; first && this.#fits(queue, first.bytes); first = queue.waiting[0]) {
      queue.waiting.shift();
      queue.bytes += first.bytes;
      this.#go(first.item);
    }
    if (queue.bytes === 0 && queue.waiting.length === 0) this.#queues.delete(linkId);
  }

  #fits(queue: Queue<Item>, bytes: number): boolean {
    return queue.bytes === 0 || queue.bytes + bytes <= this.#most;
  }
}
