import { describe, expect, it } from 'vitest';
import type { Hypothesis } from '../live/localisation-model.ts';
import { isAllThatIsNamed } from './shared-trouble.ts';

const cause = (faults: readonly string[], symptom: string): Hypothesis => ({
  faults,
  probability: 0.6,
  evidence: [{ symptom, stand: 'for', bits: 8 }],
});
const cloud = cause(['X09'], 'fleet_cloud_outage');
const laser = cause(['V01'], 'code_laser');
const both = cause(['X09', 'V01'], 'fleet_cloud_outage');
const hypotheses = [cloud, laser, both];
const trouble = { signal: 'cloud_outage' };

describe('trouble that many devices have', () => {
  it('is all that is named while nothing else is', () => {
    expect(isAllThatIsNamed(trouble, { headline: [], hypotheses })).toBe(true);
    expect(isAllThatIsNamed(trouble, { headline: ['X09'], hypotheses })).toBe(true);
  });

  it('is not where another fault is named, alone or besides', () => {
    expect(isAllThatIsNamed(trouble, { headline: ['V01'], hypotheses })).toBe(false);
    expect(isAllThatIsNamed(trouble, { headline: ['X09', 'V01'], hypotheses })).toBe(false);
    expect(isAllThatIsNamed({ signal: 'bad_firmware' }, { headline: ['X09'], hypotheses })).toBe(false);
    expect(isAllThatIsNamed(trouble, { headline: ['X09'], hypotheses: [] })).toBe(false);
  });
});
