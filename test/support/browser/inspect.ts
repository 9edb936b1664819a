import axe, { type Result } from 'axe-core';
import type { Page } from 'playwright-core';
import { deskSize, phoneSize } from './browser-kit.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A page at the width of a phone and of a desk; it keeps the size that it had. */
export async function atBothWidths(page: Page, look: (width: number) => Promise<void>): Promise<void> {
  const before = page.viewportSize();
  for (const size of [phoneSize, deskSize]) {
    await page.setViewportSize(size);
    // Laid out and painted at this size.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await look(size.width);
  }
  if (before) await page.setViewportSize(before);
}

/** What axe-core finds against WCAG 2.2 A and AA: rule and place, one line each. */
export async function barriersOn(page: Page): Promise<string[]> {
  // By the debugger, not by a script element, which the page's policy would refuse; and nothing of it as an answer, which
  // would be copied out of the page, property by property.
  if (await page.evaluate(`typeof axe === 'undefined'`)) await page.evaluate(`(() => { ${axe.source} })()`);
  const found = await page.evaluate<Pick<Result, 'id' | 'nodes'>[]>(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'], preload: false })
      .then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes })))`,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any.map(({ message }) => message).join('; ')}`),
  );
}

/** How far the page is wider than its window, px; and by which elements. */
export async function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (each) => each.getBoundingClientRect().right > clientWidth + 1,
    );
    return [`${scrollWidth - clientWidth} px`, ...wide.slice(0, 3).map((each) => each.outerHTML.slice(0, 120))];
  });
}
