import { describe, expect, it } from 'vitest';
import { shippedPacks } from '../../test/support/packs.ts';
import type { FindingRecord, Told } from '../domain/cases/records.ts';
import { type DataClass, dataClasses } from '../domain/data-class.ts';
import { asId } from '../domain/ids.ts';
import { beginDiagnosis, type Diagnosis } from './diagnosis.ts';

const start = Date.UTC(2026, 5, 1, 10);
const minute = 60_000;

/** What is told, a minute apart. */
function telling(granted: readonly DataClass[] = []) {
  const diagnosis = beginDiagnosis({
    pack: shippedPacks.get('rv-s1')!,
    granted: new Set(granted),
    startedAt: start,
  }) as Diagnosis;
  let now = start;
  const tell = (told: Told) => {
    now += minute;
    const finding: FindingRecord = {
      id: `case-1/${now}`,
      caseId: asId('case-1'),
      toldBy: asId('agent-1'),
      toldAt: now,
      told,
    };
    diagnosis.tell(finding);
    return diagnosis.verdict(now);
  };
  return { diagnosis, tell, verdict: () => diagnosis.verdict(now) };
}
const answer = (question: string, given: string): Told => ({ kind: 'answer', question, answer: given });
const code = (raised: string): Told => ({ kind: 'code', code: raised, raised: true });
const outcome = (action: string, came: 'cured' | 'no_change' | 'relieved'): Told => ({
  kind: 'outcome',
  action,
  outcome: came,
});

describe('a case without any telemetry', () => {
  it('is localised by a code that is read out and an answer', () => {
    const { tell } = telling();
    expect(
      tell(code('13'))
        .hypotheses.slice(0, 3)
        .flatMap(({ faults }) => faults),
    ).toContain('V09');
    const { hypotheses, headline } = tell(answer('contacts.look', 'dull_or_dark'));
    expect(hypotheses[0]?.faults).toEqual(['V09']);
    expect(headline).toEqual(['V09']);
  });

  it('asks again what was not asked, and never what was', () => {
    const { tell, verdict } = telling();
    tell(code('13'));
    const [first] = verdict().next.filter(({ kind }) => kind === 'question');
    const { next } = tell(answer(first!.id, 'unknown'));
    expect(next.map(({ id }) => id)).not.toContain(first!.id);
    expect(next).not.toHaveLength(0);
  });

  it('is not handed over because nobody knows the answers', () => {
    const { tell, verdict } = telling();
    for (let asked = 0; asked < 14; asked += 1) {
      const question = verdict().next.find(({ kind }) => kind === 'question');
      if (!question) break;
      tell(answer(question.id, 'unknown'));
    }
    expect(verdict().stop?.because).not.toBe('escalate');
  });

  it('is handed over after three repairs that changed nothing', () => {
    const { tell } = telling();
    tell(code('13'));
    tell(outcome('wipe_contacts', 'no_change'));
    tell(outcome('other_dock', 'no_change'));
    expect(tell(outcome('replace_battery', 'no_change')).stop).toEqual({ because: 'escalate' });
  });

  it('makes probabilities that are one together, whatever is told', () => {
    const { tell } = telling();
    for (const told of [code('13'), code('6'), answer('dock.led', 'off'), outcome('wipe_contacts', 'relieved')]) {
      const { hypotheses, none, unmodelled } = tell(told);
      const sum = hypotheses.reduce((total, { p }) => total + p, none + unmodelled);
      expect(sum).toBeGreaterThan(0);
      expect(sum).toBeLessThanOrEqual(1 + 1e-9);
    }
  });
});

describe('a repair', () => {
  it('that has cured ends the search, until something shows again', () => {
    const { tell } = telling();
    tell(code('13'));
    tell(answer('contacts.look', 'dull_or_dark'));
    expect(tell(outcome('wipe_contacts', 'cured')).stop).toMatchObject({ because: 'cured', exit: 'repair' });
    expect(tell(code('6')).stop?.because).not.toBe('cured');
  });

  it('that changed nothing speaks against what it would have cured', () => {
    const { tell } = telling();
    tell(code('13'));
    const before = tell(answer('contacts.look', 'dull_or_dark')).byFault.get('V09') ?? 0;
    const after = tell(outcome('wipe_contacts', 'no_change')).byFault.get('V09') ?? 0;
    expect(after).toBeLessThan(before / 1.3);
  });
});

describe('what is not granted', () => {
  it('is offered to be asked for where it would tell something', () => {
    const { tell } = telling(['status', 'errors', 'firmware']);
    const scopes = tell(code('13')).next.filter(({ kind }) => kind === 'scope');
    expect(scopes.map(({ id }) => id)).toContain('telemetry');
    const all = telling(dataClasses);
    expect(all.tell(code('13')).next.filter(({ kind }) => kind === 'scope')).toEqual([]);
  });
});
