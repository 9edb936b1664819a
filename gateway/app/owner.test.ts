import { beforeEach, describe, expect, it } from 'vitest';
import { AppKit } from '../../test/support/app-kit.ts';
import { openByDigits } from './owner.ts';

let kit: AppKit;
beforeEach(async () => {
  kit = await AppKit.create();
});

describe('guessing spoken digits', () => {
  const say = async (digits: string, address: string) => {
    const outcome = await openByDigits(kit.app, { digits, address });
    return typeof outcome === 'string' ? 'opened' : outcome.refused;
  };

  it('is let through ten times a minute from one address', async () => {
    const { digits } = await kit.ask(await kit.openCase());
    for (let tries = 0; tries < 10; tries += 1) expect(await say('999999', '198.51.100.1')).toBe('digits_unknown');
    expect(await say(digits, '198.51.100.1')).toBe('too_many_tries');
    expect(await say(digits, '203.0.113.9')).toBe('opened');
  });

  it('from many addresses leaves each of them one try a minute; the owner’s own opens the page', async () => {
    const { digits } = await kit.ask(await kit.openCase());
    for (let tries = 0; tries < 60; tries += 1) {
      expect(await say('999999', `198.51.100.${tries % 20}`)).toBe('digits_unknown');
    }
    expect(await say('999999', '198.51.100.1')).toBe('too_many_tries');
    expect(await say('999999', '192.0.2.7')).toBe('digits_unknown');
    expect(await say('999999', '192.0.2.7')).toBe('too_many_tries');
    expect(await say(digits, '203.0.113.9')).toBe('opened');
    await kit.clock.pass(60_000);
    expect(await say('999999', '198.51.100.1')).toBe('digits_unknown');
  });
});
