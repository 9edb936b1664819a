import type { ModelDescription } from '../../proto/api/devices.ts';
import type { Pack } from '../domain/pack.ts';

/** The words of a pack, for consoles. */
export function presentModel(pack: Pack): ModelDescription {
  return {
    model: pack.model,
    name: pack.name,
    vendor: pack.vendor,
    packVersion: pack.version,
    metrics: [...pack.metrics.values()].map((metric) => ({
      name: metric.name,
      label: metric.label,
      unit: metric.unit,
      dataClass: metric.dataClass,
      type: metric.type,
      values: Object.fromEntries([...metric.values].map(([number, { words }]) => [String(number), words])),
      chart: metric.chart,
    })),
    errors: [...pack.errors.values()].map(({ channel, code, name, kind, level, subsystem, words }) => ({
      channel,
      code,
      name,
      kind,
      level,
      subsystem,
      words,
    })),
    firmwareWords: Object.fromEntries(pack.firmwareWords),
  };
}
