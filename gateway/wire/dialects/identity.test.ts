import { describe, expect, it } from 'vitest';
import { type BenchLink, DialectBench, rowsOf } from '../../../test/support/dialect-bench.ts';
import { asId } from '../../domain/ids.ts';

type Said = readonly (readonly [topic: string, payload: string | object])[];
const temperature = (id: string, topic: string, more: object = {}) => ({
  name: 'Temperature',
  uniq_id: `${id}_t`,
  stat_t: topic,
  unit_of_meas: '°C',
  dev_cla: 'temperature',
  dev: { ids: id, name: id },
  ...more,
});
/** After a broker's memory: everything is live. */
function open(keys: readonly string[], said: Said = [], bench = new DialectBench()): BenchLink {
  const link = bench.open(Object.fromEntries(keys.map((key) => [key, 'mqtt-device'])));
  bench.nowMs += 6_000;
  for (const [topic, payload] of said) link.say(topic, payload);
  return link;
}
/** Every number that became a device's, by device. */
function numbersOf(link: BenchLink): Readonly<Record<string, readonly number[]>> {
  const numbers: Record<string, number[]> = {};
  for (const { deviceId, body } of link.frames) {
    for (const { value } of body.lane === 'telemetry' ? body.samples : [])
      if (typeof value === 'number') (numbers[deviceId.slice('l1/'.length)] ??= []).push(value);
  }
  return numbers;
}
const keysOf = (link: BenchLink) =>
  link.bench.links
    .ofLink(asId('l1'))
    .map(({ key }) => key)
    .sort();
/** All orders of a few messages. */
function orders(said: Said): readonly Said[] {
  if (said.length < 2) return [said];
  return said.flatMap((first, at) => orders(said.filter((_, index) => index !== at)).map((rest) => [first, ...rest]));
}
const isConflict = (link: BenchLink, key: string) =>
  link.discovered(key)?.entities.some(({ why }) => why === 'identity_conflict') ?? false;

describe('two registered devices are two', () => {
  const rooms = ['bedroom', 'bathroom'];
  const values: Said = [
    ['homie/gw/bedroom/temp', '20'],
    ['homie/gw/bathroom/temp', '33'],
  ];
  const apart = { bedroom: [20], bathroom: [33] };

  it.each([
    ['with the hub named', { dev: { via_device: 'gw' } }],
    ['without', {}],
  ])('behind one hub whose $state is the availability of both, %s', (_, { dev = {} }: { dev?: object }) => {
    const more = (id: string) => ({
      avty_t: 'homie/gw/$state',
      pl_avail: 'ready',
      pl_not_avail: 'lost',
      dev: { ids: id, name: id, ...dev },
    });
    const said: Said = rooms.map((id) => [
      `homeassistant/sensor/${id}/config`,
      temperature(id, `homie/gw/${id}/temp`, more(id)),
    ]);
    for (const order of orders(said)) {
      const link = open(rooms, [...order, ...values]);
      expect([keysOf(link), numbersOf(link)]).toEqual([[...rooms].sort(), apart]);
      link.say('homie/gw/$state', 'ready');
      link.say('homie/gw/$state', 'lost');
      // It is the hub that is lost: of what is behind it nothing is known.
      for (const id of rooms) expect(link.presenceOf(id)).toEqual(['online', 'unknown']);
    }
  });

  it('beneath a Homie hub that nobody registered, whose own things become nobody’s', () => {
    const said: Said = [
      ...rooms.map((id) => [`homeassistant/sensor/${id}/config`, temperature(id, `homie/gw/${id}/temp`)] as const),
      ['homie/gw/$homie', '4.0.0'],
      ['homie/gw/node/secret/$datatype', 'float'],
    ];
    for (const order of orders(said)) {
      const link = open(rooms, [...order, ['homie/gw/node/secret', '99'], ...values]);
      expect([keysOf(link), numbersOf(link)]).toEqual([['bathroom', 'bedroom', 'gw'], apart]);
    }
  });

  it('where one thing of the one lies below the Homie root of the other: that thing is neither’s, and says why', () => {
    const said: Said = [
      ['homie/esp/$homie', '4.0.0'],
      ['homeassistant/sensor/h1/config', temperature('panel', 'homie/esp/panel/x')],
      ['homeassistant/sensor/h2/config', { ...temperature('panel', 'kitchen/temp'), uniq_id: 'kitchen' }],
    ];
    for (const order of orders(said)) {
      const link = open(['esp', 'panel'], [...order, ['kitchen/temp', '41'], ['homie/esp/panel/x', '7']]);
      expect(numbersOf(link)).toEqual({ panel: [41] });
      expect(link.discovered('panel')?.entities.map(({ why }) => why)).toContain('identity_conflict');
      expect(link.discarded.get('identity_conflict')).toEqual(['homie/esp/panel/x']);
    }
  });

  it('where one names the other as well: what names both is neither’s, what names one is that one’s', () => {
    const said: Said = [
      ['homeassistant/sensor/e/config', temperature('evil', 'evil/s', { dev: { ids: ['evil', 'victim'] } })],
      ['homeassistant/sensor/f/config', { ...temperature('evil', 'evil/own'), uniq_id: 'own' }],
      ['homeassistant/sensor/v/config', temperature('victim', 'victim/s')],
    ];
    for (const order of orders(said)) {
      const link = open(['victim', 'evil'], [...order, ['victim/s', '42'], ['evil/s', '1'], ['evil/own', '2']]);
      expect(numbersOf(link)).toEqual({ victim: [42], evil: [2] });
      expect([isConflict(link, 'evil'), isConflict(link, 'victim')]).toEqual([true, false]);
    }
  });

  it('where both share a third name: what has that name alone is neither’s', () => {
    const called = (ids: readonly string[], topic: string) => ({
      ...temperature(topic, topic),
      dev: { ids },
    });
    const said: Said = [
      ['homeassistant/sensor/a/config', called(['a', 'mac'], 's/a')],
      ['homeassistant/sensor/b/config', called(['mac', 'b'], 's/b')],
      ['homeassistant/sensor/c/config', called(['mac'], 's/c')],
    ];
    for (const order of orders(said)) {
      const link = open(['a', 'b'], [...order, ['s/a', '1'], ['s/b', '2'], ['s/c', '3']]);
      expect(numbersOf(link)).toEqual({ a: [1], b: [2] });
      expect(isConflict(link, 'mac')).toBe(true);
    }
  });

  it('from the moment on that the second is registered', () => {
    const bench = new DialectBench();
    const link = open(['evil'], [], bench);
    link.say('homeassistant/sensor/e/config', temperature('evil', 'evil/s', { dev: { ids: ['evil', 'mac'] } }));
    link.say('homeassistant/sensor/v/config', temperature('victim', 'victim/s', { dev: { ids: ['victim', 'mac'] } }));
    link.say('victim/s', '1');
    expect(numbersOf(link)).toEqual({ evil: [1] });
    link.register('victim', 'mqtt-device');
    link.say('victim/s', '2');
    link.say('evil/s', '3');
    expect(numbersOf(link)).toEqual({ evil: [1, 3], victim: [2] });
    expect(link.presenceOf('victim')).toEqual(['online']);
  });

  it('and Tasmota’s own telemetry of a device is not another’s that points to the same sign of life', () => {
    const said: Said = ['plug', 'evil'].map((id) => [
      `homeassistant/sensor/${id}/config`,
      temperature(id, `tele/${id}/SENSOR`, { avty_t: 'tele/plug/LWT', pl_avail: 'Online', pl_not_avail: 'Offline' }),
    ]);
    const [plug, evil] = said;
    for (const order of [
      [plug!, evil!],
      [evil!, plug!],
    ]) {
      const link = open(['plug', 'evil']);
      for (const [topic, payload] of order) {
        link.say(topic, payload);
        link.say('tele/plug/STATE', { UptimeSec: 5 });
      }
      // While one alone points there it is that one's; of two it is neither's.
      expect(link.framesOf(order[1]![0].includes('evil') ? 'evil' : 'plug')).toEqual([]);
      link.frames.length = 0;
      link.say('tele/plug/STATE', { UptimeSec: 6 });
      expect(link.frames).toEqual([]);
    }
  });
});

describe('one device in two dialects', () => {
  it('under two names is one while no second one lies below its root, and two when one does', () => {
    const link = open(
      ['robot'],
      [
        ['v/robot/$homie', '4.0.0'],
        ['homeassistant/sensor/s/config', temperature('other', 'v/robot/s')],
      ],
    );
    link.say('v/robot/s', '1');
    expect([keysOf(link), numbersOf(link)]).toEqual([['robot'], { robot: [1] }]);
    link.say('homeassistant/sensor/z/config', temperature('third', 'v/robot/z'));
    link.say('v/robot/s', '2');
    expect([keysOf(link), numbersOf(link)]).toEqual([['other', 'robot', 'third'], { robot: [1] }]);
    link.say('homeassistant/sensor/z/config', '');
    link.say('v/robot/s', '3');
    expect([keysOf(link), numbersOf(link)]).toEqual([['robot'], { robot: [1, 3] }]);
  });

  it('is not one that has things elsewhere', () => {
    const said: Said = [
      ['v/robot/$homie', '4.0.0'],
      ['homeassistant/sensor/a/config', temperature('panel', 'v/robot/s')],
      ['homeassistant/sensor/b/config', { ...temperature('panel', 'door/lock'), uniq_id: 'lock' }],
    ];
    for (const order of orders(said)) expect(keysOf(open(['robot'], order))).toEqual(['panel', 'robot']);
  });

  it('is what names no device and lies below its root', () => {
    const said: Said = [
      ['v/robot/$homie', '4.0.0'],
      ['homeassistant/sensor/s/config', { ...temperature('s', 'v/robot/s'), dev: undefined }],
    ];
    for (const order of orders(said))
      expect(numbersOf(open(['robot'], [...order, ['v/robot/s', '1']]))).toEqual({ robot: [1] });
  });

  it('a vacuum stays one, whatever lies about it', () => {
    const bench = new DialectBench();
    const link = bench.open(
      { mockvac02: 'valetudo', panel: 'mqtt-device' },
      { willTopic: 'valetudo/mockvac02/$state' },
    );
    link.say('homeassistant/sensor/p/config', temperature('panel', 'valetudo/mockvac02/BatteryStateAttribute/level'));
    link.play(rowsOf('valetudo/recording.jsonl', 'injected'));
    expect(link.values('battery.level', 'mockvac02').map(([, value]) => value)).toEqual([99, 97, 60]);
    expect(link.framesOf('panel')).toEqual([]);
    expect(isConflict(link, 'panel')).toBe(true);
  });
});
