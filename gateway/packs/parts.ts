import {
  type EntityRules,
  errorKey,
  type Pack,
  type PackError,
  type PackMetric,
  type PackOperation,
  type Words,
} from '../domain/pack.ts';
import { below, type Located, located } from './located.ts';
import type { PackFile } from './pack-file.ts';
import type { Complain } from './yaml-file.ts';

export type MetricEntry = PackFile['metrics'][number];
export type ErrorEntry = PackFile['errors'][number];
export type OperationEntry = PackFile['operations'][number];

/** What a pack names: metrics, codes, operations and entity rules, each from the entries of its own file and of those it includes. */
export function metricsOf(entries: readonly Located<MetricEntry>[]): ReadonlyMap<string, PackMetric> {
  const metrics = new Map<string, PackMetric>();
  for (const { entry, complain } of entries) {
    if (metrics.has(entry.name)) complain([], `the metric "${entry.name}" is there twice.`);
    metrics.set(entry.name, metricOf(entry, complain));
  }
  return metrics;
}

function metricOf(entry: MetricEntry, complain: Complain): PackMetric {
  const { name, type, unit, range, sample } = entry;
  const numeric = type === 'gauge' || type === 'counter';
  if (numeric !== (range !== undefined)) {
    complain([], `the metric "${name}" ${numeric ? 'needs a range' : `is of type ${type}, which has no range`}.`);
  }
  if ((type === 'enum') !== (entry.values !== undefined)) {
    complain([], `the metric "${name}" ${type === 'enum' ? 'needs values' : `is of type ${type}, which has none`}.`);
  }
  if (range && range[0] >= range[1]) complain([], `the range of "${name}" is empty.`);
  if (entry.chart && !numeric) complain([], `"${name}" cannot be charted: it is of type ${type}.`);
  const seen = new Set<string>();
  for (const [number, [word]] of Object.entries(entry.values ?? {})) {
    if (seen.has(word)) complain(['values', number], `"${name}" has the value "${word}" twice.`);
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

export function operationsOf(entries: readonly Located<OperationEntry>[]): ReadonlyMap<string, PackOperation> {
  const operations = new Map<string, PackOperation>();
  for (const { entry, complain } of entries) {
    const { name, class: operationClass, output } = entry;
    if (operations.has(name)) complain([], `the operation "${name}" is there twice.`);
    operations.set(name, { name, operationClass, outputClass: output });
  }
  return operations;
}

export function errorsOf(channel: string, entries: readonly Located<ErrorEntry>[]): ReadonlyMap<string, PackError> {
  const errors = new Map<string, PackError>();
  const said = new Set<string>();
  for (const { entry, complain } of entries) {
    const { code, name, kind, level, subsystem } = entry;
    const key = errorKey(channel, code);
    if (errors.has(key)) complain([], `the error code "${code}" is there twice.`);
    const message = entry.message?.toLowerCase();
    const match = message === undefined ? null : { subsystem: subsystem.toLowerCase(), message };
    if (match) {
      const saying = `${match.subsystem} ${match.message}`;
      if (said.has(saying)) complain([], `two error codes are found by "${message}".`);
      said.add(saying);
    }
    errors.set(key, { channel, code, name, kind, level, subsystem, words: wordsOf(entry), match });
  }
  return errors;
}

/** The words of fw.state, fw.result and fw.slot_state in one table, so a word may have one translation only. */
export function firmwareWordsOf(entries: readonly Located<MetricEntry>[]): Pack['firmwareWords'] {
  const table = new Map<string, Words>();
  for (const { entry, complain } of entries) {
    if (entry.class !== 'firmware') continue;
    for (const [number, [word, en, zh]] of Object.entries(entry.values ?? {})) {
      const known = table.get(word);
      if (known && (known.en !== en || known['zh-CN'] !== zh)) {
        complain(['values', number], `the firmware word "${word}" is translated in two ways.`);
      }
      table.set(word, { en, 'zh-CN': zh });
    }
  }
  return table;
}

export function entityRulesOf(entries: NonNullable<PackFile['entities']>, complain: Complain): EntityRules {
  const metrics = metricsOf(located(entries.metrics, ['metrics'], complain));
  const setOf = (words: readonly string[] | undefined): ReadonlySet<string> | null => (words ? new Set(words) : null);
  const rules = entries.rules.map((rule, index) => {
    const complainOfRule = below(complain, ['rules', index]);
    const metric = rule.metric === undefined ? undefined : metrics.get(rule.metric);
    if (rule.metric !== undefined && !metric) {
      complainOfRule([], `there is no metric "${rule.metric}" in entities.metrics.`);
    } else if (metric && metric.dataClass !== rule.class) complainOfRule([], `"${metric.name}" is of another class.`);
    if (!rule.component && !rule.device_class && !rule.word) complainOfRule([], 'the rule fits everything.');
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

export function wordsOf(entry: Words): Words {
  return { en: entry.en, 'zh-CN': entry['zh-CN'] };
}
