/**
 * `npm run screenshots`: every page in both languages and widths into build/screenshots/, and the picture of README.
 * `npm run screenshots -- readme` takes that one only.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type Language, languages } from '../../console/shared/language.ts';
import { atBothWidths } from '../support/browser/inspect.ts';
import { setStage } from '../support/browser/stage.ts';
import { walk } from '../support/browser/tour.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'build', 'screenshots');
const readmePicture = join(root, '.github', 'images', 'live-view.png');
/** Long enough for charts that say something. */
const watchMs = 180_000;

const onlyReadme = process.argv[2] === 'readme';
if (!onlyReadme) rmSync(folder, { recursive: true, force: true });
for (const language of onlyReadme ? (['en'] as const) : languages) await takeAll(language);

async function takeAll(language: Language): Promise<void> {
  const stage = await setStage();
  const visit = async (page: Page, name: string): Promise<void> => {
    if (language === 'en' && name === 'case-live') await takeReadmePicture(page);
    if (onlyReadme) return;
    mkdirSync(join(folder, language), { recursive: true });
    await atBothWidths(page, async (width) => {
      // What sticks to the window would else stand in the middle of a long page.
      await page.evaluate(() => scrollTo(0, 0));
      await page.screenshot({ path: join(folder, language, `${name}-${width}.png`), fullPage: true });
    });
  };
  try {
    const complaints = await walk({ ...stage, language, visit, watchMs: language === 'en' ? watchMs : 0 });
    for (const complaint of complaints) console.error(complaint);
  } finally {
    await stage.close();
  }
}

async function takeReadmePicture(page: Page): Promise<void> {
  const before = page.viewportSize();
  mkdirSync(join(readmePicture, '..'), { recursive: true });
  await page.setViewportSize({ width: 1280, height: 1375 });
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: readmePicture });
  if (before) await page.setViewportSize(before);
}
