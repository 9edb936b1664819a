import { Compile } from 'typebox/compile';
import type { LabRow, RowBody } from './lab-trace.ts';
import type { Notes } from './notes.ts';
import { RowForm } from './trace-form.ts';

const form = Compile(RowForm);
const longestS = 31_622_400;
const longestText = 256;
/** Stands for the device in rows of what the gateway knows of itself; no device can be called so. */
export const observer = '\u0000observer';

/** A row, or null when nothing of it can be used: then it was counted. `devices`: names of the header; '' for the only one. */
export function readRow(content: unknown, devices: ReadonlySet<string>, notes: Notes): LabRow | null {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return refuse('row_malformed');
  const { t, device, at, via } = content as Readonly<Record<string, unknown>>;
  if (typeof t !== 'number' || !Number.isFinite(t)) return refuse('time_missing');
  if (t < 0 || t > longestS) return refuse('time_out_of_range');
  const isOfObserver =
    'metric' in content && typeof content.metric === 'string' && content.metric.startsWith('observer.');
  const of = isOfObserver ? observer : devices.has('') ? '' : device;
  if (typeof of !== 'string' || (of !== observer && !devices.has(of))) return refuse('device_unknown');
  // In memory NaN stands for what a file has as null.
  const isNaN = 'value' in content && Number.isNaN(content.value);
  const body = bodyOf(isNaN ? { ...content, value: null } : content);
  if (!body) return refuse('row_malformed');
  // A device's clock may be anywhere: what it dates beyond reason is old, as the gateway takes it.
  const isDated = typeof at === 'number' && Number.isFinite(at);
  if (at !== undefined && (!isDated || Math.abs(at) > longestS)) notes.add('time_out_of_range');
  return {
    t,
    device: of,
    at: isDated ? Math.max(-longestS, Math.min(longestS, at)) : null,
    via: typeof via === 'string' ? via : null,
    body,
  };

  function refuse(kind: Parameters<Notes['add']>[0]): null {
    notes.add(kind);
    return null;
  }
}

function bodyOf(content: unknown): RowBody | null {
  if (!form.Check(content)) return null;
  if ('metric' in content) return { kind: 'metric', metric: content.metric, value: content.value ?? Number.NaN };
  if ('error' in content) {
    const raised = 'raised' in content;
    const detail = raised ? String(content.detail ?? '').slice(0, longestText) : '';
    return { kind: 'code', code: String(content.error), raised, detail };
  }
  if ('firmware' in content) return { kind: 'firmware', fields: content.firmware };
  return { kind: 'boot', reason: content.boot.reason ?? 'unspecified' };
}
