import { writeFileSync } from 'node:fs';
import { costMeasures } from '../../bench/localise-cost.ts';
import { engineIds } from '../engines/engine.ts';
import { measuresText } from '../report/scoreboard-text.ts';
import { writeReport } from '../report/write-report.ts';
import { developmentSeeds, scoreboardRuns } from '../scoreboard.ts';
import { countOf, packFolder } from './files.ts';
import { evaluate } from './evaluate.ts';

export interface ScoreboardOptions {
  readonly quick?: boolean;
  readonly seeds?: string;
  readonly json?: string;
  readonly out?: string;
  readonly packs?: string;
  readonly cost: boolean;
  readonly workers: string;
}

/** `lab scoreboard`: the project's measures on its public development seeds. */
export async function scoreboard(options: ScoreboardOptions): Promise<number> {
  const seeds = options.seeds ?? developmentSeeds;
  const runs = scoreboardRuns({ quick: options.quick ?? false, seeds });
  const title = titleOf(options.quick ?? false, seeds);
  const { report, devices } = await evaluate({
    title,
    seed: 'scoreboard',
    sources: runs.map((order) => ({ kind: 'run', run: order })),
    engines: engineIds,
    packs: packFolder(options.packs),
    workers: countOf(options.workers, '--workers'),
    alsoTold: true,
  });
  // Timings differ from run to run, so they stand beside the report, not in it.
  const cost = options.cost ? await costMeasures({ quick: options.quick ?? false }) : [];
  const all = [...report.measures, ...cost];
  process.stdout.write(`${title}, ${runs.length} runs\n${measuresText(all)}`);
  const baselines = report.baselines.flatMap(({ engine, measures }) =>
    measures
      .filter(({ measure }) => /^top-|^both|false|calibration/.test(measure))
      .map((row) => ({ ...row, measure: `${engine}: ${row.measure}` })),
  );
  process.stdout.write(`\nFor comparison, on the same traces:\n${measuresText(baselines)}`);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(all, null, 2)}\n`);
  if (options.out !== undefined) writeReport({ folder: options.out, report, devices, engines: engineIds });
  return 0;
}

function titleOf(quick: boolean, seeds: string): string {
  const title = quick ? 'Scoreboard (quick: not to be quoted)' : 'Scoreboard';
  return seeds === developmentSeeds ? title : `${title}, seeds ${seeds}`;
}
