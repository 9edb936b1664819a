import type { BrowserContext, Page } from 'playwright-core';

/**
 * All that a person could have learnt from their console: every answer of the API, every address, every text, form value
 * and stored item of its pages, what its copy buttons put on the clipboard, and every frame of its sockets.
 */
export class EverythingShown {
  readonly #texts: string[] = [];
  readonly #answers: Promise<unknown>[] = [];
  /** Live frames, as they came. */
  readonly frames: (string | Buffer)[] = [];

  constructor(context: BrowserContext) {
    context.on('request', (request) => {
      this.#texts.push(request.url(), request.postData() ?? '');
      this.#answers.push(
        request.allHeaders().then(
          (headers) => this.#texts.push(...Object.values(headers)),
          () => undefined, // the browser was closed first
        ),
      );
    });
    context.on('response', (response) => {
      // The program itself is no secret, and says nothing of this case.
      if (!response.url().includes('/api/')) return;
      this.#answers.push(
        response.text().then(
          (text) => this.#texts.push(text),
          () => undefined, // an answer that the page gave up waiting for
        ),
      );
    });
    context.on('page', (page) => this.#listen(page));
    for (const page of context.pages()) this.#listen(page);
  }

  #listen(page: Page): void {
    page.on('websocket', (socket) => {
      this.#texts.push(socket.url());
      socket.on('framereceived', ({ payload }) => {
        this.frames.push(payload);
        this.#texts.push(String(payload));
      });
    });
  }

  /** Reads what stands on the page at this moment, and presses each of its copy buttons. */
  async read(page: Page): Promise<void> {
    const texts = await page.evaluate(() => [
      location.href,
      document.title,
      document.body.innerText,
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input, textarea')].map((each) => (each as HTMLInputElement).value),
      JSON.stringify(Object.entries(localStorage)),
      JSON.stringify(Object.entries(sessionStorage)),
    ]);
    this.#texts.push(...texts);
    for (const button of await page.locator('.copy-line button').all()) {
      await button.click();
      this.#texts.push(await page.evaluate(() => navigator.clipboard.readText()));
    }
  }

  /** Everything, when each answer has been read to its end. */
  async all(): Promise<string> {
    await Promise.all(this.#answers);
    return this.#texts.join('\n');
  }

  /** Different pieces of it that look like `pattern`. */
  async pieces(pattern: RegExp): Promise<string[]> {
    return [...new Set((await this.all()).match(pattern))];
  }
}
