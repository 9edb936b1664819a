import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceOutcome } from '../play/decision.ts';
import type { EngineId } from '../engines/engine.ts';
import { outcomeOf } from '../score/judge.ts';
import { reportHtml } from './html.ts';
import { reportJunit } from './junit.ts';
import type { Report } from './report.ts';

/** report.html, report.json, report.xml (JUnit), verdicts.jsonl and one verdicts-<engine>.jsonl for each other engine. */
export function writeReport(options: {
  readonly folder: string;
  readonly report: Report;
  readonly devices: readonly DeviceOutcome[];
  readonly engines: readonly EngineId[];
}): void {
  const { folder, report, devices } = options;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'report.html'), reportHtml(report));
  writeFileSync(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(folder, 'report.xml'), reportJunit(report));
  for (const engine of options.engines) {
    const name = engine === 'ours' ? 'verdicts.jsonl' : `verdicts-${engine}.jsonl`;
    const lines = devices.flatMap((device) => outcomeOf(device, engine)?.decisions ?? []);
    writeFileSync(join(folder, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }
}
