import { expect, it } from 'vitest';
import { AppKit, errors, must } from '../../test/support/app-kit.ts';
import { diag } from '../../proto/generated/codec.js';
import type { Told } from '../domain/cases/records.ts';
import { diagnosisByWords, tell } from '../app/findings.ts';
import { encodeLocalisation } from './encode-localisation.ts';

/** As a console reads it. */
function sent(kit: AppKit, viewId: Parameters<AppKit['app']['views']['of']>[0]): diag.Localisation {
  const made = encodeLocalisation(kit.app.views.of(viewId)?.diagnosis, kit.clock.now());
  if (!made) throw new Error('No rules');
  return diag.Localisation.decode(diag.Localisation.encode(made).finish());
}

it('says nothing where there are no rules', () => {
  expect(encodeLocalisation(undefined, 0)).toBeUndefined();
});

it('names in a basic look the classes that its rules could use and that are withheld, and in a full look none', async () => {
  const kit = await AppKit.create();
  const { grant: basic } = await kit.grant({ scope: 'basic' });
  const { TELEMETRY, NETWORK, SPACE } = {
    TELEMETRY: diag.DataClass.DATA_CLASS_TELEMETRY,
    NETWORK: diag.DataClass.DATA_CLASS_NETWORK,
    SPACE: diag.DataClass.DATA_CLASS_SPACE,
  };
  expect(sent(kit, basic.viewId).withheld).toEqual([TELEMETRY, NETWORK, SPACE]);
  const { grant: full } = await kit.grant();
  expect(sent(kit, full.viewId).withheld).toEqual([]);
});

it('tells of every symptom that stands as evidence how it is known, or why not', async () => {
  const kit = await AppKit.create();
  const { grant } = await kit.grant({ scope: 'basic' });
  kit.hear(errors(['13']));
  const { hypotheses, symptoms } = sent(kit, grant.viewId);
  const states = new Map(symptoms?.map((each) => [each.id, each]));
  const named = hypotheses?.flatMap(({ evidence }) => evidence ?? []) ?? [];
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ symptom }) => !states.has(symptom))).toEqual([]);
  expect(states.get('code_charge_failed')).toMatchObject({ phase: 'confirmed', unknownBecause: '' });
  expect(states.get('charge_current_breaks')).toMatchObject({ unknownBecause: 'not_granted' });
});

it('tells what was told, under the id that its sender gave it', async () => {
  const kit = await AppKit.create();
  const { supportCase, grant } = await kit.grant();
  const all: readonly Told[] = [
    { kind: 'answer', question: 'contacts.look', answer: 'unknown' },
    { kind: 'outcome', action: 'wipe_contacts', outcome: 'relieved' },
    { kind: 'code', code: '13', raised: false },
    { kind: 'result', test: 'test.charge', fields: { gaps: 3 } },
  ];
  for (const [index, told] of all.entries())
    must(await tell(kit.app, kit.agent, { caseId: supportCase.id, id: `finding-${index}`, told }));
  const told = sent(kit, grant.viewId).told?.map(({ findingId, kind, id, value, fields }) => ({
    findingId,
    kind,
    id,
    value,
    fields,
  }));
  expect(told).toEqual([
    { findingId: 'finding-0', kind: 'answer', id: 'contacts.look', value: 'unknown', fields: {} },
    { findingId: 'finding-1', kind: 'outcome', id: 'wipe_contacts', value: 'relieved', fields: {} },
    { findingId: 'finding-2', kind: 'code', id: '13', value: 'cleared', fields: {} },
    { findingId: 'finding-3', kind: 'result', id: 'test.charge', value: '', fields: { gaps: '3' } },
  ]);
  const words = must((await diagnosisByWords(kit.app, kit.agent, supportCase.id))!);
  expect(encodeLocalisation(words, kit.clock.now())?.told).toHaveLength(4);
});
