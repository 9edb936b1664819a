import type { Random } from '../../random.ts';

const hour = 3600;
/** Below this severity a supervisor ends the hang by itself, after a while. */
const supervised = 0.5;
const stubborn = 0.85;

/** A task that has hung: at once when its cause sets in; a restart frees it, until it hangs again. */
export class Hang {
  hung = false;
  readonly #random: Random;
  #caused = false;
  #leftS = Infinity;

  constructor(options: { readonly random: Random }) {
    this.#random = options.random;
  }

  /** `severity` 0: no such cause. */
  step(dt: number, severity: number): void {
    if (severity === 0) {
      this.hung = false;
      this.#caused = false;
      return;
    }
    if (!this.#caused) {
      this.#caused = true;
      this.#set(true, severity);
      return;
    }
    this.#leftS -= dt;
    if (this.#leftS <= 0) this.#set(!this.hung, severity);
  }

  /** The processor starts anew. */
  restart(severity: number): void {
    if (this.#caused) this.#set(false, severity);
  }

  #set(hung: boolean, severity: number): void {
    this.hung = hung;
    const mean = severity < supervised ? (hung ? 0.7 : 0.3) : hung ? Infinity : severity < stubborn ? 8 : 1;
    this.#leftS = mean === Infinity ? Infinity : -Math.log(1 - this.#random.next()) * mean * hour;
  }
}
