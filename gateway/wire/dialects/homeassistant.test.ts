import { describe, expect, it } from 'vitest';
import { DialectBench, rowsOf } from '../../../test/support/dialect-bench.ts';

const link = (children: Readonly<Record<string, string>> = { d1: 'mqtt-device' }, willTopic: string | null = null) =>
  new DialectBench().open(children, { willTopic });
const device = { identifiers: ['d1'], name: 'Thing', manufacturer: 'Acme', model: 'X' };
const config = (component: string, fields: object) =>
  [`homeassistant/${component}/d1/x/config`, { unique_id: 'x', device, ...fields }] as const;

/** What becomes of one thing, and of one message. */
function one(component: string, fields: object, payload: string | object) {
  const opened = link();
  opened.say(...config(component, { name: 'Thing', state_topic: 'd1/s', ...fields }));
  opened.say('d1/s', payload);
  const [entity] = opened.discovered('d1')!.entities;
  const telemetry = opened.frames.flatMap(({ body }) => ('samples' in body ? body.samples : []));
  return { opened, entity: entity!, values: telemetry.map(({ value }) => value), name: telemetry[0]?.name };
}

describe('a thing of Home Assistant’s discovery', () => {
  it.each([
    ['a number with its unit', 'sensor', { unit_of_measurement: 'W', device_class: 'power' }, '12.5', 12.5],
    [
      'a number within JSON',
      'sensor',
      { unit_of_measurement: 'V', value_template: "{{ value_json['a'].b | float | round(1) }}" },
      { a: { b: '2.34' } },
      2.3,
    ],
    ['a text', 'sensor', {}, 'rinsing', 'rinsing'],
    ['a word of a list', 'sensor', { device_class: 'enum', options: ['on fire', 'fine'] }, 'fine', 'fine'],
    ['a switch', 'switch', { payload_on: 'an', payload_off: 'aus' }, 'aus', 0],
    [
      'a switch that tells its state otherwise than it is told',
      'switch',
      { payload_on: 'ON', state_on: '1', state_off: '0' },
      '1',
      1,
    ],
    [
      'a truth in JSON',
      'binary_sensor',
      { value_template: '{{ value_json.contact }}', payload_on: false, payload_off: true },
      { contact: false },
      1,
    ],
    ['a number to set', 'number', { unit_of_measurement: 's' }, '30', 30],
    ['a choice', 'select', { options: ['low', 'high'] }, 'high', 'high'],
    ['a number that has no unit by its nature', 'sensor', { device_class: 'ph' }, '7.2', 7.2],
    ['an event', 'event', { event_types: ['press'] }, { event_type: 'press' }, 'press'],
    ['a vacuum', 'vacuum', {}, { state: 'docked', battery_level: 4 }, 'docked'],
    ['a lamp', 'light', { schema: 'json' }, { state: 'ON' }, 1],
    ['a lock', 'lock', {}, 'LOCKED', 'LOCKED'],
  ])('is read: %s', (_, component, fields, payload, value) => {
    expect(one(component, fields, payload).values).toEqual([value]);
  });

  it.each([
    ['a number whose kind needs a unit', 'sensor', { device_class: 'temperature' }, 'unit_unknown'],
    [
      'a template that is more than a path',
      'sensor',
      { value_template: '{{ value_json.a * 2 }}' },
      'template_unsupported',
    ],
    [
      'a template that looks like one',
      'sensor',
      { value_template: '{{ value_json.__class__.mro() }}' },
      'template_unsupported',
    ],
    ['a total that names no unit', 'sensor', { state_class: 'total_increasing' }, 'unit_unknown'],
    ['a number to set that names no unit', 'number', {}, 'unit_unknown'],
    ['money of no currency', 'sensor', { device_class: 'monetary' }, 'unit_unknown'],
    ['a button', 'button', { command_topic: 'd1/c' }, 'entity_no_reading'],
    ['a picture', 'camera', { topic: 'd1/jpg' }, 'dialect_topic_dropped'],
    ['a place', 'sensor', { name: 'GPS location' }, 'dialect_topic_dropped'],
    ['a wildcard', 'sensor', { state_topic: 'd1/#' }, 'payload_malformed'],
  ])('is not taken, and says why: %s', (_, component, fields, why) => {
    const { entity, opened } = one(component, fields, '5');
    expect([entity.metric, entity.why]).toEqual([null, why]);
    expect(opened.frames).toEqual([]);
  });

  it('that is a problem becomes an error in its device’s own words, raised and cleared', () => {
    const { opened, entity } = one('binary_sensor', { name: 'Motor blocked', device_class: 'problem' }, 'ON');
    opened.say('d1/s', 'OFF');
    expect(entity).toMatchObject({ metric: 'device.fault.active', dataClass: 'errors' });
    expect(opened.errors().map(({ complete, errors }) => [complete, errors[0]])).toMatchObject([
      [false, { channel: 'homeassistant', code: 'Motor blocked', raised: true, detail: 'problem' }],
      [false, { channel: 'homeassistant', code: 'Motor blocked', raised: false }],
    ]);
  });

  it('tells battery, problems and versions in classes that a label code opens; power and names of networks it does not', () => {
    const opened = link();
    const say = (id: string, component: string, fields: object) =>
      opened.say(`homeassistant/${component}/d1/${id}/config`, {
        unique_id: id,
        name: id,
        device: { ...device, sw_version: '2.1' },
        state_topic: `d1/${id}`,
        ...fields,
      });
    say('battery', 'sensor', { device_class: 'battery', unit_of_measurement: '%' });
    say('leak', 'binary_sensor', { device_class: 'moisture' });
    say('power', 'sensor', { device_class: 'power', unit_of_measurement: 'W' });
    say('wifi_ssid', 'sensor', {});
    say('ip', 'sensor', { name: 'IP Address' });
    const classes = opened.discovered('d1')!.entities.map(({ name, dataClass }) => [name, dataClass]);
    expect(Object.fromEntries(classes)).toEqual({
      battery: 'status',
      Firmware: 'firmware',
      leak: 'errors',
      power: 'telemetry',
      wifi_ssid: 'network',
      'IP Address': 'network',
    });
    expect(opened.values('fw.version')).toEqual([[0, '2.1']]);
  });

  it('is gone when its description is emptied, and is another when it is described anew', () => {
    const opened = link();
    const [topic, fields] = config('sensor', { name: 'A', state_topic: 'd1/s' });
    opened.say(topic, fields);
    opened.say(topic, '');
    expect(opened.discovered('d1')!.entities).toEqual([]);
    opened.say('d1/s', 'x');
    expect(opened.discarded.get('dialect_topic_unknown')).toEqual(['d1/s']);
    opened.say(topic, { ...fields, state_topic: 'd1/other' });
    opened.say('d1/other', 'x');
    expect(opened.frames.length).toBe(1);
  });

  it('may say that it does not know, or cannot measure: neither is a number', () => {
    const fields = { unit_of_measurement: 'W', value_template: '{{ value_json.p }}' };
    expect(one('sensor', fields, { p: null }).values).toEqual([]);
    expect(one('sensor', fields, {}).opened.discarded.size).toBe(0);
    expect(one('sensor', { unit_of_measurement: 'W' }, 'nan').values).toEqual([Number.NaN]);
    expect(one('sensor', { unit_of_measurement: 'W' }, 'full').opened.discarded.get('payload_malformed')).toEqual([
      'd1/s',
    ]);
  });
});

describe('the device form', () => {
  const cmps = {
    temp: { p: 'sensor', dev_cla: 'temperature', unit_of_meas: '°C', val_tpl: '{{ value_json.t }}', uniq_id: 't1' },
    gone: { p: 'sensor' },
    fault: {
      p: 'binary_sensor',
      dev_cla: 'problem',
      name: 'Fault',
      val_tpl: '{{ value_json.f }}',
      uniq_id: 'f1',
      pl_on: 'yes',
      pl_off: 'no',
    },
  };
  const opened = link({ 'abc-1': 'mqtt-device' });
  opened.say('homeassistant/device/abc/config', {
    dev: { ids: 'abc-1', name: 'Sensor', mf: 'Bla', mdl: 'xya', sw: '1.0', hw: '1.0rev2' },
    o: { name: 'bla2mqtt', sw: '2.1' },
    cmps,
    stat_t: '~/state',
    '~': 'sensors/abc',
    avty_t: '~/up',
    qos: 2,
  });

  it('describes all of a device at once, what stands beside its components for each of them', () => {
    opened.say('sensors/abc/state', { t: 21.5, f: 'yes' });
    opened.say('sensors/abc/up', 'online');
    expect(opened.discovered('abc-1')).toMatchObject({ name: 'Sensor', manufacturer: 'Bla', model: 'xya' });
    const frames = opened
      .framesOf('abc-1')
      .filter(({ t, body }) => t === 0 && (body.lane === 'error' || body.lane === 'telemetry'));
    expect(frames.map(({ body }) => body.lane).sort()).toEqual(['error', 'telemetry', 'telemetry']);
    expect(opened.last('fw.version')).toBe('1.0');
    expect(opened.last('hw.version')).toBe('1.0rev2');
    expect(opened.presenceOf('abc-1')).toEqual(['online']);
  });
});

describe('devices that share a name', () => {
  it('are one: whatever shares an identifier or a connection', () => {
    const opened = link({});
    opened.say('homeassistant/sensor/a/config', {
      name: 'A',
      stat_t: 'a',
      dev: { ids: ['k1', 'k2'], cns: [['mac', '02:00']] },
    });
    opened.say('homeassistant/sensor/b/config', { name: 'B', stat_t: 'b', dev: { cns: [['mac', '02:00']] } });
    opened.say('homeassistant/sensor/c/config', { name: 'C', stat_t: 'c', dev: { ids: 'k2' } });
    opened.say('homeassistant/sensor/d/config', { name: 'D', stat_t: 'd' });
    expect(
      opened.bench.links.ofLink(opened.identity.linkId).map(({ key, entities }) => [key, entities.length]),
    ).toEqual([
      ['k1', 3],
      ['d', 1],
    ]);
  });

  it('keep the key that they were registered under, in whichever dialect they speak first', () => {
    const homie = [['v/robot/$homie', '4.0.0']] as const;
    const discovery = [
      ['homeassistant/sensor/s/config', { name: 'S', stat_t: 'v/robot/s', dev: { ids: 'other' } }],
    ] as const;
    for (const order of [
      [...homie, ...discovery],
      [...discovery, ...homie],
    ]) {
      const opened = link({ robot: 'mqtt-device' });
      for (const [topic, payload] of order) opened.say(topic, payload);
      opened.say('v/robot/s', 'x');
      expect(opened.bench.links.ofLink(opened.identity.linkId).map(({ key }) => key)).toEqual(['robot']);
      expect(opened.framesOf('robot').length).toBe(1);
    }
  });
});

describe('an ESPHome node', () => {
  const node = link({ a0b765f1c2d4: 'mqtt-device' }, 'garage-node/status').play(
    rowsOf('recordings/esphome-node.jsonl'),
  );

  it('is read in its short names, and holds the connection', () => {
    expect(node.last('wifi.rssi')).toBe(-63);
    expect(node.last('device.uptime')).toBe(3_651);
    expect(node.values('fw.version')[0]?.[1]).toMatch(/^esphome v2025/);
    expect(node.presence).toMatchObject([{ presence: 'online', isClient: true }]);
    expect(node.errors().map(({ errors }) => errors.map(({ code, raised }) => [code, raised]))).toEqual([
      [['Motor blocked', false]],
      [['Motor blocked', true]],
      [['Motor blocked', false]],
    ]);
    expect(new Set(node.frames.map(({ kind }) => kind))).toEqual(new Set(['live']));
  });

  it('has its log dropped and its pressure without a unit refused', () => {
    expect(node.discarded.get('dialect_topic_unknown')).toEqual(['garage-node/debug']);
    expect(node.discarded.get('unit_unknown')).toEqual(['garage-node/sensor/pressure_raw/state']);
  });
});

describe('a Tasmota plug', () => {
  const plug = link({ DA4C7F: 'mqtt-device' }, 'washer_plug/tele/LWT').play(rowsOf('recordings/tasmota-plug.jsonl'));

  it('is read where discovery points, and in its own telemetry, wherever its topics put the prefix', () => {
    expect(plug.values('power.active').map(([, value]) => value)).toEqual([212, 2_071, 0]);
    expect(plug.values('wifi.rssi').map(([, value]) => value)).toEqual([-57, -58, -58, -59]);
    expect(plug.last('wifi.reconnect')).toBe(4);
    expect(plug.last('device.heap.free')).toBe(25_000);
    expect(plug.last('device.uptime')).toBe(3_631);
  });

  it('answers an active read: its status under another topic is the same telemetry', () => {
    expect(plug.framesOf('DA4C7F').filter(({ t }) => t >= 20_000 && t < 30_000).length).toBe(3);
    expect(plug.last('fw.version')).toBe('9.5.0(tasmota)');
    expect(plug.bench.links.readActively('l1/DA4C7F' as never)).toContainEqual({
      linkId: 'l1',
      topic: 'washer_plug/cmnd/STATUS',
      payload: '0',
    });
    expect(plug.bench.links.limitsOf(plug.identity.linkId)).not.toContain('be-read');
  });

  it('is there and gone as its LWT says', () => {
    expect(plug.presence).toMatchObject([
      { presence: 'online', isClient: true },
      { presence: 'offline', isClient: true },
    ]);
  });
});
