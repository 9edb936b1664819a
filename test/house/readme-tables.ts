/**
 * The tables of README that come from code: settings and refusals. `node --import tsx test/house/readme-tables.ts` writes
 * them; a test fails when README and code disagree.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { environmentName, Settings } from '../../gateway/config.ts';
import { refusals } from '../../gateway/domain/refusals.ts';

export const readmePath = fileURLToPath(new URL('../../README.md', import.meta.url));

/** README with its tables as the code has them. */
export function withTables(readme: string): string {
  return between(between(readme, 'settings', settingsTable()), 'refusals', refusalsTable());
}

function settingsTable(): string {
  const rows = Object.entries(Settings.properties).map(([name, schema]) => {
    const { default: usual, description } = schema as { default?: unknown; description?: string };
    return `| \`${environmentName(name)}\` | \`${name}\` | ${usual === '' ? '' : `\`${String(usual)}\``} | ${description ?? ''} |`;
  });
  return ['| environment | file | default | what |', '|---|---|---|---|', ...rows].join('\n');
}

function refusalsTable(): string {
  const rows = Object.entries(refusals).map(([code, { kind, en }]) => `| \`${code}\` | ${kind} | ${en} |`);
  return ['| code | how | words |', '|---|---|---|', ...rows].join('\n');
}

function between(text: string, name: string, table: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no place for ${name}`);
  return `${text.slice(0, from + start.length)}\n${table}\n${text.slice(to)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(readmePath, withTables(readFileSync(readmePath, 'utf8')));
}
