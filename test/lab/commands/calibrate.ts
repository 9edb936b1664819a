import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { environments } from '../../../device-sim/physics/environment.ts';
import { dataClasses, maskOf } from '../../../gateway/domain/data-class.ts';
import type { Pack } from '../../../gateway/domain/pack.ts';
import { loadTree } from '../../../gateway/packs/load.ts';
import { readTree } from '../../../gateway/packs/tree.ts';
import { packsOf, shippedPacks } from '../play/packs.ts';
import { doJobs } from '../run/pool.ts';
import { progressBar } from '../run/progress.ts';
import { abilities } from '../run/record.ts';
import type { RunOrder } from '../scenario/order.ts';
import { countOf, packFolder } from './files.ts';
import { Sentence } from './sentence.ts';

export interface CalibrateOptions {
  readonly folder?: string;
  readonly devices: string;
  readonly check: boolean;
  readonly workers: string;
}

/** Not the scoreboard's: what is learned on it would be scored on what it learned from. */
const seed = 'calibration-1';
const durationS = 4 * 3_600;

/**
 * `pack -- calibrate`: how often each symptom shows on devices with which nothing is wrong, in all environments, from simulated healthy fleets:
 * written as leaks.yaml beside the model's pack. What showed on k of n devices gets (k + 1/2) / (n + 1); what never showed is pulled from
 * the pack's start value s towards nought as the devices get more: (1/2) / (n + 1/(2 s)).
 */
export async function calibrate(model: string | undefined, options: CalibrateOptions): Promise<number> {
  const folder = packFolder(options.folder);
  const root = resolve(folder ?? shippedPacks);
  const packs = packsOf(folder);
  const able = abilities();
  const models = [...packs.keys()].filter((id) => able.has(id) && (model === undefined || id === model));
  if (models.length === 0) throw new Sentence(`There is no model "${model}" that has a pack and can be simulated.`);
  const count = Number(options.devices);
  if (!Number.isInteger(count) || count < 10 || count > 10_000)
    throw new Sentence('--devices must be from 10 to 10000.');
  const runs = models.flatMap((id) => healthyRuns(id, count));
  const bar = progressBar(runs.length);
  const results = await doJobs(
    runs.map((run) => ({ source: { kind: 'run', run }, engines: [], packs: folder, alsoTold: false, collect: true })),
    { workers: countOf(options.workers, '--workers'), onProgress: bar.show },
  );
  bar.end();
  const places = loadTree(readTree(root)).models;
  // The start values, not what was learned before: learned again, the same must come out.
  const unlearned = [...readTree(root)].filter(([file]) => !file.endsWith('leaks.yaml'));
  const start = loadTree(new Map(unlearned)).models;
  let stale = 0;
  for (const id of models) {
    const counts = new Map<string, number>();
    results.forEach((result, index) => {
      if (runs[index]?.devices[0]?.model !== id || 'refused' in result) return;
      for (const symptom of result.shown) counts.set(symptom, (counts.get(symptom) ?? 0) + 1);
    });
    const place = places.get(id)?.folder;
    const pack = start.get(id)?.pack;
    if (place === undefined || !pack) continue;
    const file = join(root, place, 'leaks.yaml');
    const text = leaksText(pack, counts, count);
    const isStale = !existsSync(file) || readFileSync(file, 'utf8') !== text;
    if (isStale) stale += 1;
    if (isStale && !options.check) writeFileSync(file, text);
    process.stdout.write(
      `${id}: ${counts.size} symptoms showed on ${count} healthy devices${isStale ? '' : ', as written'}\n`,
    );
  }
  return options.check && stale > 0 ? 1 : 0;
}

function leaksText(pack: Pack, counts: ReadonlyMap<string, number>, devices: number): string {
  const leaks = (pack.knowledge?.symptoms ?? []).map(({ id, leak: start }): [string, number] => {
    const shown = counts.get(id) ?? 0;
    const leak = shown > 0 ? (shown + 0.5) / (devices + 1) : 0.5 / (devices + 0.5 / Math.max(1e-5, start));
    return [id, Number(Math.min(0.5, leak).toPrecision(3))];
  });
  const head = `# Written by \`npm run pack -- calibrate\`: ${devices} healthy simulated devices, 4 h each, seed ${seed}. Do not edit.\n`;
  return head + stringify({ leaks: Object.fromEntries(leaks.sort(([one], [other]) => (one < other ? -1 : 1))) });
}

function healthyRuns(model: string, count: number): RunOrder[] {
  const homes = Object.keys(environments);
  return Array.from({ length: count }, (_, index): RunOrder => {
    const name = `${seed}/${model}/${index}`;
    const environment = homes[index % homes.length] ?? 'plain';
    // Also as closely as in a session: much is only sent then.
    const sampling = index % 2 === 0 ? 'idle' : 'live';
    return {
      name,
      scenario: seed,
      group: 'healthy',
      seed: name,
      durationS: sampling === 'live' ? durationS / 2 : durationS,
      callS: sampling === 'live' ? durationS / 2 : durationS,
      sampling,
      granted: maskOf(dataClasses),
      counted: 1,
      devices: [
        { device: '', model, seed: name, group: 'healthy', environment, faults: [], labels: {}, transport: null },
      ],
    };
  });
}
