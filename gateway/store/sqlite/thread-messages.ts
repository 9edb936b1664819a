import type { UnusableCode } from '../store-errors.ts';

/** What a thread is told at its start. `check`: look through the whole file first. */
export interface ThreadStart {
  readonly file: string;
  readonly check: boolean;
}

/** To a thread. Each is answered once, in order; after `close` the thread ends by itself. */
export type ToThread<Ask> = { readonly id: number; readonly ask: Ask } | { readonly close: true };

/** From a thread. `ready` or `unusable` comes first, once. `fault`: this one question could not be answered. */
export type FromThread =
  | { readonly ready: true }
  | { readonly unusable: UnusableCode; readonly reason: string }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly fault: string };
