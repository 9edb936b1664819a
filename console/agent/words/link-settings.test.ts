import { describe, expect, it } from 'vitest';
import { configText } from './link-settings.ts';

const settings = {
  address: { host: 'gateway.example', port: 8883, tls: true },
  linkId: 'l1nk',
  password: '-s3cret',
};

describe('configText', () => {
  it('names host, port, TLS, user name, client id and password in each kind of file', () => {
    expect(configText('zigbee2mqtt', settings)).toContain('server: mqtts://gateway.example:8883');
    expect(configText('esphome', settings)).toMatch(/broker: "gateway.example"\n {2}port: 8883/);
    expect(configText('mosquitto', settings)).toMatch(/address gateway.example:8883\nbridge_cafile /);
    for (const software of ['zigbee2mqtt', 'esphome', 'mosquitto'] as const) {
      expect(configText(software, settings)).toContain('-s3cret');
      expect(configText(software, settings).match(/l1nk/g)?.length).toBeGreaterThanOrEqual(2);
    }
  });
  it('asks for no certificate without TLS, and brackets an IPv6 address', () => {
    const plain = { ...settings, address: { host: '::1', port: 1883, tls: false } };
    expect(configText('zigbee2mqtt', plain)).toContain('mqtt://[::1]:1883');
    expect(configText('mosquitto', plain)).not.toContain('bridge_cafile');
    expect(configText('esphome', plain)).not.toContain('certificate');
  });
});
