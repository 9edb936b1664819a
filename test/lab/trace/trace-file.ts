import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { LabHeader, LabRow, LabTrace } from './lab-trace.ts';
import { linesOf } from './lines.ts';
import { Notes } from './notes.ts';
import { readHeader } from './read-header.ts';
import { readRow } from './read-row.ts';

/** Files of a folder that hold traces, by name; a file stands for itself. */
export function traceFiles(path: string): readonly { readonly file: string; readonly name: string }[] {
  if (!statSync(path).isDirectory()) return [{ file: path, name: basename(path) }];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.jsonl') && basename(file) !== 'verdicts.jsonl')
    .sort()
    .map((file) => ({ file: join(path, file), name: relative(path, join(path, file)) }));
}

export type OpenedTrace = LabTrace | { readonly refused: string };

/**
 * A trace in a file: its header is read at once, its rows when they are gone through, line by line. Refused with
 * `file:line: sentence` when the header cannot be used or no row can; what else is wrong is counted in `notes`.
 */
export function openTrace(
  source: { readonly file: string; readonly name: string },
  isModel: (model: string) => boolean,
): OpenedTrace {
  const refuse = (line: number, sentence: string) => ({ refused: `${source.name}:${line}: ${sentence}` });
  const [first] = firstLine(source.file);
  if (first === undefined || first === '') return refuse(1, 'the file is empty: the first line must be the header.');
  if (first === null) return refuse(1, 'the header is longer than 4 MiB.');
  const content = parse(first);
  if (content === undefined) return refuse(1, 'the header is not JSON.');
  const read = readHeader(content, isModel);
  if ('refused' in read) return refuse(1, read.refused);
  const firstRow = firstUsable(source.file, read.header);
  if (firstRow.usable === 0 && firstRow.lines > 0) return refuse(2, 'no line after the header is a row of a trace.');
  const notes = new Notes();
  let counted = false;
  return {
    name: source.name,
    header: read.header,
    notes,
    *rows() {
      const into = counted ? new Notes() : notes;
      counted = true;
      yield* rowsOf(source.file, read.header, into);
    },
  };
}

function* rowsOf(file: string, header: LabHeader, notes: Notes): Generator<LabRow> {
  const devices = new Set(header.devices.map(({ device }) => device));
  for (const { number, text } of linesOf(file)) {
    if (number === 1 || text === '') continue;
    if (text === null) {
      notes.add('line_too_long');
      continue;
    }
    const content = parse(text);
    if (content === undefined) {
      notes.add('line_not_json');
      continue;
    }
    const row = readRow(content, devices, notes);
    if (row) yield row;
  }
}

/** Undefined: no line. */
function firstLine(file: string): (string | null)[] {
  for (const { text } of linesOf(file)) return [text?.replace(/^\uFEFF/, '') ?? null];
  return [];
}

/** Reads on until a row can be used. */
function firstUsable(file: string, header: LabHeader): { readonly usable: number; readonly lines: number } {
  for (const _ of rowsOf(file, header, new Notes())) return { usable: 1, lines: 1 };
  let lines = -1;
  for (const { text } of linesOf(file)) if (text !== '') lines += 1;
  return { usable: 0, lines };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
