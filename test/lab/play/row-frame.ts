import type { FrameBody, Sample } from '../../../gateway/domain/frames.ts';
import { errorKey, type Pack, type PackMetric } from '../../../gateway/domain/pack.ts';
import type { LabRow } from '../trace/lab-trace.ts';
import type { NoteKind, Notes } from '../trace/notes.ts';

const longestText = 256;

/**
 * A row as the body of the frame that would have brought it, by the same limits that the gateway's wire folder sets: an unknown metric,
 * an impossible value or an unknown code is dropped and counted; "not measurable" (NaN) is a value. null: nothing of it is left.
 */
export function rowBody(
  row: LabRow,
  options: { readonly pack: Pack; readonly at: number; readonly notes: Notes },
): FrameBody | null {
  const { pack, at, notes } = options;
  const { body } = row;
  switch (body.kind) {
    case 'metric': {
      const sample = sampleOf(pack.metrics.get(body.metric), body.value, options);
      return (
        sample && { lane: sample.dataClass === 'firmware' ? 'firmware' : 'telemetry', samples: [sample], slots: [] }
      );
    }
    case 'code': {
      const { code, raised, detail } = body;
      const channel = channelOf(pack, code);
      if (channel === undefined) {
        notes.add('code_unknown');
        return null;
      }
      return { lane: 'error', complete: false, errors: [{ channel, code, raised, detail, at }] };
    }
    case 'firmware': {
      const samples = Object.entries(body.fields).flatMap(([field, value]): Sample[] => {
        const metric = pack.metrics.get(field === 'sub' ? 'fw.version.sub' : `fw.${field}`);
        if (!metric) {
          notes.add('firmware_field_unknown');
          return [];
        }
        const sample = sampleOf(metric, value, options);
        return sample ? [sample] : [];
      });
      return samples.length > 0 ? { lane: 'firmware', samples, slots: [] } : null;
    }
    case 'boot': {
      const metric = pack.metrics.get('device.boot.reason');
      const sample = metric && sampleOf(metric, body.reason, { at, notes });
      return sample ? { lane: 'telemetry', samples: [sample] } : null;
    }
  }
}

/** Enumerations as their words, or as the number on the wire. */
function sampleOf(
  metric: PackMetric | undefined,
  value: unknown,
  { at, notes }: { readonly at: number; readonly notes: Notes },
): Sample | null {
  const wrong = metric ? impossible(metric, value) : 'metric_unknown';
  if (wrong !== null || !metric) {
    notes.add(wrong ?? 'metric_unknown');
    return null;
  }
  const known =
    typeof value === 'string' && !isNotMeasurable(metric, value) ? value.slice(0, longestText) : Number(value);
  return { name: metric.name, dataClass: metric.dataClass, value: known, at };
}

const wordSets = new WeakMap<PackMetric, ReadonlySet<string>>();

function wordsOf(metric: PackMetric): ReadonlySet<string> {
  const known = wordSets.get(metric) ?? new Set([...metric.values.values()].map(({ word }) => word));
  wordSets.set(metric, known);
  return known;
}

/** As the wire and its dialects say it: NaN, or the word for it. A text is never that. */
function isNotMeasurable({ type }: PackMetric, value: unknown): boolean {
  return type !== 'text' && (Number.isNaN(value) || (type !== 'enum' && (value === 'NaN' || value === 'nan')));
}

/** What is wrong with a value; null: nothing. */
function impossible(metric: PackMetric, value: unknown): NoteKind | null {
  if (isNotMeasurable(metric, value)) return null;
  switch (metric.type) {
    case 'text':
      return typeof value === 'string' ? null : 'value_wrong_type';
    case 'enum': {
      if (typeof value === 'number') return metric.values.has(value) ? null : 'word_unknown';
      if (typeof value !== 'string') return 'value_wrong_type';
      return wordsOf(metric).has(value) ? null : 'word_unknown';
    }
    case 'gauge':
    case 'counter': {
      if (typeof value !== 'number') return 'value_wrong_type';
      const { range } = metric;
      const isPossible = Number.isFinite(value) && (range === null || (value >= range[0] && value <= range[1]));
      return isPossible ? null : 'value_out_of_range';
    }
  }
}

function channelOf(pack: Pack, code: string): string | undefined {
  if (pack.errors.has(errorKey('main', code))) return 'main';
  for (const error of pack.errors.values()) if (error.code === code) return error.channel;
  return undefined;
}
