import { decodeFrame } from './decode-frame.ts';
import { applyFrame, dismissAlert, expiresIn, type LiveData } from './live-state.ts';

/** What the page shows: device data only ever lives in `data`, and is dropped with it. */
export type LivePhase =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'watching'; readonly data: LiveData; readonly connected: boolean }
  | { readonly kind: 'lost' }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'ended'; readonly reason: string };

export type TicketAnswer =
  | { readonly kind: 'ticket'; readonly ticket: string }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'unreachable' };

/** The part of a WebSocket that is used; `binaryType` is "arraybuffer". */
export interface LiveSocket {
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
  close(): void;
}

export interface LiveSessionOptions {
  readonly askTicket: () => Promise<TicketAnswer>;
  /** @param query streamId and tick besides the ticket when the stream is to be resumed */
  readonly openSocket: (query: Readonly<Record<string, string>>) => LiveSocket;
  /** This browser's monotonic clock, ms. */
  readonly nowMono: () => number;
  /** Runs a function later; answers what cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
}

export interface LiveSession {
  readonly current: () => LivePhase;
  /** @returns what ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;
  readonly dismiss: (errorKey: string) => void;
  /** Ends for good, without a word: the page is left. */
  readonly close: () => void;
}

const watchMs = 500;
/** A socket that says nothing for this long is given up (a beat is due every second). */
const deadSocketMs = 5_000;
/** Whoever cannot hear the gateway cannot hear "stop" either: after this long what is shown is blanked. */
const blankMs = 20_000;
const retryMs = [0, 250, 500, 1_000, 2_000, 5_000];

/**
 * One live session of a case: keeps a socket open, resumes it by stream and tick, and blanks everything at once when the
 * gateway says so, when the grant runs out, or when the gateway was not heard for 20 s.
 */
export function openLiveSession(options: LiveSessionOptions): LiveSession {
  const { askTicket, openSocket, nowMono, after } = options;
  const listeners = new Set<() => void>();
  let phase: LivePhase = { kind: 'connecting' };
  let socket: LiveSocket | undefined;
  let failures = 0;
  let heardMono = nowMono();
  let openedMono = nowMono();
  let cancelRetry: (() => void) | undefined;
  let cancelWatch: (() => void) | undefined;
  let over = false;

  const show = (next: LivePhase) => {
    phase = next;
    for (const listener of listeners) listener();
  };
  const release = () => {
    cancelRetry?.();
    cancelRetry = undefined;
    if (!socket) return;
    const old = socket;
    socket = undefined;
    old.onmessage = null;
    old.onclose = null;
    old.close();
  };
  const finish = () => {
    over = true;
    release();
    cancelWatch?.();
  };
  const end = (reason: string) => {
    finish();
    show({ kind: 'ended', reason });
  };

  const connect = async () => {
    const answer = await askTicket();
    if (over || socket) return;
    if (answer.kind === 'refused') {
      finish();
      return show(answer);
    }
    if (answer.kind === 'unreachable') return retry();
    const resume: Record<string, string> =
      phase.kind === 'watching' && failures < retryMs.length
        ? { streamId: phase.data.streamId, tick: String(phase.data.tick) }
        : {};
    openedMono = nowMono();
    socket = openSocket({ ticket: answer.ticket, ...resume });
    socket.onmessage = ({ data }) => receive(data);
    socket.onclose = retry;
  };
  const start = () => {
    cancelRetry = undefined;
    // askTicket answers with a value for every expected failure; anything else is a bug and must be seen as one.
    void connect();
  };
  const retry = () => {
    release();
    if (over) return;
    if (phase.kind === 'watching' && phase.connected) show({ ...phase, connected: false });
    cancelRetry = after(retryMs[Math.min(failures, retryMs.length - 1)] ?? 0, start);
    failures += 1;
  };

  const receive = (bytes: unknown) => {
    const frame = bytes instanceof ArrayBuffer ? readable(new Uint8Array(bytes)) : undefined;
    if (!frame) return retry();
    const now = nowMono();
    const applied = applyFrame(phase.kind === 'watching' ? phase.data : undefined, frame, now);
    if (applied.kind === 'ended') return end(applied.reason);
    if (applied.kind === 'gap') return retry();
    heardMono = now;
    if (now - openedMono > deadSocketMs) failures = 0;
    show({ kind: 'watching', data: applied.data, connected: true });
  };

  const watch = () => {
    cancelWatch = after(watchMs, watch);
    const now = nowMono();
    if (phase.kind === 'watching') {
      if (expiresIn(phase.data, now) === 0) return end('expired');
      if (now - heardMono >= blankMs) show({ kind: 'lost' });
    }
    if (socket && now - Math.max(heardMono, openedMono) >= deadSocketMs) retry();
  };

  start();
  cancelWatch = after(watchMs, watch);
  return {
    current: () => phase,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dismiss: (errorKey) => {
      if (phase.kind === 'watching') show({ ...phase, data: dismissAlert(phase.data, errorKey) });
    },
    close: () => {
      finish();
      phase = { kind: 'connecting' };
      listeners.clear();
    },
  };
}

function readable(bytes: Uint8Array) {
  try {
    return decodeFrame(bytes);
  } catch {
    // Not a frame: the stream is as good as broken and is resumed like one with a gap.
    return undefined;
  }
}
