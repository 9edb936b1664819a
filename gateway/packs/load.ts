import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Errors } from 'typebox/value';
import { type Document, isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import {
  type EntityRules,
  errorKey,
  type Pack,
  type PackError,
  type PackMetric,
  type PackOperation,
  type Words,
} from '../domain/pack.ts';
import { PackFile } from './pack-file.ts';

type Path = readonly (string | number)[];
type MetricEntry = PackFile['metrics'][number];
/** Throws an Error that names file, line and what is wrong there. */
type Complain = (path: Path, sentence: string) => never;

/**
 * Every pack.yaml below `folder`, by model. Throws on the first file that is not a pack: a gateway does not start with
 * half of what it should know.
 */
export function loadPacks(folder: string): ReadonlyMap<string, Pack> {
  const packs = new Map<string, Pack>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[\\/])pack\.yaml$/.test(file))
    .sort();
  for (const file of files) {
    const path = join(folder, file);
    const pack = readPack({ file: relative(folder, path), text: readFileSync(path, 'utf8') });
    if (packs.has(pack.model)) throw new Error(`${file}:1: the model "${pack.model}" has another pack already.`);
    packs.set(pack.model, pack);
  }
  if (packs.size === 0) throw new Error(`${folder}: there is no pack.yaml in this folder.`);
  return packs;
}

/** One pack from its YAML; `file` is only named in complaints. */
export function readPack(source: { readonly file: string; readonly text: string }): Pack {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, uniqueKeys: true });
  const [broken] = document.errors;
  if (broken) throw new Error(`${source.file}:${lines.linePos(broken.pos[0]).line}: ${broken.message.split('\n')[0]}`);
  const complain: Complain = (path, sentence) => {
    throw new Error(`${source.file}:${lineOf(document, lines, path)}: ${sentence}`);
  };
  const content: unknown = document.toJS();
  refuseWrongForm(content, complain);
  return packOf(content as PackFile, complain);
}

function refuseWrongForm(content: unknown, complain: Complain): void {
  const errors = Errors(PackFile, content);
  // For an unknown key the key's own entry ("schema is false") only repeats the object's.
  const first = errors.find((error) => error.keyword !== 'boolean') ?? errors[0];
  if (!first) return;
  const path = first.instancePath.split('/').slice(1).map(unescapePointer);
  const named = path.join('.') || 'the file';
  if (first.keyword === 'additionalProperties') {
    const [key] = first.params.additionalProperties;
    complain(key === undefined ? path : [...path, key], `${named} has an unknown key "${key}".`);
  }
  if (first.keyword === 'required') {
    complain(path, `${named} lacks ${first.params.requiredProperties.map((key) => `"${key}"`).join(', ')}.`);
  }
  if (first.keyword === 'enum') complain(path, `${named} must be one of ${first.params.allowedValues.join(', ')}.`);
  complain(path, `${named} ${first.message}.`);
}

function packOf(file: PackFile, complain: Complain): Pack {
  const metrics = new Map<string, PackMetric>();
  for (const [index, entry] of file.metrics.entries()) {
    const path = ['metrics', index] as const;
    if (metrics.has(entry.name)) complain(path, `the metric "${entry.name}" is there twice.`);
    metrics.set(entry.name, metricOf(entry, path, complain));
  }
  const operations = new Map<string, PackOperation>();
  for (const [index, { name, class: operationClass, output }] of file.operations.entries()) {
    if (operations.has(name)) complain(['operations', index], `the operation "${name}" is there twice.`);
    operations.set(name, { name, operationClass, outputClass: output });
  }
  const { model, version, name, vendor, family } = file;
  return {
    model,
    version,
    name,
    vendor,
    family,
    class: file.class,
    voice: file.voice ?? false,
    metrics,
    errors: errorsOf(file, complain),
    firmwareWords: firmwareWordsOf(file, complain),
    operations,
    ...(file.entities ? { entities: entityRulesOf(file.entities, complain) } : {}),
  };
}

function metricOf(entry: MetricEntry, path: Path, complain: Complain): PackMetric {
  const { name, type, unit, range, sample } = entry;
  const numeric = type === 'gauge' || type === 'counter';
  if (numeric !== (range !== undefined)) {
    complain(path, `the metric "${name}" ${numeric ? 'needs a range' : `is of type ${type}, which has no range`}.`);
  }
  if ((type === 'enum') !== (entry.values !== undefined)) {
    complain(path, `the metric "${name}" ${type === 'enum' ? 'needs values' : `is of type ${type}, which has none`}.`);
  }
  if (range && range[0] >= range[1]) complain(path, `the range of "${name}" is empty.`);
  if (entry.chart && !numeric) complain(path, `"${name}" cannot be charted: it is of type ${type}.`);
  const seen = new Set<string>();
  for (const [number, [word]] of Object.entries(entry.values ?? {})) {
    if (seen.has(word)) complain([...path, 'values', number], `"${name}" has the value "${word}" twice.`);
    seen.add(word);
  }
  return {
    name,
    label: wordsOf(entry),
    type,
    unit,
    dataClass: entry.class,
    range: range ? [range[0], range[1]] : null,
    values: valuesOf(entry.values),
    idlePeriodMs: sample.idle === undefined ? null : sample.idle * 1000,
    livePeriodMs: sample.live === undefined ? null : sample.live * 1000,
    onChange: sample.change ?? false,
    chart: entry.chart ?? false,
  };
}

function valuesOf(entries: MetricEntry['values']): PackMetric['values'] {
  const values = Object.entries(entries ?? {});
  return new Map(values.map(([number, [word, en, zh]]) => [Number(number), { word, words: { en, 'zh-CN': zh } }]));
}

function entityRulesOf(entries: NonNullable<PackFile['entities']>, complain: Complain): EntityRules {
  const metrics = new Map<string, PackMetric>();
  for (const [index, entry] of entries.metrics.entries()) {
    const path = ['entities', 'metrics', index] as const;
    if (metrics.has(entry.name)) complain(path, `the metric "${entry.name}" is there twice.`);
    metrics.set(entry.name, metricOf(entry, path, complain));
  }
  const setOf = (words: readonly string[] | undefined): ReadonlySet<string> | null => (words ? new Set(words) : null);
  const rules = entries.rules.map((rule, index) => {
    const path = ['entities', 'rules', index] as const;
    const metric = rule.metric === undefined ? null : metrics.get(rule.metric);
    if (metric === undefined) complain(path, `there is no metric "${rule.metric}" in entities.metrics.`);
    else if (metric && metric.dataClass !== rule.class) complain(path, `"${metric.name}" is of another class.`);
    if (!rule.component && !rule.device_class && !rule.word) complain(path, 'the rule fits everything.');
    return {
      components: setOf(rule.component),
      deviceClasses: setOf(rule.device_class),
      words: setOf(rule.word),
      dataClass: rule.class,
      metric: metric ?? null,
      states: rule.states ? valuesOf(rule.states) : null,
      error: rule.error ?? false,
      dropped: rule.dropped ?? false,
    };
  });
  return { rules, unlisted: entries.unlisted, states: valuesOf(entries.states) };
}

function errorsOf(file: PackFile, complain: Complain): ReadonlyMap<string, PackError> {
  const errors = new Map<string, PackError>();
  const said = new Set<string>();
  for (const [index, entry] of file.errors.entries()) {
    const { code, name, kind, level, subsystem } = entry;
    const key = errorKey(file.channel, code);
    if (errors.has(key)) complain(['errors', index], `the error code "${code}" is there twice.`);
    const message = entry.message?.toLowerCase();
    const match = message === undefined ? null : { subsystem: subsystem.toLowerCase(), message };
    if (match) {
      const saying = `${match.subsystem} ${match.message}`;
      if (said.has(saying)) complain(['errors', index], `two error codes are found by "${message}".`);
      said.add(saying);
    }
    errors.set(key, { channel: file.channel, code, name, kind, level, subsystem, words: wordsOf(entry), match });
  }
  return errors;
}

/** The words of fw.state, fw.result and fw.slot_state in one table, so a word may have one translation only. */
function firmwareWordsOf(file: PackFile, complain: Complain): ReadonlyMap<string, Words> {
  const table = new Map<string, Words>();
  for (const [index, metric] of file.metrics.entries()) {
    if (metric.class !== 'firmware') continue;
    for (const [number, [word, en, zh]] of Object.entries(metric.values ?? {})) {
      const known = table.get(word);
      if (known && (known.en !== en || known['zh-CN'] !== zh)) {
        complain(['metrics', index, 'values', number], `the firmware word "${word}" is translated in two ways.`);
      }
      table.set(word, { en, 'zh-CN': zh });
    }
  }
  return table;
}

function wordsOf(entry: Words): Words {
  return { en: entry.en, 'zh-CN': entry['zh-CN'] };
}

function unescapePointer(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The line of the deepest thing on the path that exists. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const parent: unknown = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = String(path[length - 1]);
    const key = isMap(parent) && parent.items.find((pair) => isPair(pair) && String(pair.key) === last)?.key;
    const node: unknown = isScalar(key) ? key : document.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number, number, number] } | undefined)?.range;
    if (range) return lines.linePos(range[0]).line;
  }
  return 1;
}
