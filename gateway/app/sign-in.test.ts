import { describe, expect, it } from 'vitest';
import { AppKit } from '../../test/support/app-kit.ts';
import type { LiveAudience } from '../ports/outward.ts';
import { beginSession, personOfSession, signIn, signOut } from './sign-in.ts';

const deaf: LiveAudience = {
  changed: () => undefined,
  ended: () => undefined,
  connectionChanged: () => undefined,
  sessionEnded: () => undefined,
  metricsDiscovered: () => undefined,
};

it('signing out ends what the session watches at once, and again when it can no longer be read', async () => {
  const readable: Promise<boolean>[] = [];
  const kit: AppKit = await AppKit.create((app) => ({
    ...deaf,
    sessionEnded: () => void readable.push(personOfSession(app, token).then((person) => person !== undefined)),
  }));
  const { token } = await beginSession(kit.app, kit.agent, '203.0.113.9');
  await signOut(kit.app, token);
  const answers = await Promise.all(readable);
  expect([answers.at(0), answers.at(-1)]).toEqual([true, false]);
});

describe('guessing a password', () => {
  const withPassword = async () => {
    const kit = await AppKit.create();
    const passwordHash = await kit.app.vault.hashPassword('right');
    await kit.store.save([{ put: 'person', record: { ...kit.agent, passwordHash } }]);
    const attempt = async (address: string, password: string) => {
      const outcome = await signIn(kit.app, { signInName: 'Li.Wei', password, address });
      return 'refused' in outcome ? outcome.refused : 'signed in';
    };
    return { kit, attempt };
  };

  it('is let through five times a minute, also when all guesses come at once', async () => {
    const { kit, attempt } = await withPassword();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => attempt('198.51.100.1', 'wrong')));
    expect(outcomes.filter((outcome) => outcome === 'wrong_credentials')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'too_many_tries')).toHaveLength(15);
    expect(await attempt('198.51.100.1', 'right')).toBe('too_many_tries');
    await kit.clock.pass(60_000);
    expect(await attempt('198.51.100.1', 'right')).toBe('signed in');
  });

  it('by a stranger does not lock the person out who sits elsewhere', async () => {
    const { attempt } = await withPassword();
    for (let tries = 0; tries < 20; tries += 1) await attempt('198.51.100.1', 'wrong');
    expect(await attempt('203.0.113.9', 'right')).toBe('signed in');
  });

  it('from very many addresses is let through a hundred times an hour', async () => {
    const { kit, attempt } = await withPassword();
    for (let tries = 0; tries < 100; tries += 1) expect(await attempt(`a${tries}`, 'wrong')).toBe('wrong_credentials');
    expect(await attempt('a100', 'wrong')).toBe('too_many_tries');
    await kit.clock.pass(3_599_999);
    expect(await attempt('a101', 'wrong')).toBe('too_many_tries');
    await kit.clock.pass(1);
    expect(await attempt('a102', 'right')).toBe('signed in');
  });

  it('a password that is right is no guess', async () => {
    const { attempt } = await withPassword();
    for (let tries = 0; tries < 101; tries += 1) expect(await attempt('198.51.100.1', 'right')).toBe('signed in');
  });
});
