import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  downFilter,
  downLanes,
  downTopic,
  isDataLane,
  isDeviceId,
  isOwnDownFilter,
  parseDownTopic,
  parseUpTopic,
  upControlLanes,
  upDataLanes,
  upTopic,
} from './topics.ts';

const deviceIds = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);

describe('topics', () => {
  it('are written as the wire contract says', () => {
    expect(upTopic('rv-s1-0007', 'telemetry')).toBe('diag/1/rv-s1-0007/up/telemetry');
    expect(downTopic('rv-s1-0007', 'consent')).toBe('diag/1/rv-s1-0007/down/consent');
    expect(downFilter('rv-s1-0007')).toBe('diag/1/rv-s1-0007/down/+');
  });

  it('are read back as they were written, for every device and lane', () => {
    fc.assert(
      fc.property(deviceIds, fc.constantFrom(...upDataLanes, ...upControlLanes), (deviceId, lane) => {
        expect(parseUpTopic(upTopic(deviceId, lane))).toEqual({ deviceId, lane });
        expect(parseDownTopic(upTopic(deviceId, lane))).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(deviceIds, fc.constantFrom(...downLanes), (deviceId, lane) => {
        expect(parseDownTopic(downTopic(deviceId, lane))).toEqual({ deviceId, lane });
        expect(parseUpTopic(downTopic(deviceId, lane))).toBeUndefined();
      }),
    );
  });

  it.each([
    '',
    'diag',
    'diag/1/d1/up',
    'diag/1/d1/up/',
    'diag/1/d1/up/telemetry/',
    'diag/1/d1/up/telemetry/more',
    '/diag/1/d1/up/telemetry',
    'diag/2/d1/up/telemetry',
    'Diag/1/d1/up/telemetry',
    'diag/1//up/telemetry',
    'diag/1/d1/down/telemetry',
    'diag/1/d1/up/Telemetry',
    'diag/1/d1/up/live',
    'diag/1/+/up/telemetry',
    'diag/1/d1/up/+',
    'diag/1/d1/up/#',
    'diag/1/d 1/up/telemetry',
    'diag/1/d1\u0000/up/telemetry',
    'diag/1/\u{1f916}/up/telemetry',
    `diag/1/${'d'.repeat(65)}/up/telemetry`,
    'diag/1/d1/up/toString',
    '$SYS/1/d1/up/telemetry',
    '$share/g/diag/1/d1/up/telemetry',
  ])('%j is no up topic', (topic) => {
    expect(parseUpTopic(topic)).toBeUndefined();
  });

  it('never read a device id that is none, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parts = parseUpTopic(`diag/1/${text}/up/telemetry`);
        expect(parts?.deviceId).toBe(isDeviceId(text) ? text : undefined);
      }),
    );
  });

  it('tell data from control', () => {
    expect(upDataLanes.every(isDataLane)).toBe(true);
    expect(upControlLanes.some(isDataLane)).toBe(false);
  });
});

describe('what a device may subscribe to', () => {
  it.each(['diag/1/d1/down/+', ...downLanes.map((lane) => `diag/1/d1/down/${lane}`)])('%s', (filter) => {
    expect(isOwnDownFilter('d1', filter)).toBe(true);
  });

  it.each([
    '#',
    '+/#',
    '$SYS/#',
    '$share/g/diag/1/d1/down/+',
    'diag/1/d1/#',
    'diag/1/d1/down/#',
    'diag/1/+/down/+',
    'diag/1/d2/down/+',
    'diag/1/d2/down/live',
    'diag/1/d1/down/telemetry',
    'diag/1/d1/up/telemetry',
    'diag/1/d1/down/live/',
    '',
  ])('not %j', (filter) => {
    expect(isOwnDownFilter('d1', filter)).toBe(false);
  });
});
