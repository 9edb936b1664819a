import type { Random } from '../../random.ts';
import type { SpeakerParameters } from './parameters.ts';

/** What people at home do next. */
export type Wish =
  | { readonly kind: 'call'; readonly music: boolean; readonly speechDb: number }
  | { readonly kind: 'button'; readonly music: boolean }
  | { readonly kind: 'cast' }
  | { readonly kind: 'stop' };

const triesByVoice = 3;

/** People who call the speaker, press its button when it does not hear, play music and end it, and try again when it failed. */
export class Household {
  readonly #p: SpeakerParameters['household'];
  readonly #random: Random;
  readonly #use: number;
  /** Music that was asked for and did not come; tries left. */
  #pending: { music: boolean; tries: number; inS: number; button: boolean } | undefined;
  #musicLeftS = 0;

  constructor(options: { readonly parameters: SpeakerParameters; readonly random: Random; readonly use: number }) {
    this.#p = options.parameters.household;
    this.#random = options.random;
    this.#use = options.use;
  }

  /** It did not react: they call again, and at last press the button. */
  unheard(music: boolean, tries: number): void {
    const again = tries < triesByVoice;
    const insists = again || this.#random.next() < 0.7;
    if (insists) this.#pending = { music, tries: tries + 1, inS: this.#random.between(4, 8), button: !again };
  }

  /** It answered that it cannot, or no music came: half of them try again soon. */
  failed(music: boolean): void {
    if (this.#random.next() > 0.6) return;
    this.#pending = { music, tries: triesByVoice, inS: this.#random.between(15, 40), button: false };
  }

  musicBegan(): void {
    this.#musicLeftS = this.#random.between(...this.#p.musicS);
  }

  /** How often the wish that is at hand was tried before. */
  tries = 0;

  /** `hour` of the day 0..24. */
  step(dt: number, hour: number, playing: boolean): Wish | undefined {
    if (playing) {
      this.#musicLeftS -= dt;
      if (this.#musicLeftS <= 0) return { kind: 'stop' };
    }
    if (this.#pending) return this.#again(dt);
    const awake = hour < 6.5 || hour >= 23.5 ? 0.03 : hour >= 17 ? 1.7 : 1;
    const perS = (this.#p.asksPerHour * this.#use * awake) / 3600;
    const draw = this.#random.next();
    if (draw >= perS * dt) return undefined;
    this.tries = 0;
    const kind = this.#random.next();
    const music = !playing && this.#random.next() < this.#p.musicShare;
    if (kind < 0.06) return { kind: 'button', music };
    if (kind < 0.12 && !playing) return { kind: 'cast' };
    return this.#call(music);
  }

  #again(dt: number): Wish | undefined {
    const pending = this.#pending;
    if (!pending) return undefined;
    pending.inS -= dt;
    if (pending.inS > 0) return undefined;
    this.#pending = undefined;
    this.tries = pending.tries;
    return pending.button ? { kind: 'button', music: pending.music } : this.#call(pending.music);
  }

  #call(music: boolean): Wish {
    return { kind: 'call', music, speechDb: this.#random.between(-38, -29) };
  }
}
