import type { Clock } from './clock.ts';
import { speak } from './phrases.ts';
import type { Voice } from './voice.ts';
import type { ActiveGrant, ConsentMemory, WaitingRequest } from './wire/consent-memory.ts';

/** After its own reading aloud, a press counts as an answer to it for this long (WIRE.md "Button proof"). */
const readingCountsMs = 120_000;

/** What the device says to its owner of requests and viewers, and what it then makes of a held button. */
export class ConsentTalk {
  readonly #clock: Clock;
  readonly #voice: Voice;
  /** When the reading of a request ended, monotonic ms. */
  readonly #readAloud = new Map<string, number>();
  readonly #announced = new Set<string>();
  #viewers = '';
  #counted = false;

  constructor(options: { readonly clock: Clock; readonly voice: Voice }) {
    this.#clock = options.clock;
    this.#voice = options.voice;
  }

  /** Says what is new since the last time. */
  tell({ pending, grants }: Pick<ConsentMemory, 'pending' | 'grants'>): void {
    for (const request of pending) this.#announce(request);
    const waiting = new Set(pending.map((request) => request.requestId));
    for (const kept of [this.#announced, this.#readAloud]) {
      for (const requestId of kept.keys()) if (!waiting.has(requestId)) kept.delete(requestId);
    }
    this.#tellViewers(grants.filter((grant) => grant.purpose === 'look'));
    this.#tellCounted(grants.some((grant) => grant.purpose === 'statistics'));
  }

  /** Held for 3 s: yes to exactly one request; undefined: to none. */
  held(
    pending: readonly WaitingRequest[],
  ): { readonly request: WaitingRequest; readonly readAloud: boolean } | undefined {
    const [request, ...others] = pending;
    if (!request || others.length > 0) {
      this.#voice.say(speak((say) => (request ? say.severalRequests(pending.length) : say.noRequest)));
      return undefined;
    }
    const readAt = this.#readAloud.get(request.requestId);
    const readAloud = readAt !== undefined && this.#clock.monotonic() - readAt < readingCountsMs;
    this.#voice.say(speak((say) => say.confirmed));
    // Whoever presses long after may never have heard it. If the request still waits then, it is read once more.
    if (readAt !== undefined && !readAloud) this.#announced.delete(request.requestId);
    return { request, readAloud };
  }

  /** The owner stopped it by hand. */
  stopped(wasShared: boolean): void {
    this.#voice.say(speak((say) => (wasShared ? say.stopped : say.notShared)));
  }

  /** Nobody is told that nothing is shared any more: the power went, or the owner just stopped it. */
  forgetSharing(): void {
    this.#viewers = '';
    this.#counted = false;
  }

  #announce(request: WaitingRequest): void {
    if (this.#announced.has(request.requestId)) return;
    this.#announced.add(request.requestId);
    const text = speak((say, language) => {
      const classes = request.classes.map((name) => say.classNames[name]).join(say.separator);
      const asked = { ...request, classes, words: request.words[language].join(say.separator) };
      return request.purpose === 'statistics' ? say.countRequest(asked) : say.request(asked);
    });
    this.#voice.say(text, () => this.#readAloud.set(request.requestId, this.#clock.monotonic()));
  }

  #tellCounted(counted: boolean): void {
    if (counted === this.#counted) return;
    this.#counted = counted;
    this.#voice.say(speak((say) => (counted ? say.counted : say.countedNoMore)));
  }

  #tellViewers(grants: readonly ActiveGrant[]): void {
    const viewers = grants.map((grant) => `${grant.grantId} ${grant.agent}`).join('\n');
    if (viewers === this.#viewers) return;
    const before = new Set(this.#viewers.split('\n'));
    this.#viewers = viewers;
    const added = grants.filter((grant) => !before.has(`${grant.grantId} ${grant.agent}`));
    for (const { agent } of added) {
      this.#voice.say(speak((say) => (agent === '' ? say.monitored : say.viewed(agent))));
    }
    if (viewers === '') this.#voice.say(speak((say) => say.viewedNoMore));
  }
}
