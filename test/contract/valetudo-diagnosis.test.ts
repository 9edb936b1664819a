import { describe, expect, it } from 'vitest';
import { beginDiagnosis, programOf } from '../../gateway/app/diagnosis.ts';
import { admit } from '../../gateway/domain/consent/admit.ts';
import { compileGrant } from '../../gateway/domain/consent/grant-view.ts';
import { classesOfScope } from '../../gateway/domain/data-class.ts';
import { grant } from '../../gateway/store/testing/records.ts';
import { DialectBench, rowsOf } from '../support/dialect-bench.ts';
import { shippedPacks } from '../support/packs.ts';

const pack = shippedPacks.get('valetudo')!;
const untilMs = 90_000;

interface Said {
  readonly t: number;
  readonly headline: string;
}

/** A recorded run through dialect, consent (the label's code opens the basic look only) and rules: what is named, and when it changes. */
function namedDuring(run: 'injected' | 'stock', key: string): readonly Said[] {
  const link = new DialectBench().open({ [key]: 'valetudo' }, { willTopic: `valetudo/${key}/$state` });
  link.play(rowsOf('valetudo/recording.jsonl', run));
  const classes = classesOfScope('basic');
  const at = { now: 0, monotonicMs: 0 };
  const deviceId = link.framesOf(key)[0]!.deviceId;
  const record = { ...grant, deviceId, notBefore: 0, startEpoch: 0, expiresAt: 30 * 60_000, classes };
  const view = compileGrant(record, at);
  const diagnosis = beginDiagnosis({ pack, granted: new Set(classes), startedAt: 0 })!;
  const frames = [...link.framesOf(key)];
  const said: Said[] = [{ t: 0, headline: '' }];
  for (let now = 0; now <= untilMs; now += 250) {
    while (frames[0] && frames[0].t <= now) {
      const frame = frames.shift()!;
      for (const part of admit(frame, [view], { now: frame.t, monotonicMs: frame.t })) diagnosis.apply(part);
    }
    diagnosis.advance(now);
    const headline = diagnosis.verdict(now).headline?.join(' ') ?? '';
    if (headline !== said.at(-1)?.headline) said.push({ t: now, headline });
  }
  return said;
}

describe('the recording of another maker’s vacuum', () => {
  const said = namedDuring('injected', 'mockvac02');
  const faults = new Map(programOf(pack)!.knowledge.faults.map((fault) => [fault.id, fault.words]));

  it('yields the four troubles that were put into it, in words, each as it happens', () => {
    // What is over is still named for five seconds, so two may be named at once.
    const named = new Set(said.flatMap(({ headline }) => headline.split(' ').filter((id) => id !== '')));
    const firstOf = (fault: string) => said.find(({ headline }) => headline.split(' ').includes(fault))?.t;
    // The moments at which its errors were published, to the next look.
    expect([...named].map((id) => [firstOf(id), faults.get(id)?.en])).toEqual([
      [23_250, 'Laser turret jammed or dead'],
      [39_250, 'Cliff sensors dirty, or dark floor or edge'],
      [63_250, 'Charging contacts dirty or weak'],
      [69_000, 'Drive wheel blocked or without contact'],
    ]);
    for (const id of named) expect(faults.get(id)?.['zh-CN']).toMatch(/\p{Script=Han}/u);
  });

  it('names nothing while its state goes from init to ready four times, which looks like a boot loop', () => {
    const rows = rowsOf('valetudo/recording.jsonl', 'injected');
    const states = rows.filter(({ topic, t_ms }) => topic.endsWith('/$state') && t_ms < 22_000);
    expect(states.filter(({ payload }) => payload === 'init').length).toBeGreaterThanOrEqual(4);
    expect(said.filter(({ t }) => t < 22_000)).toEqual([{ t: 0, headline: '' }]);
  });

  it('names nothing in a run in which nothing was wrong', () => {
    expect(namedDuring('stock', 'mockvac01')).toEqual([{ t: 0, headline: '' }]);
  });
});
