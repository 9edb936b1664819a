import { fileURLToPath } from 'node:url';
import { loadModel } from '../models/model.ts';
import { seededRandom } from '../random.ts';
import { CameraFirmware } from './camera-firmware.ts';

export const model = loadModel(fileURLToPath(new URL('../models/cam-c1.yaml', import.meta.url)));
export const hour = 3_600;
/** Wall time of an hour of the home's local day (UTC+8). */
export const localTime = (hours: number): number => Date.UTC(2026, 5, 2) + (hours - 8) * hour * 1000;

interface Change {
  readonly code: number;
  readonly raised: boolean;
  readonly second: number;
}
interface Run {
  readonly camera: CameraFirmware;
  readonly codes: readonly Change[];
  /** Codes that were raised at least once. */
  readonly raised: readonly number[];
}
/** Steps of 1 s; all conditions count in seconds. */
export function run(options: {
  seconds: number;
  from: number;
  seed?: number;
  fault?: string;
  severity?: number;
  each?: (camera: CameraFirmware, second: number) => void;
}): Run {
  const { seconds, from, seed = 7, fault, severity = 1, each } = options;
  const camera = new CameraFirmware({ model, random: seededRandom(seed, 'test') });
  if (fault && !camera.inject({ id: fault, severity, afterS: 0 })) throw new Error(`no fault ${fault}`);
  const codes: Change[] = [];
  for (let second = 1; second <= seconds; second += 1) {
    for (const { code, raised } of camera.step(1, localTime(from) + second * 1000).codes)
      codes.push({ code, raised, second });
    each?.(camera, second);
  }
  const raised = [...new Set(codes.filter((change) => change.raised).map(({ code }) => code))].sort((a, b) => a - b);
  return { camera, codes, raised };
}
export function go(camera: CameraFirmware, seconds: number, from: number): Change[] {
  const codes: Change[] = [];
  for (let second = 1; second <= seconds; second += 1) {
    for (const { code, raised } of camera.step(1, localTime(from) + second * 1000).codes)
      codes.push({ code, raised, second });
  }
  return codes;
}
export const read = (camera: CameraFirmware, name: string): number => Number(camera.readMetric(name));
