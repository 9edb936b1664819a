import type { Measure } from '../score/measures.ts';

/** The table that the scoreboard prints: measure, goal, value, n, 95 % interval, pass or short. */
export function measuresText(measures: readonly Measure[]): string {
  const rows = measures.map(({ measure, goal, value, n, low, high, pass, of, most }) => [
    measure,
    goal,
    figureText(value, most),
    of === undefined ? String(n) : `${n} of ${of}`,
    low === null || high === null ? '-' : `${figureText(low, most)} .. ${figureText(high, most)}`,
    pass === null ? (n === 0 ? 'not measured' : '') : pass ? 'pass' : 'SHORT',
  ]);
  const table = [['measure', 'goal', 'value', 'n', '95 % interval', ''], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return `${table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}

/** Four significant digits, and no more than they mean. `most`: what is above is told as that. */
export function figureText(value: number | null, most = Number.POSITIVE_INFINITY): string {
  if (value === null) return '-';
  if (value > most) return `>${most}`;
  if (value !== 0 && Math.abs(value) < 0.001) return value.toExponential(2);
  return String(Math.round(value * 1e4) / 1e4);
}
