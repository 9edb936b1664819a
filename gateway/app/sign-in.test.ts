import { expect, it } from 'vitest';
import { AppKit } from '../../test/support/app-kit.ts';
import type { LiveAudience } from '../ports.ts';
import { beginSession, personOfSession, signOut } from './sign-in.ts';

const deaf: LiveAudience = {
  changed: () => undefined,
  ended: () => undefined,
  connectionChanged: () => undefined,
  sessionEnded: () => undefined,
};

it('signing out ends what the session watches at once, and again when it can no longer be read', async () => {
  const readable: Promise<boolean>[] = [];
  const kit: AppKit = await AppKit.create((app) => ({
    ...deaf,
    sessionEnded: () => void readable.push(personOfSession(app, token).then((person) => person !== undefined)),
  }));
  const { token } = await beginSession(kit.app, kit.agent);
  await signOut(kit.app, token);
  expect(await Promise.all(readable)).toEqual([true, false]);
});
