import type { DataClass, OperationClass } from '../../domain/data-class.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import type { Child } from './child.ts';
import type { LinkHome } from './link-home.ts';
import type { Message } from './message.ts';

/**
 * What is agreed with a kind of device that nobody here controls (WIRE.md "Dialects"), as data: each dialect is one file that
 * exports one `Dialect`, and stands in the list of `dialects.ts`.
 */
export interface DialectProfile {
  readonly name: string;
  /** Topic pattern to what is read from it; `{…}` stands for levels. */
  readonly topics: Readonly<Record<string, string>>;
  /** Which topics are one device, in a sentence; no payload names the link. */
  readonly identity: string;
  readonly liveness: {
    readonly topics: readonly string[];
    readonly alive: readonly string[];
    readonly gone: readonly string[];
    /** What the broker says in its device's place when the connection breaks. */
    readonly will: string | null;
  };
  /** Known topics of which nothing is kept: pattern to the class it would be; null: none, it repeats others or describes. */
  readonly dropped: Readonly<Record<string, DataClass | null>>;
  /** What makes a device tell its values now; null: nothing does. */
  readonly activeRead: { readonly topic: string; readonly payload: string } | null;
  /** No dialect is commanded: nobody could check the owner's token. */
  readonly refusedOperations: readonly OperationClass[];
}

/**
 * What a dialect made of a message: it knew the topic, knew it and has learnt nothing new from it, or refuses what it says.
 * undefined: none of its topics.
 */
export type Understood = 'taken' | 'repeated' | RefusalCode;

export interface DialectReader {
  receive(message: Message): Understood | undefined;
  /** Another topic under which this message is to be read too, and the field of its payload that is that topic's. */
  alias?(message: Message): { readonly topic: string; readonly under: string } | undefined;
  /** The connection is over, or another begins: what waited for more of it waits in vain. */
  forgetWaiting?(): void;
  /** What to publish to the link so that this device tells its values. */
  readActively?(child: Child): readonly ActiveRead[];
}

export interface ActiveRead {
  readonly topic: string;
  readonly payload: string;
}

export interface Dialect {
  readonly profile: DialectProfile;
  /** The reader of one link; it may remember descriptions there, never values. */
  open(home: LinkHome): DialectReader;
}

/** A model's own table: which of its topics are which metric of its pack. Everything else it tells is not taken. */
export interface ModelTable {
  readonly model: string;
  /** It is this model if its maker or its implementation calls itself so. */
  readonly maker: string;
  /** Topic below the device's root to metric; `{id}` stands for the device's name on the link. */
  readonly metrics: ReadonlyMap<string, string>;
  /** The topic that states the one active error, and the channel of its codes. */
  readonly error: { readonly path: string; readonly channel: string } | null;
  /** Topics that are known and not taken: path prefix to the class they would be; null: they repeat others. */
  readonly dropped: ReadonlyMap<string, DataClass | null>;
}

/** WIRE.md "Dialects": what none of these devices can do, and what they may be able to. */
export const neverAble = ['stop-itself', 'check-tokens', 'prove-start', 'send-full-state', 'be-commanded'] as const;
export const refusedOperations: readonly OperationClass[] = ['update', 'reset'];
