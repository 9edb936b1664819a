import type { TraceHeader, TraceRow } from '../../../device-sim/trace/trace.ts';
import type { LabRow, LabTrace } from './lab-trace.ts';
import { Notes } from './notes.ts';
import { readHeader } from './read-header.ts';
import { readRow } from './read-row.ts';

/** What the simulator recorded, read as strictly as a file. Throws on a header that is none: a bug, not input. */
export function traceOf(recorded: {
  readonly name: string;
  readonly header: TraceHeader;
  readonly rows: readonly TraceRow[];
}): LabTrace {
  const read = readHeader(recorded.header, () => true);
  if ('refused' in read) throw new Error(`${recorded.name}: ${read.refused}`);
  const { header } = read;
  const devices = new Set(header.devices.map(({ device }) => device));
  const notes = new Notes();
  const rows = recorded.rows.flatMap((row): LabRow[] => {
    const known = readRow(row, devices, notes);
    return known ? [known] : [];
  });
  return { name: recorded.name, header, notes, rows: () => rows };
}
