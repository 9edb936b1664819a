import { describe, expect, it } from 'vitest';
import { at, grantRecord } from '../../../test/support/consent-vectors.ts';
import { asId } from '../ids.ts';
import { GrantBook } from './grant-book.ts';
import { compileGrant, coversRecording, isActiveAt, remainingMs } from './grant-view.ts';

const grant = compileGrant(grantRecord, at(1_000_000));

describe('a compiled grant', () => {
  it('fixes its monotonic deadline from what is left by the wall clock', () => {
    expect(grant.monotonicDeadline).toBe(5_000 + 1_700_000);
    expect(compileGrant(grantRecord, at(9_000_000)).monotonicDeadline).toBe(5_000);
  });

  it('ends at the earlier of both deadlines', () => {
    expect(remainingMs(grant, { now: 2_699_000, monotonicMs: 6_000 })).toBe(1_000);
    expect(remainingMs(grant, { now: 1_000_000, monotonicMs: grant.monotonicDeadline - 7 })).toBe(7);
    expect(remainingMs(grant, { now: 9_000_000, monotonicMs: 6_000 })).toBe(0);
    expect(remainingMs({ ...grant, active: false }, at(1_000_000))).toBe(0);
  });

  it('begins on the monotonic clock: not before its time, and for good', () => {
    const early = compileGrant(grantRecord, at(899_990));
    expect(isActiveAt(early, { now: 899_999, monotonicMs: 5_009 })).toBe(false);
    expect(isActiveAt(early, { now: 900_000, monotonicMs: 5_010 })).toBe(true);
    const begun = compileGrant(grantRecord, at(900_000));
    expect(isActiveAt(begun, { now: 898_000, monotonicMs: 5_100 })).toBe(true);
  });

  it('covers what was recorded from its first epoch to before its last', () => {
    const ended = { ...grant, startEpoch: 3, endEpoch: 5 };
    const covered = [2, 3, 4, 5].filter((epoch) => coversRecording(ended, 'live', epoch));
    expect(covered).toEqual([3, 4]);
    expect(coversRecording(ended, 'historical', 2)).toBe(false);
  });
});

describe('the book of grants in force', () => {
  it('finds a grant by device and by View until it is ended, and ends it once', () => {
    const book = new GrantBook();
    const second = { ...grant, grantId: asId<typeof grant.grantId>('g2'), viewId: asId<typeof grant.viewId>('view-2') };
    book.put(grant);
    book.put(second);
    expect(book.ofDevice(grant.deviceId)).toEqual([grant, second]);
    expect(book.end(grant.grantId)).toBe(grant);
    expect(book.end(grant.grantId)).toBeUndefined();
    expect(book.ofView(grant.viewId)).toBeUndefined();
    expect(book.ofDevice(grant.deviceId)).toEqual([second]);
    book.end(second.grantId);
    expect(book.ofDevice(grant.deviceId)).toEqual([]);
    expect(book.all()).toEqual([]);
  });

  it('holds a grant once, however often it is put', () => {
    const book = new GrantBook();
    book.put(grant);
    book.put({ ...grant, classMask: 0 });
    expect(book.all()).toHaveLength(1);
    expect(book.ofDevice(grant.deviceId)[0]?.classMask).toBe(0);
  });
});
