import { describe, expect, it } from 'vitest';
import { pauseMs, repeatUntilConfirmed } from './stop-retry.ts';

describe('repeatUntilConfirmed', () => {
  it('sends Stop again, with growing pauses, until the server confirms', async () => {
    const told: string[] = [];
    let sent = 0;
    await repeatUntilConfirmed({
      attempt: async () => {
        sent += 1;
        told.push('attempt');
        return sent === 4;
      },
      pause: async (ms) => void told.push(`pause ${ms}`),
      onUnconfirmed: () => told.push('unconfirmed'),
    });
    expect(told.join(', ')).toBe(
      'attempt, unconfirmed, pause 500, attempt, unconfirmed, pause 1000, attempt, unconfirmed, pause 2000, attempt',
    );
  });
  it('says nothing of being unconfirmed when the first answer confirms', async () => {
    let unconfirmed = 0;
    await repeatUntilConfirmed({
      attempt: async () => true,
      pause: async () => {},
      onUnconfirmed: () => (unconfirmed += 1),
    });
    expect(unconfirmed).toBe(0);
  });
  it('never pauses longer than 5 s', () => {
    expect([1, 2, 3, 4, 5, 40].map(pauseMs)).toEqual([500, 1000, 2000, 4000, 5000, 5000]);
  });
});
