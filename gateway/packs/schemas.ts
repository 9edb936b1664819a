import type { TSchema } from 'typebox';
import { forms } from './files.ts';

/** The JSON Schema of each file of a pack, by its file name in schema/: editors complete and check with it. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(forms).map(([name, form]: [string, TSchema]) => {
      const schema = { $schema: 'http://json-schema.org/draft-07/schema#', title: name, ...form };
      return [name.replace(/\.yaml$/, '.json'), `${JSON.stringify(schema, null, 2)}\n`];
    }),
  );
}
