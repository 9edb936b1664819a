import { limits } from './limits.ts';
import type { LinkHome } from './link-home.ts';

/** Counts what all links have told together, and shares it out: nobody's telling may silence what others told. */
export class Ledger {
  entities = 0;
  readonly #homes = new Set<LinkHome>();
  readonly #forgetClosed: () => boolean;

  /** `forgetClosed`: all of the link that was closed longest ago; false: none is. */
  constructor(forgetClosed: () => boolean) {
    this.#forgetClosed = forgetClosed;
  }

  join(home: LinkHome): void {
    this.#homes.add(home);
  }

  leave(home: LinkHome): void {
    this.#homes.delete(home);
  }

  /**
   * For one thing more of that link. What nobody registered goes first, from the link that told most of that; one that is
   * not registered itself takes only from a link that told more than its own. What is registered always finds room.
   */
  makeRoom(home: LinkHome, isRegistered: boolean): boolean {
    if (this.entities < limits.entitiesOfAll) return true;
    let largest: LinkHome | undefined;
    let most = isRegistered ? 0 : home.unregistered;
    for (const each of this.#homes) {
      if (each.size <= most) continue;
      const told = each.unregistered;
      if (told > most) [largest, most] = [each, told];
    }
    if (largest) largest.giveUp(most / 2);
    else if (isRegistered) this.#forgetClosed();
    return isRegistered || largest !== undefined;
  }
}
