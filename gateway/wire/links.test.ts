import { describe, expect, it } from 'vitest';
import { type BenchLink, DialectBench, rowsOf } from '../../test/support/dialect-bench.ts';
import { asId } from '../domain/ids.ts';
import { limits } from './dialects/limits.ts';

const injected = rowsOf('valetudo/recording.jsonl', 'injected');
const home = rowsOf('recordings/zigbee2mqtt-home.jsonl');
const battery = (id: string, topic: string) => ({
  name: 'Battery',
  unique_id: id,
  stat_t: topic,
  unit_of_meas: '%',
  dev_cla: 'battery',
  dev: { ids: id },
});

describe('links of dialects', () => {
  it('two vacuums under one name and a bridge with children live side by side, none in another’s topics', () => {
    const bench = new DialectBench();
    const vacuums = ['l1', 'l2'].map((linkId) =>
      bench.open({ mockvac02: 'valetudo' }, { linkId, willTopic: 'valetudo/mockvac02/$state' }),
    );
    const bridge = bench.open({ zigbee2mqtt_0x588e81fffe1b2c3d: 'mqtt-device' }, { linkId: 'l3' });
    for (const row of [...injected, ...home].sort((a, b) => a.t_ms - b.t_ms)) {
      for (const link of home.includes(row) ? [bridge] : vacuums) link.play([row]);
    }
    for (const vacuum of vacuums)
      expect(vacuum.values('battery.level').map(([, value]) => value)).toEqual([99, 97, 60]);
    expect(new Set(bridge.frames.map(({ deviceId }) => deviceId)).size).toBe(1);
    expect(bench.links.ofLink(asId('l3')).map(({ name }) => name)).toEqual([
      'Zigbee2MQTT Bridge',
      'Kitchen door',
      'Desk plug',
    ]);
    vacuums[0]!.say('zigbee2mqtt/Desk plug', { power: 5 });
    expect(vacuums[0]!.discarded.get('dialect_topic_unknown')).toContain('zigbee2mqtt/Desk plug');
  });

  it('a home behind a bridge: its memory is history, then each child is read, registered or not', () => {
    const plug = 'zigbee2mqtt_0x588e81fffe1b2c3d';
    const link = new DialectBench()
      .open({ [plug]: 'mqtt-device' })
      .play(home.filter(({ phase }) => phase === 'memory'));
    expect(link.presence).toEqual([]);
    link.play(home.filter(({ phase, t_ms }) => phase === 'live' && t_ms < 38_000));
    expect(link.values('power.active').map(([, value]) => value)).toEqual([26, 27, 28, 29, 30, 31, 32]);
    expect(link.last('update.offered')).toBe('78');
    expect(link.presenceOf(plug)).toEqual(['online']);
    expect(link.discarded.get('child_unregistered')).toContain('zigbee2mqtt/Kitchen door');
    expect(link.frames.every(({ deviceId }) => deviceId === asId(`l1/${plug}`))).toBe(true);
    link.play(home.filter(({ t_ms }) => t_ms >= 38_000));
    expect(link.presenceOf(plug)).toEqual(['online', 'unknown']);
  });

  it('a child that is registered while its link is open is read from its next message on', () => {
    const bench = new DialectBench();
    const link = bench.open();
    link.say('homeassistant/sensor/b/config', battery('b', 'b/level'));
    link.say('b/level', '50');
    expect([link.frames, link.discarded.get('child_unregistered')]).toEqual([[], ['b/level']]);
    link.register('b', 'mqtt-device');
    expect(bench.told).toEqual(['l1/b']);
    link.say('b/level', '49');
    expect(link.values('battery.level')).toEqual([[0, 49]]);
    expect(link.presenceOf('b')).toEqual(['online']);
  });

  it('what was described outlives the connection; who is there, and where seq begins, does not', () => {
    const bench = new DialectBench();
    const first = bench.open({ b: 'mqtt-device' });
    first.say('homeassistant/sensor/b/config', battery('b', 'b/level'));
    first.say('b/level', '50');
    bench.links.close(first.identity.linkId);
    const second = bench.open({ b: 'mqtt-device' });
    expect(second.discovered('b')?.entities).toHaveLength(1);
    second.say('b/level', '49');
    const [before, after] = [first.frames[0]!, second.frames[0]!];
    expect([before.seq, after.seq]).toEqual([1, 1]);
    expect(before.bootId).not.toBe(after.bootId);
    expect(second.presenceOf('b')).toEqual(['online']);
    // Nobody is told of what is known already.
    expect(bench.told).toEqual(['l1/b']);
  });

  it('a child whose registration is not there any more is read no more', () => {
    const bench = new DialectBench();
    bench.open({ b: 'mqtt-device' }).say('homeassistant/sensor/b/config', battery('b', 'b/level'));
    const link = bench.open({});
    link.say('b/level', '50');
    expect(link.frames).toEqual([]);
  });

  it('a retained message is history only on a bridge, and there only in its first seconds', () => {
    const kinds = (willTopic: string | null, at: number) => {
      const bench = new DialectBench();
      const link = bench.open({ b: 'mqtt-device' }, { willTopic });
      link.say('homeassistant/sensor/b/config', { ...battery('b', 'b/level'), avty_t: 'b/up' });
      bench.nowMs = at;
      link.say('b/level', '50', { retain: true });
      link.say('b/level', '51');
      return link.frames.map(({ kind }) => kind);
    };
    expect(kinds(null, 100)).toEqual(['historical', 'live']);
    expect(kinds('$SYS/broker/connection/home/state', 100)).toEqual(['historical', 'live']);
    expect(kinds(null, 5_001)).toEqual(['live', 'live']);
    expect(kinds('b/up', 100)).toEqual(['live', 'live']);
  });

  it('a broker’s memory that takes long is history until it pauses, and for a minute at most', () => {
    const kindAt = (times: readonly number[]) => {
      const bench = new DialectBench();
      const link = bench.open();
      link.say('homeassistant/sensor/b/config', battery('b', 'b/level'));
      link.register('b', 'mqtt-device');
      for (const at of times) {
        bench.nowMs = at;
        link.say('b/level', '50', { retain: true });
      }
      return link.frames.at(-1)!.kind;
    };
    const everySecond = Array.from({ length: 70 }, (_, second) => second * 1_000);
    expect(kindAt([4_900, 6_800, 8_700, 10_600])).toBe('historical');
    expect(kindAt([4_900, 7_000])).toBe('live');
    expect(kindAt([4_900, 7_000, 7_100])).toBe('live');
    expect(kindAt(everySecond.slice(0, 60))).toBe('historical');
    expect(kindAt(everySecond)).toBe('live');
  });

  it('says what its devices cannot do, and that most of them cannot be asked', () => {
    const bench = new DialectBench();
    const link = bench.open();
    const cannot = () => bench.links.limitsOf(link.identity.linkId);
    expect(cannot()).toEqual([
      'stop-itself',
      'check-tokens',
      'prove-start',
      'send-full-state',
      'be-commanded',
      'be-read',
    ]);
    link.play(home.filter(({ phase }) => phase === 'memory'));
    expect(cannot()).not.toContain('be-read');
    expect(bench.links.limitsOf(asId('never-seen'))).toContain('be-read');
  });
});

describe('what a link may make the gateway remember', () => {
  const flood = (link: BenchLink, children: number, things: number) => {
    for (let child = 0; child < children; child += 1) {
      for (let thing = 0; thing < things; thing += 1) {
        const id = `${child}-${thing}`;
        link.say(`homeassistant/sensor/${child}/${thing}/config`, {
          uniq_id: id,
          stat_t: `t/${id}`,
          dev: { ids: `d${child}` },
        });
      }
    }
  };

  it('is bounded in devices, in things of a device and in topics, and the rest is counted', () => {
    const many = new DialectBench().open();
    flood(many, 300, 1);
    expect(many.bench.links.ofLink(many.identity.linkId).length).toBe(limits.childrenOfLink);
    expect(many.discarded.get('dialect_full')?.length).toBe(300 - limits.childrenOfLink);
    const large = new DialectBench().open();
    flood(large, 1, 400);
    expect(large.discovered('d0')?.entities.length).toBe(limits.entitiesOfChild);
    const wide = new DialectBench().open();
    flood(wide, 100, 40);
    const kept = wide.bench.links.ofLink(wide.identity.linkId).reduce((sum, { entities }) => sum + entities.length, 0);
    expect(kept).toBeLessThanOrEqual(limits.topicsOfLink / 2);
    expect(wide.discarded.get('dialect_full')?.length).toBe(4_000 - kept);
  });

  it('does not grow by saying the same again, and what is taken back makes room', () => {
    const link = new DialectBench().open();
    for (let round = 0; round < 3; round += 1) flood(link, 2, 199);
    expect(link.discarded.has('dialect_full')).toBe(false);
    for (let thing = 0; thing < 199; thing += 1) link.say(`homeassistant/sensor/0/${thing}/config`, '');
    expect(link.bench.links.ofLink(link.identity.linkId).map(({ key }) => key)).toEqual(['d1']);
  });
});
