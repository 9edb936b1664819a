import type { History } from '../../../proto/api/history.ts';
import { type HistoryQuestion, type HistorySpan, questionOf, refreshInMs } from './history-span.ts';

export type HistoryAnswer =
  | { readonly kind: 'history'; readonly history: History }
  /** `metric`: for the sake of this one alone. */
  | { readonly kind: 'refused'; readonly words: string; readonly metric?: string }
  /** The owner's consent is over: nothing of it may stand here any longer. */
  | { readonly kind: 'over'; readonly words: string }
  | { readonly kind: 'failed'; readonly words: string };

export interface HistoryWish {
  readonly metrics: readonly string[];
  readonly span: HistorySpan;
}

/** What was read of the View. Dropped with the reader. */
export interface HistoryRead {
  readonly history: History;
  /** This browser's monotonic clock. */
  readonly atMono: number;
}

export interface HistoryState extends HistoryWish {
  readonly read: HistoryRead | undefined;
  readonly reading: boolean;
  /** By metric: why it is not there, in words. */
  readonly refused: ReadonlyMap<string, string>;
  /** Why the last reading came to nothing; what was read before still stands. */
  readonly problem: string | undefined;
  /** Consent is over, in words. */
  readonly over: string | undefined;
}

export interface HistoryReaderOptions {
  readonly wish: HistoryWish;
  /** When the View began, gateway clock. */
  readonly since: number;
  /** @param metrics at least one */
  readonly ask: (
    asked: HistoryQuestion & { readonly metrics: readonly string[] },
    signal: AbortSignal,
  ) => Promise<HistoryAnswer>;
  /** Metrics that are read besides: what tells of restarts, and of being heard at all. */
  readonly companions: () => readonly string[];
  readonly gatewayNow: () => number;
  readonly nowMono: () => number;
  /** Whether anybody looks: a hidden page asks for nothing. */
  readonly isSeen: () => boolean;
  /** Runs a function later; answers what cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
}

export interface HistoryReader {
  readonly current: () => HistoryState;
  /** @returns what ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;
  readonly show: (wish: HistoryWish) => void;
  readonly again: () => void;
  /** Drops what was read; an answer that is still to come changes nothing any more. */
  readonly close: () => void;
}

/** Between two readings that a person asks for, by pressing one button after the other. */
const leastByHandMs = 1_000;
const afterFailureMs = 10_000;

/** Reads the history of some metrics again and again while it is looked at: at most every 5 s, and only when a bucket is over. */
export function openHistory(options: HistoryReaderOptions): HistoryReader {
  const { ask, since, gatewayNow, nowMono, isSeen, after } = options;
  const listeners = new Set<() => void>();
  const nothing = { read: undefined, reading: true, refused: new Map(), problem: undefined, over: undefined } as const;
  let state: HistoryState = { ...options.wish, ...nothing };
  let askedMono = Number.NEGATIVE_INFINITY;
  let asking: AbortController | undefined;
  let cancel: (() => void) | undefined;
  let closed = false;

  const change = (changes: Partial<HistoryState>) => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };
  const askIn = (ms: number) => {
    cancel?.();
    cancel = after(ms, () => {
      // A bug in here must be seen as one: `ask` answers every expected failure with a value.
      void read();
    });
  };

  const read = async () => {
    if (closed) return;
    const now = gatewayNow();
    const question = questionOf({ span: state.span, since, now });
    const next = refreshInMs({ now, bucketMs: question.bucketMs });
    if (!isSeen()) return askIn(next);
    const wanted = state.metrics.filter((name) => !state.refused.has(name));
    if (wanted.length === 0) return change({ reading: false });
    const metrics = [...new Set([...wanted, ...options.companions()])].filter((name) => !state.refused.has(name));
    askedMono = nowMono();
    // Of a View this young no bucket is over yet.
    if (question.points === 0) {
      const history = { ...question, series: Object.fromEntries(metrics.map((name) => [name, []])) };
      change({ read: { history, atMono: askedMono }, reading: false, problem: undefined });
      return askIn(next);
    }
    asking?.abort();
    const own = new AbortController();
    asking = own;
    const answer = await ask({ ...question, metrics }, own.signal);
    if (closed || own.signal.aborted) return;
    asking = undefined;
    if (answer.kind === 'history') {
      change({ read: { history: answer.history, atMono: nowMono() }, reading: false, problem: undefined });
      askIn(next);
    } else if (answer.kind === 'over') {
      change({ ...nothing, reading: false, over: answer.words });
    } else if (answer.kind === 'refused' && answer.metric !== undefined && metrics.includes(answer.metric)) {
      change({ refused: new Map([...state.refused, [answer.metric, answer.words]]) });
      await read();
    } else {
      change({ reading: false, problem: answer.words });
      askIn(Math.max(next, afterFailureMs));
    }
  };
  const askByHand = () => {
    change({ reading: true });
    asking?.abort();
    askIn(Math.max(0, askedMono + leastByHandMs - nowMono()));
  };

  askIn(0);
  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (wish) => {
      const isOther = wish.span !== state.span;
      const adds = wish.metrics.some((name) => !state.metrics.includes(name));
      // Of another span what was read would say that nothing came where nothing was asked for.
      change({ ...wish, ...(isOther ? { read: undefined } : {}) });
      if (isOther || adds) askByHand();
    },
    again: () => {
      change({ refused: new Map(), problem: undefined, over: undefined });
      askByHand();
    },
    close: () => {
      closed = true;
      asking?.abort();
      cancel?.();
      listeners.clear();
      state = { ...state, ...nothing, reading: false };
    },
  };
}
