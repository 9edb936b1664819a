import { beforeEach, describe, expect, it } from 'vitest';
import { AppKit, errors, must, telemetry } from '../../test/support/app-kit.ts';
import type { CaseRecord, FindingRecord, GrantRecord, Told } from '../domain/cases/records.ts';
import type { FrameBody } from '../domain/frames.ts';
import { asId, type BootId, type CaseId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import type { Refusal } from '../domain/refusals.ts';
import { closeCase } from './cases.ts';
import type { Diagnosis } from './diagnosis.ts';
import { endGrant } from './end-grant.ts';
import { diagnosisByWords, findingsOf, takeBack, tell } from './findings.ts';
import { ownerAllow } from './owner.ts';
import { resumeGrants } from './resume-grants.ts';

const dull: Told = { kind: 'answer', question: 'contacts.look', answer: 'dull_or_dark' };
const shiny: Told = { kind: 'answer', question: 'contacts.look', answer: 'shiny' };
const charging: Told = { kind: 'code', code: '13', raised: true };

let kit: AppKit;
beforeEach(async () => {
  kit = await AppKit.create();
});

const told = (of: CaseRecord, id: string, what: Told, by = kit.agent): Promise<FindingRecord | Refusal> =>
  tell(kit.app, by, { caseId: of.id, id, told: what });
const back = (of: CaseRecord, id: string) => takeBack(kit.app, kit.agent, { caseId: of.id, id });
const inView = ({ viewId }: GrantRecord): Diagnosis => {
  const diagnosis = kit.app.views.of(viewId)?.diagnosis;
  if (!diagnosis) throw new Error('No View, or no rules');
  return diagnosis;
};
/** What is concluded, without what only its way there decides. */
const concluded = (of: Diagnosis) => {
  const { hypotheses, none, unmodelled, headline } = of.verdict(kit.clock.now());
  return { hypotheses, none, unmodelled, headline };
};
const chanceOf = (of: Diagnosis, fault: string): number => of.verdict(kit.clock.now()).byFault.get(fault) ?? 0;
const audited = () => kit.store.audit.map(({ action }) => action).filter((action) => action.startsWith('finding.'));

describe('telling', () => {
  it('is done once however often it is repeated under its id', async () => {
    const found = await kit.openCase();
    const first = must(await told(found, 'finding-1', charging));
    await kit.clock.pass(5_000);
    expect(must(await told(found, 'finding-1', charging))).toEqual(first);
    expect(must(await findingsOf(kit.app, kit.agent, found.id))).toEqual([first]);
    expect(audited()).toEqual(['finding.told']);
  });

  it('otherwise under the same id corrects it', async () => {
    const found = await kit.openCase();
    must(await told(found, 'finding-1', dull));
    const corrected = must(await told(found, 'finding-1', shiny));
    expect(must(await findingsOf(kit.app, kit.agent, found.id))).toEqual([corrected]);
    expect(audited()).toEqual(['finding.told', 'finding.corrected']);
  });

  it('the same id in two cases is two findings', async () => {
    const [one, other] = [await kit.openCase(), await kit.openCase()];
    must(await told(one, 'finding-1', dull));
    must(await told(other, 'finding-1', shiny));
    expect(must(await findingsOf(kit.app, kit.agent, one.id))).toMatchObject([{ told: dull }]);
  });

  it.each<[string, Told]>([
    ['question', { kind: 'answer', question: 'no.such', answer: 'shiny' }],
    ['answer', { kind: 'answer', question: 'contacts.look', answer: 'no_such' }],
    ['field', { kind: 'result', test: 'test.charge', fields: { no_such: 1 } }],
    ['type of a field', { kind: 'result', test: 'test.charge', fields: { gaps: 'many' } }],
    ['repair', { kind: 'outcome', action: 'no_such', outcome: 'cured' }],
    ['code', { kind: 'code', code: '4711', raised: true }],
    ['name that objects have', { kind: 'result', test: 'test.charge', fields: { constructor: 1 } }],
  ])('of a %s that the model does not have is refused, and nothing is kept', async (_name, what) => {
    const found = await kit.openCase();
    expect(await told(found, 'finding-1', what)).toEqual({ refused: 'finding_unknown' });
    expect(must(await findingsOf(kit.app, kit.agent, found.id))).toEqual([]);
  });

  it('in a closed case is refused, and so is taking back', async () => {
    const found = await kit.openCase();
    must(await told(found, 'finding-1', charging));
    must(await closeCase(kit.app, kit.agent, found.id));
    expect(await told(found, 'finding-2', dull)).toEqual({ refused: 'case_closed' });
    expect(await back(found, 'finding-1')).toEqual({ refused: 'case_closed' });
    expect(must(await findingsOf(kit.app, kit.agent, found.id)), 'what was told stays the case’s').toHaveLength(1);
  });

  it('in another brand’s case, or in none, finds nothing; in a colleague’s it is not allowed', async () => {
    const found = await kit.openCase();
    const colleague = { ...kit.agent, id: asId<PersonRecord['id']>('agent-2') };
    const stranger = { ...colleague, brandIds: [] };
    const every = async (by: PersonRecord, caseId: CaseId) => [
      await tell(kit.app, by, { caseId, id: 'finding-1', told: charging }),
      await findingsOf(kit.app, by, caseId),
      await takeBack(kit.app, by, { caseId, id: 'finding-1' }),
      await diagnosisByWords(kit.app, by, caseId),
    ];
    const four = (refused: string) => Array.from({ length: 4 }, () => ({ refused }));
    expect(await every(stranger, found.id)).toEqual(four('not_found'));
    expect(await every(kit.agent, asId<CaseId>('no-such'))).toEqual(four('not_found'));
    expect(await every(colleague, found.id)).toEqual(four('not_allowed'));
    expect(must(await findingsOf(kit.app, kit.agent, found.id))).toEqual([]);
  });

  it('ends at two hundred in one case; a correction is none more', async () => {
    const found = await kit.openCase();
    for (let count = 0; count < 200; count += 1) must(await told(found, `finding-${count}`, charging));
    expect(await told(found, 'finding-200', charging)).toEqual({ refused: 'too_many_findings' });
    must(await told(found, 'finding-7', dull));
    must(await back(found, 'finding-8'));
    must(await told(found, 'finding-200', charging));
  });
});

describe('a case in which nothing may be seen', () => {
  it('is concluded from what was told, and again as before when it is taken back', async () => {
    const found = await kit.openCase();
    const byWords = async () => must((await diagnosisByWords(kit.app, kit.agent, found.id)) as Diagnosis);
    const before = concluded(await byWords());
    must(await told(found, 'finding-1', charging));
    must(await told(found, 'finding-2', dull));
    expect(concluded(await byWords()).headline).toEqual(['V09']);
    must(await back(found, 'finding-1'));
    must(await back(found, 'finding-2'));
    expect(must(await back(found, 'finding-2')), 'taken back twice').toEqual([]);
    expect(concluded(await byWords())).toEqual(before);
  });
});

describe('what was told in the case counts in its View', () => {
  it('when it was told before the grant, once, and those who watch are told', async () => {
    const changes: unknown[] = [];
    kit.app.audience.changed = (change) => void changes.push(change);
    const found = await kit.openCase();
    must(await told(found, 'finding-1', dull));
    const { grant } = await kit.grant({ in: found });
    await kit.clock.pass(0);
    expect(inView(grant).told.map(({ told: what }) => what)).toEqual([dull]);
    expect(changes).toEqual([expect.objectContaining({ viewId: grant.viewId, localised: true })]);
  });

  it('once also when it is told in the moment in which the View begins', async () => {
    const found = await kit.openCase();
    const { requestId } = await allowed(found);
    const noChange: Told = { kind: 'outcome', action: 'wipe_contacts', outcome: 'no_change' };
    const [grant] = await Promise.all([kit.confirm(requestId), told(found, 'finding-1', noChange)]);
    await kit.clock.pass(0);
    expect(inView(must(grant)).told).toHaveLength(1);
    const once = concluded(inView(must(grant)));
    for (const finding of inView(must(grant)).told) inView(must(grant)).tell(finding);
    expect(concluded(inView(must(grant)))).toEqual(once);
  });

  it('also when the store could not be read as the View began', async () => {
    const found = await kit.openCase();
    must(await told(found, 'finding-1', dull));
    const { requestId } = await allowed(found);
    const { findingsOfCase } = kit.store;
    kit.store.findingsOfCase = () => Promise.reject(new Error('The store cannot read'));
    const grant = must(await kit.confirm(requestId));
    await kit.clock.pass(0);
    expect(inView(grant).told).toEqual([]);
    expect(kit.told.notes).toContain('store_unavailable');
    kit.store.findingsOfCase = findingsOfCase;
    await kit.clock.pass(1_000);
    expect(inView(grant).told).toHaveLength(1);
  });

  it('of another case on the same device not', async () => {
    const { grant } = await kit.grant();
    const other = await kit.openCase();
    must(await told(other, 'finding-1', dull));
    expect(inView(grant).told).toEqual([]);
  });

  it('and after the View’s end is still the case’s, while nothing of the View is left', async () => {
    const { supportCase, grant } = await kit.grant();
    await kit.keep(errors(['13']));
    must(await told(supportCase, 'finding-1', dull));
    await endGrant(kit.app, grant.id, { as: 'revoked', reason: 'revoked', actor: 'owner' });
    await kit.clock.pass(0);
    expect(kit.app.views.of(grant.viewId)).toBeUndefined();
    expect(kit.store.frames).toEqual([]);
    const words = must((await diagnosisByWords(kit.app, kit.agent, supportCase.id)) as Diagnosis);
    expect(words.told).toHaveLength(1);
    expect(words.symptom('code_charge_failed').evidence, 'the device said it, nobody else').toBeUndefined();
  });
});

describe('taking back or correcting in a View', () => {
  it('concludes anew from all that the View has kept: as if it had never been told', async () => {
    const { supportCase, grant } = await kit.grant();
    await kit.keep(errors(['13'], true));
    await kit.clock.pass(60_000);
    const before = concluded(inView(grant));
    must(await told(supportCase, 'finding-1', dull));
    expect(chanceOf(inView(grant), 'V09')).toBeGreaterThan(chanceIn(before, 'V09'));
    must(await told(supportCase, 'finding-1', shiny));
    expect(chanceOf(inView(grant), 'V09')).toBeLessThan(chanceIn(before, 'V09'));
    must(await back(supportCase, 'finding-1'));
    expect(concluded(inView(grant))).toEqual(before);
  });

  it('misses nothing that comes meanwhile, and takes nothing twice', async () => {
    const { supportCase, grant } = await kit.grant();
    must(await told(supportCase, 'finding-1', dull));
    await kit.keep(errors(['1']));
    const { framesOfView } = kit.store;
    let read: () => void = () => undefined;
    const mayRead = new Promise<void>((resolve) => (read = resolve));
    kit.store.framesOfView = async function* (viewId) {
      await mayRead;
      yield* framesOfView.call(kit.store, viewId);
    };
    const done = back(supportCase, 'finding-1');
    await kit.clock.pass(0);
    // On disk before it is read, and gathered as well.
    await kit.keep(errors(['13']));
    read();
    must(await done);
    const raised = inView(grant).symptom('code_charge_failed');
    expect(raised.evidence).toBe(true);
    expect(inView(grant).symptom('code_lidar_speed').evidence ?? true, 'and what came before').toBe(true);
  });

  it('keeps the time of a repair among what was measured', async () => {
    const { supportCase, grant } = await kit.grant();
    await kit.keep(errors(['13']));
    await kit.clock.pass(60_000);
    must(await told(supportCase, 'finding-1', { kind: 'outcome', action: 'wipe_contacts', outcome: 'relieved' }));
    expect(inView(grant).symptom('code_charge_failed').evidence, 'of before the repair').toBeUndefined();
    await kit.clock.pass(60_000);
    await kit.keep(errors(['-13', '13']));
    const live = inView(grant).symptom('code_charge_failed').evidence;
    must(await told(supportCase, 'finding-2', shiny));
    must(await back(supportCase, 'finding-2'));
    expect(live).toBe(true);
    expect(inView(grant).symptom('code_charge_failed').evidence, 'it has come back after the repair').toBe(true);
  });

  it('counts as soon as the store can be read again', async () => {
    const { supportCase, grant } = await kit.grant();
    must(await told(supportCase, 'finding-1', dull));
    const { framesOfView } = kit.store;
    kit.store.framesOfView = () => {
      throw new Error('The store cannot read');
    };
    must(await back(supportCase, 'finding-1'));
    expect(inView(grant).told).toHaveLength(1);
    kit.store.framesOfView = framesOfView;
    await kit.clock.pass(1_000);
    expect(inView(grant).told).toEqual([]);
  });
});

describe('a View that is rebuilt at a start', () => {
  it('concludes the same, told and repaired in its order', async () => {
    const { supportCase, grant } = await kit.grant();
    await kit.keep(telemetry({ 'device.boot.reason': 1, 'dock.cycle': 4 }));
    await kit.keep(errors(['13'], true));
    await kit.clock.pass(60_000);
    must(await told(supportCase, 'finding-1', { kind: 'outcome', action: 'wipe_contacts', outcome: 'relieved' }));
    await kit.clock.pass(60_000);
    await kit.keep(errors(['-13', '13']));
    must(await told(supportCase, 'finding-2', dull));
    await kit.clock.pass(30_000);
    const before = concluded(inView(grant));
    kit.app.views.close(grant.viewId);
    await resumeGrants(kit.app);
    expect(inView(grant).told).toHaveLength(2);
    expect(concluded(inView(grant))).toEqual(before);
  });
});

describe('boots', () => {
  const boot = (bootId: string, reason: number): [FrameBody, { bootId: BootId }] => [
    telemetry({ 'device.boot.reason': reason }),
    { bootId: asId<BootId>(bootId) },
  ];
  const powerLost = (grant: GrantRecord) => inView(grant).symptom('boot_brown_out');

  it('count from the second on: the first was before the View', async () => {
    const { grant } = await kit.grant();
    kit.hear(telemetry({ 'battery.level': 80 }), { bootId: asId('b1') });
    kit.hear(...boot('b1', 2));
    expect(powerLost(grant).evidence).not.toBe(true);
    kit.hear(...boot('b2', 2));
    expect(powerLost(grant).evidence).toBe(true);
  });
});

async function allowed(found: CaseRecord) {
  const asked = await kit.ask(found);
  must(await ownerAllow(kit.app, asked.token, 'en'));
  return asked;
}

function chanceIn({ hypotheses }: ReturnType<typeof concluded>, fault: string): number {
  return hypotheses.reduce((sum, { faults, p }) => (faults.includes(fault) ? sum + p : sum), 0);
}
