import { describe, expect, it } from 'vitest';
import { Headline } from './headline.ts';

function look(
  headline: Headline,
  at: {
    readonly mode?: 'monitoring' | 'call';
    readonly now: number;
    readonly top: string | null;
    readonly p: Readonly<Record<string, number>>;
  },
) {
  const topP = at.top === null ? 0.5 : (at.p[at.top] ?? 0);
  return headline.take({
    mode: at.mode ?? 'call',
    top: { key: at.top, p: topP },
    pOf: (key) => at.p[key] ?? 0,
    now: at.now,
  });
}

describe('what is named', () => {
  it('is nothing until something is likely enough', () => {
    const headline = new Headline();
    expect(look(headline, { now: 0, top: 'V09', p: { V09: 0.39 } })).toBeNull();
    expect(look(headline, { now: 1, top: 'V09', p: { V09: 0.41 } })).toBe('V09');
  });

  it('does not change for another one that is a little ahead for a moment', () => {
    const headline = new Headline();
    look(headline, { now: 0, top: 'V09', p: { V09: 0.5 } });
    expect(look(headline, { now: 1_000, top: 'V10', p: { V09: 0.44, V10: 0.46 } })).toBe('V09');
    expect(look(headline, { now: 2_000, top: 'V09', p: { V09: 0.47, V10: 0.44 } })).toBe('V09');
    expect(headline.changes).toBe(0);
  });

  it('changes at once for one that is clearly ahead, and after a while for one that stays ahead', () => {
    const clear = new Headline();
    look(clear, { now: 0, top: 'V09', p: { V09: 0.5 } });
    expect(look(clear, { now: 1_000, top: 'V10', p: { V09: 0.2, V10: 0.7 } })).toBe('V10');
    const slow = new Headline();
    look(slow, { now: 0, top: 'V09', p: { V09: 0.5 } });
    look(slow, { now: 1_000, top: 'V10', p: { V09: 0.44, V10: 0.46 } });
    expect(look(slow, { now: 11_000, top: 'V10', p: { V09: 0.44, V10: 0.46 } })).toBe('V10');
    expect([clear.changes, slow.changes]).toEqual([1, 1]);
  });

  it('goes when nothing being wrong stays the more likely, however little the fault has lost', () => {
    const headline = new Headline();
    look(headline, { now: 0, top: 'V09', p: { V09: 0.5 } });
    expect(look(headline, { now: 1_000, top: null, p: { V09: 0.3 } })).toBe('V09');
    expect(look(headline, { now: 12_000, top: null, p: { V09: 0.3 } })).toBeNull();
  });

  it('waits ten minutes in monitoring, where nobody waits for it, for what comes and goes', () => {
    const headline = new Headline();
    const watched = (now: number, p: Readonly<Record<string, number>>, top: string | null) =>
      look(headline, { mode: 'monitoring', now, top, p });
    watched(0, { V09: 0.6 }, 'V09');
    expect(watched(60_000, { V09: 0.4, V10: 0.55 }, 'V10')).toBe('V09');
    expect(watched(120_000, { V09: 0.3 }, null)).toBe('V09');
    expect(watched(720_000, { V09: 0.3 }, null)).toBeNull();
  });
});
