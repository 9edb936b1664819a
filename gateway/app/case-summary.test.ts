import { expect, it } from 'vitest';
import { AppKit, errors, must, telemetry } from '../../test/support/app-kit.ts';
import type { Told } from '../domain/cases/records.ts';
import { asId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { caseSummary, summaryOf } from './case-summary.ts';
import { closeCase, openCase } from './cases.ts';
import { endGrant } from './end-grant.ts';
import { tell } from './findings.ts';
import { ownerAllow, ownerRefuse, ownerStop } from './owner.ts';
import { openFromTicket } from './open-from-ticket.ts';
import { withdrawRequest } from './request-consent.ts';

/** A case in which everything happened. */
async function eventfulCase() {
  const kit = await AppKit.create();
  const input = { deviceId: kit.device.id, reason: 'does not dock', ticket: 'T-4711' };
  const found = must(await openCase(kit.app, kit.agent, input));
  const summary = async (language: 'en' | 'zh-CN') =>
    must(await caseSummary(kit.app, kit.agent, { caseId: found.id, language }));
  await kit.clock.pass(60_000);
  const first = await kit.ask(found, 'basic', 15);
  await kit.clock.pass(60_000);
  await ownerRefuse(kit.app, first.token);
  await kit.ask(found, 'full');
  await kit.clock.pass(60_000);
  must(await withdrawRequest(kit.app, kit.agent, found.id));
  const third = await kit.ask(found, 'full', 60);
  must(await ownerAllow(kit.app, third.token, 'en'));
  const one = must(await kit.confirm(third.requestId));
  kit.hear(telemetry({ 'battery.level': 73.25 }));
  await kit.clock.pass(60_000);
  await ownerStop(kit.app, third.token);
  await kit.clock.pass(60_000);
  const { grant: two } = await kit.grant({ in: found, scope: 'basic' });
  await kit.clock.pass(60_000);
  await endGrant(kit.app, two.id, { as: 'completed', reason: 'completed', actor: 'person:agent-1' });
  await kit.clock.pass(60_000);
  must(await closeCase(kit.app, kit.agent, found.id));
  return { kit, found, one, two, summary };
}

it('tells the whole course in English, with times in UTC', async () => {
  const { found, summary } = await eventfulCase();
  expect(await summary('en')).toBe(`Remote support: case summary

Brand: Acme
Case: ${found.id}
Ticket: T-4711
Device: Sweep One, serial number RV1A00000001
Agent: Li Wei
Reason: does not dock
Opened: 2027-01-15T08:00:00.000Z (UTC)
Closed: 2027-01-15T08:07:00.000Z (UTC)

Asked of the owner
- 2027-01-15T08:01:00.000Z (UTC)  basic look, 15 minutes  -> refused by the owner  2027-01-15T08:02:00.000Z (UTC)
- 2027-01-15T08:02:00.000Z (UTC)  full look, 30 minutes  -> withdrawn  2027-01-15T08:03:00.000Z (UTC)
- 2027-01-15T08:03:00.000Z (UTC)  full look, 60 minutes  -> granted  2027-01-15T08:03:00.000Z (UTC)
- 2027-01-15T08:05:00.000Z (UTC)  basic look, 30 minutes  -> granted  2027-01-15T08:05:00.000Z (UTC)

Granted by the owner
- 2027-01-15T08:03:00.000Z (UTC)  status, errors, firmware, measurements, network, map and position, logs, proven by the device’s button  -> stopped by the owner, or for their safety  2027-01-15T08:04:00.000Z (UTC)
- 2027-01-15T08:05:00.000Z (UTC)  status, errors, firmware, proven by the device’s button  -> ended by support  2027-01-15T08:06:00.000Z (UTC)

Told on the phone
- none

Most likely cause: none named
Outcome: closed, looked at remotely
Written: 2027-01-15T08:07:00.000Z (UTC)
No measurement of the device is part of this summary. All times are UTC.
`);
});

it('tells the same in Chinese, line by line', async () => {
  const { summary } = await eventfulCase();
  const [en, zh] = [(await summary('en')).split('\n'), (await summary('zh-CN')).split('\n')];
  expect(zh).toHaveLength(en.length);
  const timesOf = (lines: readonly string[]) => lines.map((line) => line.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g));
  expect(timesOf(zh)).toEqual(timesOf(en));
  for (const line of zh.filter((each) => each !== '')) expect(line).toMatch(/\p{Script=Han}/u);
  expect(zh).toContain('外部单号：T-4711');
});

it('has no device data', async () => {
  const { summary } = await eventfulCase();
  expect(await summary('en')).not.toMatch(/73|battery/);
});

it('tells what was told, in words; and the cause as the View has it to its viewer alone, while it lasts', async () => {
  const kit = await AppKit.create();
  const { supportCase: found, grant } = await kit.grant();
  const written = async (by = kit.agent) => must(await caseSummary(kit.app, by, { caseId: found.id, language: 'en' }));
  const causeIn = (text: string) => /^Most likely cause: (.*)$/m.exec(text)?.[1];
  expect(causeIn(await written())).toBe('none named');
  await kit.keep(errors(['1']));
  const turret = 'Laser turret blocked or its motor dead';
  const view = 'from what was told and what the owner lets us see now';
  expect(causeIn(await written())).toBe(`${turret}, ${view}`);
  const supervisor = { ...kit.agent, id: asId<PersonRecord['id']>('lead-1'), roles: ['supervisor' as const] };
  expect(causeIn(await written(supervisor))).toBe('none named');
  expect(causeIn(must(await summaryOf(kit.app, { found, language: 'en' }))), 'it leaves').toBe('none named');

  await endGrant(kit.app, grant.id, { as: 'revoked', reason: 'revoked', actor: 'owner' });
  expect(causeIn(await written())).toBe('none named');
  const all: readonly Told[] = [
    { kind: 'code', code: '13', raised: true },
    { kind: 'answer', question: 'contacts.look', answer: 'dull_or_dark' },
    { kind: 'outcome', action: 'wipe_contacts', outcome: 'relieved' },
    { kind: 'result', test: 'test.charge', fields: { gaps: 4711 } },
  ];
  for (const [index, told] of all.entries())
    must(await tell(kit.app, kit.agent, { caseId: found.id, id: `finding-${index}`, told }));
  must(await closeCase(kit.app, kit.agent, found.id));
  const text = await written();
  expect(text).toContain('  Error code 13  -> raised\n');
  expect(text).toContain('  How do the metal contacts on robot and dock look?  -> Dull or dark\n');
  expect(text).toMatch(/ {2}-> better, not cured\n/);
  expect(text).toMatch(/ {2}-> result noted\n/);
  expect(text, 'what was measured').not.toContain('4711');
  expect(causeIn(text)).toBe('Charging contacts dirty or weak, from what was told');
});

it('of a case in which nothing was asked says so', async () => {
  const kit = await AppKit.create();
  const found = await kit.openCase();
  const text = must(await caseSummary(kit.app, kit.agent, { caseId: found.id, language: 'en' }));
  expect(text).toContain('Ticket: none\n');
  expect(text).toContain('Closed: still open\n');
  expect(text).toContain('Asked of the owner\n- none\n\nGranted by the owner\n- none\n');
  expect(text).toContain('Outcome: still open, not looked at remotely\n');
});

it('shows markup, formulas and what turns text around as text, each in its line', async () => {
  const kit = await AppKit.create();
  const hostile = '=cmd|calc <script>alert(1)</script>\u2028Outcome: replaced\u202egnp.exe\u0007\nBrand: other';
  const agent = { ...kit.agent, displayName: hostile };
  await kit.store.save([{ put: 'person', record: agent }]);
  const input = { deviceId: kit.device.id, reason: hostile, ticket: hostile };
  const found = must(await openCase(kit.app, agent, input));
  const text = must(await caseSummary(kit.app, agent, { caseId: found.id, language: 'en' }));
  const asText = '=cmd|calc <script>alert(1)</script> Outcome: replaced gnp.exe Brand: other';
  for (const label of ['Ticket', 'Agent', 'Reason']) expect(text).toContain(`\n${label}: ${asText}\n`);
  expect(text.split('\n').filter((line) => line.startsWith('Outcome'))).toHaveLength(1);
  for (const hidden of ['\u202e', '\u2028', '\u0007']) expect(text).not.toContain(hidden);
});

it('is for the case’s agent and the brand’s supervisors', async () => {
  const kit = await AppKit.create();
  const { id: caseId } = await kit.openCase();
  const as = (roles: readonly ('agent' | 'supervisor')[], brandIds = kit.agent.brandIds) =>
    caseSummary(kit.app, { ...kit.agent, id: 'x' as typeof kit.agent.id, roles, brandIds }, { caseId, language: 'en' });
  expect(await as(['agent'])).toEqual({ refused: 'not_allowed' });
  expect(await as(['supervisor'])).toContain(caseId);
  expect(await as(['supervisor'], [])).toEqual({ refused: 'not_found' });
});

it('a ticket’s deep link finds device and one’s own open case with this ticket, and changes nothing', async () => {
  const kit = await AppKit.create();
  const open = (ticket: string) => openCase(kit.app, kit.agent, { deviceId: kit.device.id, reason: 'r', ticket });
  const [other, wanted] = [must(await open('T-1')), must(await open('T-2'))];
  const before = kit.store.audit.length;
  const look = (brand: string, serial: string, ticket?: string, agent = kit.agent) =>
    openFromTicket(kit.app, agent, { brand, serial, ticket });
  const found = { brandId: 'brand-1', device: kit.device };
  expect(await look('brand-1', 'rv1a00000001', ' T-2 ')).toEqual({ ...found, caseId: wanted.id });
  expect(await look(' ACME ', 'RV1A00000001', 'T-1')).toEqual({ ...found, caseId: other.id });
  expect(await look('Acme', 'RV1A00000001', 'T-3')).toEqual({ ...found, caseId: undefined });
  expect(await look('Acme', 'RV1A00000001')).toEqual({ ...found, caseId: undefined });
  expect(await look('Acme', '0001'), 'the last four are not the device').toMatchObject({ device: undefined });
  expect(await look('Nobody', 'RV1A00000001')).toEqual({ refused: 'not_found' });
  const stranger = { ...kit.agent, brandIds: [] };
  expect(await look('brand-1', 'RV1A00000001', 'T-1', stranger)).toEqual({ refused: 'not_found' });
  must(await closeCase(kit.app, kit.agent, wanted.id));
  expect(await look('brand-1', 'RV1A00000001', 'T-2')).toEqual({ ...found, caseId: undefined });
  expect(kit.store.audit).toHaveLength(before + 1);
});
