import { type Browser, chromium } from 'playwright-core';
import { findProgram } from './programs.ts';

/** The browser to test with: the variable CHROMIUM, or an installed Chromium or Chrome. Undefined: skip those tests. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  return findProgram([
    ...(named === undefined ? [] : [named]),
    '/usr/bin/chromium', // Debian; first, since other distributions' wrappers are called the same
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]);
}

/** Quiet, alone and offline: nothing but the page under test makes a request. Root needs --no-sandbox. */
export const chromiumArgs: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser with a fresh profile, removed when it is closed. Throws when none is installed: see `findChromium`. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found; set CHROMIUM to its path');
  return chromium.launch({ executablePath, args: [...chromiumArgs] });
}
