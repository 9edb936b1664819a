import { describe, expect, it } from 'vitest';
import { clockFace, deadlineAfter, remainingMs, steadied } from './countdown.ts';

const start = { mono: 1_000, wall: 1_700_000_000_000 };
const later = (mono: number, wall = mono) => ({ mono: start.mono + mono, wall: start.wall + wall });

describe('remainingMs', () => {
  it('counts down on both clocks', () => {
    expect(remainingMs(deadlineAfter(60_000, start), later(15_000))).toBe(45_000);
  });
  it('counts the time that the monotonic clock slept with the phone', () => {
    expect(remainingMs(deadlineAfter(60_000, start), later(1_000, 50_000))).toBe(10_000);
  });
  it('is not lengthened by a wall clock that was set back', () => {
    expect(remainingMs(deadlineAfter(60_000, start), later(20_000, -3_600_000))).toBe(40_000);
  });
  it('never falls below zero', () => {
    expect(remainingMs(deadlineAfter(5_000, start), later(9_000))).toBe(0);
  });
});

describe('steadied', () => {
  it('keeps what is shown when only the delay of the answer differs', () => {
    const shown = deadlineAfter(60_000, start);
    expect(steadied(shown, deadlineAfter(59_400, later(1_000)))).toBe(shown);
  });
  it('takes a real change, a first deadline and its end at once', () => {
    const shown = deadlineAfter(60_000, start);
    const shorter = deadlineAfter(20_000, start);
    expect(steadied(shown, shorter)).toBe(shorter);
    expect(steadied(null, shown)).toBe(shown);
    expect(steadied(shown, null)).toBeNull();
  });
});

describe('clockFace', () => {
  it('rounds up, so that 0:00 is read only when it is over', () => {
    expect([119_001, 60_000, 59_900, 1, 0].map(clockFace)).toEqual(['2:00', '1:00', '1:00', '0:01', '0:00']);
  });
  it('shows hours from one hour', () => {
    expect([3_600_000, 4 * 3_600_000 - 1_000, 3_599_000].map(clockFace)).toEqual(['1:00:00', '3:59:59', '59:59']);
  });
});
