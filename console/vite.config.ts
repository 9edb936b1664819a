import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));

/** Where the built pages go; each page's folder is served under `/assets/{page}/`. */
export const buildFolder = join(here, '..', 'build', 'console');

export const pages = ['agent', 'owner'] as const;
export type Page = (typeof pages)[number];

/**
 * One build a page: they share no bundle, because the owner's page runs in web views years older than the agent's browser.
 * Nothing is inlined, so that `default-src 'self'` holds.
 */
export function pageConfig(page: Page): InlineConfig {
  return {
    configFile: false,
    root: join(here, page),
    base: `/assets/${page}/`,
    publicDir: false,
    logLevel: 'warn',
    plugins: page === 'agent' ? [react()] : [],
    oxc: page === 'agent' ? {} : { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: join(buildFolder, page),
      emptyOutDir: true,
      assetsDir: '',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: page === 'agent' ? ['chrome111', 'firefox114', 'safari16.4'] : ['chrome80', 'safari14'],
      cssTarget: page === 'agent' ? ['chrome111', 'firefox114', 'safari16.4'] : ['chrome80', 'safari14'],
      chunkSizeWarningLimit: 1000,
    },
  };
}
