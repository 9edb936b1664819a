import type { Locator, Page } from 'playwright-core';
import { type TextName, texts } from '../../../console/owner/texts.ts';
import type { Language } from '../../../console/shared/language.ts';

/** The owner's page as its reader uses it. */
export class OwnersPhone {
  readonly page: Page;
  readonly #language: Language;

  constructor(options: { readonly page: Page; readonly language: Language }) {
    this.page = options.page;
    this.#language = options.language;
  }

  async open(link: string): Promise<void> {
    await this.page.goto(link);
    await this.page.locator('h1').waitFor();
  }

  /** A sentence of the page up to what is filled in. */
  words(name: TextName): string {
    return texts[name][this.#language];
  }

  text(name: TextName): Locator {
    return this.page.getByText(this.words(name).split(/\{\w+\}/)[0] ?? '');
  }

  button(name: TextName): Locator {
    return this.page.getByRole('button', { name: this.words(name), exact: true });
  }

  twoWords(): Locator {
    return this.page.locator('.two-words b');
  }

  title(name: TextName): Locator {
    const parts = this.words(name).split(/\{\w+\}/);
    return this.page.getByRole('heading', { level: 1 }).filter({ hasText: parts.find((part) => part !== '') ?? '' });
  }

  async allow(): Promise<void> {
    await this.button('allow').click();
  }

  async typeLabelCode(code: string): Promise<void> {
    await this.page.getByLabel(this.words('labelField'), { exact: true }).fill(code);
    await this.button('labelConfirm').click();
  }

  async typeDigits(digits: string): Promise<void> {
    await this.page.getByLabel(this.words('digitsField'), { exact: true }).fill(digits);
    await this.button('digitsOpen').click();
  }

  /** The tap alone. @returns its moment, epoch ms */
  async stop(): Promise<number> {
    const at = Date.now();
    await this.button('stop').click();
    return at;
  }
}
