import { Type } from 'typebox';

/** Parts of the forms of all files of a pack. */
export const Text = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
export const Name = Type.String({ pattern: '^[a-zA-Z][\\w.]*(\\{\\w+\\})?$', maxLength: 64 });
/** Of an instance, a part or a common pack. */
export const Id = Type.String({ pattern: '^[a-z0-9][a-z0-9_]{0,39}$' });
export const words = { en: Text, 'zh-CN': Text };
/** [en, zh-CN] */
export const translated = Type.Tuple([Text, Text]);
export const closed = { additionalProperties: false } as const;
export const oneOf = <const Names extends readonly string[]>(names: Names) =>
  Type.Unsafe<Names[number]>(Type.Enum([...names]));
