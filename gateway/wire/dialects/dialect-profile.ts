import type { DataClass, OperationClass } from '../../domain/data-class.ts';

/**
 * What is agreed with a kind of device that nobody here controls (WIRE.md "Dialects"), as data. Paths are relative to the
 * root that the device was registered with; `{node}` and `{property}` stand for one level each.
 */
export interface DialectProfile {
  readonly name: string;
  /** Identity is the authenticated link's; a device publishes below its own root only. */
  readonly topics: { readonly publish: '{root}/#'; readonly command: '{root}/{node}/{property}/set' };
  readonly clientId: 'device-id';
  readonly mostSubscriptions: number;
  readonly liveness: {
    readonly path: string;
    readonly alive: readonly string[];
    readonly gone: readonly string[];
    /** What the broker says in its place when the connection breaks. */
    readonly will: string;
  };
  /** A publisher's retain flag: it asks a broker to keep the message, which this one never does. It says nothing of age. */
  readonly publishersRetain: 'ignored';
  readonly unit: { readonly attribute: string };
  /** Other topics that describe and carry no reading. */
  readonly descriptions: ReadonlySet<string>;
  readonly cannot: readonly (
    | 'stop-itself'
    | 'check-tokens'
    | 'prove-start'
    | 'send-full-state'
    | 'be-read'
    | 'be-commanded'
  )[];
  readonly refusedOperations: readonly OperationClass[];
}

/** Which of a model's topics are data, and of which metric; the pack gives each metric its class. */
export interface TopicTable {
  readonly model: string;
  /** Path to metric. */
  readonly metrics: ReadonlyMap<string, string>;
  /** The path that states the one active error, and the channel of its codes. */
  readonly error: { readonly path: string; readonly channel: string } | null;
  /** Known data that is not taken: path prefix to its class, null for what repeats other topics. Settled and counted. */
  readonly notTaken: ReadonlyMap<string, DataClass | null>;
}
