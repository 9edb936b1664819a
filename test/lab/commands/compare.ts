import { existsSync, statSync } from 'node:fs';
import { isEngineId } from '../engines/engines.ts';
import type { EngineId } from '../engines/engine.ts';
import type { DeviceOutcome } from '../play/decision.ts';
import { figureText } from '../report/scoreboard-text.ts';
import type { Job } from '../run/job.ts';
import { keyOf, measuresOf, scored } from '../score/measures.ts';
import { type Figure, pairedDifference } from '../score/statistics.ts';
import { traceFiles } from '../trace/trace-file.ts';
import { scoreboardRuns } from '../scoreboard.ts';
import { countOf, packFolder } from './files.ts';
import { evaluate } from './evaluate.ts';
import { scenarioRuns } from './run.ts';
import { Sentence } from './sentence.ts';

export interface CompareOptions {
  readonly on?: string;
  readonly workers: string;
  readonly json?: boolean;
}

interface Side {
  readonly name: string;
  readonly engine: EngineId;
  readonly packs: string | undefined;
}

/** `lab compare A B`: two pack folders or two engines on the same traces. */
export async function compare(a: string, b: string, options: CompareOptions): Promise<number> {
  const sides = [sideOf(a), sideOf(b)] as const;
  const sources = sourcesOf(options.on);
  const workers = countOf(options.workers, '--workers');
  const [one, other] = [await play(sides[0]), await play(sides[1])];
  const rows = differences(one, other);
  if (options.json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  else {
    process.stdout.write(`A: ${a}\nB: ${b}\n`);
    for (const { measure, a: left, b: right, difference } of rows) {
      const { value, low, high, n } = difference;
      const interval = value === null ? '-' : `${figureText(value)} (95 % ${figureText(low)} .. ${figureText(high)})`;
      process.stdout.write(`${measure}: A ${figureText(left)}, B ${figureText(right)}, A - B ${interval}, n ${n}\n`);
    }
  }
  return 0;

  async function play(side: Side): Promise<{ readonly side: Side; readonly devices: readonly DeviceOutcome[] }> {
    const { engine, packs } = side;
    const { devices } = await evaluate({
      title: side.name,
      seed: 'compare',
      sources,
      engines: [engine],
      packs,
      workers,
      alsoTold: false,
    });
    return { side, devices };
  }
}

interface Difference {
  readonly measure: string;
  readonly a: number | null;
  readonly b: number | null;
  readonly difference: Figure;
}

type Played = { readonly side: Side; readonly devices: readonly DeviceOutcome[] };

/** Paired where a device counts by itself; else both values. */
function differences(one: Played, other: Played): readonly Difference[] {
  const rightBy = (played: Played, of: 'watched' | 'last') =>
    new Map(scored(played.devices, played.side.engine).map((row) => [keyOf(row.device), row[of].top1 ? 1 : 0]));
  const paired = (['watched', 'last'] as const).map((of): Difference => {
    const right = rightBy(other, of);
    const pairs = [...rightBy(one, of)].flatMap(([key, a]) => {
      const b = right.get(key);
      return b === undefined ? [] : [{ a, b }];
    });
    const meanOf = (side: 'a' | 'b') =>
      pairs.length === 0 ? null : pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
    const measure = of === 'last' ? 'right, all groups, after the call' : 'right, all groups, end of monitoring';
    return { measure, a: meanOf('a'), b: meanOf('b'), difference: pairedDifference(pairs, `compare ${of}`) };
  });
  const nothing: Figure = { value: null, n: 0, low: null, high: null };
  const measures = ({ side, devices }: Played) =>
    measuresOf({ devices, told: [], blamesDevice: () => false, seed: 'compare' }, side.engine);
  const theirs = new Map(measures(other).map((measure) => [measure.measure, measure.value]));
  const single = measures(one)
    .filter(({ n }) => n > 0)
    .map(({ measure, value, n }) => ({
      measure,
      a: value,
      b: theirs.get(measure) ?? null,
      difference: { ...nothing, n },
    }));
  return [...paired, ...single];
}

function sideOf(text: string): Side {
  if (isEngineId(text)) return { name: text, engine: text, packs: packFolder(undefined) };
  if (!existsSync(text)) throw new Sentence(`"${text}" is neither a folder of packs nor an engine.`);
  return { name: text, engine: 'ours', packs: packFolder(text) };
}

/** A scenario file, a folder of traces, or nothing: the quick part of the scoreboard's seeds. */
function sourcesOf(on: string | undefined): readonly Job['source'][] {
  if (on === undefined) return scoreboardRuns({ quick: true }).map((order) => ({ kind: 'run', run: order }));
  if (!existsSync(on)) throw new Sentence(`There is nothing at ${on}.`);
  if (!statSync(on).isDirectory() && /\.ya?ml$/.test(on))
    return scenarioRuns(on).map((order) => ({ kind: 'run', run: order }));
  const files = traceFiles(on);
  if (files.length === 0) throw new Sentence(`There is no .jsonl file in ${on}.`);
  return files.map(({ file, name }) => ({ kind: 'file', file, name }));
}
