import { describe, expect, it } from 'vitest';
import { gapAfterMs, SeqLedger } from './gaps.ts';

describe('the ledger of seqs', () => {
  it('takes a seq that is missing for 30 s below the highest settled one for a gap', () => {
    const ledger = new SeqLedger();
    ledger.settled(1, 0);
    ledger.settled(4, 1_000);
    expect(ledger.gaps(1_000 + gapAfterMs - 1)).toBe(0);
    expect(ledger.gaps(1_000 + gapAfterMs)).toBe(2);
  });

  it('closes a gap when the seq comes after all', () => {
    const ledger = new SeqLedger();
    for (const seq of [1, 3, 2]) ledger.settled(seq, 0);
    expect(ledger.gaps(gapAfterMs)).toBe(0);
  });

  it('does not count what came before the first that was seen', () => {
    const ledger = new SeqLedger();
    ledger.settled(500, 0);
    expect(ledger.gaps(gapAfterMs)).toBe(0);
  });

  it('is not disturbed by seqs that go backwards or come twice', () => {
    const ledger = new SeqLedger();
    for (const seq of [5, 4, 4, 5, 1, 6]) ledger.settled(seq, 0);
    expect(ledger.gaps(gapAfterMs)).toBe(0);
  });

  it('tells what the device dropped apart from what was lost', () => {
    const ledger = new SeqLedger();
    ledger.settled(1, 0);
    ledger.settled(10, 0);
    expect(ledger.declaredDropped({ from: 2, to: 8, before: 10 }, 0)).toBe(7);
    expect(ledger.gaps(gapAfterMs)).toBe(1);
  });

  it('counts what the device dropped once, however often it says so', () => {
    const ledger = new SeqLedger();
    ledger.settled(1, 0);
    ledger.settled(10, 0);
    const said = { from: 2, to: 9, before: 10 };
    expect([ledger.declaredDropped(said, 0), ledger.declaredDropped(said, 0)]).toEqual([8, 0]);
    ledger.settled(20, 0);
    expect(ledger.declaredDropped({ from: 2, to: 12, before: 20 }, 0)).toBe(2);
  });

  it('believes no word of what was dropped after the message that says so, or of what has come', () => {
    const ledger = new SeqLedger();
    for (const seq of [1, 2, 3, 6]) ledger.settled(seq, 0);
    expect(ledger.declaredDropped({ from: 1, to: Number.MAX_SAFE_INTEGER, before: 6 }, 0)).toBe(2);
    ledger.settled(9, 1_000);
    expect(ledger.gaps(1_000 + gapAfterMs)).toBe(2);
  });

  it('believes no more of one declaration than a buffer can hold', () => {
    const ledger = new SeqLedger();
    const said = { from: 1, to: Number.MAX_SAFE_INTEGER, before: Number.MAX_SAFE_INTEGER };
    expect(ledger.declaredDropped(said, 0)).toBe(1_000_000);
    ledger.settled(said.before, 0);
    expect(ledger.declaredDropped(said, 0)).toBe(0);
  });

  it('counts all of a long drop, and takes what lies between for missing', () => {
    const ledger = new SeqLedger();
    ledger.settled(1, 0);
    expect(ledger.declaredDropped({ from: 4, to: 20_000, before: 20_001 }, 0)).toBe(19_997);
    ledger.settled(20_001, 0);
    expect(ledger.gaps(gapAfterMs)).toBe(2);
  });

  it('stays small whatever a device claims', () => {
    const ledger = new SeqLedger();
    ledger.settled(1, 0);
    ledger.settled(Number.MAX_SAFE_INTEGER, 0);
    expect(ledger.gaps(gapAfterMs)).toBeLessThanOrEqual(2_048);
    ledger.declaredDropped({ from: 1, to: Number.MAX_SAFE_INTEGER, before: Number.MAX_SAFE_INTEGER }, 0);
    expect(ledger.gaps(gapAfterMs)).toBe(0);
  });
});
