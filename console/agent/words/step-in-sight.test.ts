import { expect, it } from 'vitest';
import type { NextStep } from '../live/localisation-model.ts';
import { stepInSight } from './step-in-sight.ts';

const step = (kind: NextStep['kind'], id: string): NextStep => ({ kind, id, gain: 0.1, cures: 0 });
const [look, lamp, wipe, ask] = [
  step('question', 'look'),
  step('question', 'lamp'),
  step('action', 'wipe'),
  step('scope', 'network'),
];
const none = { stop: '', headline: [] };

it('is the best one at first', () => {
  expect(stepInSight([look, lamp], none, { step: undefined, headline: '' })).toBe(look);
  expect(stepInSight([], none, { step: 'question look', headline: '' })).toBeUndefined();
});

it('stays while it is among the three best, and no longer', () => {
  const kept = { step: 'question look', headline: '' };
  expect(stepInSight([lamp, wipe, look, ask], none, kept)).toBe(look);
  expect(stepInSight([lamp, wipe, ask, look], none, kept)).toBe(lamp);
});

it('gives way when another cause is named', () => {
  const kept = { step: 'question look', headline: '' };
  expect(stepInSight([lamp, look], { stop: '', headline: ['V09'] }, kept)).toBe(lamp);
});

it('is a repair where it is known well enough what is broken', () => {
  const sure = { stop: 'sure', headline: ['V09'] };
  expect(stepInSight([look, wipe], sure, { step: 'question look', headline: 'V09' })).toBe(wipe);
  expect(stepInSight([look], sure, { step: undefined, headline: 'V09' })).toBe(look);
});
