import { describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from './chromium.ts';
import { findProgram } from './programs.ts';

describe('finding programs', () => {
  it('finds a program by name or path, and says so when there is none', () => {
    expect(findProgram(['no-such-program', 'node', process.execPath])).toMatch(/node$/);
    expect(findProgram([process.execPath])).toBe(process.execPath);
    expect(findProgram(['no-such-program', '/etc/passwd'])).toBeUndefined();
  });
});

describe.skipIf(findChromium() === undefined)('Chromium', () => {
  it('opens a page with a fresh profile', { timeout: 60_000 }, async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.setContent('<title>ready</title>');
      expect(await page.title()).toBe('ready');
      expect(await page.context().cookies()).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
