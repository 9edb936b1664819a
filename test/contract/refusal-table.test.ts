import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { refusals } from '../../gateway/domain/refusals.ts';

const gateway = fileURLToPath(new URL('../../gateway', import.meta.url));
/** Where codes are told, not where they are listed: the table itself, and the ports' list of the broker's. */
const lists = ['domain/refusals.ts', 'ports/links.ts'];
const sources = readdirSync(gateway, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !lists.includes(path))
  .map((path) => readFileSync(join(gateway, path), 'utf8'))
  .join('\n');

describe('the one table of refusals', () => {
  it.each(Object.entries(refusals))('%s is told somewhere, in both languages', (code, entry) => {
    expect(sources).toContain(`'${code}'`);
    expect(entry.en).toMatch(/^[A-Z].*[.]$/u);
    expect(entry['zh-CN']).toMatch(/\p{Script=Han}.*。$/u);
  });
});
