import type { diag } from '../../proto/generated/codec.js';
import type { FrameBody, Sample } from '../domain/frames.ts';
import { errorKey, type Pack, type PackMetric } from '../domain/pack.ts';
import type { RefusalCode } from '../domain/refusals.ts';
import type { MetricTable } from './birth.ts';

/** What reading a body needs, and where it says what it dropped. */
export interface BodyReader {
  readonly pack: Pack;
  readonly table: MetricTable;
  drop(code: RefusalCode): void;
}

const longestText = 256;
const longestLogText = 2_000;
const mostLogEntries = 500;
/** Of one report; no model has half as many codes. */
const mostErrors = 256;

/** Packed columns -> samples; an unknown alias or an impossible value drops that sample only. */
export function readTelemetry(message: diag.ITelemetry, baseAt: number, reader: BodyReader): FrameBody | undefined {
  const aliases = message.aliases ?? [];
  const values = message.values ?? [];
  const offsets = message.offsetsMs ?? [];
  if (values.length !== aliases.length || offsets.length !== aliases.length) {
    reader.drop('columns_unequal');
    return undefined;
  }
  const samples: Sample[] = [];
  for (const [index, alias] of aliases.entries()) {
    const sample = telemetrySample(alias, values[index] ?? Number.NaN, baseAt + (offsets[index] ?? 0), reader);
    if (sample) samples.push(sample);
  }
  for (const text of message.texts ?? []) {
    const metric = telemetryMetric(text.alias ?? 0, reader);
    if (!metric) continue;
    if (metric.type !== 'text') reader.drop('value_out_of_range');
    else {
      const value = (text.value ?? '').slice(0, longestText);
      samples.push({ name: metric.name, dataClass: metric.dataClass, value, at: baseAt + (text.offsetMs ?? 0) });
    }
  }
  return samples.length > 0 ? { lane: 'telemetry', samples } : undefined;
}

/** undefined: the alias is unknown or the value impossible, which is counted. */
export function telemetrySample(alias: number, value: number, at: number, reader: BodyReader): Sample | undefined {
  const metric = telemetryMetric(alias, reader);
  if (!metric) return undefined;
  if (isPossible(metric, value)) return { name: metric.name, dataClass: metric.dataClass, value, at };
  reader.drop('value_out_of_range');
  return undefined;
}

export function readErrors(message: diag.IErrorReport, baseAt: number, reader: BodyReader): FrameBody | undefined {
  const changes = message.errors ?? [];
  if (changes.length > mostErrors) {
    // Not cut short: of a complete list that would heal what was cut off.
    reader.drop('payload_malformed');
    return undefined;
  }
  const errors = changes.flatMap((change) => {
    const channel = change.channel || 'main';
    const code = String(change.code ?? 0);
    if (!reader.pack.errors.has(errorKey(channel, code))) {
      reader.drop('field_unknown');
      return [];
    }
    const detail = (change.detail ?? '').slice(0, longestText);
    return [{ channel, code, raised: change.raised ?? false, detail, at: baseAt + (change.offsetMs ?? 0) }];
  });
  const complete = message.complete ?? false;
  return errors.length > 0 || complete ? { lane: 'error', complete, errors } : undefined;
}

/** The words of the datasheet; `fw.*` travels in this lane only. */
export function readFirmware(message: diag.IFirmwareReport, baseAt: number, reader: BodyReader): FrameBody | undefined {
  const told = {
    'fw.state': message.state,
    'fw.result': message.result,
    'fw.version': message.version,
    'fw.version.sub': message.versionSub,
    'fw.target': message.target,
    'fw.slot_state': message.slotState,
    'fw.progress': message.progress,
  };
  const samples: Sample[] = [];
  for (const [name, value] of Object.entries(told)) {
    if (value === null || value === undefined) continue;
    const metric = reader.pack.metrics.get(name);
    if (!metric) reader.drop('field_unknown');
    else if (!isFirmwareValue(metric, value)) reader.drop('value_out_of_range');
    else samples.push({ name, dataClass: 'firmware', value, at: baseAt });
  }
  const slots = (message.slots ?? []).slice(0, 8).map((slot) => ({
    name: (slot.name ?? '').slice(0, longestText),
    version: (slot.version ?? '').slice(0, longestText),
    state: (slot.state ?? '').slice(0, longestText),
  }));
  return samples.length > 0 || slots.length > 0 ? { lane: 'firmware', samples, slots } : undefined;
}

export function readLog(message: diag.ILogReport, baseAt: number): FrameBody | undefined {
  const entries = (message.entries ?? []).slice(0, mostLogEntries).map((entry) => ({
    at: baseAt + (entry.offsetMs ?? 0),
    level: (entry.level ?? '').slice(0, 20),
    source: (entry.source ?? '').slice(0, longestText),
    text: (entry.text ?? '').slice(0, longestLogText),
  }));
  return entries.length > 0 ? { lane: 'log', entries } : undefined;
}

function telemetryMetric(alias: number, reader: BodyReader): PackMetric | undefined {
  const metric = reader.table.byAlias.get(alias);
  if (metric && metric.dataClass !== 'firmware') return metric;
  if (metric) reader.drop('lane_wrong');
  else reader.drop(reader.table.byAlias.has(alias) ? 'field_unknown' : 'alias_unknown');
  return undefined;
}

/** NaN says "not measurable"; infinity, a number beyond the field's range and an undefined word say nothing. */
function isPossible(metric: PackMetric, value: number): boolean {
  if (metric.type === 'text') return false;
  if (Number.isNaN(value)) return true;
  if (metric.type === 'enum') return metric.values.has(value);
  if (!Number.isFinite(value)) return false;
  return metric.range === null || (value >= metric.range[0] && value <= metric.range[1]);
}

function isFirmwareValue(metric: PackMetric, value: string | number): boolean {
  if (typeof value === 'number') return metric.type === 'gauge' && isPossible(metric, value);
  if (metric.type === 'text') return value.length <= longestText;
  return metric.type === 'enum' && [...metric.values.values()].some(({ word }) => word === value);
}
