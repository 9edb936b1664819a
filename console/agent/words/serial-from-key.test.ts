import { expect, it } from 'vitest';
import { serialFromKey } from './serial-from-key.ts';

it('offers a key that may be a serial number, and nothing for one that may not', () => {
  expect(serialFromKey('0x00158d0001a2b3c4')).toBe('0x00158d0001a2b3c4');
  expect(['abc', 'robot 1', 'a/b/c/d', 'x'.repeat(41)].map(serialFromKey)).toEqual(['', '', '', '']);
});
