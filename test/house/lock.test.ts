import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** Where Node would find `name` from `path`: there or in any folder above. */
function isLocked(path: string, name: string): boolean {
  const parents = path.split('/node_modules/').map((_, index, all) => all.slice(0, index + 1).join('/node_modules/'));
  return ['', ...parents].some((parent) => (parent ? `${parent}/` : '') + `node_modules/${name}` in lock.packages);
}

it('the lock file names the optional packages of every platform: npm ci refuses one made beside an installed tree', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
  expect(isLocked('node_modules/vite', 'no-such-package')).toBe(false);
});

it('the lock file names no address of a registry', () => {
  expect(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')).not.toContain('://registry');
});
