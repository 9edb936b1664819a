import { describe, expect, it } from 'vitest';
import { marksOf, mostMarks, tagsOf } from './history-marks.ts';
import { record } from './test-frames.ts';
import type { Localisation, SymptomStatus } from './localisation-model.ts';

const shown = { from: 100_000, to: 200_000 };
function symptoms(...of: readonly Pick<SymptomStatus, 'id' | 'phase' | 'since'>[]): Localisation {
  const each = of.map((some): SymptomStatus => ({ ...some, instances: [], unknownBecause: '', before: [] }));
  const nothing = { hypotheses: [], none: 1, unmodelled: 0, abstained: false, headline: [], next: [], told: [] };
  return { ...nothing, stop: '', exit: '', withheld: [], symptoms: new Map(each.map((some) => [some.id, some])) };
}

describe('marks', () => {
  it('are errors as they come and go, restarts and symptoms that hold, in their order', () => {
    const frame = { receivedAt: 150_000, before: [] };
    const errors = new Map([
      ['main/1', record({ firstAt: 120_000, lastAt: 150_400, lastFrames: [frame], clearedAt: 180_000 })],
    ]);
    const localisation = symptoms(
      { id: 'stuck', phase: 'confirmed', since: 130_000 },
      { id: 'weak', phase: 'absent', since: 140_000 },
    );
    expect(marksOf({ errors, localisation }, [110_000], shown)).toEqual([
      { kind: 'boot', at: 110_000, of: '' },
      { kind: 'raised', at: 120_000, of: 'main/1' },
      { kind: 'symptom', at: 130_000, of: 'stuck' },
      // Once, although its freeze frame tells of it too.
      { kind: 'raised', at: 150_000, of: 'main/1' },
      { kind: 'cleared', at: 180_000, of: 'main/1' },
    ]);
  });

  it('of another time are left out, and of too many the oldest', () => {
    const none = { errors: new Map(), localisation: undefined };
    expect(marksOf(none, [99_999, 100_000, 200_000, 200_001], shown).map(({ at }) => at)).toEqual([100_000, 200_000]);
    const many = Array.from({ length: mostMarks + 5 }, (_, index) => 100_000 + index);
    expect(marksOf(none, many, shown).map(({ at }) => at)).toEqual(many.slice(5));
  });
});

describe('the numbers of marks', () => {
  it('share one tag where they would cover each other', () => {
    expect(tagsOf([10, 20, 31, 40, 60], 22)).toEqual([
      { first: 0, last: 2 },
      { first: 3, last: 4 },
    ]);
    expect(tagsOf([], 22)).toEqual([]);
  });
});
