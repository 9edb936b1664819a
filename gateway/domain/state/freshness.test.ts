import { describe, expect, it } from 'vitest';
import { freshnessOf, onChangeFreshMs, type Sampling } from './freshness.ts';

const periodic: Sampling = { idlePeriodMs: 60_000, livePeriodMs: 5_000, onChange: false };
const onChange: Sampling = { idlePeriodMs: null, livePeriodMs: null, onChange: true };

const at = (nowMs: number, more: Partial<Parameters<typeof freshnessOf>[0]> = {}) =>
  freshnessOf({
    receivedMs: 1_000,
    historical: false,
    sampling: periodic,
    leased: true,
    online: true,
    heardMs: 1_000,
    connectedMs: 500,
    nowMs,
    ...more,
  });

describe('freshness', () => {
  it('lasts 2.5 periods in force: the live one while somebody looks, else the idle one', () => {
    expect(at(1_000)).toEqual({ ageMs: 0, freshForMs: 12_500, quality: 'live' });
    expect(at(13_499)).toEqual({ ageMs: 12_499, freshForMs: 1, quality: 'live' });
    expect(at(13_500)).toEqual({ ageMs: 12_500, freshForMs: 0, quality: 'stale' });
    expect(at(150_999, { leased: false }).quality).toBe('live');
    expect(at(151_000, { leased: false }).quality).toBe('stale');
  });

  it('of a metric that has no live period, is counted on its idle one also under a lease', () => {
    const slow: Sampling = { idlePeriodMs: 60_000, livePeriodMs: null, onChange: false };
    expect(at(150_999, { sampling: slow }).quality).toBe('live');
    expect(at(151_000, { sampling: slow }).quality).toBe('stale');
  });

  it('of what is sent on change lasts 12 s after anything was heard from the device, however old the value', () => {
    const heard = { sampling: onChange, heardMs: 900_000 };
    expect(at(900_000 + onChangeFreshMs - 1, heard)).toMatchObject({ ageMs: 910_999, freshForMs: 1, quality: 'live' });
    expect(at(900_000 + onChangeFreshMs, heard)).toMatchObject({ freshForMs: 0, quality: 'stale' });
  });

  it('of what is sent on change is not renewed by hearing the device in another connection than the one that brought it', () => {
    const back = { sampling: onChange, heardMs: 900_000, connectedMs: 900_000 };
    expect(at(900_000, back)).toMatchObject({ ageMs: 899_000, freshForMs: 0, quality: 'stale' });
    expect(at(900_000, { ...back, receivedMs: 900_000 }).quality).toBe('live');
    expect(at(900_000, { ...back, connectedMs: null }).quality).toBe('stale');
  });

  it('ends with the connection, whatever the period', () => {
    expect(at(1_001, { online: false })).toEqual({ ageMs: 1, freshForMs: 0, quality: 'stale' });
    expect(at(1_001, { online: false, sampling: onChange }).quality).toBe('stale');
  });

  it('is never given to what was buffered', () => {
    expect(at(1_000, { historical: true })).toEqual({ ageMs: 0, freshForMs: 0, quality: 'historical' });
  });

  it('of a metric that comes only while somebody looks does not outlive the look', () => {
    const liveOnly: Sampling = { idlePeriodMs: null, livePeriodMs: 5_000, onChange: false };
    const stillHeard = { sampling: liveOnly, leased: false, heardMs: 600_000 };
    expect(at(600_000, stillHeard)).toMatchObject({ freshForMs: 0, quality: 'stale' });
  });

  it('is not claimed for a metric that neither has a period nor is sent on change', () => {
    const never: Sampling = { idlePeriodMs: null, livePeriodMs: null, onChange: false };
    expect(at(1_001, { sampling: never }).quality).toBe('stale');
  });
});
