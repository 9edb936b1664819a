import { expect, test } from 'vitest';
import { ArchiveBench } from '../../testing/archive-bench.ts';
import { realisticEntries } from '../../testing/realistic-entries.ts';
import { prepareJournalSize } from './journal-size.ts';

test('the size of the journal is that of its rows, while it grows, shrinks and grows again', () => {
  const bench = new ArchiveBench();
  try {
    const viewId = bench.view('one');
    const size = prepareJournalSize(bench.reading);
    const rows = bench.reading.prepare<[], { id: number; bytes: number }>(
      'SELECT id, octet_length(body) AS bytes FROM journal WHERE id > 0 ORDER BY id',
    );
    const asItIs = () => {
      const all = rows.all();
      return { bytes: all.reduce((sum, { bytes }) => sum + bytes, 0), oldestId: all[0]?.id ?? null };
    };
    expect(size()).toEqual({ bytes: 0, oldestId: null });
    const sent = realisticEntries(12);
    for (const [index, entry] of sent.entries()) {
      bench.commit([{ ...entry, viewId }]);
      if (index % 2 === 0) expect(size()).toEqual(asItIs());
      if (index === 5 || index === 9) bench.archive();
    }
    expect(asItIs().bytes).toBeGreaterThan(0);
    expect(size()).toEqual(asItIs());
  } finally {
    bench.close();
  }
});
