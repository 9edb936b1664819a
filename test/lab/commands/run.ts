import { join } from 'node:path';
import { measuresText } from '../report/scoreboard-text.ts';
import { writeReport } from '../report/write-report.ts';
import { abilities } from '../run/record.ts';
import { readScenario, ScenarioProblem } from '../scenario/scenario-file.ts';
import type { RunOrder } from '../scenario/order.ts';
import { countOf, enginesOf, packFolder } from './files.ts';
import { evaluate } from './evaluate.ts';
import type { ScoreOptions } from './score.ts';
import { Sentence } from './sentence.ts';

export interface RunOptions extends ScoreOptions {
  readonly live?: boolean;
}

/** `lab run <scenario>`: a simulated fleet as fast as it goes. */
export async function run(file: string, options: RunOptions): Promise<number> {
  const runs = scenarioRuns(file);
  if (options.live) {
    const { runLive } = await import('./run-live.ts');
    return runLive(runs, options);
  }
  const engines = enginesOf(options.engines);
  const { report, devices } = await evaluate({
    title: runs[0]?.scenario ?? file,
    seed: runs[0]?.seed ?? '',
    sources: runs.map((order) => ({ kind: 'run', run: order })),
    engines,
    packs: packFolder(options.packs),
    workers: countOf(options.workers, '--workers'),
    alsoTold: true,
  });
  const folder = options.out ?? join('build', 'lab', runs[0]?.scenario ?? 'run');
  writeReport({ folder, report, devices, engines });
  if (options.json) process.stdout.write(`${JSON.stringify(report.measures, null, 2)}\n`);
  else
    process.stdout.write(`${measuresText(report.measures)}${devices.length} devices; ${join(folder, 'report.html')}\n`);
  return 0;
}

export function scenarioRuns(file: string): readonly RunOrder[] {
  try {
    return readScenario(file, abilities());
  } catch (error) {
    if (error instanceof ScenarioProblem) throw new Sentence(error.message);
    throw error;
  }
}
