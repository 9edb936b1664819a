import { describe, expect, it } from 'vitest';
import { percentOf, strengthOf } from './knowledge-words.ts';

describe('a probability in words', () => {
  it('is never nothing and never certainty', () => {
    expect(percentOf(1, 'en')).toBe('99%');
    expect(percentOf(0.824, 'en')).toBe('82%');
    expect(percentOf(0.0001, 'en')).toBe('< 1%');
    expect(percentOf(0.824, 'zh-CN')).toBe('82%');
  });
});

describe('the strength of evidence', () => {
  it('is the same for and against', () => {
    expect([7, -7, 3, -2, 0.5].map(strengthOf)).toEqual(['strong', 'strong', 'medium', 'weak', 'weak']);
  });
});
