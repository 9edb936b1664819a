import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Fields, InputProblem } from '../fields.ts';
import { type DataClassName, dataClassNames, type OperationClassName, operationClassNames } from '../wire/classes.ts';

export type MetricType = 'gauge' | 'counter' | 'enum' | 'text';
export type Level = 'info' | 'warning' | 'error' | 'catastrophic';
export type Language = 'zh-CN' | 'en';
export type Words = Readonly<Record<Language, string>>;

/** One row of a datasheet's metrics; periods in ms, 0 where there is none. */
export interface MetricSpec {
  readonly alias: number;
  readonly name: string;
  readonly type: MetricType;
  readonly unit: string;
  readonly dataClass: DataClassName;
  readonly idleMs: number;
  readonly liveMs: number;
  readonly onChange: boolean;
  /** Sampled with every message of the child behind it. */
  readonly onMessage: boolean;
  /** Numbers of an enumeration to the datasheet's words; empty otherwise. */
  readonly words: ReadonlyMap<number, string>;
  /** Mode (`any`: all) to value and tolerance. */
  readonly nominal: ReadonlyMap<string, readonly [number, number]>;
}

export interface ErrorSpec {
  readonly code: number;
  readonly name: string;
  readonly permanent: boolean;
  readonly level: Level;
  readonly words: Words;
  /** The numbers of the firmware's own conditions, by name. */
  readonly limits: Fields | undefined;
}

export interface OperationSpec {
  readonly name: string;
  readonly operationClass: OperationClassName;
  readonly durationMs: number;
  /** Data class of what it finds. */
  readonly output: DataClassName;
}

export interface Model {
  readonly id: string;
  readonly name: string;
  readonly deviceClass: string;
  readonly hardware: string;
  /** It can read aloud; what cannot is spoken for by its app. */
  readonly voice: boolean;
  readonly firmware: {
    readonly version: string;
    readonly sub: string;
    readonly previous: string;
    /** Of the sub-controller under the previous version. */
    readonly previousSub: string;
  };
  readonly offline: { readonly samplesMs: number; readonly eventsMs: number };
  readonly keepAliveS: number;
  readonly metrics: readonly MetricSpec[];
  readonly errors: ReadonlyMap<number, ErrorSpec>;
  readonly operations: readonly OperationSpec[];
  /** For the class's own reader. */
  readonly physics: Fields;
}

/** Reads and checks a model file. Throws InputProblem with file and field. */
export function loadModel(path: string): Model {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new InputProblem(`The model file ${path} cannot be read.`);
  }
  return parseModel(text, path);
}

export function parseModel(text: string, file: string): Model {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new InputProblem(`${file}: not valid YAML: ${(error as Error).message.split('\n')[0]}`);
  }
  const root = new Fields({ value, file });
  root.oneOf('schema', ['sim-model/1']);
  const [identity, firmware, link] = [root.at('identity'), root.at('firmware'), root.at('support_link')];
  const metrics = root.list('metrics').map((row, i) => readMetric(row, i + 1));
  const twice = metrics.find((a, i) => metrics.findIndex((b) => b.name === a.name) !== i);
  if (twice) throw new InputProblem(`${file}: metrics: ${twice.name} stands there twice.`);
  return {
    id: identity.text('model'),
    name: identity.text('name'),
    deviceClass: identity.text('class'),
    hardware: identity.text('hardware'),
    voice: identity.flag('voice'),
    firmware: {
      version: firmware.text('version'),
      sub: firmware.text('sub_controller'),
      previous: firmware.text('previous'),
      previousSub: firmware.text(
        firmware.has('previous_sub_controller') ? 'previous_sub_controller' : 'sub_controller',
      ),
    },
    offline: {
      samplesMs: link.positive('offline_samples_s') * 1000,
      eventsMs: link.positive('offline_events_s') * 1000,
    },
    keepAliveS: link.number('keep_alive_s', { min: 5, max: 1200 }),
    metrics,
    errors: new Map(root.list('errors').map((row) => [row.number('code', { min: 1 }), readError(row)])),
    operations: root.list('operations').map((row) => ({
      name: row.text('name'),
      operationClass: row.oneOf('class', operationClassNames),
      durationMs: row.positive('duration_s') * 1000,
      output: row.oneOf('output', dataClassNames),
    })),
    physics: root.at('physics'),
  };
}

function readMetric(row: Fields, alias: number): MetricSpec {
  const sample = row.at('sample');
  const seconds = (name: string): number => (sample.has(name) ? sample.positive(name) * 1000 : 0);
  const idleMs = seconds('idle');
  const nominal = row.has('nominal') ? row.at('nominal') : undefined;
  const values = row.has('values') ? row.at('values') : undefined;
  return {
    alias,
    name: row.text('name'),
    type: row.oneOf('type', ['gauge', 'counter', 'enum', 'text']),
    unit: row.text('unit'),
    dataClass: row.oneOf('class', dataClassNames),
    idleMs,
    // A metric without a rate of its own for sessions keeps its background rate.
    liveMs: sample.has('live') ? seconds('live') : idleMs,
    // What is sent at each boot changes at no other time: while its boot is heard, it is still so.
    onChange: sample.has('event') && ['change', 'boot'].includes(sample.text('event')),
    onMessage: sample.has('event') && sample.text('event') === 'message',
    words: new Map(values?.names.map((number) => [Number(number), values.text(number)])),
    nominal: new Map(nominal?.names.map((mode) => [mode, nominal.pair(mode)])),
  };
}

function readError(row: Fields): ErrorSpec {
  return {
    code: row.number('code'),
    name: row.text('name'),
    permanent: row.oneOf('kind', ['transient', 'permanent']) === 'permanent',
    level: row.oneOf('level', ['info', 'warning', 'error', 'catastrophic']),
    words: { en: row.text('en'), 'zh-CN': row.text('zh-CN') },
    limits: row.has('limits') ? row.at('limits') : undefined,
  };
}
