import type { Clock } from './clock.ts';
import type { Language, Words } from './models/model.ts';

export interface SpokenLine {
  readonly id: number;
  /** In the owner's language. */
  readonly text: string;
  /** In all of its languages, for whoever reads along. */
  readonly words: Words;
  /** Wall clock, ms. */
  readonly at: number;
}

const remembered = 6;
/** Speaking pace, ms a character; a Chinese character is a syllable. */
const pace: Readonly<Record<Language, number>> = { en: 55, 'zh-CN': 190 };

/**
 * Speaks one line after another; a line takes as long as it takes to say it. A device without a voice has its app show the line
 * at once: nobody has then heard it.
 */
export class Voice {
  readonly #clock: Clock;
  readonly #language: Language;
  readonly #aloud: boolean;
  readonly #onChanged: () => void;
  readonly #queue: { readonly words: Words; readonly spoken: () => void }[] = [];
  #lines: readonly SpokenLine[] = [];
  #count = 0;
  #cancel: (() => void) | undefined;

  constructor(options: {
    readonly clock: Clock;
    readonly language: Language;
    readonly aloud: boolean;
    readonly onChanged: () => void;
  }) {
    this.#aloud = options.aloud;
    this.#clock = options.clock;
    this.#language = options.language;
    this.#onChanged = options.onChanged;
  }

  /** The last lines, newest last; the newest may still be sounding. */
  get lines(): readonly SpokenLine[] {
    return this.#lines;
  }
  get speaking(): boolean {
    return this.#cancel !== undefined;
  }

  /** `spoken` runs when the whole line was said aloud. */
  say(words: Words, spoken: () => void = () => undefined): void {
    if (!this.#aloud) {
      this.#show(words);
      this.#onChanged();
      return;
    }
    this.#queue.push({ words, spoken });
    if (!this.#cancel) this.#next();
  }

  silence(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#queue.length = 0;
  }

  #next(): void {
    const line = this.#queue.shift();
    this.#cancel = undefined;
    if (line) {
      const { text } = this.#show(line.words);
      const lasts = Math.max(1200, text.length * pace[this.#language]);
      this.#cancel = this.#clock.after(lasts, () => {
        line.spoken();
        this.#next();
      });
    }
    this.#onChanged();
  }

  #show(words: Words): SpokenLine {
    this.#count += 1;
    const line = { id: this.#count, text: words[this.#language], words, at: this.#clock.wall() };
    this.#lines = [...this.#lines, line].slice(-remembered);
    return line;
  }
}
