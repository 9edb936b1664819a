import type { FrameBody, Sample } from '../frames.ts';
import type { ViewId } from '../ids.ts';
import { SampleColumns, type SampleLayout } from '../sample-columns.ts';
import type { AdmittedFrame } from './admit.ts';

/** What one View may take: so much at once, and so much a minute after that. Bytes are of the body as it is stored (JSON). */
export const viewAllowance = {
  messagesAtOnce: 6_000,
  messagesAMinute: 1_200,
  bytesAtOnce: 16_000_000,
  bytesAMinute: 8_000_000,
} as const;
export type Allowance = Readonly<Record<keyof typeof viewAllowance, number>>;

interface Bucket {
  messages: number;
  bytes: number;
  atMs: number;
}

/**
 * Keeps a device that floods from filling the disk, and its own View from growing past what can be read back and removed
 * again. Generous: an hour of what was buffered while a link was down, sent at once, is still taken.
 */
export class ViewAllowance {
  readonly #buckets = new Map<ViewId, Bucket>();
  readonly #allowance: Allowance;

  constructor(allowance: Allowance = viewAllowance) {
    this.#allowance = allowance;
  }

  /** False: the View has had its share, the frame is to be discarded. `bytes`: of its body, where they are known already. */
  take(frame: AdmittedFrame, monotonicMs: number, bytes = storedBytes(frame.body)): boolean {
    const bucket = this.#refilled(frame.viewId, monotonicMs);
    if (bucket.messages < 1 || bucket.bytes < bytes) return false;
    bucket.messages -= 1;
    bucket.bytes -= bytes;
    return true;
  }

  /** Views that are over need no bucket any more. */
  keepOnly(open: (viewId: ViewId) => boolean): void {
    for (const viewId of this.#buckets.keys()) if (!open(viewId)) this.#buckets.delete(viewId);
  }

  get size(): number {
    return this.#buckets.size;
  }

  #refilled(viewId: ViewId, monotonicMs: number): Bucket {
    const { messagesAtOnce, messagesAMinute, bytesAtOnce, bytesAMinute } = this.#allowance;
    let bucket = this.#buckets.get(viewId);
    if (!bucket)
      this.#buckets.set(viewId, (bucket = { messages: messagesAtOnce, bytes: bytesAtOnce, atMs: monotonicMs }));
    const minutes = Math.max(0, monotonicMs - bucket.atMs) / 60_000;
    bucket.messages = Math.min(messagesAtOnce, bucket.messages + minutes * messagesAMinute);
    bucket.bytes = Math.min(bytesAtOnce, bucket.bytes + minutes * bytesAMinute);
    bucket.atMs = monotonicMs;
    return bucket;
  }
}

/** About as many bytes as the body takes in the store: what a small packet unpacks to, not what was sent. */
export function storedBytes(body: FrameBody): number {
  switch (body.lane) {
    case 'telemetry':
      if (body instanceof SampleColumns) return bytesOfLayout(body.layout);
      return 40 + sum(body.samples, sampleBytes);
    case 'firmware':
      return (
        60 + sum(body.samples, sampleBytes) + sum(body.slots, (slot) => 40 + texts(slot.name, slot.version, slot.state))
      );
    case 'error':
      return 50 + sum(body.errors, ({ channel, code, detail }) => 80 + texts(channel, code, detail));
    case 'log':
      return 30 + sum(body.entries, ({ level, source, text }) => 60 + texts(level, source, text));
    case 'output':
      return 80 + sum(body.fields, ({ name, value }) => 40 + texts(name, String(value)));
  }
}

/** Numbers take the same whatever they are: worked out once a layout. */
const layoutBytes = new WeakMap<SampleLayout, number>();

function bytesOfLayout(layout: SampleLayout): number {
  const known = layoutBytes.get(layout);
  if (known !== undefined) return known;
  const { names, dataClasses } = layout;
  const bytes = names.reduce(
    (sum, name, column) => sum + sampleBytes({ name, dataClass: dataClasses[column] ?? 'logs', value: 0, at: 0 }),
    40,
  );
  layoutBytes.set(layout, bytes);
  return bytes;
}

function sampleBytes({ name, dataClass, value }: Sample): number {
  return 55 + name.length + dataClass.length + (typeof value === 'string' ? texts(value) : 8);
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += of(item);
  return total;
}

/** In JSON a control character takes six bytes, a quote two; in UTF-8 most that is not ASCII takes three. */
function texts(...all: readonly string[]): number {
  let bytes = 0;
  for (const text of all)
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      bytes += unit < 0x20 ? 6 : unit === 0x22 || unit === 0x5c ? 2 : unit < 0x80 ? 1 : 3;
    }
  return bytes;
}
