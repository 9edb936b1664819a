import type { Random } from '../../random.ts';
import { eachPlug, type PlugId, plugIds } from './children.ts';
import type { HubCauses } from './faults.ts';

export type CommandSource = 'none' | 'app' | 'routine' | 'button' | 'local_mqtt' | 'cloud';

/** What the people of a home do with plugs and with the hub's interface. */
export interface HouseholdActs {
  /** The hub runs, and its app can be reached. */
  readonly hubRuns: () => boolean;
  readonly isOn: (id: PlugId) => boolean;
  /** Power still flows although it is switched off: the appliance can be seen running. */
  readonly runsOn: (id: PlugId) => boolean;
  readonly tripped: (id: PlugId) => boolean;
  /** False: nothing happened. */
  readonly order: (id: PlugId, on: boolean, source: CommandSource) => boolean;
  readonly press: (id: PlugId) => void;
}

const meanOnS = 1800;
const meanOffS = 1300;

export class Household {
  /** Clients connected to the local interface. */
  clients = 1;
  /** Seconds since one was. */
  clientlessS = 0;
  readonly #random: Random;
  readonly #switchAt: Record<PlugId, number>;
  readonly #tries = eachPlug(() => 0);
  #guestUntil = -1;
  #guestAt: number;
  #actsAt = 0;

  constructor(options: { readonly random: Random; readonly use: number }) {
    const { random, use } = options;
    this.#random = random;
    this.#switchAt = eachPlug(() => random.between(60, 1.4 * meanOnS) / pace(use));
    this.#guestAt = random.between(300, 5400);
  }

  /** `use`: 0..1, how much happens now. */
  step(now: number, options: { causes: HubCauses; use: number; acts: HouseholdActs; dt: number }): void {
    const { causes, use, acts, dt } = options;
    this.#visit(now, causes);
    this.clientlessS = this.clients > 0 ? 0 : this.clientlessS + dt;
    if (now < this.#actsAt) return;
    for (const id of plugIds) if (now >= this.#switchAt[id]) this.#switch(now, id, use, acts);
    this.#actsAt = Math.min(...plugIds.map((id) => this.#switchAt[id]));
  }

  /** Something switched it that nobody wanted: somebody will put it right. */
  wonder(now: number, id: PlugId, afterS: readonly [number, number]): void {
    this.#switchAt[id] = now + this.#random.between(...afterS);
    this.#actsAt = Math.min(this.#actsAt, this.#switchAt[id]);
  }

  #switch(now: number, id: PlugId, use: number, acts: HouseholdActs): void {
    const wanted = !acts.isOn(id);
    const draw = this.#random.next();
    let done: boolean;
    if (draw < 0.12) {
      acts.press(id);
      done = true;
    } else if (!acts.hubRuns()) done = false;
    else done = acts.order(id, wanted, draw < 0.65 ? 'routine' : draw < 0.93 ? 'app' : 'cloud');
    if (!done && this.#tries[id] < 2) {
      this.#tries[id] += 1;
      this.#switchAt[id] = now + this.#random.between(4, 25);
      return;
    }
    this.#tries[id] = 0;
    const mean = wanted ? meanOnS : meanOffS;
    this.#switchAt[id] = now + (mean * this.#random.between(0.3, 1.7)) / pace(use);
    // It was switched off and goes on all the same: after a while somebody tries again.
    if (acts.runsOn(id) && this.#random.next() < 0.6) this.#switchAt[id] = now + this.#random.between(180, 700);
    if (acts.tripped(id)) this.#switchAt[id] = now + this.#random.between(600, 2400);
  }

  /** A display on the wall that is always there, and now and then a phone; where the interface is hardly used, only that. */
  #visit(now: number, causes: HubCauses): void {
    const resident = causes.apiUse >= 1 ? 1 : 0;
    if (now >= this.#guestAt) {
      const often = causes.apiUse >= 1 ? 5400 : 225 / Math.max(1e-3, causes.apiUse);
      this.#guestUntil = now + this.#random.between(40, 300);
      this.#guestAt = this.#guestUntil + often * this.#random.between(0.4, 1.6);
    }
    // Nobody knows of an interface that nobody uses.
    const guest = now < this.#guestUntil && causes.apiUse > 0 ? 1 : 0;
    this.clients = resident + guest;
  }
}

const pace = (use: number): number => 0.35 + 1.1 * use;
