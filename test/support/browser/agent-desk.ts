import type { Locator, Page } from 'playwright-core';
import { en, type Texts } from '../../../console/agent/texts/en.ts';
import { zhCN } from '../../../console/agent/texts/zh-CN.ts';
import type { Language } from '../../../console/shared/language.ts';

export const agentTexts: Readonly<Record<Language, Texts>> = { en, 'zh-CN': zhCN };

export interface NewAccount {
  readonly displayName: string;
  readonly signInName: string;
  readonly password: string;
}

/** The agent's console as a person uses it: by what the page says, in its language. */
export class AgentDesk {
  readonly page: Page;
  readonly base: string;
  readonly texts: Texts;

  constructor(options: { readonly page: Page; readonly base: string; readonly language: Language }) {
    this.page = options.page;
    this.base = options.base;
    this.texts = agentTexts[options.language];
    // Leaving what was shown once and not copied is asked about; here it is always meant.
    this.page.on('dialog', (dialog) => void dialog.accept());
  }

  async openJoinLink(link: string): Promise<void> {
    await this.page.goto(new URL(link, this.base).href);
    await this.page.getByRole('heading', { name: this.texts.join.title }).waitFor();
  }

  /** Fills in the page that a one-time link opens; with `brand` for the first person. */
  async join(account: NewAccount, brand?: { name: string; company: string; country: string }): Promise<void> {
    const { join } = this.texts;
    await this.field(join.displayName).fill(account.displayName);
    await this.field(join.signInName).fill(account.signInName);
    await this.field(join.password).fill(account.password);
    if (brand) {
      await this.field(join.brandName).fill(brand.name);
      await this.field(join.company).fill(brand.company);
      await this.field(join.country).selectOption(brand.country);
    }
    await this.button(join.submit).click();
    await this.heading(this.texts.cases.title).waitFor();
  }

  async signOut(): Promise<void> {
    await this.button(this.texts.nav.signOut).click();
    await this.heading(this.texts.signIn.title).waitFor();
  }

  async signIn({ signInName, password }: Pick<NewAccount, 'signInName' | 'password'>): Promise<void> {
    await this.field(this.texts.signIn.name).fill(signInName);
    await this.field(this.texts.signIn.password).fill(password);
    await this.button(this.texts.signIn.submit).click();
    await this.heading(this.texts.cases.title).waitFor();
  }

  /** To a page of the main navigation. */
  async follow(area: 'cases' | 'devices' | 'links' | 'people' | 'brands' | 'models'): Promise<void> {
    await this.page.getByRole('link', { name: this.texts.nav[area], exact: true }).click();
    await this.heading(this.texts[area].title).waitFor();
  }

  /** A box by its heading. */
  panel(title: string): Locator {
    return this.page.locator('section.panel', { has: this.page.getByRole('heading', { name: title, exact: true }) });
  }

  /** @returns the one-time link, as shown */
  async invite(displayName: string): Promise<string> {
    const { people } = this.texts;
    await this.follow('people');
    await this.field(people.displayName).fill(displayName);
    await this.button(people.submit).click();
    return (await this.page.locator('.notice .copy-line code').textContent()) ?? '';
  }

  async findDevice(serialEnd: string): Promise<void> {
    await this.page.goto(`${this.base}/`);
    await this.page.getByRole('searchbox', { name: this.texts.find.label }).fill(serialEnd);
    await this.page.getByRole('button', { name: new RegExp(`^${this.texts.find.choose}:.*${serialEnd}$`) }).waitFor();
  }

  async chooseDevice(): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${this.texts.find.choose}:`) }).click();
    await this.field(this.texts.find.reason).waitFor();
  }

  /** From the list of cases to the new case's own page. @returns the case's id */
  async openCase(serialEnd: string, reason: string): Promise<string> {
    await this.findDevice(serialEnd);
    await this.chooseDevice();
    await this.field(this.texts.find.reason).fill(reason);
    await this.button(this.texts.find.submit).click();
    await this.page.waitForURL(/\/cases\/[^/]+$/);
    await this.heading(this.texts.ask.title, 2).waitFor();
    return this.page.url().split('/').at(-1) ?? '';
  }

  async ask(scope: 'basic' | 'full'): Promise<void> {
    await this.page.getByRole('radio', { name: this.texts.ask[scope] }).check();
    await this.button(this.texts.ask.submit).click();
    await this.twoWords().first().waitFor();
  }

  twoWords(): Locator {
    return this.page.locator('.two-words-text span');
  }

  async ownerLink(): Promise<string> {
    return (await this.page.locator('.ways .copy-line code').textContent()) ?? '';
  }

  async digits(): Promise<string> {
    return ((await this.page.locator('.digits').textContent()) ?? '').replaceAll(/\D/g, '');
  }

  reading(name: string): Locator {
    return this.page.locator(`.live [data-metric="${name}"]`).first();
  }

  /** Presses a value's name, which opens its history. @returns its picture with its words */
  async openHistory(name: string): Promise<Locator> {
    await this.page.locator(`.reading[data-metric="${name}"] .reading-open`).click();
    const figure = this.page.locator(`.history [data-history="${name}"]`);
    await figure.locator('.history-sentence').waitFor();
    return figure;
  }

  errorEntry(code: string): Locator {
    return this.page.locator(`.errors [data-code="${code}"]`);
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  heading(name: string, level = 1): Locator {
    return this.page.getByRole('heading', { name, level });
  }
}

/** In a page: nothing of a device's values, charts, history, errors or firmware stands on it. */
export function isBlank(): boolean {
  return document.querySelector('.live, .history, [data-metric], [data-code], canvas, .slots') === null;
}
