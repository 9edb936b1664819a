import { describe, expect, it } from 'vitest';
import {
  formatAge,
  formatCountdown,
  formatDigits,
  formatDuration,
  formatMarks,
  formatMinute,
  formatNumber,
} from './format.ts';

describe('formatNumber', () => {
  it.each([
    [83, '%', '83', '%'],
    [16.523, 'V', '16.5', 'V'],
    [-0.0213, 'A', '-0.02', 'A'],
    [-0.0004, 'A', '0.00', 'A'],
    [11412.4, '/min', '11,412', 'rpm'],
    [-57, '{dBm}', '-57', 'dBm'],
    [21_400_000, 'By', '21.4', 'MB'],
    [1_188_000, 'bit/s', '1.19', 'Mbit/s'],
    [42, 's', '42', 's'],
    [12_345, 's', '3 h 25 min', ''],
    [7, '1', '7', ''],
    [3, 'unheard.of', '3', 'unheard.of'],
  ])('shows %d %s as "%s %s"', (value, unit, number, word) => {
    expect(formatNumber(value, unit, 'en')).toEqual({ number, unit: word });
  });
  it('uses the words of the language', () => {
    expect(formatNumber(300, '/min', 'zh-CN')).toEqual({ number: '300', unit: '转/分' });
    expect(formatNumber(12_345, 's', 'zh-CN')).toEqual({ number: '3 小时 25 分', unit: '' });
  });
  it('says the marks of an axis in one unit, so that large ones stay short', () => {
    expect(formatMarks([800_000, 1_000_000, 1_200_000], 'bit/s', 'en')).toEqual(['0.80', '1', '1.20 M']);
    expect(formatMarks([-60, -50], '{dBm}', 'en')).toEqual(['-60', '-50']);
    expect(formatMarks([], 'By', 'en')).toEqual([]);
  });
  it('groups only long numbers', () => {
    expect(formatDigits(4095, 'en')).toBe('4095');
    expect(formatDigits(1_048_576, 'en')).toBe('1,048,576');
  });
});

describe('durations', () => {
  it('shows the two largest parts and no smaller one after a missing one', () => {
    expect(formatDuration(3_600_000, 'en')).toBe('1 h');
    expect(formatDuration(90_061_000, 'en')).toBe('1 d 1 h');
    expect(formatDuration(3_605_000, 'en')).toBe('1 h');
    expect(formatDuration(0, 'en')).toBe('0 s');
    expect(formatDuration(-61_000, 'en')).toBe('−1 min 1 s');
  });
  it('shows an age by its largest part', () => {
    expect(formatAge(0, 'en')).toBe('0 s');
    expect(formatAge(59_999, 'en')).toBe('59 s');
    expect(formatAge(7_300_000, 'zh-CN')).toBe('2 小时');
  });
  it('counts down to zero and not below, rounding a begun second up', () => {
    expect(formatCountdown(1_661_000)).toBe('27:41');
    expect(formatCountdown(3_909_000)).toBe('1:05:09');
    expect(formatCountdown(1)).toBe('0:01');
    expect(formatCountdown(-5)).toBe('0:00');
  });
  it('adds the date only to another day', () => {
    const now = new Date(2026, 4, 20, 15, 0).getTime();
    expect(formatMinute(new Date(2026, 4, 20, 9, 5).getTime(), 'en', now)).toBe('09:05');
    expect(formatMinute(new Date(2026, 4, 19, 9, 5).getTime(), 'en', now)).toContain('May 19');
  });
});
