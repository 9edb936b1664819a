/** One record of a CSV file; `line`: of the file, from 1, where it begins (a quoted cell may have lines of its own). */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * CSV as people's programs write it: RFC 4180, with or without a byte-order mark, any line end, comma or semicolon (Excel in
 * countries with a decimal comma), by whichever the first line has more of. Empty lines are left out. `brokenAt`: the line
 * whose quotes are wrong; what follows it cannot be told apart.
 */
export function readCsv(text: string): { readonly rows: readonly CsvRow[]; readonly brokenAt: number | null } {
  const whole = text.replace(/^\uFEFF/, '');
  const first = /^[^\r\n]*/.exec(whole)?.[0] ?? '';
  const separator = first.split(';').length > first.split(',').length ? ';' : ',';
  // A cell, quoted or plain, and what ends it. Each alternative begins differently, so that no text is looked at twice.
  const cell = separator === ';' ? cellBeforeSemicolon : cellBeforeComma;
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let [line, begunAt, at] = [1, 1, 0];
  while (at < whole.length || cells.length > 0) {
    cell.lastIndex = at;
    const found = cell.exec(whole);
    if (!found) return { rows, brokenAt: line };
    const [matched, quoted, plain = '', end] = found;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += (quoted?.match(lineEnd)?.length ?? 0) + (end === separator || end === '' ? 0 : 1);
    at += matched.length;
    if (end === separator) continue;
    if (cells.some((each) => each.trim() !== '')) rows.push({ line: begunAt, cells });
    [cells, begunAt] = [[], line];
  }
  return { rows, brokenAt: null };
}

const lineEnd = /\r\n|\r|\n/g;
const cellBeforeComma = /(?:"((?:[^"]|"")*)"|([^",\r\n][^,\r\n]*)?)(,|\r\n|\r|\n|$)/y;
const cellBeforeSemicolon = /(?:"((?:[^"]|"")*)"|([^";\r\n][^;\r\n]*)?)(;|\r\n|\r|\n|$)/y;
