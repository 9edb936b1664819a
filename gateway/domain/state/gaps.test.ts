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
    ledger.declaredDropped(2, 8);
    expect(ledger.dropped).toBe(7);
    expect(ledger.gaps(gapAfterMs)).toBe(1);
  });

  it('stays small whatever a device claims', () => {
    const ledger = new SeqLedger();
    ledger.settled(1, 0);
    ledger.settled(Number.MAX_SAFE_INTEGER, 0);
    expect(ledger.gaps(gapAfterMs)).toBeLessThanOrEqual(2_048);
    ledger.declaredDropped(1, Number.MAX_SAFE_INTEGER);
    expect(ledger.gaps(gapAfterMs)).toBe(0);
  });
});
