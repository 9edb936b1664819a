import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway } from '../support/gateway-kit.ts';
import { findProgram } from '../support/programs.ts';
import { problemsOf, selectorsOf } from './alert-rules.ts';

const root = new URL('../../', import.meta.url);
const rulesPath = fileURLToPath(new URL('.packaging/alerts/diag.rules.yml', root));
const yaml = readFileSync(rulesPath, 'utf8');
const readme = readFileSync(new URL('README.md', root), 'utf8');
const promtool = findProgram(['promtool']);

let scrape: string;
beforeAll(async () => {
  const kit = await startTestGateway();
  scrape = await (await fetch(`${kit.gateway.httpUrl}/metrics`)).text();
  await kit.close();
});

describe('the alert rules', () => {
  it('look at what a gateway that has just started exposes already, and stand in the README with what to do', () => {
    expect(problemsOf({ yaml, scrape, readme })).toEqual([]);
  });

  const broken: readonly (readonly [string, () => Parameters<typeof problemsOf>[0], RegExp])[] = [
    [
      'a misspelt metric',
      () => ({ yaml: yaml.replace('diag_links_over_share > 0', 'diag_links_over_shares > 0'), scrape, readme }),
      /DeviceFloods: \/metrics has no diag_links_over_shares/,
    ],
    [
      'a code that is counted nowhere',
      () => ({ yaml: yaml.replace('"clock_jumped"', '"clock_leapt"'), scrape, readme }),
      /ClockJumped: \/metrics has no diag_events_total clock_leapt/,
    ],
    [
      'a metric that the gateway lost',
      () => ({ yaml, scrape: scrape.replaceAll('diag_seq_gaps', 'diag_gaps'), readme }),
      /MessagesMissing: \/metrics has no diag_seq_gaps/,
    ],
    [
      'a rule without words',
      () => ({ yaml: yaml.replace(/summary: The gateway does not answer\n/, 'sumary: x\n'), scrape, readme }),
      /GatewayDown has no summary/,
    ],
    [
      'a rule without a severity',
      () => ({ yaml: yaml.replace('{severity: page}', '{}'), scrape, readme }),
      /GatewayDown has no severity/,
    ],
    [
      'a runbook that leads nowhere',
      () => ({ yaml: yaml.replace('#fault-packs', '#fault-pack'), scrape, readme }),
      /PacksNotTaken: the README has no row fault-pack/,
    ],
    [
      'an alert that the README does not know',
      () => ({ yaml, scrape, readme: readme.replace('`BrandFloods`', '`BrandFlood`') }),
      /BrandFloods is not in its row.*\n.*the README names BrandFlood, and there is no such alert/,
    ],
    [
      'a metric in the README that is not there',
      () => ({ yaml, scrape, readme: readme.replace('| `diag_connects_waiting` |', '| `diag_connects_queued` |') }),
      /the README names diag_connects_queued/,
    ],
    [
      'a metric of any job',
      () => ({ yaml: yaml.replace('_p99_seconds{job="diagnostics-gateway"}', '_p99_seconds'), scrape, readme }),
      /EventLoopBusy: nodejs_eventloop_lag_p99_seconds is looked at in every job/,
    ],
    [
      'another name of the job',
      () => ({ yaml: yaml.replace('up{job="diagnostics-gateway"}', 'up{job="gateway"}'), scrape, readme }),
      /GatewayDown: up is looked at in every job/,
    ],
    [
      'a part that all others are, and that is not there',
      () => ({ yaml: yaml.replace('part!~"store|store-writer"', 'part!~"store.*|broker"'), scrape, readme }),
      /PartFails: \/metrics has no diag_part_ready store\.\*\|broker/,
    ],
    [
      'a fault that only one table of the README has',
      () => ({ yaml, scrape, readme: readme.replace('<a id="fault-herd"></a>', '') }),
      /the two tables of the README have not the same faults/,
    ],
  ];
  it.each(broken)('the control: %s is found', (_name, options, problem) => {
    expect(problemsOf(options()).join('\n')).toMatch(problem);
  });

  it('are read for their selectors as PromQL has them', () => {
    const expr =
      'histogram_quantile(0.99, sum by (instance, le) (rate(a_bucket{x="1",y=~"b|c"}[5m]))) > 2 * b or c{d!="e"}';
    expect(selectorsOf(expr)).toEqual([
      {
        metric: 'a_bucket',
        matchers: [
          { label: 'x', operator: '=', value: '1' },
          { label: 'y', operator: '=~', value: 'b|c' },
        ],
      },
      { metric: 'b', matchers: [] },
      { metric: 'c', matchers: [{ label: 'd', operator: '!=', value: 'e' }] },
    ]);
  });

  // Nothing of this project needs Prometheus, so that no test run installs it: where it is, it is asked.
  if (promtool !== undefined) {
    it('are sound to Prometheus itself', () => {
      const { status, stdout, stderr } = spawnSync(promtool, ['check', 'rules', rulesPath], { encoding: 'utf8' });
      expect(status, stdout + stderr).toBe(0);
    });
  }
});

it('every test that the table of faults names is there', () => {
  const named = readme
    .split('\n')
    .filter((line) => line.startsWith('| [') && line.includes('](#fault-'))
    .flatMap((line) => [...line.matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, path]) => path ?? ''));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});
