import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Language } from '../../../console/shared/language.ts';
import { diag } from '../../../proto/generated/codec.js';

export const phoneSize = { width: 390, height: 844 } as const;
export const deskSize = { width: 1280, height: 900 } as const;

/** A person's browser: a profile of its own, in their language and size of screen. */
export async function personsBrowser(
  browser: Browser,
  options: { readonly language: Language; readonly size: { readonly width: number; readonly height: number } },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: options.size,
    locale: options.language === 'en' ? 'en-US' : 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  return context;
}

/**
 * What a page complained of: errors in its console (a refused script or style is one) and uncaught exceptions. Not that the
 * API said no, or that there is no page at an address, which every browser writes there too: these are answers.
 */
export function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
  context.on('console', (message) => {
    const { url } = message.location();
    const isPageItself = url === message.page()?.url();
    if (message.text().startsWith('Failed to load resource') && (isPageItself || url.includes('/api/'))) return;
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  return complaints;
}

export interface SeenFrame {
  /** Epoch ms, when this process was told. */
  readonly at: number;
  readonly frame: diag.SessionFrame;
}

/** Every live frame that a page's sockets are sent from now on. */
export function liveFramesOf(page: Page): SeenFrame[] {
  const frames: SeenFrame[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      if (typeof payload === 'string') return;
      frames.push({ at: Date.now(), frame: diag.SessionFrame.decode(payload) });
    });
  });
  return frames;
}

/** How often a page is looked at; a moment is known at most this late. */
export const pollMs = 20;

/**
 * The moment at which a page first satisfies `test`, epoch ms by the machine's clock, which browser and test share. `test`
 * runs in the page and must stand on its own. Rejects after `timeoutMs`.
 */
export function momentWhen<Argument>(
  page: Page,
  test: (argument: Argument) => boolean,
  argument: Argument,
  timeoutMs = 30_000,
): Promise<number> {
  // One text for the debugger to compile: playwright's own polling evaluates in the page, which its policy forbids.
  const moment = page.evaluate<number>(`new Promise((resolve, reject) => {
    const test = ${test.toString()};
    const until = performance.now() + ${timeoutMs};
    const look = () => {
      if (test(${JSON.stringify(argument) ?? ''})) resolve(Date.now());
      else if (performance.now() > until) reject(new Error('The page never came to it'));
      else setTimeout(look, ${pollMs});
    };
    look();
  })`);
  // It is awaited later than other steps, whose failure should be the one that is told.
  moment.catch(() => undefined);
  return moment;
}
