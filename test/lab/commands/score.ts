import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { measuresText } from '../report/scoreboard-text.ts';
import { writeReport } from '../report/write-report.ts';
import { traceFiles } from '../trace/trace-file.ts';
import { countOf, enginesOf, packFolder } from './files.ts';
import { evaluate } from './evaluate.ts';
import { Sentence } from './sentence.ts';

export interface ScoreOptions {
  readonly out?: string;
  readonly packs?: string;
  readonly engines?: string;
  readonly workers: string;
  readonly json?: boolean;
}

/** `lab score <dir>`: recorded runs that somebody else made. Exit code 1 when a trace was refused. */
export async function score(path: string, options: ScoreOptions): Promise<number> {
  if (!existsSync(path)) throw new Sentence(`There is nothing at ${path}.`);
  const files = traceFiles(path);
  if (files.length === 0) throw new Sentence(`There is no .jsonl file in ${path}.`);
  const engines = enginesOf(options.engines);
  const { report, devices } = await evaluate({
    title: 'Recorded runs',
    seed: 'score',
    sources: files.map(({ file, name }) => ({ kind: 'file', file, name })),
    engines,
    packs: packFolder(options.packs),
    workers: countOf(options.workers, '--workers'),
    alsoTold: true,
  });
  const folder = options.out ?? join('build', 'lab', 'score');
  writeReport({ folder, report, devices, engines });
  if (options.json) process.stdout.write(`${JSON.stringify(report.measures, null, 2)}\n`);
  else {
    process.stdout.write(measuresText(report.measures));
    for (const sentence of report.refused) process.stderr.write(`${sentence}\n`);
    process.stdout.write(`${devices.length} devices of ${files.length} traces; ${join(folder, 'report.html')}\n`);
  }
  return report.refused.length > 0 ? 1 : 0;
}
