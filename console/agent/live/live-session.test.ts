import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { diag } from '../../../proto/generated/codec.js';
import { type LiveSession, type LiveSocket, openLiveSession, type TicketAnswer } from './live-session.ts';

interface Opened extends LiveSocket {
  readonly query: Readonly<Record<string, string>>;
  closed: boolean;
}

let nowMono: number;
let sockets: Opened[];
let answers: TicketAnswer[];
let session: LiveSession;

function open(): LiveSession {
  session = openLiveSession({
    askTicket: () => Promise.resolve(answers.shift() ?? { kind: 'ticket', ticket: 't' }),
    openSocket: (query) => {
      const socket: Opened = {
        query,
        closed: false,
        onmessage: null,
        onclose: null,
        close: () => (socket.closed = true),
      };
      sockets.push(socket);
      return socket;
    },
    nowMono: () => nowMono,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  return session;
}

function send(body: diag.SessionFrame.$Properties): void {
  const bytes = diag.SessionFrame.encode({ streamId: 's1', tick: 1, sentAt: 1_000_000, ...body }).finish();
  sockets.at(-1)?.onmessage?.({ data: Uint8Array.from(bytes).buffer });
}
const someSnapshot = {
  snapshot: {
    expiresInMs: 60_000,
    connection: { online: true, presenceUnknown: false, since: 1, heardAt: 1_000_000, heardAgoMs: 0 },
    metrics: [{ name: 'battery.level', number: 80, quality: diag.Quality.QUALITY_LIVE, freshForMs: 9_000 }],
  },
};
async function pass(ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 500) {
    nowMono += Math.min(500, ms - gone);
    await vi.advanceTimersByTimeAsync(Math.min(500, ms - gone));
  }
}
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  [nowMono, sockets, answers] = [5_000, [], []];
});
afterEach(() => {
  session.close();
  vi.useRealTimers();
});

describe('openLiveSession', () => {
  it('opens one socket with a ticket and shows the snapshot that comes', async () => {
    open();
    await settle();
    expect(sockets.map((socket) => socket.query)).toEqual([{ ticket: 't' }]);
    send(someSnapshot);
    const phase = session.current();
    expect(phase.kind === 'watching' && phase.data.metrics.get('battery.level')?.value).toBe(80);
  });

  it('drops everything at once when the gateway says that it is over, and never comes back', async () => {
    open();
    await settle();
    send(someSnapshot);
    send({ ended: { reason: 'revoked' } });
    expect(session.current()).toEqual({ kind: 'ended', reason: 'revoked' });
    expect(sockets[0]?.closed).toBe(true);
    await pass(30_000);
    expect(sockets).toHaveLength(1);
  });

  it('resumes by stream and tick after a broken connection and after a gap', async () => {
    open();
    await settle();
    send(someSnapshot);
    sockets[0]?.onclose?.();
    expect(session.current()).toMatchObject({ kind: 'watching', connected: false });
    await settle();
    expect(sockets[1]?.query).toEqual({ ticket: 't', streamId: 's1', tick: '1' });
    send({ tick: 5, delta: { expiresInMs: 60_000 } });
    expect(sockets[1]?.closed).toBe(true);
    await pass(500);
    expect(sockets[2]?.query).toEqual({ ticket: 't', streamId: 's1', tick: '1' });
  });

  it('treats bytes that are no frame like a gap', async () => {
    open();
    await settle();
    sockets[0]?.onmessage?.({ data: Uint8Array.from([255, 255, 255]).buffer });
    expect(sockets[0]?.closed).toBe(true);
    await pass(500);
    expect(sockets).toHaveLength(2);
  });

  it('gives up a socket that says nothing for 5 s, and blanks what is shown after 20 s without the gateway', async () => {
    open();
    await settle();
    send(someSnapshot);
    answers = Array.from({ length: 99 }, () => ({ kind: 'unreachable' as const }));
    await pass(5_000);
    expect(sockets[0]?.closed).toBe(true);
    expect(session.current().kind).toBe('watching');
    await pass(15_000);
    expect(session.current()).toEqual({ kind: 'lost' });
    answers = [];
    await pass(5_500);
    expect(sockets.at(-1)?.query).toEqual({ ticket: 't' });
    send(someSnapshot);
    expect(session.current().kind).toBe('watching');
  });

  it('ends by itself when the grant has run out, even if no frame says so', async () => {
    open();
    await settle();
    send({ snapshot: { ...someSnapshot.snapshot, expiresInMs: 2_000 } });
    await pass(2_000);
    expect(session.current()).toEqual({ kind: 'ended', reason: 'expired' });
  });

  it('stops asking when a ticket is refused, and hands on the words of the refusal', async () => {
    answers = [{ kind: 'refused', words: 'Not your grant.' }];
    open();
    await settle();
    expect(session.current()).toEqual({ kind: 'refused', words: 'Not your grant.' });
    await pass(10_000);
    expect(sockets).toHaveLength(0);
  });

  it('tells its listeners until they leave', async () => {
    open();
    await settle();
    const listener = vi.fn();
    const leave = session.subscribe(listener);
    send(someSnapshot);
    expect(listener).toHaveBeenCalledTimes(1);
    leave();
    send({ ended: { reason: 'expired' } });
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
