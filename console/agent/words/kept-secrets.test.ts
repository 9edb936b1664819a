import { expect, it } from 'vitest';
import { keptSecrets } from './kept-secrets.ts';

it('is at ease once every text that was shown once was copied, also as part of a larger text', () => {
  const kept = keptSecrets();
  expect(kept.areUnsaved()).toBe(false);
  kept.show(['secret-1', 'code-1']);
  kept.taken('code-1');
  expect(kept.areUnsaved()).toBe(true);
  kept.taken('password: secret-1\n');
  expect(kept.areUnsaved()).toBe(false);
});
it('forgets what the page shows no more', () => {
  const kept = keptSecrets();
  const forget = kept.show(['secret-1']);
  expect(kept.areUnsaved()).toBe(true);
  forget();
  expect(kept.areUnsaved()).toBe(false);
});
