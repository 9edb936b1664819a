import type { DataFrame, FrameBody } from '../../domain/frames.ts';
import type { BootId, DeviceId } from '../../domain/ids.ts';
import type { Pack, PackMetric } from '../../domain/pack.ts';
import { isRefusal, type RefusalCode } from '../../domain/refusals.ts';
import type { Decoded, RawMessage, WireLink } from '../../ports.ts';
import type { TopicTable } from './dialect-profile.ts';
import { createErrorReader, type ErrorReader } from './homie-errors.ts';
import { homieProfile } from './homie-profile.ts';
import { readText, readValue } from './homie-values.ts';
import { valetudoTopics } from './valetudo-topics.ts';

const tables: readonly TopicTable[] = [valetudoTopics];
const longestUnitBytes = 16;
const longestStateBytes = 32;

/**
 * The Homie dialect on one connection: topics -> DataFrames of source `homie`. The gateway mints `bootId` (one a
 * connection) and seq; there is no epoch, and a sample's time is its receive time. Nothing is derived from how often
 * `$state` changes: devices pass through `init` whenever they learn of an attribute. A model without a topic table is
 * only seen to be alive. Faults in a payload are answers, never exceptions (WIRE.md "Settling").
 */
export function openHomieLink(options: {
  readonly deviceId: DeviceId;
  /** Where its topics begin: "valetudo/robot". */
  readonly root: string;
  readonly pack: Pack;
  readonly bootId: BootId;
}): WireLink {
  const { deviceId, pack, bootId } = options;
  const root = `${options.root}/`;
  const table = tables.find(({ model }) => model === pack.model);
  const metrics = metricsByPath(table, pack);
  const errors: ErrorReader | undefined = table?.error
    ? createErrorReader({ pack, channel: table.error.channel })
    : undefined;
  const units = new Map<string, string>();
  let seq = 0;

  function receive(raw: RawMessage): Decoded {
    if (raw.oversize) return discard('oversize');
    if (!raw.topic.startsWith(root)) return discard('dialect_topic_unknown');
    const path = raw.topic.slice(root.length);
    if (path === homieProfile.liveness.path) return readLiveness(deviceId, raw.payload);
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (name === homieProfile.unit.attribute) return learnUnit(path.slice(0, -name.length - 1), raw.payload);
    if (homieProfile.descriptions.has(name)) return nothing;
    if (errors && path === table?.error?.path) return readError(errors, raw);
    const metric = metrics.get(path);
    return metric ? readMetric(metric, path, raw) : discard('dialect_topic_unknown');
  }

  function readMetric(metric: PackMetric, path: string, raw: RawMessage): Decoded {
    const value = readValue(metric, raw.payload, units.get(path));
    if (isRefusal(value)) return discard(value.refused);
    const sample = { name: metric.name, dataClass: metric.dataClass, value, at: raw.receivedAt };
    return frame({ lane: 'telemetry', samples: [sample] }, raw);
  }

  function readError(reader: ErrorReader, raw: RawMessage): Decoded {
    const active = reader.read(raw.payload, raw.receivedAt);
    return isRefusal(active) ? discard(active.refused) : frame({ lane: 'error', complete: true, errors: active }, raw);
  }

  /** A unit describes a topic and is no reading of it, so it may be learned before anything is granted. */
  function learnUnit(path: string, payload: Uint8Array): Decoded {
    if (!metrics.has(path)) return nothing;
    const unit = readText(payload, longestUnitBytes);
    if (unit === undefined) return discard('payload_malformed');
    if (unit === '') units.delete(path);
    else units.set(path, unit);
    return nothing;
  }

  /** `kind` is live whatever the publisher's retain flag says (profile: `publishersRetain`). */
  function frame(body: FrameBody, raw: RawMessage): Decoded {
    const made: DataFrame = {
      deviceId,
      source: 'homie',
      bootId,
      seq: ++seq,
      epoch: null,
      kind: 'live',
      receivedAt: raw.receivedAt,
      body,
    };
    return { frames: [made], discarded: [], heard: [deviceId] };
  }

  return { receive };
}

function readLiveness(deviceId: DeviceId, payload: Uint8Array): Decoded {
  const word = readText(payload, longestStateBytes) ?? '';
  const { alive, gone } = homieProfile.liveness;
  const said = (presence: 'online' | 'offline'): Decoded => ({
    ...nothing,
    presence: [{ deviceId, presence, isClient: true }],
    heard: [deviceId],
  });
  if (alive.includes(word)) return said('online');
  return gone.includes(word) ? said('offline') : discard('payload_malformed');
}

function metricsByPath(table: TopicTable | undefined, pack: Pack): ReadonlyMap<string, PackMetric> {
  const found = new Map<string, PackMetric>();
  for (const [path, name] of table?.metrics ?? []) {
    const metric = pack.metrics.get(name);
    if (!metric) throw new Error(`The pack ${pack.model} lacks the metric ${name} of its topic table`);
    found.set(path, metric);
  }
  return found;
}

const nothing: Decoded = { frames: [], discarded: [] };

function discard(code: RefusalCode): Decoded {
  return { frames: [], discarded: [code] };
}
