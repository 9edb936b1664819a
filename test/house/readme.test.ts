import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readmePath, withTables } from './readme-tables.ts';

const readme = readFileSync(readmePath, 'utf8');

it('README tells the settings and refusals that the code has (npm run generate writes them)', () => {
  expect(withTables(readme)).toBe(readme);
  expect(() => withTables(readme.replace('<!-- refusals -->', ''))).toThrow('no place');
});

it('README gives the two commands', () => {
  for (const command of ['npm ci && npm start', 'npm ci && npm test']) expect(readme).toContain(command);
});
