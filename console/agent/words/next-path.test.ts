import { describe, expect, it } from 'vitest';
import { nextPath, signInPath } from './next-path.ts';

const origin = 'https://support.example';
const searchOf = (path: string) => signInPath(path).split('?')[1] ?? '';

describe('nextPath', () => {
  it('leads back to where the person came from, with its query', () => {
    expect(nextPath(searchOf('/open?brand=demo&serial=RV1&ticket=4711'), origin)).toBe(
      '/open?brand=demo&serial=RV1&ticket=4711',
    );
    expect(signInPath('/')).toBe('/sign-in');
  });
  it.each([
    '//evil.example/x',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    'cases',
    '/sign-in?next=/',
    'http://[',
    '/\t/[',
  ])('never leads away: %s', (next) => {
    expect(nextPath(`next=${encodeURIComponent(next)}`, origin)).toBe('/');
  });
});
