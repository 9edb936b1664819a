import { expect, it } from 'vitest';
import type { MetricSpec } from '../models/model.ts';
import { Sampler } from './sampler.ts';

const lqi: MetricSpec = {
  alias: 1,
  name: 'mesh.lqi{s1}',
  type: 'gauge',
  unit: '1',
  dataClass: 'network',
  idleMs: 0,
  liveMs: 0,
  onChange: false,
  onMessage: true,
  words: new Map(),
  nominal: new Map(),
};

it('samples what comes with the messages of a child once a message, also when the value is the same', () => {
  const sampler = new Sampler({ metrics: [lqi], phaseMs: 0 });
  const live = new Set<never>();
  let count = 4;
  const due = (now: number): number => sampler.due({ now, read: () => 150, messages: () => count, live }).length;
  // Heard before the sampler began.
  expect(due(0)).toBe(0);
  count += 1;
  expect(due(1000)).toBe(1);
  expect(due(2000)).toBe(0);
  expect(due(900_000)).toBe(0);
  count += 2;
  expect(due(901_000)).toBe(1);
});
