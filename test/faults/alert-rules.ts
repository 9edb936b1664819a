import { parse } from 'yaml';

/** A rule as Prometheus reads it, and as far as it is one. */
interface Rule {
  readonly alert?: unknown;
  readonly expr?: unknown;
  readonly for?: unknown;
  readonly labels?: Readonly<Record<string, unknown>>;
  readonly annotations?: Readonly<Record<string, unknown>>;
}

/** What Prometheus itself makes of every scrape. */
const ofPrometheus = ['up'];
const words = new Set(
  'and or unless bool on ignoring group_left group_right by without offset sum min max avg count rate increase changes predict_linear histogram_quantile'.split(
    ' ',
  ),
);

/** A metric and its label matchers, as an expression names them. */
export interface Selector {
  readonly metric: string;
  readonly matchers: readonly { readonly label: string; readonly value: string; readonly regex: boolean }[];
}

/** The selectors of an expression, as far as these rules write PromQL. */
export function selectorsOf(expr: string): readonly Selector[] {
  const bare = expr.replaceAll(/\b(?:by|without|on|ignoring)\s*\([^)]*\)/g, ' ').replaceAll(/\[[^\]]*\]/g, ' ');
  const found = bare.matchAll(/(?<![\w."])([a-zA-Z_:][\w:]*)\s*(\{[^}]*\})?/g);
  return [...found].flatMap(([, metric = '', braces]) => {
    if (words.has(metric)) return [];
    const matchers = [...(braces ?? '').matchAll(/(\w+)\s*(=~|=)\s*"([^"]*)"/g)].map(
      ([, label = '', operator, value = '']) => ({ label, value, regex: operator === '=~' }),
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
 * has, a severity, and annotations whose runbook is an anchor in the README, which names the alert in that very row; and the
 * README names no other.
 */
export function problemsOf(options: {
  readonly yaml: string;
  readonly scrape: string;
  readonly readme: string;
}): readonly string[] {
  const { yaml, scrape, readme } = options;
  const problems: string[] = [];
  const series = seriesOf(scrape);
  const table = readme.split('\n').filter((line) => line.startsWith('| <a id="fault-'));
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
    const [, anchor] = /^README\.md#([a-z-]+)$/.exec(String(annotations?.['runbook'])) ?? [];
    const row = table.find((line) => line.includes(`<a id="${anchor}"></a>`));
    if (!row) problems.push(`${name}: the README has no row ${anchor}`);
    else if (!row.includes(`\`${name}\``)) problems.push(`${name} is not in its row of the README`);
    const selectors = selectorsOf(typeof expr === 'string' ? expr : '');
    if (selectors.length === 0) problems.push(`${name} has no expression`);
    for (const { metric, matchers } of selectors) {
      if (ofPrometheus.includes(metric)) continue;
      const matches = series.some(
        (one) =>
          one.name === metric &&
          matchers.every(({ label, value, regex }) => {
            const is = one.labels.get(label);
            return is !== undefined && (regex ? new RegExp(`^(?:${value})$`).test(is) : is === value);
          }),
      );
      if (!matches) problems.push(`${name}: /metrics has no ${metric} ${matchers.map(({ value }) => value).join(' ')}`);
    }
  }
  for (const row of table) {
    const cells = row.split(/(?<!\\)\|/).slice(1, -1);
    const [metrics, alerts, tests] = cells
      .slice(-3)
      .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, it]) => it ?? ''));
    if (cells.length !== 7 || cells.some((cell) => cell.trim() === ''))
      problems.push(`a cell is missing: ${row.slice(0, 60)}`);
    for (const name of alerts ?? [])
      if (!names.includes(name)) problems.push(`the README names ${name}, and there is no such alert`);
    for (const metric of metrics ?? []) {
      const [{ metric: bare, matchers } = { metric: '', matchers: [] }] = selectorsOf(metric);
      const there = series.some(
        (one) =>
          one.name.replace(/_bucket$/, '') === bare &&
          matchers.every(({ label, value }) => one.labels.get(label) === value),
      );
      if (!there && !ofPrometheus.includes(bare)) problems.push(`the README names ${metric}, and /metrics has none`);
    }
    if ((alerts ?? []).length === 0 || (metrics ?? []).length === 0 || (tests ?? []).length === 0)
      problems.push(`a row without metric, alert or test: ${row.slice(0, 60)}`);
  }
  return problems;
}
