import { CsvError, parse } from 'csv-parse/sync';

/** One record of a CSV file; `line`: of the file, from 1, where it begins (a quoted cell may have lines of its own). */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** As csv-parse gives it with `info`; `bytes`: read so far, this record's included. Its `lines` count CRLF within quotes twice. */
interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly bytes: number };
}

/**
 * The first `most` records of CSV as people's programs write it: RFC 4180, with or without a byte-order mark, any line end,
 * comma or semicolon (Excel in countries with a decimal comma), by whichever the first line has more of. Empty lines are
 * left out. `brokenAt`: the line where a record begins whose quotes are wrong; what follows it cannot be told apart.
 */
export function readCsv(
  text: string,
  most: number,
): { readonly rows: readonly CsvRow[]; readonly brokenAt: number | null } {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ',';
  const bytes = Buffer.from(text);
  const rows: CsvRow[] = [];
  let [line, at] = [1, 0];
  /** Moves on to where a record begins: behind the empty lines. */
  const begin = (): number => {
    const empty = /^(?:\r\n|\r|\n)*/.exec(bytes.subarray(at).toString('latin1'))?.[0] ?? '';
    return line + lineEnds(empty);
  };
  try {
    parse(bytes, {
      bom: true,
      delimiter,
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      to: most,
      on_record: (parsed) => {
        const { record, info } = parsed as unknown as Parsed;
        if (record.some((cell) => cell.trim() !== '')) rows.push({ line: begin(), cells: record });
        line += lineEnds(bytes.subarray(at, info.bytes).toString('latin1'));
        at = info.bytes;
        return null;
      },
    });
    return { rows, brokenAt: null };
  } catch (error) {
    if (error instanceof CsvError) return { rows, brokenAt: begin() };
    throw error;
  }
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
