import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';

/** A rule as Prometheus reads it, and as far as it is one. */
interface Rule {
  readonly alert?: unknown;
  readonly expr?: unknown;
  readonly for?: unknown;
  readonly labels?: Readonly<Record<string, unknown>>;
  readonly annotations?: Readonly<Record<string, unknown>>;
}

/** What Prometheus itself makes of every scrape: a metric, and the label that tells whose it is. */
const ofPrometheus = ['up'];
const jobMatcher: Matcher = { label: 'job', operator: '=', value: 'diagnostics-gateway' };
const words = new Set(
  'and or unless bool on ignoring group_left group_right by without offset sum min max avg count rate increase changes predict_linear histogram_quantile'.split(
    ' ',
  ),
);

/** A metric and its label matchers, as an expression names them. */
export interface Selector {
  readonly metric: string;
  readonly matchers: readonly Matcher[];
}

interface Matcher {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

function isMatched({ label, operator, value }: Matcher, labels: ReadonlyMap<string, string>): boolean {
  const is = labels.get(label) ?? '';
  const matches = operator.endsWith('~') ? new RegExp(`^(?:${value})$`).test(is) : is === value;
  return matches !== operator.startsWith('!');
}

/** The selectors of an expression, as far as these rules write PromQL. */
export function selectorsOf(expr: string): readonly Selector[] {
  const bare = expr.replaceAll(/\b(?:by|without|on|ignoring)\s*\([^)]*\)/g, ' ').replaceAll(/\[[^\]]*\]/g, ' ');
  const found = bare.matchAll(/(?<![\w."])([a-zA-Z_:][\w:]*)\s*(\{[^}]*\})?/g);
  return [...found].flatMap(([, metric = '', braces]) => {
    if (words.has(metric)) return [];
    const matchers = [...(braces ?? '').matchAll(/(\w+)\s*(=~|!~|!=|=)\s*"([^"]*)"/g)].map(
      ([, label = '', operator = '', value = '']) => ({ label, operator, value }),
    );
    return [{ metric, matchers }];
  });
}

/** Series of a scrape: `diag_part_ready{part="store"}` -> its name and labels. */
function seriesOf(scrape: string): readonly { readonly name: string; readonly labels: ReadonlyMap<string, string> }[] {
  return scrape.split('\n').flatMap((line) => {
    const [, name, braces] = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? \S+$/.exec(line) ?? [];
    if (name === undefined) return [];
    const labels = [...(braces ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(([, label = '', value = '']) => [label, value]);
    return [{ name, labels: new Map(labels as [string, string][]) }];
  });
}

/**
 * What is wrong with the rules, in words; nothing: every rule has a name of its own, an expression over series that the scrape
 * has, a severity, and annotations whose runbook is an anchor in the README's first table of faults, and which the second names in the
 * row of that fault; and the README names no other.
 */
export function problemsOf(options: {
  readonly yaml: string;
  readonly scrape: string;
  readonly readme: string;
}): readonly string[] {
  const { yaml, scrape, readme } = options;
  const problems: string[] = [];
  const series = seriesOf(scrape);
  const lines = readme.split('\n');
  /** What to do, and what shows it: by fault, in the same order. */
  const doing = new Map(lines.flatMap((line) => anchored(line, /^\| <a id="(fault-[a-z-]+)"><\/a>/)));
  const showing = new Map(lines.flatMap((line) => anchored(line, /^\| \[[^\]]+\]\(#(fault-[a-z-]+)\) \|/)));
  if (!isDeepStrictEqual([...doing.keys()], [...showing.keys()]))
    problems.push('the two tables of the README have not the same faults in the same order');
  const groups = (parse(yaml) as { groups?: readonly { name?: unknown; rules?: readonly Rule[] }[] }).groups ?? [];
  const rules = groups.flatMap(({ rules: some }) => some ?? []);
  if (rules.length === 0) problems.push('there are no rules');
  const names = rules.map(({ alert }) => String(alert));
  for (const name of names)
    if (names.indexOf(name) !== names.lastIndexOf(name)) problems.push(`${name} is there twice`);

  for (const { alert, expr, for: duration, labels, annotations } of rules) {
    const name = String(alert);
    if (!/^[A-Z][A-Za-z]+$/.test(name)) problems.push(`${name} is no name of an alert`);
    if (duration !== undefined && !(typeof duration === 'string' && /^\d+[smhd]$/.test(duration)))
      problems.push(`${name} has a duration that is none`);
    if (!['page', 'ticket'].includes(String(labels?.['severity']))) problems.push(`${name} has no severity`);
    for (const what of ['summary', 'description', 'runbook'])
      if (typeof annotations?.[what] !== 'string' || annotations[what] === '') problems.push(`${name} has no ${what}`);
    const [, anchor = ''] = /^README\.md#([a-z-]+)$/.exec(String(annotations?.['runbook'])) ?? [];
    if (!doing.has(anchor)) problems.push(`${name}: the README has no row ${anchor}`);
    else if (!showing.get(anchor)?.includes(`\`${name}\``)) problems.push(`${name} is not in its row of the README`);
    const selectors = selectorsOf(typeof expr === 'string' ? expr : '');
    if (selectors.length === 0) problems.push(`${name} has no expression`);
    for (const { metric, matchers } of selectors) {
      // Every Node program has metrics of such names, and Prometheus one of every program.
      const isOurs = metric.startsWith('diag_') || matchers.some((matcher) => isDeepStrictEqual(matcher, jobMatcher));
      if (!isOurs) problems.push(`${name}: ${metric} is looked at in every job, not in ${jobMatcher.value} alone`);
      if (ofPrometheus.includes(metric)) continue;
      const labelled = matchers.filter(({ label }) => label !== jobMatcher.label);
      const matches = series.some(
        (one) => one.name === metric && labelled.every((matcher) => isMatched(matcher, one.labels)),
      );
      if (!matches) problems.push(`${name}: /metrics has no ${metric} ${matchers.map(({ value }) => value).join(' ')}`);
    }
  }
  for (const row of [...doing.values(), ...showing.values()])
    if (cellsOf(row).length !== 4 || cellsOf(row).some((cell) => cell.trim() === ''))
      problems.push(`a cell is missing: ${row.slice(0, 60)}`);
  for (const row of showing.values()) {
    const [metrics, alerts, tests] = cellsOf(row)
      .slice(1)
      .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, it]) => it ?? ''));
    for (const name of alerts ?? [])
      if (!names.includes(name)) problems.push(`the README names ${name}, and there is no such alert`);
    for (const metric of metrics ?? []) {
      const [{ metric: bare, matchers } = { metric: '', matchers: [] }] = selectorsOf(metric);
      const there = series.some(
        (one) =>
          one.name.replace(/_bucket$/, '') === bare && matchers.every((matcher) => isMatched(matcher, one.labels)),
      );
      if (!there && !ofPrometheus.includes(bare)) problems.push(`the README names ${metric}, and /metrics has none`);
    }
    if ((alerts ?? []).length === 0 || (metrics ?? []).length === 0 || (tests ?? []).length === 0)
      problems.push(`a row without metric, alert or test: ${row.slice(0, 60)}`);
  }
  return problems;
}

function anchored(line: string, pattern: RegExp): readonly (readonly [string, string])[] {
  const anchor = pattern.exec(line)?.[1];
  return anchor === undefined ? [] : [[anchor, line]];
}

function cellsOf(row: string): readonly string[] {
  return row.split(/(?<!\\)\|/).slice(1, -1);
}
