import { describe, expect, it } from 'vitest';
import type { ModelDescription } from '../../../proto/api/devices.ts';
import { en } from '../texts/en.ts';
import { metricLabel, valueLine, wordsOf } from './metric-words.ts';

const model: ModelDescription = {
  model: 'rv-s1',
  name: 'Sweep One',
  vendor: 'Norvane',
  packVersion: '1',
  metrics: [
    {
      name: 'robot.state',
      label: { en: 'Robot', 'zh-CN': '机器人' },
      unit: '1',
      dataClass: 'status',
      type: 'enum',
      values: { '1': { en: 'cleaning', 'zh-CN': '清扫中' } },
      chart: false,
    },
    {
      name: 'battery.voltage',
      label: { en: 'Voltage', 'zh-CN': '电压' },
      unit: 'V',
      dataClass: 'telemetry',
      type: 'gauge',
      values: {},
      chart: true,
    },
  ],
  errors: [],
  firmwareWords: { idle: { en: 'idle', 'zh-CN': '空闲' } },
};
const words = wordsOf(model);
const spoken = { language: 'en', texts: en } as const;

describe('metric words', () => {
  it('names an enumeration by its word in the language, and an unknown number by itself', () => {
    expect(valueLine({ name: 'robot.state', value: 1 }, words, { ...spoken, language: 'zh-CN' })).toBe('清扫中');
    expect(valueLine({ name: 'robot.state', value: 77 }, words, spoken)).toBe('77');
  });
  it('shows numbers with their unit and NaN as not measurable', () => {
    expect(valueLine({ name: 'battery.voltage', value: 16.5 }, words, spoken)).toBe('16.5 V');
    expect(valueLine({ name: 'battery.voltage', value: Number.NaN }, words, spoken)).toBe('not measurable');
  });
  it('shows what nobody described by its raw name and value, however it is called', () => {
    expect(metricLabel('__proto__', words, 'en')).toBe('__proto__');
    expect(valueLine({ name: 'constructor', value: 'toString' }, words, spoken)).toBe('toString');
    expect(valueLine({ name: 'x', value: undefined }, words, spoken)).toBe('no value');
  });
  it('translates firmware words', () => {
    expect(valueLine({ name: 'fw.state', value: 'idle' }, words, { ...spoken, language: 'zh-CN' })).toBe('空闲');
  });
});
