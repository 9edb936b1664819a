import { expect, it } from 'vitest';
import { drawn } from './system-randomness.ts';

it('no id or secret begins with what a spreadsheet or a command line takes for something else', () => {
  const texts = ['-abc', '-', '_ok'];
  expect(drawn(() => texts.shift() ?? '')).toBe('_ok');
});
