import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Engine as RulesEngine } from 'json-rules-engine';
import { dataClasses } from '../../gateway/domain/data-class.ts';
import type { Knowledge, SymptomRule } from '../../gateway/domain/localisation/knowledge.ts';
import { createLocaliser, type Localiser } from '../../gateway/domain/localisation/localiser.ts';
import { compileLocaliser } from '../../gateway/domain/localisation/localiser-program.ts';
import type { Pack, PackMetric } from '../../gateway/domain/pack.ts';
import type { Measure } from '../lab/score/measures.ts';
import { bootstrapped, quantile } from '../lab/score/statistics.ts';

/**
 * What one message costs on a pack of 40 faults: 20 conditions over 12 metrics in ours and, word for word the same, in json-rules-engine, in
 * turns in the same run; whether 500 rules that do not read the changed metric cost more than 20; and what a View weighs.
 */
const start = 1_783_328_400_000;
const metricCount = 12;
const rounds = 7;

export async function costMeasures({ quick }: { readonly quick: boolean }): Promise<readonly Measure[]> {
  const messages = quick ? 20_000 : 100_000;
  const theirs = quick ? 100 : 400;
  const pack = benchPack({ symptoms: 20, faults: 40 });
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const own = secondsOf(open(pack), messages) / messages;
    const other = (await rulesEngineSeconds(theirs)) / theirs;
    ratios.push(other / own);
  }
  const growth: number[] = [];
  const [few, many] = [open(flatPack(20)), open(flatPack(500))];
  secondsOf(few, messages);
  secondsOf(many, messages);
  for (let round = 0; round < rounds; round += 1) {
    const small = secondsOf(few, messages);
    growth.push(secondsOf(many, messages) / small);
  }
  const idle = bytesOfView(pack, 5, quick);
  const busy = bytesOfView(pack, 600, quick);
  const median = (values: readonly number[], seed: string) =>
    bootstrapped(values, (sample) => quantile(sample, 0.5), seed);
  const ratio = median(ratios, 'ratio');
  const flat = median(growth, 'growth');
  return [
    {
      measure: 'cost of a message, times cheaper than json-rules-engine',
      ...ratio,
      goal: '>= 100',
      pass: (ratio.value ?? 0) >= 100,
    },
    {
      measure: 'cost with 500 rules that do not read the metric, of that with 20',
      ...flat,
      goal: '<= 1.2',
      pass: (flat.value ?? 2) <= 1.2,
    },
    weight('memory of an idle View, KiB', idle, 8),
    weight('memory of a View in a call, KiB', busy, 64),
  ];
}

function weight(measure: string, { bytes, n }: Weighed, goal: number): Measure {
  const value = bytes / 1024;
  return { measure, value, n, low: null, high: null, goal: `<= ${goal}`, pass: value <= goal };
}

function nameOf(index: number): string {
  return `bench.m${index}`;
}

function metricOf(name: string): PackMetric {
  return {
    name,
    label: { en: name, 'zh-CN': name },
    type: 'gauge',
    unit: '1',
    dataClass: 'telemetry',
    range: null,
    values: new Map(),
    idlePeriodMs: 60_000,
    livePeriodMs: 5_000,
    onChange: false,
    chart: false,
  };
}

function symptomOf(index: number, when: string): SymptomRule {
  const id = `s${index}`;
  return {
    id,
    words: { en: id, 'zh-CN': id },
    component: null,
    instances: [{ name: null, when, enable: null, clear: null }],
    holdMs: 0,
    clearHoldMs: 60_000,
    dueMs: 30_000,
    maxGapMs: 90_000,
    keepMs: 21_600_000,
    group: null,
    leak: 0.001,
  };
}

function packOf(options: {
  readonly symptoms: readonly SymptomRule[];
  readonly faults: number;
  readonly metrics: number;
}): Pack {
  const { symptoms } = options;
  const knowledge: Knowledge = {
    symptoms,
    faults: Array.from({ length: options.faults }, (_, index) => ({
      id: `F${index}`,
      words: { en: 'f', 'zh-CN': 'f' },
      owner: { en: 'f', 'zh-CN': 'f' },
      component: 'bench',
      prior: 1,
      basis: 'memory',
      exit: 'repair',
      benign: false,
      shared: false,
      symptoms: new Map([0, 1, 2].map((step) => [`s${(index * 3 + step * 7) % symptoms.length}`, 0.8])),
      repairs: new Map(),
      escalate: null,
      confusable: [],
    })),
    tests: [],
    questions: [],
    actions: [],
  };
  const metrics = Array.from({ length: options.metrics }, (_, index) => metricOf(nameOf(index)));
  return {
    model: 'bench',
    version: '1.0.0',
    name: 'bench',
    vendor: 'bench',
    family: 'bench',
    class: 'bench',
    voice: false,
    metrics: new Map(metrics.map((metric) => [metric.name, metric])),
    errors: new Map(),
    firmwareWords: new Map(),
    operations: new Map(),
    components: ['bench'],
    knowledge,
  };
}

/** Condition i: two metrics, each against a limit. */
function limitsOf(index: number): readonly [string, number, string, number] {
  return [nameOf(index % metricCount), 60 + index, nameOf((index * 5 + 1) % metricCount), 20 - index / 2];
}

function benchPack({ symptoms, faults }: { readonly symptoms: number; readonly faults: number }): Pack {
  const rules = Array.from({ length: symptoms }, (_, index) => {
    const [one, above, other, below] = limitsOf(index);
    return symptomOf(index, `${one} > ${above.toFixed(1)} && ${other} < ${below.toFixed(1)}`);
  });
  return packOf({ symptoms: rules, faults, metrics: metricCount });
}

/** All rules but one read metrics that never change. */
function flatPack(count: number): Pack {
  const rules = Array.from({ length: count }, (_, index) =>
    symptomOf(index, index === 0 ? `${nameOf(0)} > 1000.0` : `${nameOf(1 + (index % (metricCount - 1)))} > 1000.0`),
  );
  return packOf({ symptoms: rules, faults: 40, metrics: metricCount });
}

function open(pack: Pack): Localiser {
  const program = compileLocaliser(pack);
  if (!program) throw new Error('The pack of the measurement has no rules.');
  return createLocaliser({ program, granted: new Set(dataClasses), mode: 'call', startedAt: start });
}

let clock = start;

/** Seconds that so many messages of one changed metric take; every value is another one. */
function secondsOf(localiser: Localiser, messages: number): number {
  const begun = process.hrtime.bigint();
  for (let index = 0; index < messages; index += 1) {
    clock += 100;
    localiser.observe({ kind: 'sample', at: clock, metric: 'bench.m0', value: 30 + (index % 20) });
  }
  return Number(process.hrtime.bigint() - begun) / 1e9;
}

/** The same conditions over the same values, all facts given, as its users do. */
async function rulesEngineSeconds(messages: number): Promise<number> {
  const engine = new RulesEngine();
  for (let index = 0; index < 20; index += 1) {
    const [one, above, other, below] = limitsOf(index);
    engine.addRule({
      conditions: {
        all: [
          { fact: one, operator: 'greaterThan', value: above },
          { fact: other, operator: 'lessThan', value: below },
        ],
      },
      event: { type: `s${index}` },
    });
  }
  const facts: Record<string, number> = Object.fromEntries(
    Array.from({ length: metricCount }, (_, index) => [nameOf(index), 40]),
  );
  const begun = process.hrtime.bigint();
  for (let index = 0; index < messages; index += 1) {
    facts['bench.m0'] = 30 + (index % 20);
    await engine.run(facts);
  }
  return Number(process.hrtime.bigint() - begun) / 1e9;
}

interface Weighed {
  readonly bytes: number;
  readonly n: number;
}

const viewCount = 200;

/** Heap of one View after so many messages, its program aside: that is made once a pack. */
function bytesOfView(pack: Pack, messages: number, quick: boolean): Weighed {
  const program = compileLocaliser(pack);
  if (!program) throw new Error('The pack of the measurement has no rules.');
  const count = quick ? viewCount / 4 : viewCount;
  const views: Localiser[] = [];
  const before = heap();
  for (let view = 0; view < count; view += 1) {
    const localiser = createLocaliser({ program, granted: new Set(dataClasses), mode: 'call', startedAt: start });
    for (let index = 0; index < messages; index += 1) {
      const metric = nameOf(index % metricCount);
      localiser.observe({ kind: 'sample', at: start + index * 1000, metric, value: 30 + (index % 20) });
    }
    localiser.verdict(start + messages * 1000);
    views.push(localiser);
  }
  const bytes = heap() - before;
  return { bytes: Math.max(0, bytes) / views.length, n: views.length };
}

function heap(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** As `--expose-gc` would give it. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}
