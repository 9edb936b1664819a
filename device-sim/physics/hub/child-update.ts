import type { Random } from '../../random.ts';
import { type PlugId, plugIds } from './children.ts';
import type { HubCauses } from './faults.ts';
import type { HubParameters } from './parameters.ts';

/** `child.ota.state` of the datasheet, by its numbers. */
export const childUpdateStates = ['idle', 'offered', 'downloading', 'verifying', 'applying', 'done', 'failed'] as const;
export type ChildUpdateState = (typeof childUpdateStates)[number];
/** Zigbee status of the datasheet. */
const success = 0;
const aborted = 149;
const invalidImage = 150;

/** Updates of plugs over the air, one at a time: the hub offers, the plug asks for block after block. */
export class ChildUpdate {
  state: ChildUpdateState = 'idle';
  /** %. */
  progress = 0;
  /** Last Zigbee status; undefined: none yet. */
  status: number | undefined;
  /** Of whom; '' before the first. */
  id: PlugId | '' = '';
  /** Attempts that came to nothing since boot. */
  failures = 0;
  readonly #p: HubParameters['childUpdate'];
  readonly #random: Random;
  readonly #failedOnce = new Set<PlugId>();
  readonly #done = new Set<PlugId>();
  #inState = 0;
  #silentS = 0;
  #downloadS = 0;
  #goesWrong: 'no_pull' | 'abort' | 'invalid' | 'none' = 'none';
  #wrongAt = 0;
  /** When the hub offers by itself. */
  #offersInS: number;
  #offersTo: PlugId;

  constructor(options: { readonly parameters: HubParameters['childUpdate']; readonly random: Random }) {
    const { random } = options;
    this.#p = options.parameters;
    this.#random = random;
    this.#offersTo = plugIds[Math.floor(random.next() * plugIds.length)] ?? 'p1';
    // In most homes everything is up to date.
    this.#offersInS = random.next() < 0.15 ? random.between(600, 30_000) : Infinity;
  }

  get running(): boolean {
    return ['downloading', 'verifying', 'applying'].includes(this.state);
  }

  /** The hub boots: what was on its way is lost, the plug keeps its old image. */
  restart(): void {
    this.#enter('idle');
    this.failures = 0;
    this.status = undefined;
    this.id = '';
  }

  /** False: one is on its way already. */
  offer(id: PlugId, causes: HubCauses): boolean {
    if (this.running || this.state === 'offered') return false;
    const { updateFails, updateTrouble } = causes.plugs[id];
    // Trouble that is there shows at the first attempt; whether it shows again is up to how bad it is.
    const fails = updateFails > 0 && (!this.#failedOnce.has(id) || this.#random.next() < updateFails);
    this.id = id;
    this.#goesWrong = fails ? updateTrouble : 'none';
    this.#wrongAt = updateTrouble === 'invalid' ? 100 : this.#random.between(96, 99.9);
    this.#downloadS = this.#random.between(...this.#p.downloadS);
    this.progress = 0;
    this.#silentS = 0;
    this.#enter('offered');
    return true;
  }

  /** `reachable`: plug and hub hear each other. */
  step(dt: number, options: { causes: HubCauses; reachable: (id: PlugId) => boolean }): void {
    const { causes, reachable } = options;
    this.#plan(dt, causes);
    this.#inState += dt;
    switch (this.state) {
      case 'offered':
        if (this.#inState >= 8) this.#enter('downloading');
        return;
      case 'downloading':
        return this.#download(dt, this.id !== '' && reachable(this.id));
      case 'verifying':
        if (this.#inState < 25) return;
        if (this.#goesWrong === 'invalid') return this.#fail(invalidImage);
        return this.#enter('applying');
      case 'applying':
        if (this.#inState < 70) return;
        if (this.id !== '') this.#done.add(this.id);
        this.status = success;
        return this.#enter('done');
      case 'done':
      case 'failed':
        if (this.#inState >= 300) this.#enter('idle');
        return;
      case 'idle':
        return;
    }
  }

  /** The hub offers images by itself; a plug that has trouble with updates is one that was offered one. */
  #plan(dt: number, causes: HubCauses): void {
    const troubled = plugIds.find((id) => causes.plugs[id].updateFails > 0 && !this.#done.has(id));
    if (troubled && troubled !== this.#offersTo) {
      this.#offersTo = troubled;
      this.#offersInS = this.#random.between(30, 240);
    } else if (troubled && this.#offersInS === Infinity) this.#offersInS = this.#random.between(30, 240);
    if (this.#offersInS === Infinity) return;
    this.#offersInS -= dt;
    if (this.#offersInS > 0 || !this.offer(this.#offersTo, causes)) return;
    this.#offersInS = Infinity;
  }

  #download(dt: number, reachable: boolean): void {
    const pulls = reachable && this.#goesWrong !== 'no_pull';
    this.#silentS = pulls ? 0 : this.#silentS + dt;
    if (this.#silentS >= this.#p.blockTimeoutS) return this.#fail(undefined);
    if (!pulls) return;
    this.progress = Math.min(100, this.progress + (100 * dt) / this.#downloadS);
    if (this.#goesWrong === 'abort' && this.progress >= this.#wrongAt) return this.#fail(aborted);
    if (this.progress >= 100) this.#enter('verifying');
  }

  /** The old image still works; it is tried again later. */
  #fail(status: number | undefined): void {
    if (status !== undefined) this.status = status;
    this.failures += 1;
    if (this.id !== '') {
      this.#failedOnce.add(this.id);
      this.#offersTo = this.id;
    }
    this.#offersInS = this.#random.between(...this.#p.retryS);
    this.#enter('failed');
  }

  #enter(state: ChildUpdateState): void {
    this.state = state;
    this.#inState = 0;
  }
}
