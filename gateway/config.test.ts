import { expect, it } from 'vitest';
import { environmentName, readSettings, SettingsError } from './config.ts';

it('settings come from the environment, then the file, then the defaults', () => {
  const settings = readSettings({ DIAG_MQTT_PORT: '2883' }, { mqttPort: 3883, httpPort: 9090 });
  expect(settings).toMatchObject({ mqttPort: 2883, httpPort: 9090, mqttHost: '127.0.0.1', demo: true });
});

it.each([
  [{ DIAG_MQTT_PORT: 'many' }, {}, 'mqttPort (DIAG_MQTT_PORT) is "many"'],
  [{ DIAG_MQTT_PORT: '70000' }, {}, 'from 1 to 65535'],
  [{ DIAG_TRUSTED_PROXIES: 'true' }, {}, 'trustedProxies (DIAG_TRUSTED_PROXIES) is "true"'],
  [{ DIAG_DEMO: 'perhaps' }, {}, 'demo (DIAG_DEMO) is "perhaps"'],
  [{ DIAG_PUBLIC_URL: 'ftp://x' }, {}, 'publicUrl'],
  [{ DIAG_LOG_LEVEL: 'loud' }, {}, 'logLevel'],
  [{ DIAG_MQTTPORT: '1' }, {}, 'There is no setting DIAG_MQTTPORT'],
  [{}, { mqtPort: 1 }, 'There is no setting mqtPort'],
  [{}, [], 'one JSON object'],
  [{}, { dataFolder: 5 }, 'dataFolder'],
])('an unknown or malformed setting stops the start with a sentence: %o %o', (environment, file, words) => {
  expect(() => readSettings(environment, file)).toThrow(SettingsError);
  expect(() => readSettings(environment, file)).toThrow(words);
});

it('a setting’s environment name follows from its name', () => {
  expect(environmentName('dataFolder')).toBe('DIAG_DATA_FOLDER');
});

it('what is not ours in the environment is left alone', () => {
  expect(() => readSettings({ PATH: '/bin', DIAG_CONFIG: 'x.json' })).not.toThrow();
});
