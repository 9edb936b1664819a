import { describe, expect, it } from 'vitest';
import { type Opened, withOpened, withoutOpened } from './opened-history.ts';

const none: Opened = { names: [], madeRoom: undefined };

describe('what is open', () => {
  it('is up to four values, each once; the last one makes room for a fifth', () => {
    const four = ['a', 'b', 'a', 'c', 'd'].reduce(withOpened, none);
    expect(four).toEqual({ names: ['a', 'b', 'c', 'd'], madeRoom: undefined });
    const fifth = withOpened(four, 'e');
    expect(fifth).toEqual({ names: ['a', 'b', 'c', 'e'], madeRoom: 'd' });
    expect(withoutOpened(fifth, 'a')).toEqual({ names: ['b', 'c', 'e'], madeRoom: undefined });
  });
});
