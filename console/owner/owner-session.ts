import type { OwnerRequest } from '../../proto/api/owner.ts';
import { type Deadline, deadlineAfter, type Now, steadied } from './countdown.ts';
import type { Answer, OwnerApi } from './owner-api.ts';
import { isEnded, readOwnerRequest, saysActive } from './owner-request.ts';
import { repeatUntilConfirmed } from './stop-retry.ts';

/** What the server last said, with its durations turned into moments. */
export interface Heard {
  readonly request: OwnerRequest;
  readonly expires: Deadline | null;
  readonly proofEnds: Deadline | null;
}

export type Sending = 'allow' | 'refuse' | 'label';

/** What the owner is told of their last tap; `title` is the server's own sentence, shown as text only. */
export type Notice =
  | { readonly kind: 'unsent' }
  | { readonly kind: 'refused'; readonly of: Sending; readonly title: string };

export interface OwnerView {
  readonly heard: Heard | null;
  /** The server says that this link opens nothing. */
  readonly gone: boolean;
  /** The server is not heard any more; what is shown may be old. */
  readonly lost: boolean;
  /** The server is heard, but says what this page does not understand: the page is older than it. */
  readonly outdated: boolean;
  readonly sending: Sending | null;
  readonly notice: Notice | null;
  readonly stop: 'none' | 'sending' | 'unconfirmed';
  /** Stop was tapped on this page, or before its reload. */
  readonly stopTapped: boolean;
  /** The server took that Stop, and said no more that this page understands. */
  readonly stopTaken: boolean;
}

export interface OwnerSession {
  view(): OwnerView;
  /** @returns its undo */
  subscribe(listener: () => void): () => void;
  /** Asks the server now: at the start, when the page is shown again, when the network changes, when the owner taps. */
  refresh(): void;
  allow(): void;
  refuse(): void;
  label(labelCode: string): void;
  /** Tapped again while it runs, the next attempt is sent at once. */
  stop(): void;
}

export interface OwnerSessionParts {
  readonly api: OwnerApi;
  readonly now: () => Now;
  /** Runs `run` after `ms`; @returns its undo */
  readonly later: (ms: number, run: () => void) => () => void;
  readonly isVisible: () => boolean;
  /** Whether a Stop was tapped and not yet confirmed; outlives a reload. */
  readonly stopAsked: { get(): boolean; set(asked: boolean): void };
  /** Loads the page anew, for a server that it does not understand; at most once by itself. @returns false: done before */
  readonly reloadOnce: () => boolean;
}

const watchedPollMs = 1_000;
const idlePollMs = 3_000;
/** A Stop without an answer for this long is shown as not confirmed, although its first attempt still runs. */
const stopPatienceMs = 2_500;
/** One lost answer may be chance; two in a row are told. */
const failuresUntilLost = 2;

export const nothingHeard: OwnerView = {
  heard: null,
  gone: false,
  lost: false,
  outdated: false,
  sending: null,
  notice: null,
  stop: 'none',
  stopTapped: false,
  stopTaken: false,
};

export function ownerSession({ api, now, later, isVisible, stopAsked, reloadOnce }: OwnerSessionParts): OwnerSession {
  let view = nothingHeard;
  const listeners = new Set<() => void>();
  /** Answers of an earlier turn are dropped: they may tell what was true before a tap. */
  let turn = 0;
  let failures = 0;
  let opened = false;
  let undoPoll = () => {};
  let hurryStop = () => {};

  function show(change: Partial<OwnerView>): void {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  }

  function isOver(): boolean {
    return view.gone || view.stopTaken || (view.heard !== null && isEnded(view.heard.request.state));
  }

  /** Until the server has said otherwise, a viewing that was allowed before may be running. */
  function mayBeViewed(): boolean {
    return !view.gone && !view.stopTaken && (view.heard === null || view.heard.request.state === 'active');
  }

  function stopIsSettled(): void {
    stopAsked.set(false);
    show({ stop: 'none' });
    hurryStop();
  }

  /** A Stop tapped before a reload goes on. */
  function resumeStop(): void {
    if (view.stop === 'none' && stopAsked.get()) stop();
  }

  function pollLater(): void {
    undoPoll();
    if (isOver()) return;
    const watched = isVisible() && view.heard !== null;
    undoPoll = later(watched ? watchedPollMs : idlePollMs, () => void ask());
  }

  /** @param at when the call was sent: counting from then, a countdown is early by the network's delay, never late */
  function hear(request: OwnerRequest, at: Now): void {
    const before = view.heard;
    failures = 0;
    const moment = (ms: number | null) => (ms === null ? null : deadlineAfter(ms, at));
    const same = before?.request.state === request.state;
    show({
      heard: {
        request,
        expires: steadied(same ? before.expires : null, moment(request.expiresInMs)),
        proofEnds: steadied(same ? before.proofEnds : null, moment(request.proofEndsInMs)),
      },
      lost: false,
      outdated: false,
      gone: false,
      notice: same ? view.notice : null,
    });
    if (!mayBeViewed()) stopIsSettled();
    else resumeStop();
    if (request.state === 'asked') void tellOpened();
  }

  /** A preview bot runs no script and shows no page: only here does the link count as opened. */
  async function tellOpened(): Promise<void> {
    if (opened || !isVisible()) return;
    opened = true;
    const answer = await api.opened();
    if (answer.kind === 'unreachable') opened = false;
  }

  function missed(): void {
    failures += 1;
    if (failures >= failuresUntilLost || view.heard === null) show({ lost: true });
    if (view.heard === null) resumeStop();
  }

  /** The gateway answers, in words of another version: the page that belongs to it is loaded, and it is not called lost. */
  function misunderstood(): void {
    failures = 0;
    if (!reloadOnce()) show({ outdated: true, lost: false });
    if (view.heard === null) resumeStop();
  }

  /** Takes what an answer says of the request. @returns whether it said anything */
  function take(answer: Answer, at: Now): boolean {
    if (answer.kind === 'ok') {
      const request = readOwnerRequest(answer.body);
      if (request !== null) hear(request, at);
      return request !== null;
    }
    if (answer.kind === 'refused' && [401, 404, 410].includes(answer.status)) {
      show({ gone: true, lost: false, outdated: false, notice: null });
      stopIsSettled();
      return true;
    }
    return false;
  }

  async function ask(): Promise<void> {
    turn += 1;
    const mine = turn;
    undoPoll();
    const at = now();
    const answer = await api.request();
    if (mine !== turn) return;
    if (!take(answer, at)) {
      if (answer.kind === 'ok') misunderstood();
      else missed();
    }
    pollLater();
  }

  async function act(of: Sending, send: () => Promise<Answer>): Promise<void> {
    if (view.sending !== null) return;
    show({ sending: of, notice: null });
    const at = now();
    const answer = await send();
    turn += 1;
    if (answer.kind === 'unreachable' || (answer.kind === 'refused' && answer.status === 429)) {
      show({ notice: { kind: 'unsent' } });
    } else if (answer.kind === 'refused') {
      show({ notice: { kind: 'refused', of, title: answer.title } });
    }
    if (take(answer, at)) pollLater();
    else await ask();
    show({ sending: null });
  }

  /**
   * The server's word of the state confirms; and its yes to Stop alone, with an answer of which this page understands nothing
   * more. An answer that says nothing at all is looked up before it is believed.
   */
  async function attemptStop(): Promise<boolean> {
    if (!mayBeViewed()) return true;
    const at = now();
    const answer = await api.stop();
    turn += 1;
    if (take(answer, at)) {
      if (!mayBeViewed()) pollLater();
      else await ask();
    } else if (answer.kind === 'ok' && answer.body !== null && !saysActive(answer.body)) {
      show({ stopTaken: true, lost: false });
      stopIsSettled();
    } else await ask();
    return !mayBeViewed();
  }

  function pauseStop(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const undo = later(ms, resolve);
      hurryStop = () => {
        undo();
        resolve();
      };
    });
  }

  function stop(): void {
    if (view.stop !== 'none') {
      hurryStop();
      return;
    }
    stopAsked.set(true);
    show({ stop: 'sending', stopTapped: true });
    const unconfirmed = () => {
      if (view.stop === 'sending') show({ stop: 'unconfirmed' });
    };
    const undoPatience = later(stopPatienceMs, unconfirmed);
    void repeatUntilConfirmed({ attempt: attemptStop, pause: pauseStop, onUnconfirmed: unconfirmed }).then(
      undoPatience,
    );
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    refresh: () => void ask(),
    allow: () => void act('allow', api.allow),
    refuse: () => void act('refuse', api.refuse),
    label: (labelCode) => void act('label', () => api.label(labelCode)),
    stop,
  };
}
