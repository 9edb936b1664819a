import { beforeEach, expect, it } from 'vitest';
import { AppKit, must, telemetry } from '../../test/support/app-kit.ts';
import { settled } from '../../test/support/fake-clock.ts';
import type { History } from '../domain/history.ts';
import type { CaseId } from '../domain/ids.ts';
import type { Clock } from '../ports/host.ts';
import { historyOf } from './history.ts';
import { ownerStop } from './owner.ts';

let kit: AppKit;
beforeEach(async () => {
  kit = await AppKit.create();
});

/** The last minute, of these. */
async function read(caseId: CaseId, metrics: readonly string[], person = kit.agent) {
  const now = kit.clock.now();
  return historyOf(kit.app, person, { caseId, metrics, from: now - 60_000, to: now + 1, points: 10 });
}

it('gives what the case’s View has kept of the metrics that were granted', async () => {
  const { supportCase } = await kit.grant();
  await kit.keep(telemetry({ 'battery.level': 80, 'battery.current': 1.5 }));
  await kit.keep(telemetry({ 'battery.level': 60 }));
  const { series } = must<History>(await read(supportCase.id, ['battery.level', 'battery.current']));
  expect(series['battery.level']).toMatchObject([{ min: 60, max: 80, avg: 70, count: 2 }]);
  expect(series['battery.current']).toMatchObject([{ min: 1.5, count: 1 }]);
});

it('refuses a metric of a class that was withheld, whatever else is asked for, and one that the device has not', async () => {
  const { supportCase } = await kit.grant({ scope: 'basic' });
  await kit.keep(telemetry({ 'battery.level': 80 }));
  must(await read(supportCase.id, ['battery.level']));
  expect(await read(supportCase.id, ['battery.level', 'battery.current'])).toEqual({
    refused: 'class_not_granted',
    detail: 'battery.current',
  });
  expect(await read(supportCase.id, ['battery.levle'])).toEqual({ refused: 'metric_unknown', detail: 'battery.levle' });
});

it('refuses a metric that is words, and says which; of one that was withheld it does not tell even that', async () => {
  const { supportCase } = await kit.grant();
  expect(await read(supportCase.id, ['battery.level', 'wifi.bssid'])).toEqual({
    refused: 'metric_not_a_number',
    detail: 'wifi.bssid',
  });
  const basic = await kit.grant({ scope: 'basic' });
  expect(await read(basic.supportCase.id, ['wifi.bssid'])).toMatchObject({ refused: 'class_not_granted' });
});

it('gives nothing before a grant, and nothing after the owner’s Stop', async () => {
  const supportCase = await kit.openCase();
  expect(await read(supportCase.id, ['battery.level'])).toEqual({ refused: 'grant_not_active' });
  const { token } = await kit.grant({ in: supportCase });
  must(await read(supportCase.id, ['battery.level']));
  await ownerStop(kit.app, token);
  expect(await read(supportCase.id, ['battery.level'])).toEqual({ refused: 'grant_not_active' });
});

it('gives nothing of what was read already when the owner stops while the answer is made', async () => {
  const { supportCase, token } = await kit.grant();
  await kit.keep(telemetry({ 'battery.level': 80 }));
  let release: () => void = () => undefined;
  kit.store.answer = new Promise((resolve) => (release = resolve));
  const reading = read(supportCase.id, ['battery.level']);
  await settled();
  const stopping = ownerStop(kit.app, token);
  await settled();
  release();
  expect(await reading).toEqual({ refused: 'grant_not_active' });
  await stopping;
});

it('gives nothing once the grant has run out by the clock, even before anybody has noted it', async () => {
  const { supportCase, grant } = await kit.grant();
  const asked = { caseId: supportCase.id, metrics: ['battery.level'], from: 0, to: 1, points: 1 };
  const { clock } = kit;
  const runOut: Clock = { now: () => grant.expiresAt, monotonicMs: () => 0, after: (ms, run) => clock.after(ms, run) };
  const late = { ...kit.app, clock: runOut };
  expect(await historyOf(late, kit.agent, asked)).toEqual({ refused: 'grant_not_active' });
});

it('is the agent’s own case’s alone, and of an interval that begins before it ends', async () => {
  const { supportCase } = await kit.grant();
  const other = { ...kit.agent, id: 'agent-2' as typeof kit.agent.id };
  expect(await read(supportCase.id, ['battery.level'], other)).toEqual({ refused: 'not_allowed' });
  const backwards = { caseId: supportCase.id, metrics: ['battery.level'], from: 5, to: 5, points: 1 };
  expect(await historyOf(kit.app, kit.agent, backwards)).toEqual({ refused: 'history_interval' });
});
