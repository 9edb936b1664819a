import { Fields } from '../fields.ts';
import type { ErrorSpec, Model } from '../models/model.ts';
import type { CodeChange } from '../wire/records.ts';
import { platformLimits } from './platform/codes.ts';

/** The firmware's own condition of one code (datasheet, `errors`): when raised, when cleared. */
export interface CodeCondition<View> {
  readonly raise: (view: View) => boolean;
  /** Seconds without a break; 0: at once. */
  readonly raiseS: number;
  /** Undefined: cleared only when the owner or an operation resumes. */
  readonly clear?: (view: View) => boolean;
  readonly clearS?: number;
  readonly detail?: (view: View) => string;
}

/** The numbers of one code's conditions in the model file. */
type Limit = (name: string) => number;

/** Conditions by code, each made from its limits. */
export type ConditionTable<View> = Readonly<Record<number, (limit: Limit) => CodeCondition<View>>>;

/** The monitor of all codes that are in the table and which the model file gives limits for. */
export function codeMonitor<View>(model: Model, table: ConditionTable<View>): CodeMonitor<View> {
  const rows = [...model.errors.values()].flatMap((spec) => {
    const build = table[spec.code];
    const limits = spec.limits ?? sharedLimits(spec.code);
    if (!build || !limits) return [];
    // Looked up at every step: read from the file once.
    const known = new Map<string, number>();
    const limit: Limit = (name) => {
      const value = known.get(name) ?? limits.number(name);
      known.set(name, value);
      return value;
    };
    return [{ spec, condition: build(limit) }];
  });
  return new CodeMonitor(rows);
}

/** Codes of the platform have the same numbers on every model. */
function sharedLimits(code: number): Fields | undefined {
  const value = platformLimits[code];
  return value && new Fields({ value, file: 'platform', path: `errors.${code}.limits` });
}

interface Row<View> {
  readonly spec: ErrorSpec;
  readonly condition: CodeCondition<View>;
  heldS: number;
  raisedAt: number | undefined;
  detail: string;
}

const severe: readonly string[] = ['error', 'catastrophic'];

/** Watches all codes of a device. */
export class CodeMonitor<View> {
  readonly #rows: readonly Row<View>[];

  constructor(rows: readonly { readonly spec: ErrorSpec; readonly condition: CodeCondition<View> }[]) {
    this.#rows = rows.map((row) => ({ ...row, heldS: 0, raisedAt: undefined, detail: '' }));
  }

  /** Specs of the codes that are raised. */
  get active(): readonly ErrorSpec[] {
    return this.#rows.filter((row) => row.raisedAt !== undefined).map((row) => row.spec);
  }

  /** A code of level error or above is raised. */
  get failing(): boolean {
    return this.#rows.some((row) => row.raisedAt !== undefined && severe.includes(row.spec.level));
  }

  get activeChanges(): readonly CodeChange[] {
    return this.#rows.flatMap(({ spec, raisedAt, detail }) =>
      raisedAt === undefined ? [] : [{ code: spec.code, raised: true, detail, at: raisedAt }],
    );
  }

  /** One step of `dt` seconds; `at` is the device's wall clock, ms. */
  step(view: View, dt: number, at: number): readonly CodeChange[] {
    const changes: CodeChange[] = [];
    for (const row of this.#rows) {
      const { condition, spec } = row;
      const up = row.raisedAt !== undefined;
      const met = up ? (condition.clear?.(view) ?? false) : condition.raise(view);
      row.heldS = met ? row.heldS + dt : 0;
      const needed = up ? (condition.clearS ?? 0) : condition.raiseS;
      // Sums of steps like 0.2 s miss whole seconds by less than this.
      if (!met || row.heldS < needed - 1e-6) continue;
      row.heldS = 0;
      row.raisedAt = up ? undefined : at;
      if (!up) row.detail = condition.detail?.(view) ?? '';
      changes.push({ code: spec.code, raised: !up, detail: row.detail, at });
    }
    return changes;
  }

  /** The owner or an operation resumes the work: what waits for that is cleared. */
  resume(at: number): readonly CodeChange[] {
    const waiting = this.#rows.filter((row) => row.raisedAt !== undefined && !row.condition.clear);
    return waiting.map((row) => {
      row.raisedAt = undefined;
      row.heldS = 0;
      return { code: row.spec.code, raised: false, detail: row.detail, at };
    });
  }
}
