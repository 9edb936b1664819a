import { describe, expect, it } from 'vitest';
import { countries } from './countries.ts';

describe('countries', () => {
  it('lists the 249 codes of ISO 3166-1, in the words and order of the language', () => {
    expect(countries('en')).toHaveLength(249);
    expect(countries('en')[0]).toEqual({ code: 'AF', name: 'Afghanistan' });
    expect(countries('zh-CN').find((each) => each.code === 'CN')?.name).toBe('中国');
  });
});
