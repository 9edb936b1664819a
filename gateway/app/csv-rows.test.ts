import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../proto/api/credentials-csv.ts';
import { readCsv } from './csv-rows.ts';

const most = 5_000;
const cellsOf = (text: string) => readCsv(text, most).rows.map(({ cells }) => cells);

describe('a CSV file', () => {
  it.each([
    ['line ends of Windows, and none at the end', 'a,b\r\nc,d'],
    ['line ends of Unix', 'a,b\nc,d\n'],
    ['line ends of an old Macintosh', 'a,b\rc,d\r'],
    ['a byte-order mark', '\uFEFFa,b\nc,d'],
    ['semicolons', 'a;b\r\nc;d\r\n'],
    ['quotes', '"a","b"\r\n"c",d'],
    ['empty lines between', '\r\na,b\r\n\r\n,\r\n  \r\nc,d\r\n\r\n'],
  ])('with %s has the same cells', (_what, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('keeps separators, quotes and line ends that are quoted, and tells where each record begins', () => {
    const { rows } = readCsv('serial,note\n"A,1","say ""hi""\nand\r\nbye"\n\nB,2\n', most);
    expect(rows).toEqual([
      { line: 1, cells: ['serial', 'note'] },
      { line: 2, cells: ['A,1', 'say "hi"\nand\r\nbye'] },
      { line: 6, cells: ['B', '2'] },
    ]);
  });

  it('has an empty cell wherever nothing stands before a separator or a line end', () => {
    expect(cellsOf('a,,\n,b,\n')).toEqual([
      ['a', '', ''],
      ['', 'b', ''],
    ]);
  });

  it('of nothing is empty', () => {
    expect(['', '\uFEFF', '\r\n'].map((text) => readCsv(text, most)).map(({ rows }) => rows)).toEqual([[], [], []]);
  });

  it('is read no further than asked', () => {
    expect(readCsv('a\nb\nc\n"', 2).rows.map(({ line }) => line)).toEqual([1, 2]);
  });

  it.each([
    ['a quote that is not closed', 'a,b\nc,"d\ne,f\n', 2],
    ['something after a closing quote', 'a\n"b"c\n', 2],
  ])('with %s says at which line', (_what, text, line) => {
    expect(readCsv(text, most).brokenAt).toBe(line);
  });

  it('is read as it was written, whatever is in it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', '文') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const text = [['a', 'b'], ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
        const kept = rows.filter((cells) => cells.some((each) => each.trim() !== ''));
        expect(cellsOf(text)).toEqual([['a', 'b'], ...kept]);
      }),
    );
  });

  it('of a megabyte of quotes or commas is read at once', () => {
    for (const text of [
      '\n'.repeat(1_000_000),
      ' \n'.repeat(500_000),
      '"'.repeat(1_000_000),
      ','.repeat(1_000_000),
      '"a'.repeat(500_000),
      'a"'.repeat(500_000),
    ]) {
      const before = process.cpuUsage();
      readCsv(text, most);
      const { user, system } = process.cpuUsage(before);
      // It takes 0.1 s; what looks back over all that it has read takes many minutes. Between is room for a busy machine.
      expect((user + system) / 1_000).toBeLessThan(15_000);
    }
  });
});

/** As `csvCell` has it, but for a plain CSV: nothing is escaped for spreadsheets. */
function quoted(text: string): string {
  return csvCell(`"${text}`).replace('"""', '"');
}
