import { describe, expect, it } from 'vitest';
import { ageNow, type HeldValue, type Heard, isSilent, qualityNow } from './freshness.ts';
import { metric } from './test-frames.ts';

const held = (changes: Partial<HeldValue>): HeldValue => ({ ...metric({}), atMono: 1_000, ...changes });
const heard = (changes: Partial<Heard>): Heard => ({ atMono: 1_000, deviceHeardAgoMs: 0, online: true, ...changes });

describe('qualityNow', () => {
  it('is live until the freshness that the frame gave has run out, then stale', () => {
    const value = held({ freshForMs: 5_000 });
    expect(qualityNow(value, heard({ atMono: 5_500 }), 5_999)).toBe('live');
    expect(qualityNow(value, heard({ atMono: 5_500 }), 6_000)).toBe('stale');
  });

  it('is stale for every value after 3 s without a frame', () => {
    const value = held({ freshForMs: 60_000 });
    expect(isSilent(heard({}), 3_999)).toBe(false);
    expect(qualityNow(value, heard({}), 3_999)).toBe('live');
    expect(qualityNow(value, heard({}), 4_000)).toBe('stale');
  });

  it('is stale while the device is not connected, however fresh', () => {
    expect(qualityNow(held({ freshForMs: 60_000 }), heard({ online: false }), 1_100)).toBe('stale');
  });

  it('keeps a value sent at changes live for 12 s after the last sign of life from the device', () => {
    const value = held({ onChange: true, freshForMs: 12_000 });
    const alive = heard({ atMono: 20_000, deviceHeardAgoMs: 1_000 });
    expect(qualityNow(value, alive, 20_000)).toBe('live');
    const quiet = heard({ atMono: 30_000, deviceHeardAgoMs: 11_500 });
    expect(qualityNow(value, quiet, 30_499)).toBe('live');
    expect(qualityNow(value, quiet, 30_500)).toBe('stale');
  });

  it('does not let a frame that heard nothing newer revive what came as stale', () => {
    const value = held({ onChange: true, freshForMs: 0, quality: 'stale' });
    expect(qualityNow(value, heard({}), 1_000)).toBe('stale');
  });

  it('does not turn a periodic value live again by signs of life', () => {
    expect(qualityNow(held({ freshForMs: 1_000 }), heard({ atMono: 3_000 }), 3_000)).toBe('stale');
  });

  it.each(['historical', 'unknown', 'withheld'] as const)('never changes %s', (quality) => {
    expect(qualityNow(held({ quality }), heard({}), 90_000)).toBe(quality);
  });
});

describe('ageNow', () => {
  it('goes on counting from what the frame said', () => {
    expect(ageNow(held({ ageMs: 400 }), 3_000)).toBe(2_400);
  });
});
