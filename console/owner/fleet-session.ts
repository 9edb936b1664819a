import type { FleetChoice } from '../../proto/api/fleet.ts';
import { type Deadline, deadlineAfter, type Now, remainingMs } from './countdown.ts';
import type { Answer, FleetApi } from './owner-api.ts';
import type { Notice } from './owner-session.ts';
import { repeatUntilConfirmed } from './stop-retry.ts';

/** Whether the device is counted, as the server last said. */
export interface FleetSeen {
  readonly choice: FleetChoice | null;
  readonly expires: Deadline | null;
  readonly proofEnds: Deadline | null;
  readonly sending: boolean;
  /** late: the time for the proof ran out. */
  readonly notice: Notice | { readonly kind: 'late' } | null;
  readonly stop: 'none' | 'sending' | 'unconfirmed';
}

export interface FleetSession {
  view(): FleetSeen;
  /** @returns its undo */
  subscribe(listener: () => void): () => void;
  refresh(): void;
  allow(): void;
  label(labelCode: string): void;
  /** Before the proof it is a no; after it, it is repeated until the server has confirmed it. */
  stop(): void;
}

const pollMs = 1_000;
/** While it is counted: what ends it elsewhere, as the device's own Stop, is not said to this page. */
const countedPollMs = 30_000;

/** A choice beside the request of the page, which neither waits for it nor knows of it. */
export function fleetSession(parts: {
  readonly api: FleetApi;
  readonly now: () => Now;
  readonly later: (ms: number, run: () => void) => () => void;
}): FleetSession {
  const { api, now, later } = parts;
  let seen: FleetSeen = {
    choice: null,
    expires: null,
    proofEnds: null,
    sending: false,
    notice: null,
    stop: 'none',
  };
  const listeners = new Set<() => void>();
  /** Answers of an earlier turn are dropped: they may tell what was true before a tap. */
  let turn = 0;
  let undoPoll = () => {};
  let hurry = () => {};

  function show(change: Partial<FleetSeen>): void {
    seen = { ...seen, ...change };
    for (const listener of listeners) listener();
  }

  /** @returns whether the answer said anything of the choice */
  function take(answer: Answer, at: Now): boolean {
    const choice = answer.kind === 'ok' ? readFleetChoice(answer.body) : null;
    if (choice === null) return false;
    const moment = (ms: number | null) => (ms === null ? null : deadlineAfter(ms, at));
    const same = choice.state === seen.choice?.state;
    const ended = seen.choice?.state === 'allowed' && choice.state === 'off' && seen.stop === 'none';
    // Otherwise the owner took it back elsewhere, as with the device's own Stop.
    const late = ended && seen.proofEnds !== null && remainingMs(seen.proofEnds, now()) === 0;
    show({
      choice,
      expires: moment(choice.expiresInMs),
      proofEnds: moment(choice.proofEndsInMs),
      notice: same ? seen.notice : late ? { kind: 'late' } : null,
    });
    pollLater();
    return true;
  }

  /** Only the device's button, its Stop, or the end of the time changes it by itself. */
  function pollLater(): void {
    undoPoll();
    const { choice, expires } = seen;
    if (choice?.state === 'allowed') undoPoll = later(pollMs, () => void ask());
    if (choice?.state !== 'on') return;
    const left = expires === null ? countedPollMs : Math.max(pollMs, remainingMs(expires, now()));
    undoPoll = later(Math.min(countedPollMs, left), () => void ask());
  }

  async function ask(): Promise<void> {
    turn += 1;
    const mine = turn;
    const at = now();
    const answer = await api.choice();
    if (mine !== turn) return;
    if (!take(answer, at)) pollLater();
  }

  async function act(send: () => Promise<Answer>): Promise<void> {
    if (seen.sending) return;
    show({ sending: true, notice: null });
    const at = now();
    const answer = await send();
    turn += 1;
    if (!take(answer, at)) {
      const refused = answer.kind === 'refused' && answer.status !== 429;
      show({ notice: refused ? { kind: 'refused', of: 'label', title: answer.title } : { kind: 'unsent' } });
      await ask();
    }
    show({ sending: false });
  }

  /** Only the answer to Stop itself confirms: what is looked at afterwards may not be written yet. */
  async function attemptStop(): Promise<boolean> {
    const at = now();
    const answer = await api.stop();
    turn += 1;
    if (take(answer, at)) return seen.choice?.state !== 'on' && seen.choice?.state !== 'allowed';
    await ask();
    return false;
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const undo = later(ms, resolve);
      hurry = () => {
        undo();
        resolve();
      };
    });
  }

  function stop(): void {
    if (seen.stop !== 'none') return hurry();
    show({ stop: 'sending', notice: null });
    const onUnconfirmed = () => show({ stop: 'unconfirmed' });
    void repeatUntilConfirmed({ attempt: attemptStop, pause, onUnconfirmed }).then(() => show({ stop: 'none' }));
  }

  return {
    view: () => seen,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    refresh: () => void ask(),
    allow: () => void act(api.allow),
    label: (labelCode) => void act(() => api.label(labelCode)),
    stop,
  };
}

const states = ['unavailable', 'off', 'allowed', 'on'];
const isCount = (value: unknown) => Number.isInteger(value);
const isTextOrNull = (value: unknown) => value === null || typeof value === 'string';

/** null: anything else, as of a gateway that knows nothing of it yet. */
export function readFleetChoice(body: unknown): FleetChoice | null {
  if (typeof body !== 'object' || body === null) return null;
  const { state, days, labelTriesLeft, proofs, counted, expiresInMs, proofEndsInMs } = body as Record<string, unknown>;
  if (typeof counted !== 'object' || counted === null) return null;
  const { model, firmware, region } = counted as Record<string, unknown>;
  const sound =
    states.includes(String(state)) &&
    isCount(days) &&
    isCount(labelTriesLeft) &&
    Array.isArray(proofs) &&
    (expiresInMs === null || isCount(expiresInMs)) &&
    (proofEndsInMs === null || isCount(proofEndsInMs)) &&
    typeof model === 'string' &&
    isTextOrNull(firmware) &&
    isTextOrNull(region);
  return sound ? (body as FleetChoice) : null;
}
