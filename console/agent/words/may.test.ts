import { describe, expect, it } from 'vitest';
import { areas, homeOf, mayVisit } from './may.ts';

const seen = (roles: ('agent' | 'supervisor' | 'qa' | 'administrator')[]) =>
  areas.filter((area) => mayVisit({ roles }, area));

describe('mayVisit', () => {
  it('offers each role what it may use, and nothing else', () => {
    expect(seen(['agent'])).toEqual(['cases']);
    expect(seen(['supervisor'])).toEqual(['cases']);
    expect(seen(['qa'])).toEqual(['models']);
    expect(seen(['administrator'])).toEqual(['devices', 'links', 'people', 'brands', 'models']);
  });
});

describe('homeOf', () => {
  it('is the first page that the person may use', () => {
    expect(homeOf({ roles: ['administrator'] })).toBe('/devices');
    expect(homeOf({ roles: ['administrator', 'agent'] })).toBe('/');
    expect(homeOf({ roles: ['qa'] })).toBe('/models');
  });
});
