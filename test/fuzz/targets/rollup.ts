import { decodeRollups, encodeRollups } from '../../../gateway/store/sqlite/archive/rollup-codec.ts';
import type { Target } from '../target.ts';
import { orDamaged } from './batch.ts';

export const rollup: Target = {
  name: 'rollup',
  slowMs: 250,
  sources: /\/gateway\/store\/sqlite\/(archive|byte-reader)/,
  seeds: () => [encodeRollups([]), encodeRollups([one('wifi.rssi', -61.25), one('battery.level', 80)])],
  run: (input) => orDamaged(() => void decodeRollups(input)),
};

function one(name: string, value: number): Parameters<typeof encodeRollups>[0][number] {
  return { name, dataClass: 'telemetry', count: 3, min: value - 1, max: value + 1, sum: value * 3, last: value };
}
