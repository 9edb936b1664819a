import { describe, expect, it } from 'vitest';
import { type PlayedDialect, readRun } from './recording.ts';

const topicsOf = (dialect: PlayedDialect) =>
  readRun('injected', { root: 'home/robot', dialect }).messages.map(({ topic }) => topic);

describe('the recording, by what is spoken', () => {
  it('is in Homie without discovery and without what is published for it', () => {
    const topics = topicsOf('homie');
    expect(topics.some((topic) => topic.startsWith('homeassistant/') || topic.includes('/hass/'))).toBe(false);
    expect(topics).toContain('home/robot/BatteryStateAttribute/level/$unit');
  });

  it('is in Home Assistant’s discovery without Homie’s descriptions, but with the $state that it points to', () => {
    const topics = topicsOf('homeassistant');
    expect(new Set(topics.map((topic) => topic.split('/').at(-1)!).filter((last) => last.startsWith('$')))).toEqual(
      new Set(['$state']),
    );
    expect(topics).toContain('homeassistant/sensor/robot/robot_sensor_battery_level/config');
    expect(topics).toContain('home/robot/hass/robot_sensor_ConsumableMonitoringCapability_brush_main');
  });

  it('names its own root and id wherever discovery points', () => {
    const { messages } = readRun('injected', { root: 'home/robot', dialect: 'both' });
    const configs = messages.filter(({ topic }) => topic.endsWith('/config'));
    expect(configs.length).toBe(34);
    for (const { payload } of configs) expect(payload.toString()).not.toContain('mockvac');
    const battery = configs.find(({ topic }) => topic.includes('battery_level'))!;
    expect(JSON.parse(battery.payload.toString())).toMatchObject({
      state_topic: 'home/robot/BatteryStateAttribute/level',
      device: { identifiers: ['robot'] },
    });
  });
});
