import { expect, it } from 'vitest';
import type { ModelDescription } from '../../../proto/api/devices.ts';
import { knownClasses } from './known-classes.ts';

const model = { metrics: [{ dataClass: 'status' }, { dataClass: 'network' }] } as unknown as ModelDescription;

it('asks a device for nothing that it has not: a plug for no map, another maker’s device for no logs', () => {
  expect(knownClasses(model, 'dialect')).toEqual(['status', 'errors', 'network']);
  expect(knownClasses(model, 'native')).toEqual(['status', 'errors', 'network', 'logs']);
});
it('leaves nothing out before the device’s model is known', () => {
  expect(knownClasses(undefined, 'dialect')).toHaveLength(7);
});
