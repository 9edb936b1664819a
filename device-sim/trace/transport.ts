import type { Random } from '../random.ts';
import type { TraceRow } from './trace.ts';
import type { TransportOrder } from './trace-orders.ts';

/** Rows after a bad way: some lost, later, twice or out of order, stamped by a clock that is ahead. */
export function transported(options: {
  readonly rows: readonly TraceRow[];
  readonly transport: TransportOrder;
  readonly random: Random;
}): readonly TraceRow[] {
  const { transport, random } = options;
  const { lossPct, delayS, reorder, duplicatePct, skewS } = transport;
  let latest = 0;
  const arrived = options.rows.flatMap((row) => {
    if (random.next() * 100 < lossPct) return [];
    const stamped = skewS === 0 ? row : { ...row, at: (row.at ?? row.t) + skewS };
    // What is not overtaken keeps its place.
    const overtaken = random.next() < reorder;
    const due = row.t + delayS * 2 * random.next();
    if (!overtaken) latest = Math.max(latest, due);
    const t = tenths(overtaken ? due + random.between(1, 12) : latest);
    const first = { ...stamped, t };
    return random.next() * 100 < duplicatePct ? [first, { ...first, t: tenths(t + random.between(0.1, 5)) }] : [first];
  });
  return arrived
    .map((row, place) => ({ row, place }))
    .sort((a, b) => a.row.t - b.row.t || a.place - b.place)
    .map(({ row }) => row);
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
