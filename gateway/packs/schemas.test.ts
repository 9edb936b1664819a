import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { jsonSchemas } from './schemas.ts';

const folder = new URL('schema/', import.meta.url);

it('the schemas for editors are those that packs are checked with: `npm run pack -- schema` writes them', () => {
  expect(readdirSync(folder).sort()).toEqual([...jsonSchemas().keys()].sort());
  for (const [name, text] of jsonSchemas()) expect(readFileSync(new URL(name, folder), 'utf8'), name).toBe(text);
});
