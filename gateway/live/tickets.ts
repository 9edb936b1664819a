import type { ViewId } from '../domain/ids.ts';
import type { Clock, Randomness } from '../ports/host.ts';

export const ticketLifeMs = 30_000;
const mostTickets = 10_000;

export interface Ticket {
  readonly viewId: ViewId;
  readonly sessionHash: string;
}

/** Each opens one WebSocket, once, within 30 s. */
export class Tickets {
  readonly #clock: Clock;
  readonly #random: Randomness;
  readonly #open = new Map<string, Ticket & { readonly untilMs: number }>();

  constructor(clock: Clock, random: Randomness) {
    this.#clock = clock;
    this.#random = random;
  }

  mint(ticket: Ticket): string {
    this.#sweep();
    const name = this.#random.token();
    this.#open.set(name, { ...ticket, untilMs: this.#clock.monotonicMs() + ticketLifeMs });
    return name;
  }

  take(name: string): Ticket | undefined {
    const ticket = this.#open.get(name);
    this.#open.delete(name);
    return ticket && this.#clock.monotonicMs() < ticket.untilMs ? ticket : undefined;
  }

  #sweep(): void {
    const nowMs = this.#clock.monotonicMs();
    for (const [name, ticket] of this.#open) {
      if (ticket.untilMs > nowMs && this.#open.size < mostTickets) break;
      this.#open.delete(name);
    }
  }
}
