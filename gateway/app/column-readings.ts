import { type ClassMask, includesClass } from '../domain/data-class.ts';
import type { Readings } from '../domain/localisation/evidence.ts';
import type { LocaliserProgram } from '../domain/localisation/localiser-program.ts';
import type { PackMetric } from '../domain/pack.ts';
import type { SampleColumns, SampleLayout } from '../domain/sample-columns.ts';
import { bootReason, valueOf } from './evidence-of.ts';

/** Which columns of a layout the rules of a program read. */
interface ColumnPlan {
  readonly program: LocaliserProgram;
  readonly mask: ClassMask;
  readonly tellsOfBoot: boolean;
  readonly columns: readonly number[];
  /** Of each: what the pack says of it. */
  readonly said: readonly (PackMetric | undefined)[];
  /** Filled by each message, for all Views alike: nobody keeps it. */
  readonly readings: { at: number; readonly metrics: readonly number[]; readonly values: (number | string)[] };
}

/** Worked out once for all Views that see the same of it. */
const plans = new WeakMap<SampleLayout, ColumnPlan[]>();

/**
 * As `readingsOf`, of a message in columns and without looking up its names; until the next is asked for. undefined: it also tells
 * of a boot, or of what is no value, and is to be taken sample by sample.
 */
export function columnReadings(
  at: number,
  { layout, values }: SampleColumns,
  program: LocaliserProgram,
  mask: ClassMask,
): Readings | undefined {
  const { tellsOfBoot, columns, said, readings } = planOf(layout, program, mask);
  if (tellsOfBoot) return undefined;
  readings.at = at;
  for (let index = 0; index < columns.length; index += 1) {
    const value = valueOf(values[columns[index] as number] as number, said[index]);
    if (value === undefined) return undefined;
    readings.values[index] = value;
  }
  return readings;
}

function planOf(layout: SampleLayout, program: LocaliserProgram, mask: ClassMask): ColumnPlan {
  let known = plans.get(layout);
  if (known === undefined) plans.set(layout, (known = []));
  for (const plan of known) if (plan.program === program && plan.mask === mask) return plan;
  const read = layout.names.flatMap((name, column) => {
    const found = includesClass(mask, layout.dataClasses[column] ?? 'logs') ? program.reads.get(name) : undefined;
    return found ? [{ column, ...found }] : [];
  });
  const plan: ColumnPlan = {
    program,
    mask,
    tellsOfBoot: layout.names.includes(bootReason),
    columns: read.map(({ column }) => column),
    said: read.map(({ metric }) => metric),
    readings: { at: 0, metrics: read.map(({ index }) => index), values: read.map(() => 0.5) },
  };
  // A pack that is loaded anew brings another program: those of old ones go.
  if (known.length >= 32) known.shift();
  known.push(plan);
  return plan;
}
