import type { Clock } from '../ports/host.ts';
import type { BrokerRefusal, DeviceGate, LinkEvents, LinkIdentity } from '../ports/links.ts';
import { admit, connackCode, type ConnectRefusal, type LinkTable } from './admission.ts';
import { FairAdmission } from './fair-admission.ts';
import type { Limits } from './limits.ts';
import type { Link } from './link.ts';
import { TakeoverWatch } from './takeover-watch.ts';

interface Offered {
  readonly userName: string | undefined;
  readonly secret: string | undefined;
}

/**
 * Where CONNECTs are decided, and a herd stands in line instead of being turned away: who they are is asked for a few at a
 * time, the brands in turn as far as they are known, else the addresses; within a brand's line its addresses take turns,
 * for whoever names one of its devices stands there. Then so many are opened at a time, the brands in turn.
 */
export class Door {
  readonly #gate: DeviceGate;
  readonly #table: LinkTable;
  readonly #clock: Clock;
  readonly #limits: Limits;
  readonly #events: LinkEvents;
  readonly #asking: FairAdmission;
  readonly #opening: FairAdmission;
  readonly #takeovers: TakeoverWatch;
  /** By id, of those who were here before: a herd that comes back stands in its brand's line from the first. */
  readonly #brands = new Map<string, string>();

  constructor(options: {
    readonly gate: DeviceGate;
    readonly table: LinkTable;
    readonly clock: Clock;
    readonly limits: Limits;
    readonly events: LinkEvents;
  }) {
    const { clock, limits } = options;
    this.#gate = options.gate;
    this.#table = options.table;
    this.#clock = clock;
    this.#limits = limits;
    this.#events = options.events;
    const line = { clock, most: limits.opening, patienceMs: limits.openingWaitMs };
    this.#asking = new FairAdmission(line);
    this.#opening = new FairAdmission(line);
    this.#takeovers = new TakeoverWatch({
      clock,
      limits: {
        atOnce: limits.takeovers,
        firstHoldMs: limits.takeoverHoldMs,
        longestHoldMs: limits.takeoverLongestHoldMs,
      },
    });
  }

  /** CONNECTs that stand in line. */
  get waiting(): number {
    return this.#asking.waiting + this.#opening.waiting;
  }

  /** Undefined: it may come in, and its client id is its own. Never rejects. */
  async decide(link: Link, offered: Offered): Promise<ConnectRefusal | undefined> {
    let given = false;
    const stillWanted = (): boolean => !given && !link.guard.destroyed;
    try {
      const verdict = await this.#ask(link, offered, stillWanted);
      if ('code' in verdict) return verdict;
      if (!stillWanted()) return unavailable('ended meanwhile');
      const { linkId } = verdict;
      if (this.#takeovers.holdMs(linkId) > 0 && this.#table.of(linkId)) {
        this.#events.noticed?.({ code: 'link_held_back', linkId });
        if (!(await this.#takeovers.holdBack(linkId, this.#table.gone(linkId))))
          return unavailable('a newer one waits', 'link_contested');
      }
      return await this.#open(link, verdict, stillWanted);
    } catch {
      return unavailable('the gate failed');
    } finally {
      given = true;
    }
  }

  async #ask(
    link: Link,
    { userName, secret }: Offered,
    stillWanted: () => boolean,
  ): Promise<LinkIdentity | ConnectRefusal> {
    const line = this.#brands.get(userName ?? '') ?? link.farEnd;
    const leave = await this.#asking.enter(line, stillWanted, link.farEnd);
    if (!leave) return unavailable('too many connect at once');
    const { offer } = link;
    if (offer === undefined) throw new Error('aedes authenticates before preConnect');
    try {
      return await this.#inTime(admit({ gate: this.#gate, offer, userName, secret }));
    } finally {
      leave();
    }
  }

  async #open(link: Link, who: LinkIdentity, stillWanted: () => boolean): Promise<ConnectRefusal | undefined> {
    const brand = this.#gate.brandOf?.(who) ?? '';
    if (this.#brands.size >= mostKnown) this.#brands.clear();
    this.#brands.set(who.linkId, brand);
    const leave = await this.#opening.enter(brand, stillWanted);
    if (!leave) return unavailable('too many connect at once');
    try {
      if (!stillWanted()) return unavailable('ended meanwhile');
      link.authenticated(who, brand);
      const takesOver = (): void => {
        this.#takeovers.took(who.linkId);
        this.#events.noticed?.({ code: 'link_taken_over', linkId: who.linkId });
      };
      const taken = await this.#inTime(this.#table.take(who.linkId, link, { stillWanted, takesOver }));
      if (taken === true) return undefined;
      return taken === false ? unavailable('ended meanwhile') : taken;
    } finally {
      // CONNACK and what follows at once go first: so many are opened a turn of the event loop.
      setImmediate(leave);
    }
  }

  /** The answer, or that there was none in time. */
  async #inTime<T>(answer: Promise<T>): Promise<T | ConnectRefusal> {
    return new Promise((resolve, reject) => {
      const cancel = this.#clock.after(this.#limits.authenticateMs, () => resolve(unavailable('no answer in time')));
      answer.then(resolve, reject).finally(cancel);
    });
  }
}

const mostKnown = 100_000;

function unavailable(detail: string, code: BrokerRefusal = 'link_not_authenticated'): ConnectRefusal {
  return { code, connack: connackCode.unavailable, detail };
}
