import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { type DataClass, dataClasses, isDataClass } from './domain/data-class.ts';

const aClassOfDays = `(${dataClasses.join('|')})=[1-9][0-9]{0,3}`;

/**
 * One schema of all settings: type, default, environment variable and the table in README. A file (JSON) gives what the
 * environment does not; anything unknown or malformed stops the start with a sentence.
 */
export const Settings = Type.Object(
  {
    dataFolder: Type.String({
      default: './data',
      minLength: 1,
      description: 'Database, keys and the demo’s credentials',
    }),
    mqttHost: Type.String({ default: '127.0.0.1', minLength: 1, description: 'Where devices connect: address' }),
    mqttPort: port(1883, 'Where devices connect: port'),
    mqttsHost: Type.String({
      default: '127.0.0.1',
      minLength: 1,
      description: 'Where devices connect over TLS, once there is a certificate: address',
    }),
    mqttsPort: port(8883, 'Where devices connect over TLS, once there is a certificate: port'),
    httpHost: Type.String({ default: '127.0.0.1', minLength: 1, description: 'Console and API: address' }),
    httpPort: port(8080, 'Console and API: port'),
    tlsCertFile: Type.String({
      default: '',
      description: 'Certificate with its chain (PEM): console and API speak HTTPS, devices may connect over TLS',
    }),
    tlsKeyFile: Type.String({ default: '', description: 'Its private key (PEM, without a passphrase)' }),
    plainTextOffLoopback: Type.Boolean({
      default: false,
      description: 'Starts, with a warning, although plain MQTT or HTTP listens on an address that others reach',
    }),
    publicUrl: Type.String({
      default: '',
      pattern: '^$|^https?://[A-Za-z0-9.:\\[\\]-]+$',
      examples: ['https://diag.example.com'],
      description:
        'How browsers reach the console, for links and the Origin check; empty: http(s)://{httpHost}:{httpPort}',
    }),
    trustedProxies: Type.Integer({
      default: 0,
      minimum: 0,
      maximum: 10,
      description: 'How many proxies stand in front, each appending whom it heard to X-Forwarded-For',
    }),
    webhookHosts: Type.String({
      default: '',
      examples: ['tickets.example.com, *.example.org'],
      pattern: '^$|^(\\*\\.)?[A-Za-z0-9.-]+( *, *(\\*\\.)?[A-Za-z0-9.-]+)*$',
      description:
        'Hosts that brands may have links to owners and summaries sent to, with commas (`*.example.com`: its subdomains); empty: nothing is sent',
    }),
    webhookNetworks: Type.String({
      default: '',
      examples: ['10.0.0.0/8'],
      pattern: '^$|^[0-9A-Fa-f.:]+/[0-9]{1,3}( *, *[0-9A-Fa-f.:]+/[0-9]{1,3})*$',
      description: 'Private networks (CIDR, with commas) that those hosts may be in all the same, also without TLS',
    }),
    keepFramesDays: days(90, 'What was received under a grant is kept for so many days at most: frames'),
    keepMinutesDays: days(180, 'The same: minimum, maximum and average of each minute'),
    keepHoursDays: days(730, 'The same: of each hour'),
    keepClassesDays: Type.String({
      default: '',
      examples: ['space=7, logs=30'],
      pattern: `^$|^${aClassOfDays}( *, *${aClassOfDays})*$`,
      description:
        'Data classes of which nothing is kept for longer, with their days and commas, for example `space=7, logs=30`',
    }),
    facePort: port(8090, 'The demo’s device faces: port (loopback only)'),
    linkMessagesASecond: Type.Integer({
      default: 50,
      minimum: 1,
      maximum: 1_000_000,
      description:
        'What one device may send on average, after 6,000 messages beyond it (512 of them in a row, the rest at four times as many a second); then it is not read for a while. A link of a home: ten times as much',
    }),
    logLevel: Type.Union(
      [
        Type.Literal('fatal'),
        Type.Literal('error'),
        Type.Literal('warn'),
        Type.Literal('info'),
        Type.Literal('debug'),
        Type.Literal('silent'),
      ],
      { default: 'info', description: 'fatal, error, warn, info, debug or silent' },
    ),
    demo: Type.Boolean({
      default: true,
      description: 'Brand `demo` with ten simulated devices and the Valetudo player',
    }),
  },
  { additionalProperties: false },
);
export type Settings = Static<typeof Settings>;

/** A setting that stops the start: one sentence for a person. */
export class SettingsError extends Error {}

type Name = keyof Settings;
const names = Object.keys(Settings.properties) as Name[];
const prefix = 'DIAG_';
/** Of the start command, and of `npm run register`. */
const notSettings = ['DIAG_CONFIG', 'DIAG_PASSWORD'];

/** dataFolder -> DIAG_DATA_FOLDER */
export function environmentName(name: string): string {
  return prefix + name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/**
 * Environment over file over defaults.
 * @throws SettingsError naming the setting, what it is and what was expected
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>, file: unknown = {}): Settings {
  const settings = { ...defaults(), ...fromFile(file), ...fromEnvironment(environment) };
  for (const name of names) {
    const schema = Settings.properties[name];
    if (Value.Check(schema, settings[name])) continue;
    const given = JSON.stringify(settings[name]);
    throw new SettingsError(
      `The setting ${name} (${environmentName(name)}) is ${given}, but should be: ${expected(name)}.`,
    );
  }
  const decoded = Value.Decode(Settings, settings);
  checkTls(decoded);
  return decoded;
}

/** Whether console and API speak HTTPS, and MQTT over TLS is offered beside plain MQTT. */
export function hasTls(settings: Settings): boolean {
  return settings.tlsCertFile !== '';
}

/** For how long what Views have is kept at most, in ms. */
export function retentionOf(
  settings: Pick<Settings, 'keepFramesDays' | 'keepMinutesDays' | 'keepHoursDays' | 'keepClassesDays'>,
) {
  const dayMs = 86_400_000;
  const classesMs: Partial<Record<DataClass, number>> = {};
  for (const [, name = '', count] of settings.keepClassesDays.matchAll(/(\w+)=(\d+)/g)) {
    if (isDataClass(name)) classesMs[name] = Math.min(Number(count) * dayMs, classesMs[name] ?? Infinity);
  }
  return {
    framesMs: settings.keepFramesDays * dayMs,
    minutesMs: settings.keepMinutesDays * dayMs,
    hoursMs: settings.keepHoursDays * dayMs,
    classesMs,
  };
}

/** Where browsers reach the gateway: "https://diag.example:8443". */
export function publicUrlOf(settings: Settings): string {
  const host = settings.httpHost.includes(':') ? `[${settings.httpHost}]` : settings.httpHost;
  return settings.publicUrl || `http${hasTls(settings) ? 's' : ''}://${host}:${settings.httpPort}`;
}

/** One sentence for each listener that speaks plain text where others can listen; such a start has been asked for. */
export function plainTextWarnings(settings: Settings): readonly string[] {
  const listeners = [
    { what: 'MQTT', name: 'mqttHost', host: settings.mqttHost },
    ...(hasTls(settings) ? [] : [{ what: 'HTTP', name: 'httpHost', host: settings.httpHost }]),
  ];
  return listeners
    .filter(({ host }) => !isLoopback(host))
    .map(({ what, name, host }) => {
      const setting = `${name} (${environmentName(name)})`;
      return `Plain ${what} on ${host} can be read and changed on the way, passwords and consent included: see ${setting}.`;
    });
}

/** RFC 6890: 127.0.0.0/8 and ::1; any other name may mean another address tomorrow. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/i.test(host);
}

function checkTls(settings: Settings): void {
  if ((settings.tlsCertFile === '') !== (settings.tlsKeyFile === '')) {
    throw new SettingsError(
      'The settings tlsCertFile (DIAG_TLS_CERT_FILE) and tlsKeyFile (DIAG_TLS_KEY_FILE) go together: give both or neither.',
    );
  }
  if (hasTls(settings) && settings.publicUrl.startsWith('http:')) {
    throw new SettingsError(
      `The setting publicUrl (DIAG_PUBLIC_URL) is ${settings.publicUrl}, but with a certificate the console is reached by https://.`,
    );
  }
  const [plain] = plainTextWarnings(settings);
  if (plain === undefined || settings.plainTextOffLoopback) return;
  throw new SettingsError(
    `${plain} Give a certificate (DIAG_TLS_CERT_FILE, DIAG_TLS_KEY_FILE), listen on 127.0.0.1 behind a TLS proxy, or ` +
      `accept it with plainTextOffLoopback (DIAG_PLAIN_TEXT_OFF_LOOPBACK=true).`,
  );
}

function fromFile(file: unknown): Record<string, unknown> {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) {
    throw new SettingsError('The settings file should hold one JSON object.');
  }
  for (const name of Object.keys(file)) if (!isName(name)) throw new SettingsError(unknownSetting(name));
  return { ...file };
}

function fromEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  const known = new Map(names.map((name) => [environmentName(name), name]));
  const settings: Record<string, unknown> = {};
  for (const [variable, text] of Object.entries(environment)) {
    if (!variable.startsWith(prefix) || notSettings.includes(variable) || text === undefined) continue;
    const name = known.get(variable);
    if (!name) throw new SettingsError(unknownSetting(variable));
    settings[name] = parsed(name, text);
  }
  return settings;
}

/** Text from the environment as what the schema wants; what cannot be read stays text and is refused by the check. */
function parsed(name: Name, text: string): unknown {
  const { type } = Settings.properties[name] as { type?: string };
  if (type === 'integer') return /^\d+$/.test(text) ? Number(text) : text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

function defaults(): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, (Settings.properties[name] as { default?: unknown }).default]));
}

function expected(name: Name): string {
  const schema = Settings.properties[name] as {
    type?: string;
    description?: string;
    minimum?: number;
    maximum?: number;
  };
  const range = schema.minimum === undefined ? '' : ` from ${schema.minimum} to ${schema.maximum}`;
  return `${schema.type ?? 'one of the words'}${range} (${schema.description ?? ''})${example(name)}`;
}

/** What a text should look like, where not any will do. */
function example(name: Name): string {
  const { examples } = Settings.properties[name] as { examples?: readonly string[] };
  return examples?.[0] === undefined ? '' : `, for example ${examples[0]}`;
}

function unknownSetting(name: string): string {
  return `There is no setting ${name}. Known are: ${names.map((each) => `${each} (${environmentName(each)})`).join(', ')}.`;
}

function isName(name: string): name is Name {
  return (names as string[]).includes(name);
}

function days(number: number, description: string) {
  return Type.Integer({ default: number, minimum: 1, maximum: 9_999, description });
}

function port(number: number, description: string) {
  return Type.Integer({ default: number, minimum: 1, maximum: 65_535, description });
}
