import { describe, expect, it } from 'vitest';
import { historySpans, isOffered, questionOf, refreshInMs, shownFrom } from './history-span.ts';

const minute = 60_000;
/** Whole hours, so that buckets are easy to read. */
const hour = 500_000 * 60 * minute;

describe('a span', () => {
  it('is offered once the look is older than it; all since consent always is', () => {
    const offered = (ageMs: number) =>
      historySpans.filter((span) => isOffered(span, { since: hour, now: hour + ageMs }));
    expect(offered(0)).toEqual(['all']);
    expect(offered(5 * minute)).toEqual(['all']);
    expect(offered(5 * minute + 1)).toEqual(['5', 'all']);
    expect(offered(61 * minute)).toEqual(['5', '30', '60', 'all']);
  });

  it('never reaches back to before consent', () => {
    const now = hour + 4 * minute;
    expect(shownFrom({ span: '5', since: hour, now })).toBe(hour);
    expect(shownFrom({ span: '5', since: hour, now: hour + 9 * minute })).toBe(now);
    expect(shownFrom({ span: 'all', since: hour, now: hour + 9 * minute })).toBe(hour);
  });
});

describe('the question for a span', () => {
  it('is one of whole buckets that are over, in lengths that people know', () => {
    const since = hour - 230 * minute;
    const now = hour + 3 * minute + 7_300;
    expect(questionOf({ span: '5', since, now })).toEqual({
      from: hour - 2 * minute,
      to: hour + 3 * minute,
      points: 30,
      bucketMs: 10_000,
    });
    expect(questionOf({ span: '30', since, now })).toMatchObject({ bucketMs: 30_000, points: 60, to: now - 7_300 });
    expect(questionOf({ span: '60', since, now })).toMatchObject({ bucketMs: 30_000, points: 120 });
    expect(questionOf({ span: 'all', since, now })).toMatchObject({ bucketMs: 120_000, from: since });
    expect(questionOf({ span: 'all', since: hour - 2 * 24 * 60 * minute, now })).toMatchObject({ bucketMs: 3_600_000 });
  });

  it('asks for no bucket where none is over yet', () => {
    expect(questionOf({ span: 'all', since: hour + 100, now: hour + 900 })).toMatchObject({ points: 0 });
  });
});

describe('the next reading', () => {
  it('waits until the running bucket is over, and 5 s at least', () => {
    expect(refreshInMs({ now: hour + 9_000, bucketMs: 30_000 })).toBe(21_700);
    expect(refreshInMs({ now: hour + 29_000, bucketMs: 30_000 })).toBe(5_000);
    expect(refreshInMs({ now: hour, bucketMs: 2_000 })).toBe(5_000);
  });
});
