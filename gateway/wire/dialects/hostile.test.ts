import { describe, expect, it } from 'vitest';
import { DialectBench } from '../../../test/support/dialect-bench.ts';

const open = () => new DialectBench().open({ d1: 'mqtt-device', mockvac02: 'valetudo' });
const config = (fields: object) => ({ uniq_id: 'x', name: 'X', stat_t: 'd1/s', dev: { ids: 'd1' }, ...fields });
/** Of this process's own time, so that others on the machine do not count. */
const mayTakeMs = 10;
const tries = 40;

/** At the first try that was quick enough, each on a link that knows nothing: what else the process does is not the message's. */
function cpuMsOf(topic: string, payload: string | Uint8Array): number {
  let ms = Number.POSITIVE_INFINITY;
  for (let n = 0; n < tries && ms >= mayTakeMs; n += 1) {
    const link = open();
    const before = process.cpuUsage();
    link.say(topic, payload);
    const { user, system } = process.cpuUsage(before);
    ms = Math.min(ms, (user + system) / 1_000);
  }
  return ms;
}

const topics = [
  'homeassistant/sensor/x/config',
  'homeassistant/device/x/config',
  'homeassistant/__proto__/x/config',
  '__proto__/sensor/__proto__/constructor/config',
  'homie/__proto__/$homie',
  'homie/__proto__/constructor/toString/$unit',
  'v/d1/$homie',
  'v/d1/$state',
  'v/d1/node/property/$format',
  'zigbee2mqtt/bridge/event',
  'zigbee2mqtt/bridge/state',
  '__proto__/bridge/state',
  'tele/__proto__/LWT',
  'tele/d1/STATE',
  'valetudo/mockvac02/StatusStateAttribute/error',
  'd1/s',
];
const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const payloads: readonly (readonly [string, string | Uint8Array])[] = [
  ['nothing', ''],
  ['null', 'null'],
  ['a number', '1e999'],
  ['a list', '[[],{},null]'],
  ['a polluting object', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'],
  ['a polluting description', JSON.stringify(config({})).replace('{', '{"__proto__":{"polluted":1},')],
  [
    'a polluting device',
    '{"dev":{"ids":["__proto__","constructor"],"__proto__":{"polluted":1}},"cmps":{"__proto__":{"p":"sensor","stat_t":"a"},"constructor":{"p":"toString"}}}',
  ],
  ['nested JSON', deep(10_000)],
  ['nested lists', '['.repeat(60_000)],
  ['60 kB of one word', 'x'.repeat(60_000)],
  ['60 kB of zeros', new Uint8Array(60_000)],
  ['bytes that are not UTF-8', Uint8Array.of(0xff, 0xfe, 0x00)],
  ['a template bomb', JSON.stringify(config({ val_tpl: `{{ ${'(a+)+'.repeat(2_000)} }}` }))],
  [
    'availability without end',
    JSON.stringify(config({ avty: Array.from({ length: 1_500 }, (_, index) => ({ t: `a/${index}` })) })),
  ],
  [
    'components without end',
    JSON.stringify({
      dev: { ids: 'd1' },
      cmps: Object.fromEntries(
        Array.from({ length: 1_200 }, (_, index) => [`c${index}`, { p: 'sensor', stat_t: `s/${index}` }]),
      ),
    }),
  ],
  [
    'identifiers without end',
    JSON.stringify(config({ dev: { ids: Array.from({ length: 3_000 }, (_, index) => `id${index}`) } })),
  ],
];

describe('a message that means harm', () => {
  it.each(payloads)('is settled quickly on every topic, and leaves the prototype alone: %s', (_, payload) => {
    const link = open();
    for (const topic of topics) {
      link.say(topic, payload);
      expect(cpuMsOf(topic, payload), topic).toBeLessThan(mayTakeMs);
    }
    expect({}).not.toHaveProperty('polluted');
    for (const { entities } of link.bench.links.ofLink(link.identity.linkId))
      expect(entities.length).toBeLessThanOrEqual(200);
  });

  it('does not stop the next one from being read', () => {
    const link = open();
    for (const [, payload] of payloads) for (const topic of topics) link.say(topic, payload);
    link.say('homeassistant/sensor/fine/config', {
      uniq_id: 'fine',
      name: 'Fine',
      stat_t: 'd1/fine',
      unit_of_meas: 'W',
      dev: { ids: 'd1' },
    });
    link.say('d1/fine', '5');
    expect(link.frames.at(-1)?.body).toMatchObject({ samples: [{ value: 5 }] });
  });
});

describe('what a device calls itself', () => {
  const named = (name: string) => {
    const link = open();
    link.say('homeassistant/sensor/x/config', config({ name, dev: { ids: 'd1', name } }));
    const device = link.discovered('d1');
    return [device?.name, device?.entities[0]?.name];
  };

  it('is kept as plain text, markup and direction marks too', () => {
    for (const name of [
      '<img src=x onerror=alert(1)>',
      'invoice\u202egnp.exe',
      '=cmd|calc',
      '{{ 7*7 }}',
      '门磁 — кухня',
    ]) {
      expect(named(name)).toEqual([name, name]);
    }
  });

  it('is not used with control characters, or beyond 80 characters', () => {
    for (const name of ['a\u0000b', 'a\u001b[31m', 'line\nbreak', 'x'.repeat(81)])
      expect(named(name)).toEqual(['d1', 'sensor']);
  });

  it('never becomes part of a metric’s name as it is', () => {
    const link = open();
    link.say('homeassistant/sensor/x/config', config({ uniq_id: '../../<b>"\u202e__proto__' }));
    for (const [name] of link.bench.links.metricsOf('l1/d1' as never))
      expect(name).toMatch(/^entity\.[A-Za-z0-9_.]{1,60}$/);
  });
});

describe('a topic', () => {
  it('with control characters, or longer than any device needs, is not looked at', () => {
    const link = open();
    for (const topic of ['a\u0000b', 'x/'.repeat(5_000), 'homeassistant/sensor/x\u0007/config'])
      link.say(topic, JSON.stringify(config({})));
    expect([...link.discarded.keys()]).toEqual(['dialect_topic_unknown']);
    expect(link.bench.links.ofLink(link.identity.linkId)).toEqual([]);
  });

  it('of a native device is nothing here', () => {
    const link = open();
    link.say('diag/1/d1/up/telemetry', '{}');
    expect(link.discarded.get('dialect_topic_unknown')).toEqual(['diag/1/d1/up/telemetry']);
  });
});

describe('an error that nobody listed', () => {
  const error = 'valetudo/mockvac02/StatusStateAttribute/error';
  const stated = (message: string) => ({
    severity: { kind: 'permanent', level: 'error' },
    subsystem: 'sensors',
    message,
  });

  it('is shown as its device words it', () => {
    const link = open();
    link.say('valetudo/mockvac02/$homie', '4.0.0');
    link.say(error, stated('made up <b>'));
    expect(link.errors()[0]?.errors[0]?.code).toBe('made up <b>');
  });

  it('leaves nothing behind here: what is said outside a grant decides nothing of a later View', () => {
    const link = open();
    link.say('valetudo/mockvac02/$homie', '4.0.0');
    for (let index = 0; index < 40; index += 1) link.say(error, stated(`secret fault ${index}`));
    const later = link.bench.open({ d1: 'mqtt-device', mockvac02: 'valetudo' });
    later.say(error, stated('Fan exploded'));
    later.say(error, stated('secret fault 39'));
    expect(later.errors().map(({ errors }) => errors[0]?.code)).toEqual(['Fan exploded', 'secret fault 39']);
    expect([...later.discarded]).toEqual([]);
  });

  it.each([
    ['', 'payload_malformed'],
    ['null', 'payload_malformed'],
    ['{"severity":', 'payload_malformed'],
    [JSON.stringify(stated(' ')), 'payload_malformed'],
    [JSON.stringify({ ...stated('x'), subsystem: { toString: 'x' } }), 'payload_malformed'],
    [JSON.stringify(stated('x'.repeat(161))), 'payload_malformed'],
    [`{"__proto__":${JSON.stringify(stated('x'))}}`, 'payload_malformed'],
  ] as const)('that is none is counted: %s', (payload, code) => {
    const link = open();
    link.say('valetudo/mockvac02/$homie', '4.0.0');
    link.say(error, payload);
    expect([link.errors(), link.discarded.get(code)]).toEqual([[], [error]]);
  });
});
