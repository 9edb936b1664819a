import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../domain/refusals.ts';
import { Message } from './message.ts';
import { readPlace, readTemplate } from './template.ts';
import { conversion, ucumOf } from './units.ts';

const read = (template: string, payload: unknown) => {
  const place = readTemplate(template);
  if (isRefusal(place)) return place.refused;
  const bytes = new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload));
  return readPlace(place, new Message({ topic: 't', payload: bytes, receivedAt: 0, historical: false }));
};

describe('a value template', () => {
  it.each<[string, unknown, unknown]>([
    ['{{ value }}', 'x', 'x'],
    ['{{value_json.a.b}}', { a: { b: 1 } }, 1],
    ["{{ value_json['a b'].c }}", { 'a b': { c: true } }, true],
    ['{{ value_json["a"]["b"] }}', { a: { b: 'x' } }, 'x'],
    ['{{ value_json.list[1] }}', { list: [1, 2] }, 2],
    ['{{ value_json[0].a }}', [{ a: 5 }], 5],
    ['{{ value_json }}', '7', 7],
    ['{{ value_json.a | float(0) | round(2) }}', { a: 1.239 }, 1.239],
    ["{{ value_json.a | default('none') }}", {}, undefined],
    ['{{ value_json.a.b }}', { a: 'text' }, undefined],
    ['{{ value_json.a }}', { a: { b: 1 } }, undefined],
    ['{{ value_json.__proto__.x }}', '{}', undefined],
    ['{{ value_json.constructor.name }}', '{}', undefined],
    ['{{ value_json.__proto__.x }}', '{"__proto__":{"x":1}}', 1],
  ])('%s is a path', (template, payload, value) => {
    expect(read(template, payload)).toBe(value);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  it.each([
    '{{ value_json.a + 1 }}',
    '{% if value_json.a %}1{% endif %}',
    '{{ value_json.a | regex_replace("(a+)+$", "") }}',
    '{{ value_jsonx.a }}',
    '{{ value.a }}',
    '{{ states("sensor.x") }}',
    '{{ value_json.a }} {{ value_json.b }}',
    '{{ value_json.a }}W',
    'value_json.a',
    '',
    '{{ value_json.get("a") }}',
    `{{ value_json${'.a'.repeat(20)} }}`,
    `{{ value_json.a${' | int'.repeat(9)} }}`,
    `{{ ${' '.repeat(5_000)}value }}`,
  ])('%s is more than a path, and is not evaluated', (template) => {
    expect(read(template, { a: 1 })).toBe('template_unsupported');
  });

  it('is refused as quickly as it is read, whatever it repeats', () => {
    const before = process.cpuUsage();
    for (const part of [' ', '.a', "['a']", '[1]', '| int ', '{{', "'", '\\']) {
      for (let round = 0; round < 200; round += 1) readTemplate(`{{ value_json${part.repeat(290 / part.length)}`);
    }
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(500);
  });
});

describe('a declared unit', () => {
  it('becomes UCUM, and is converted within its kind only', () => {
    expect([ucumOf('°C'), ucumOf('m²'), ucumOf('kWh'), ucumOf('furlong')]).toEqual(['Cel', 'm2', 'kW.h', undefined]);
    expect(conversion('min', 's')?.(60)).toBe(3_600);
    expect(conversion('cm²', 'm2')?.(630_000)).toBe(63);
    expect(conversion('°F', 'Cel')?.(68)).toBe(20);
    expect(conversion('K', 'Cel')?.(293.15)).toBe(20);
    expect(conversion('KiB', 'By')?.(1)).toBe(1_024);
    expect(conversion('min', 'm2')).toBeUndefined();
    expect(conversion('furlong', 's')).toBeUndefined();
  });
});
