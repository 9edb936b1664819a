import type { DeviceId } from '../domain/ids.ts';

interface Queue {
  bytes: number;
  readonly waiting: { readonly bytes: number; readonly go: () => void }[];
}

/**
 * How much of one device may be on its way to the disk at once. What is beyond waits its turn, in order and unacknowledged,
 * so that devices that flood wait for themselves and not everybody else for them.
 */
export class DeviceShare {
  readonly #most: number;
  readonly #queues = new Map<DeviceId, Queue>();

  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  /** Runs the job when it fits; one of any size may run alone. */
  async run<T>(deviceId: DeviceId, bytes: number, job: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(deviceId) ?? { bytes: 0, waiting: [] };
    this.#queues.set(deviceId, queue);
    if (queue.waiting.length > 0 || !this.#fits(queue, bytes))
      await new Promise<void>((go) => queue.waiting.push({ bytes, go }));
    else queue.bytes += bytes;
    try {
      return await job();
    } finally {
      queue.bytes -= bytes;
      this.#next(deviceId, queue);
    }
  }

  #next(deviceId: DeviceId, queue: Queue): void {
    for (let first = queue.waiting[0]; first && this.#fits(queue, first.bytes); first = queue.waiting[0]) {
      queue.waiting.shift();
      queue.bytes += first.bytes;
      first.go();
    }
    if (queue.bytes === 0 && queue.waiting.length === 0) this.#queues.delete(deviceId);
  }

  #fits(queue: Queue, bytes: number): boolean {
    return queue.bytes === 0 || queue.bytes + bytes <= this.#most;
  }
}
