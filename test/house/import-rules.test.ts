import { beforeAll, describe, expect, it } from 'vitest';
import { lintTree } from './lint-tree.ts';

const rims = ['broker', 'wire', 'store', 'bus', 'live', 'http', 'packs'] as const;

/** [file, what it imports]: each of these breaks a rule of "The house". */
const violations: readonly (readonly [string, string])[] = [
  ['gateway/domain/state/a.ts', '../../ports/links.ts'],
  ['gateway/domain/state/b.ts', '../../app/use-case.ts'],
  ['gateway/domain/state/c.ts', '../../store/adapter.ts'],
  ['gateway/domain/state/d.ts', '../../../proto/topics.ts'],
  ['gateway/domain/state/e.ts', 'node:crypto'],
  ['gateway/domain/state/f.ts', 'fastify'],
  ['gateway/ports/a.ts', '../app/use-case.ts'],
  ['gateway/app/a.ts', '../main.ts'],
  ['gateway/app/b.ts', '../pipeline.ts'],
  ['gateway/app/c.ts', '../store/adapter.ts'],
  ['gateway/app/d.ts', '../../proto/topics.ts'],
  ['gateway/pipeline.ts', './store/adapter.ts'],
  ['gateway/config.ts', './http/adapter.ts'],
  ['gateway/start.ts', './store/adapter.ts'],
  ...rims.flatMap((rim): [string, string][] => {
    const other = rim === 'store' ? 'bus' : 'store';
    return [
      [`gateway/${rim}/a.ts`, `../${other}/adapter.ts`],
      [`gateway/${rim}/deep/b.ts`, `../../${other}/adapter.ts`],
      [`gateway/${rim}/c.ts`, `./deep/../../${other}/adapter.ts`],
      [`gateway/${rim}/d.ts`, '../main.ts'],
      [`gateway/${rim}/e.ts`, '../pipeline.ts'],
      [`gateway/${rim}/f.ts`, '../../device-sim/main.ts'],
    ];
  }),
  ...rims
    .filter((rim) => rim !== 'live' && rim !== 'http')
    .map((rim): [string, string] => [`gateway/${rim}/g.ts`, '../app/use-case.ts']),
  ['gateway/main.ts', '../device-sim/main.ts'],
  ['gateway/http/h.ts', '../../test/support/x.ts'],
  ['gateway/http/i.ts', '@diag/proto/topics.ts'],
  ['device-sim/a.ts', '../gateway/domain/state/values.ts'],
  ['device-sim/b.ts', '../gateway/packs/adapter.ts'],
  ['device-sim/c.ts', '@diag/gateway/ports/links.ts'],
  ['device-sim/physics/d.test.ts', '../../gateway/main.ts'],
  ['console/agent/a.tsx', '../../gateway/domain/state/values.ts'],
  ['console/agent/b.tsx', '../owner/page.tsx'],
  ['console/agent/c.tsx', 'node:fs'],
  ['console/owner/a.tsx', '../agent/page.tsx'],
  ['console/owner/b.tsx', '../../gateway/ports/links.ts'],
  ['console/shared/a.ts', '../agent/page.tsx'],
  ['console/shared/b.ts', '../owner/page.tsx'],
  ['console/build.ts', '../gateway/main.ts'],
  ['proto/a.ts', '../gateway/domain/state/values.ts'],
  ['proto/b.ts', '../console/shared/words.ts'],
  ['proto/c.ts', 'node:fs'],
];

const legal: readonly (readonly [string, string])[] = [
  ['gateway/domain/state/ok-a.ts', '../consent/admit.ts'],
  ['gateway/domain/state/ok-b.ts', 'typebox'],
  ['gateway/domain/state/ok.test.ts', 'node:fs'],
  ['gateway/app/ok-a.ts', '../ports/links.ts'],
  ['gateway/app/ok-b.ts', '../domain/state/values.ts'],
  ...rims.flatMap((rim): [string, string][] => [
    [`gateway/${rim}/ok-a.ts`, '../ports/links.ts'],
    [`gateway/${rim}/ok-b.ts`, '../domain/state/values.ts'],
    [`gateway/${rim}/deep/ok-c.ts`, '../../../proto/topics.ts'],
    [`gateway/${rim}/deep/ok-d.ts`, '../adapter.ts'],
    [`gateway/${rim}/ok.test.ts`, '../../test/support/x.ts'],
    // A folder that is only called like a rim.
    [`gateway/${rim}/deep/ok-e.ts`, '../store/mine.ts'],
  ]),
  ['gateway/live/ok-f.ts', '../app/use-case.ts'],
  ['gateway/http/ok-f.ts', '../app/use-case.ts'],
  ['gateway/main.ts', './store/adapter.ts'],
  ['gateway/start.ts', './main.ts'],
  ['gateway/restore-main.ts', './store/adapter.ts'],
  ['device-sim/ok-a.ts', '../proto/topics.ts'],
  ['device-sim/ok-b.ts', 'node:fs'],
  ['console/agent/ok-a.tsx', '../shared/words.ts'],
  ['console/owner/ok-a.tsx', '../../proto/api/owner.ts'],
  ['test/e2e/ok.test.ts', '../../gateway/main.ts'],
];

/** Other ways to import, all of `../store/adapter.ts` from a file of gateway/http. */
const otherWays: readonly (readonly [string, string])[] = [
  ['type', `import type { x } from '../store/adapter.ts';\nexport type Y = typeof x;\n`],
  ['re-export', `export { x } from '../store/adapter.ts';\n`],
  ['export-all', `export * from '../store/adapter.ts';\n`],
  ['dynamic', `export const y = import('../store/adapter.ts');\n`],
  ['in-type', `export type Y = import('../store/adapter.ts').X;\n`],
  ['require', `export const y = require('../store/adapter.ts');\n`],
];

/** One file may hold both a legal and an illegal import: messages are looked up by file and line. */
const tree = new Map<string, string[]>();
const found = new Map<string, string>();

function plant(file: string, text: string): string {
  const lines = tree.get(file) ?? [];
  tree.set(file, lines);
  lines.push(...text.trimEnd().split('\n'));
  return `${file}:${lines.length}`;
}
const planted = (file: string, specifier: string, index: number) =>
  [file, specifier, plant(file, `import * as x${index} from '${specifier}';\n`)] as const;

const illegalCases = violations.map(([file, specifier], index) => planted(file, specifier, index));
const legalCases = legal.map(([file, specifier], index) => planted(file, specifier, 1000 + index));
const wayCases = otherWays.map(([name, text]) => {
  const file = `gateway/http/way-${name}.ts`;
  plant(file, text);
  return [name, `${file}:1`] as const;
});

beforeAll(async () => {
  const files = [...tree].map(([file, lines]) => [file, `${lines.join('\n')}\n`] as const);
  for (const { code, message, file, line } of await lintTree(files)) {
    if (code === 'house(folders)') found.set(`${file}:${line}`, message);
  }
}, 60_000);

describe('the linter refuses an import against the rules of the house', () => {
  it.each(illegalCases)('%s -> %s', (_file, _specifier, place) => {
    expect(found.get(place)).toMatch(/may not import|by relative path/);
  });
});

describe('the linter lets pass what the house allows', () => {
  it.each(legalCases)('%s -> %s', (_file, _specifier, place) => {
    expect(found.get(place)).toBeUndefined();
  });
});

describe('the linter sees every way to import', () => {
  it.each(wayCases)('%s', (_name, place) => {
    expect(found.get(place)).toBe('gateway/http may not import gateway/store');
  });
});
