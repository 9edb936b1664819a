import { describe, expect, it } from 'vitest';
import { type BenchLink, DialectBench, rowsOf } from '../../../test/support/dialect-bench.ts';
import { asId } from '../../domain/ids.ts';
import { limits } from './limits.ts';

const thing = (name: string) => ({ uniq_id: 'u', name, stat_t: 'd/u', unit_of_meas: 'W', dev: { ids: 'd' } });
const topic = 'homeassistant/sensor/u/config';
/** Of a device with as much as one may have, so that whatever looks at all of it is seen. */
function large(): BenchLink {
  const link = new DialectBench().open({ d: 'mqtt-device' });
  for (let index = 0; index < limits.entitiesOfChild - 1; index += 1)
    link.say(`homeassistant/sensor/t${index}/config`, {
      ...thing('Thing'),
      uniq_id: `t${index}`,
      stat_t: `d/${index}`,
    });
  return link;
}
function cpuMsOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
const refused = (link: BenchLink) => link.discarded.get('dialect_flooded')?.length ?? 0;

describe('a description', () => {
  it('that is said again costs next to nothing, and takes nothing from what the link may change', () => {
    const link = large();
    link.say(topic, thing('Same'));
    const times = limits.changes.burst * 2;
    expect(cpuMsOf(() => Array.from({ length: times }, () => link.say(topic, thing('Same')))) / times).toBeLessThan(
      0.3,
    );
    link.say(topic, thing('Other'));
    expect([link.discovered('d')!.entities.at(-1)?.name, refused(link)]).toEqual(['Other', 0]);
  });

  it('that is said again after it was taken back holds again', () => {
    const link = new DialectBench().open({ d: 'mqtt-device' });
    for (const payload of [thing('A'), '', thing('A')]) link.say(topic, payload);
    link.say('d/u', '5');
    expect(link.frames).toHaveLength(1);
  });

  it('that changes something is taken 2,000 times at once and 50 times a second, whatever a flood says', () => {
    const link = large();
    link.bench.nowMs = 1_000;
    const flood = () => {
      for (let index = 0; index < 20_000; index += 1) link.say(topic, thing(`Name ${index}`));
    };
    expect(cpuMsOf(flood)).toBeLessThan(4_000);
    expect(refused(link)).toBeGreaterThan(18_000);
    link.bench.nowMs += 1_000;
    const before = refused(link);
    for (let index = 0; index < 100; index += 1) link.say(topic, thing(`Later ${index}`));
    expect(refused(link) - before).toBeGreaterThanOrEqual(50);
    expect(refused(link) - before).toBeLessThan(60);
    link.say('d/u', '5');
    expect(link.frames.at(-1)?.body).toMatchObject({ samples: [{ value: 5 }] });
  });

  it('under ever new topics leaves nothing behind, and is a change', () => {
    const link = new DialectBench().open();
    for (let index = 0; index < 5_000; index += 1) link.say(`homeassistant/sensor/n${index}/config`, thing('Same'));
    expect(link.discovered('d')?.entities).toHaveLength(1);
    for (let index = 0; index < 5_000; index += 1) {
      link.say(`h/d${index}/$homie`, '4.0.0');
      link.say(`h/d${index}/$homie`, '');
    }
    expect(refused(link)).toBeGreaterThan(0);
  });

  it('of a whole home, of a broker’s memory or of a robot that starts again meets no bound', () => {
    const recordings = [
      ['recordings/zigbee2mqtt.jsonl'],
      ['recordings/valetudo-retained.jsonl'],
      ['valetudo/recording.jsonl', 'stock'],
      ['valetudo/recording.jsonl', 'injected'],
    ] as const;
    for (const [file, phase] of recordings) {
      const link = new DialectBench().open();
      for (let times = 0; times < 2; times += 1) link.play(rowsOf(file, phase));
      expect(refused(link), file).toBe(0);
    }
    const home = new DialectBench().open();
    for (let index = 0; index < 4_000; index += 1) {
      const id = `d${index % 150}`;
      home.say(`homeassistant/sensor/t${index}/config`, {
        uniq_id: `t${index}`,
        stat_t: `s/${index % 900}`,
        dev: { ids: id },
      });
    }
    expect(refused(home)).toBe(0);
  });
});

describe('what waits for a Homie device', () => {
  it('is forgotten after a minute, and with the connection', () => {
    const bench = new DialectBench();
    const wait = (link: BenchLink, from: number) => {
      for (let index = 0; index < limits.waitingAttributes; index += 1) link.say(`h/d${from + index}/p/$unit`, 's');
      return link.discarded.get('dialect_full')?.length ?? 0;
    };
    const first = bench.open();
    expect([wait(first, 0), wait(first, 10_000)]).toEqual([0, limits.waitingAttributes]);
    bench.nowMs += limits.waitingMs;
    expect(wait(first, 20_000)).toBe(limits.waitingAttributes);
    bench.links.close(asId('l1'));
    expect(wait(bench.open(), 30_000)).toBe(0);
  });
});

describe('what other links tell', () => {
  const parts = (child: number) =>
    Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `c${index}`,
        { p: 'sensor', uniq_id: `${child}_${index}`, stat_t: 's' },
      ]),
    );
  function fill(link: BenchLink, children: number): void {
    for (let child = 0; child < children; child += 1)
      link.say(`homeassistant/device/d${child}/config`, { dev: { ids: `d${child}` }, cmps: parts(child) });
  }
  const things = (link: BenchLink) =>
    link.bench.links.ofLink(link.identity.linkId).reduce((sum, { entities }) => sum + entities.length, 0);

  it('is bounded link by link', () => {
    const link = new DialectBench().open({}, { linkId: 'evil' });
    fill(link, 60);
    expect(things(link)).toBeLessThanOrEqual(limits.entitiesOfLink);
    expect(link.discarded.has('dialect_full')).toBe(true);
  });
});
