import type { diag } from '../../proto/generated/codec.js';
import { dataClasses } from '../domain/data-class.ts';
import { asId, type BootId } from '../domain/ids.ts';
import type { Pack, PackMetric } from '../domain/pack.ts';
import type { Sampling } from '../domain/state/freshness.ts';
import { hex64 } from './numbers.ts';

/** What a device said of itself at the start of a connection (WIRE.md "Handshake", 2). */
export interface MetricTable {
  readonly bootId: BootId;
  readonly model: string;
  readonly hardwareRevision: string;
  /** undefined: declared, but the pack does not know it, so its samples are dropped. */
  readonly byAlias: ReadonlyMap<number, PackMetric | undefined>;
  readonly sampling: ReadonlyMap<string, Sampling>;
  readonly classLies: number;
}

const mostMetrics = 1_024;
const longestPeriodMs = 24 * 3_600_000;

/** undefined: not usable. The pack decides classes; the device's own claim is only compared. */
export function readBirth(birth: diag.IBirth, pack: Pack): MetricTable | undefined {
  const bootId = hex64(birth.bootId);
  const metrics = birth.metrics ?? [];
  if (bootId === undefined || metrics.length > mostMetrics) return undefined;
  const byAlias = new Map<number, PackMetric | undefined>();
  const sampling = new Map<string, Sampling>();
  let classLies = 0;
  for (const declared of metrics) {
    const alias = declared.alias ?? 0;
    if (alias === 0 || byAlias.has(alias)) return undefined;
    const known = pack.metrics.get(declared.name ?? '');
    byAlias.set(alias, known);
    if (!known) continue;
    if (dataClasses[(declared.claimedClass ?? 0) - 1] !== known.dataClass) classLies += 1;
    sampling.set(known.name, {
      idlePeriodMs: period(declared.idlePeriodMs),
      livePeriodMs: period(declared.livePeriodMs),
      onChange: declared.onChange ?? false,
    });
  }
  const hardwareRevision = (birth.hardwareRevision ?? '').slice(0, 40);
  const table = shared(pack, { byAlias, sampling });
  return { bootId: asId(bootId), model: birth.model ?? '', hardwareRevision, ...table, classLies };
}

type Declared = Pick<MetricTable, 'byAlias' | 'sampling'>;
/** As the last device of each model said. */
const lastSaid = new WeakMap<Pack, Declared>();

/** Ten thousand devices of a model declare the same: they have one table together. */
function shared(pack: Pack, said: Declared): Declared {
  const last = lastSaid.get(pack);
  if (last && isSame(last, said)) return last;
  lastSaid.set(pack, said);
  return said;
}

function isSame(one: Declared, other: Declared): boolean {
  if (one.byAlias.size !== other.byAlias.size || one.sampling.size !== other.sampling.size) return false;
  for (const [alias, metric] of one.byAlias)
    if (!other.byAlias.has(alias) || other.byAlias.get(alias) !== metric) return false;
  for (const [name, { idlePeriodMs, livePeriodMs, onChange }] of one.sampling) {
    const its = other.sampling.get(name);
    if (its?.idlePeriodMs !== idlePeriodMs || its.livePeriodMs !== livePeriodMs || its.onChange !== onChange)
      return false;
  }
  return true;
}

function period(ms: number | null | undefined): number | null {
  return ms ? Math.min(ms, longestPeriodMs) : null;
}
