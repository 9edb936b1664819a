import type { Random } from '../../random.ts';
import type { Causes } from './faults.ts';
import type { SpeakerParameters } from './parameters.ts';

const dayS = 86_400;
/** A token that is accepted again this long after it had run out was given anew. */
const renewedAfterS = 7200;

/** The token that the voice service gave when the account was linked: renewed by itself at 80 % of its life. */
export class Account {
  /** Since linking or the last renewal. */
  tokenAgeS: number;
  readonly tokenLifeS: number;
  readonly #renewAtS: number;
  #renews = true;
  #acceptedS = 0;

  constructor(options: { readonly parameters: SpeakerParameters; readonly random: Random }) {
    const { parameters, random } = options;
    const { livesDays, renewShare } = parameters.account;
    this.tokenLifeS = (livesDays[Math.floor(random.next() * livesDays.length)] ?? 90) * dayS;
    this.#renewAtS = this.tokenLifeS * renewShare;
    this.tokenAgeS = Math.round(random.between(0.02, 0.98) * this.#renewAtS);
  }

  /** Renewal fails from now on unnoticed, and the token ends after so many seconds. */
  letExpire(afterS: number): void {
    this.#renews = false;
    this.tokenAgeS = this.tokenLifeS - afterS;
  }

  relink(): void {
    this.#renews = true;
    this.tokenAgeS = 0;
  }

  step(dt: number, causes: Causes): void {
    this.tokenAgeS += dt;
    if (this.#renews && this.tokenAgeS >= this.#renewAtS) this.tokenAgeS = 0;
    const expired = this.tokenAgeS > this.tokenLifeS;
    this.#acceptedS = expired && causes.tokenRefused === 0 ? this.#acceptedS + dt : 0;
    if (this.#acceptedS > renewedAfterS) this.relink();
  }
}
