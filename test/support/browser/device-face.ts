import type { Page } from 'playwright-core';

/** How long the device wants its button held (WIRE.md, button proof). */
export const holdMs = 3_000;

/** The simulated device, touched by hand on its page. */
export class DeviceFace {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.locator('#serial', { hasText: decodeURIComponent(url.split('/').at(-1) ?? '') }).waitFor();
  }

  /**
   * Puts a finger on the button and leaves it there until the device says that it may come off.
   * @returns the moment at which the hold was complete, epoch ms: 3 s after the finger came down, or a little earlier than the
   * device knows of it, because its page must tell it first
   */
  async holdButton(): Promise<number> {
    // What was touched last may lie further down.
    await this.page.locator('#button').scrollIntoViewIfNeeded();
    const box = await this.page.locator('#button').boundingBox();
    if (!box) throw new Error('The device has no button');
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const downAt = Date.now();
    await this.page.mouse.down();
    await this.page.locator('#button[data-held="done"]').waitFor();
    await this.page.mouse.up();
    return downAt + holdMs;
  }

  async startCleaning(): Promise<void> {
    await this.page.locator('[data-hand="clean"]').click();
    await this.page.locator('#device[data-state="cleaning"]').waitFor();
  }

  async inject(fault: string): Promise<void> {
    await this.page.locator('#fault').selectOption(fault);
    await this.page.locator('#inject').click();
  }
}
