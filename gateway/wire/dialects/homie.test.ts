import { describe, expect, it } from 'vitest';
import { DialectBench } from '../../../test/support/dialect-bench.ts';
import { limits } from './limits.ts';

/** Homie 4.0.0, "Example": a device of nobody’s, under a base of its own. */
const root = 'house/homie/super-car';
const description: readonly (readonly [string, string])[] = [
  ['$state', 'init'],
  ['$homie', '4.0.0'],
  ['$name', 'Super car'],
  ['$implementation', 'esp8266'],
  ['$nodes', 'wheels,engine'],
  ['engine/$name', 'Engine'],
  ['engine/$properties', 'speed,temperature,mode,on,horn'],
  ['engine/speed/$name', 'Speed'],
  ['engine/speed/$datatype', 'integer'],
  ['engine/temperature/$name', 'Temperature'],
  ['engine/temperature/$datatype', 'float'],
  ['engine/temperature/$unit', '°F'],
  ['engine/mode/$datatype', 'enum'],
  ['engine/mode/$format', 'eco, sport'],
  ['engine/on/$datatype', 'boolean'],
  ['engine/horn/$datatype', 'boolean'],
  ['engine/horn/$settable', 'true'],
  ['engine/horn/$retained', 'false'],
  ['$state', 'ready'],
];
function car(order = description, at = root) {
  const link = new DialectBench().open({ 'super-car': 'mqtt-device' }, { willTopic: `${at}/$state` });
  for (const [path, payload] of order) link.say(`${at}/${path}`, payload, { retain: true });
  return link;
}
const metricsOf = (link: ReturnType<typeof car>) => link.bench.links.metricsOf('l1/super-car' as never);

describe('any Homie device, under any base', () => {
  it('is described with its properties, their units and their words, before anything of it is read', () => {
    const link = car();
    expect(link.discovered('super-car')).toMatchObject({
      name: 'Super car',
      manufacturer: 'esp8266',
      dialects: ['homie'],
      via: null,
    });
    const told = link
      .discovered('super-car')!
      .entities.map(({ name, declaredUnit, type, why }) => [name, declaredUnit, type, why]);
    expect(told).toEqual([
      ['$state', null, 'enum', null],
      ['Speed', null, 'gauge', 'unit_unknown'],
      ['Temperature', '°F', 'gauge', null],
      ['engine/mode', null, 'text', null],
      ['engine/on', null, 'enum', null],
      ['engine/horn', null, 'enum', 'entity_no_reading'],
    ]);
    expect(
      link.frames.filter(
        ({ body }) => body.lane === 'telemetry' && body.samples.some(({ name }) => name !== 'link.state'),
      ),
    ).toEqual([]);
  });

  it('is read property by property, a text only in its declared words', () => {
    const link = car();
    link.say(`${root}/engine/speed`, '89');
    expect(link.discarded.get('unit_unknown')).toEqual([`${root}/engine/speed`]);
    expect([...metricsOf(link).keys()].filter((name) => name.includes('speed'))).toEqual([]);
    link.say(`${root}/engine/speed/$unit`, '#');
    for (const [path, payload] of [
      ['speed', '90'],
      ['temperature', '1.8e2'],
      ['mode', 'sport'],
      ['mode', 'ludicrous'],
      ['on', 'true'],
    ] as const) {
      link.say(`${root}/engine/${path}`, payload);
    }
    const names = [...metricsOf(link).keys()].filter((name) => name.startsWith('entity.'));
    const unitOf = (part: string) => metricsOf(link).get(names.find((name) => name.includes(part))!)!.unit;
    expect([unitOf('speed'), unitOf('temperature')]).toEqual(['1', '[degF]']);
    expect(new Set(names.map((name) => link.last(name)))).toEqual(new Set([90, 180, 'sport', 1]));
    expect(link.discarded.get('value_out_of_range')).toEqual([`${root}/engine/mode`]);
  });

  it('is described alike when a broker hands its attributes over in any order', () => {
    const inOrder = car().discovered('super-car')!.entities;
    const backwards = car([...description].reverse()).discovered('super-car')!.entities;
    expect(new Set(backwards.map((each) => JSON.stringify(each)))).toEqual(
      new Set(inOrder.map((each) => JSON.stringify(each))),
    );
  });

  it('keeps an unknown unit as declared, and never computes with it', () => {
    const link = car();
    link.say(`${root}/engine/speed/$unit`, 'leagues/{h}');
    const [speed] = [...metricsOf(link).values()].filter(({ name }) => name.includes('speed'));
    expect(speed).toMatchObject({ unit: '{leagues/h}', type: 'gauge', dataClass: 'telemetry' });
  });

  it('is gone when its $homie is taken back, and what is registered stays to be told again', () => {
    const link = car();
    link.say(`${root}/$homie`, '');
    expect(link.discovered('super-car')?.entities).toEqual([]);
    for (const [path, payload] of description) link.say(`${root}/${path}`, payload);
    expect(link.discovered('super-car')?.entities.length).toBe(6);
  });

  it('under another base with the same name is not taken: nobody could tell the two apart after a restart', () => {
    const link = car();
    link.say('attic/super-car/$homie', '4.0.0');
    expect(link.discarded.get('said_elsewhere')).toEqual(['attic/super-car/$homie']);
    link.say('attic/super-car/engine/speed', '5');
    expect(link.discarded.get('dialect_topic_unknown')).toEqual(['attic/super-car/engine/speed']);
  });
});

describe('Homie 3.0.1', () => {
  const old: readonly (readonly [string, string])[] = [
    ['$homie', '3.0.1'],
    ['$name', 'Old'],
    ['$localip', '192.168.0.10'],
    ['$mac', 'DE:AD:BE:EF:FE:ED'],
    ['$fw/name', 'weatherstation-firmware'],
    ['$fw/version', '1.0.0'],
    ['$stats/interval', '60'],
    ['$stats/uptime', '120'],
    ['$stats/signal', '24'],
    ['$stats/battery', '81'],
    ['$nodes', 'lights[]'],
    ['lights/$array', '0-1'],
    ['lights/$properties', 'intensity'],
    ['lights/intensity/$name', 'Intensity'],
    ['lights/intensity/$datatype', 'integer'],
    ['lights/intensity/$unit', '%'],
    ['lights_0/$name', 'Back lights'],
    ['lights_0/intensity', '0'],
    ['lights_1/intensity', '100'],
  ];
  const link = new DialectBench().open({ old: 'mqtt-device' });
  for (const [path, payload] of old) link.say(`homie/old/${path}`, payload);

  it('tells firmware and statistics, in the units that the convention fixes', () => {
    expect([link.last('fw.version'), link.last('device.uptime'), link.last('battery.level')]).toEqual([
      '1.0.0',
      120,
      81,
    ]);
    const frame = link.frames.find(({ body }) => body.lane === 'firmware');
    expect(frame?.body).toMatchObject({ samples: [{ name: 'fw.version', dataClass: 'firmware' }] });
  });

  it('has its address and what names it dropped', () => {
    expect(link.discarded.get('dialect_topic_dropped')).toEqual(['homie/old/$localip', 'homie/old/$mac']);
  });

  it('has arrays, whose instances are read as described once', () => {
    const intensities = link.frames
      .flatMap(({ body }) => (body.lane === 'telemetry' ? body.samples : []))
      .filter(({ name }) => name.includes('intensity'));
    expect(intensities.map(({ value }) => value)).toEqual([0, 100]);
    expect(new Set(intensities.map(({ name }) => name)).size).toBe(2);
    expect(link.discovered('old')!.entities.map(({ name }) => name)).toContain('Intensity 1');
  });
});

describe('$state', () => {
  it.each([
    ['ready', 'online'],
    ['init', 'online'],
    ['sleeping', 'online'],
    ['alert', 'online'],
    ['disconnected', 'offline'],
    ['lost', 'offline'],
  ])('%s is %s, and of the one that holds the connection', (word, presence) => {
    const link = new DialectBench().open({ x: 'mqtt-device' }, { willTopic: 'homie/x/$state' });
    link.say('homie/x/$homie', '4.0.0');
    link.say('homie/x/$state', word);
    expect(link.presence).toMatchObject([{ presence, isClient: true }]);
  });

  it('in a word of nobody’s says nothing', () => {
    const link = new DialectBench().open({ x: 'mqtt-device' });
    link.say('homie/x/$homie', '4.0.0');
    link.say('homie/x/$state', '<b>ready</b>');
    expect([link.presence, link.frames]).toEqual([[], []]);
  });
});

describe('what a Homie device may make the gateway remember', () => {
  it('is bounded in properties and in attributes that wait for a device', () => {
    const link = car();
    for (let index = 0; index < 400; index += 1) link.say(`${root}/engine/p${index}/$datatype`, 'integer');
    expect(link.discovered('super-car')!.entities.length).toBeLessThanOrEqual(limits.entitiesOfChild);
    expect(link.discarded.get('dialect_full')!.length).toBeGreaterThan(190);
    for (let index = 0; index < 2_500; index += 1) link.say(`nowhere/d${index}/p/$unit`, 's');
    expect(link.discarded.get('dialect_full')!.filter((topic) => topic.startsWith('nowhere')).length).toBe(500);
  });
});
