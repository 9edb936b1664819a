import { fileURLToPath } from 'node:url';
import { loadModel } from '../models/model.ts';
import type { Environment } from '../physics/environment.ts';
import type { FaultOrder } from '../physics/fault-set.ts';
import { seededRandom } from '../random.ts';
import { HubFirmware } from '../firmware/hub-firmware.ts';

export const hubModel = loadModel(fileURLToPath(new URL('../models/hub-h1.yaml', import.meta.url)));

export interface CodeAt {
  readonly code: number;
  readonly raised: boolean;
  readonly detail: string;
  readonly second: number;
}
const start = Date.UTC(2026, 5, 2, 1);

/** Steps a hub for so many seconds and gathers its codes. */
export function asCodes(
  hub: HubFirmware,
  seconds: number,
  each?: (hub: HubFirmware, second: number) => void,
  dt = 1,
): CodeAt[] {
  const codes: CodeAt[] = [];
  for (let step = 1; step <= Math.round(seconds / dt); step += 1) {
    const now = hub.world.seconds + dt;
    for (const { code, raised, detail } of hub.step(dt, start + now * 1000).codes)
      codes.push({ code, raised, detail, second: Math.round(now) });
    each?.(hub, step * dt);
  }
  return codes;
}

export function runHub(options: {
  seconds: number;
  seed?: number;
  dt?: number;
  fault?: Omit<FaultOrder, 'afterS' | 'severity'> & Partial<FaultOrder>;
  environment?: Environment;
  each?: (hub: HubFirmware, second: number) => void;
}): { readonly hub: HubFirmware; readonly codes: readonly CodeAt[]; readonly raised: readonly number[] } {
  const { seconds, seed = 7, dt = 1, fault, environment, each } = options;
  const hub = new HubFirmware({
    model: hubModel,
    random: seededRandom(seed, 'test'),
    ...(environment && { environment }),
  });
  if (fault && !hub.inject({ severity: 1, afterS: 0, ...fault })) throw new Error(`no fault ${fault.id}`);
  const codes = asCodes(hub, seconds, each, dt);
  const raised = [...new Set(codes.filter((change) => change.raised).map(({ code }) => code))].sort((a, b) => a - b);
  return { hub, codes, raised };
}
