import { expect, it } from 'vitest';
import { environmentName, plainTextWarnings, publicUrlOf, readSettings, retentionOf, SettingsError } from './config.ts';

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
  [{ DIAG_KEEP_FRAMES_DAYS: '0' }, {}, 'keepFramesDays (DIAG_KEEP_FRAMES_DAYS) is 0'],
  [{ DIAG_KEEP_CLASSES_DAYS: 'pose=7' }, {}, 'for example space=7, logs=30'],
  [{ DIAG_MQTTPORT: '1' }, {}, 'There is no setting DIAG_MQTTPORT'],
  [{}, { mqtPort: 1 }, 'There is no setting mqtPort'],
  [{}, [], 'one JSON object'],
  [{}, { dataFolder: 5 }, 'dataFolder'],
])('an unknown or malformed setting stops the start with a sentence: %o %o', (environment, file, words) => {
  expect(() => readSettings(environment, file)).toThrow(SettingsError);
  expect(() => readSettings(environment, file)).toThrow(words);
});

it('says of days and classes for how long something is kept, of a class told twice the shorter', () => {
  const dayMs = 86_400_000;
  const settings = readSettings({ DIAG_KEEP_FRAMES_DAYS: '3', DIAG_KEEP_CLASSES_DAYS: 'space=7, logs=30,space=9' });
  expect(retentionOf(settings)).toEqual({
    framesMs: 3 * dayMs,
    minutesMs: 180 * dayMs,
    hoursMs: 730 * dayMs,
    classesMs: { space: 7 * dayMs, logs: 30 * dayMs },
  });
});

it('a setting’s environment name follows from its name', () => {
  expect(environmentName('dataFolder')).toBe('DIAG_DATA_FOLDER');
});

it('what is not ours in the environment is left alone', () => {
  expect(() => readSettings({ PATH: '/bin', DIAG_CONFIG: 'x.json' })).not.toThrow();
});

const certificate = { DIAG_TLS_CERT_FILE: 'tls.crt', DIAG_TLS_KEY_FILE: 'tls.key' };

it.each([
  [{ DIAG_TLS_CERT_FILE: 'tls.crt' }, 'tlsKeyFile (DIAG_TLS_KEY_FILE) go together'],
  [{ DIAG_TLS_KEY_FILE: 'tls.key' }, 'tlsCertFile (DIAG_TLS_CERT_FILE)'],
  [{ ...certificate, DIAG_PUBLIC_URL: 'http://diag.example' }, 'publicUrl (DIAG_PUBLIC_URL)'],
  [{ DIAG_MQTT_HOST: '0.0.0.0' }, 'mqttHost (DIAG_MQTT_HOST)'],
  [{ DIAG_HTTP_HOST: '0.0.0.0' }, 'httpHost (DIAG_HTTP_HOST)'],
  [{ DIAG_HTTP_HOST: '::' }, 'plainTextOffLoopback (DIAG_PLAIN_TEXT_OFF_LOOPBACK=true)'],
  [{ DIAG_HTTP_HOST: '192.168.1.20' }, 'httpHost'],
  [{ DIAG_HTTP_HOST: '127.0.0.1.example' }, 'httpHost'],
  [{ ...certificate, DIAG_MQTT_HOST: '0.0.0.0' }, 'mqttHost'],
])('half a certificate, and plain text where others can listen, stop the start with a sentence: %o', (given, words) => {
  expect(() => readSettings(given)).toThrow(SettingsError);
  expect(() => readSettings(given)).toThrow(words);
});

it.each([
  [{}],
  [{ DIAG_MQTT_HOST: 'localhost', DIAG_HTTP_HOST: '::1' }],
  [{ DIAG_MQTT_HOST: '127.0.0.53', DIAG_HTTP_HOST: '::ffff:127.0.0.1' }],
  [{ DIAG_PUBLIC_URL: 'https://diag.example' }], // a TLS proxy in front
  [{ ...certificate, DIAG_HTTP_HOST: '0.0.0.0', DIAG_MQTTS_HOST: '0.0.0.0' }],
])('plain text on loopback and TLS anywhere start without a warning: %o', (given) => {
  expect(plainTextWarnings(readSettings(given))).toEqual([]);
});

it('plain text where others can listen is warned of when it was asked for, a sentence each', () => {
  const asked = { DIAG_PLAIN_TEXT_OFF_LOOPBACK: 'true', DIAG_MQTT_HOST: '0.0.0.0', DIAG_HTTP_HOST: '10.0.0.5' };
  expect(plainTextWarnings(readSettings(asked))).toEqual([
    expect.stringContaining('Plain MQTT on 0.0.0.0'),
    expect.stringContaining('Plain HTTP on 10.0.0.5'),
  ]);
  expect(plainTextWarnings(readSettings({ ...asked, ...certificate }))).toHaveLength(1);
});

it('browsers reach the gateway by https where there is a certificate, unless it is said otherwise', () => {
  expect(publicUrlOf(readSettings({}))).toBe('http://127.0.0.1:8080');
  expect(publicUrlOf(readSettings(certificate))).toBe('https://127.0.0.1:8080');
  expect(publicUrlOf(readSettings({ ...certificate, DIAG_HTTP_HOST: '::1' }))).toBe('https://[::1]:8080');
  expect(publicUrlOf(readSettings({ DIAG_PUBLIC_URL: 'https://diag.example' }))).toBe('https://diag.example');
});
