import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { environmentName, plainTextWarnings, readSettings, Settings } from '../../gateway/config.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const publicUrl = { DIAG_PUBLIC_URL: 'https://diag.example.com' };

interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** Instructions by stage, comments left out and continued lines joined. */
function stagesOf(dockerfile: string): Instruction[][] {
  const lines = dockerfile
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n');
  const stages: Instruction[][] = [];
  for (const line of lines.filter((each) => each.trim() !== '')) {
    const [word = '', ...rest] = line.split(' ');
    if (word === 'FROM') stages.push([]);
    stages.at(-1)?.push({ word, rest: rest.join(' ') });
  }
  return stages;
}

const stages = stagesOf(text('Dockerfile'));
const image = stages.at(-1) ?? [];
const every = (word: string, among = image) => among.filter((each) => each.word === word).map(({ rest }) => rest);
const only = (word: string): string => {
  const found = every(word);
  if (found.length !== 1) throw new Error(`${word} stands ${found.length} times`);
  return found[0] ?? '';
};
const imageEnvironment = Object.fromEntries(
  only('ENV')
    .split(/\s+/)
    .map((pair) => pair.split('=') as [string, string]),
);

interface Compose {
  readonly services: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}
const compose = parse(text('docker-compose.yml')) as Compose;
const service = compose.services['gateway'] ?? {};

const unit = text('.packaging/diagnostics-gateway.service')
  .split('\n')
  .filter((line) => /^\w+=/.test(line))
  .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const);
const unitValues = (name: string) => unit.filter(([each]) => each === name).map(([, value]) => value);
const unitEnvironment = Object.fromEntries(
  unitValues('Environment').map((pair) => pair.split('=') as [string, string]),
);

describe('the Dockerfile', () => {
  it('builds every stage on the Node that the project runs on, and leaves compilers and vite behind', () => {
    for (const stage of stages) expect(every('FROM', stage)[0]).toMatch(/^node:20\.20-bookworm-slim( AS [a-z]+)?$/);
    expect(stages[0]?.some(({ rest }) => rest.includes('npm ci --omit=dev'))).toBe(true);
    expect(every('RUN').join(' ')).not.toMatch(/apt-get|npm (ci|install)/);
  });

  it('runs as nobody special, starts without a shell, keeps data in a volume, and asks itself whether it is ready', () => {
    expect(only('USER')).toBe('1000:1000');
    expect(imageEnvironment).toMatchObject({ NODE_ENV: 'production', DIAG_DEMO: 'false', DIAG_DATA_FOLDER: '/data' });
    expect(only('VOLUME')).toBe('/data');
    expect(every('RUN').join(' ')).toContain('--owner=node --group=node --mode=0700 /data');
    expect(JSON.parse(only('CMD'))).toEqual(['node', '--import', 'tsx', 'gateway/start.ts']);
    expect(only('HEALTHCHECK')).toMatch(/ CMD \["node", "\.packaging\/ready\.mjs"\]$/);
  });

  it('copies only what is there and is not kept out by .dockerignore', () => {
    const sources = stages
      .flatMap((stage) => every('COPY', stage))
      .filter((rest) => !rest.startsWith('--from='))
      .flatMap((rest) => rest.split(' ').slice(0, -1));
    expect(sources).toContain('gateway');
    for (const source of sources)
      expect({ source, there: existsSync(join(root, source)), isIgnored: isIgnored(source) }).toEqual({
        source,
        there: true,
        isIgnored: false,
      });
  });

  it('leaves nothing out that a program in it imports', () => {
    const copied = ['gateway', 'proto', 'device-sim'].flatMap(sourcesBelow).filter((path) => !isIgnored(path));
    const missing = copied.flatMap((path) =>
      importsOf(path)
        .filter(
          (target) => isIgnored(target) || !['gateway', 'proto', 'device-sim'].includes(target.split('/')[0] ?? ''),
        )
        .map((target) => `${path} -> ${target}`),
    );
    expect(copied.length).toBeGreaterThan(100);
    expect(missing).toEqual(['gateway/start.ts -> console/build.ts']); // not with NODE_ENV=production
  });

  it('keeps secrets, data and tests out of the build', () => {
    for (const path of [
      'data/keys/pepper',
      '.git/config',
      'tls/tls.key',
      'backups/monday.sqlite',
      'keys-copy/pepper.key',
      'test/run.ts',
      'gateway/config.test.ts',
      'node_modules/x',
    ])
      expect({ path, isIgnored: isIgnored(path) }).toEqual({ path, isIgnored: true });
  });
});

describe('docker-compose.yml', () => {
  it('takes from the container what it does not need', () => {
    expect(service).toMatchObject({
      user: '1000:1000',
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      pids_limit: 200,
      restart: 'unless-stopped',
      tmpfs: ['/tmp:mode=1777,size=64m,noexec,nosuid,nodev'],
    });
    for (const word of ['privileged', 'cap_add', 'network_mode', 'pid', 'ipc', 'devices'])
      expect(service).not.toHaveProperty(word);
  });

  it('mounts the data volume, the folder of the certificate where the image looks for it, and one for backups', () => {
    expect(service['volumes']).toEqual([
      `data:${imageEnvironment['DIAG_DATA_FOLDER']}`,
      `./tls:${dirname(imageEnvironment['DIAG_TLS_CERT_FILE'] ?? '')}:ro`,
      './backups:/backups',
    ]);
    expect(dirname(imageEnvironment['DIAG_TLS_KEY_FILE'] ?? '')).toBe('/run/tls');
    expect(Object.keys(compose.volumes)).toEqual(['data']);
  });

  it('has room for what the README says of backups: its commands name mounted folders and programs that are there', () => {
    const commands = text('README.md').match(/^docker compose (exec|run|cp) .*$/gm) ?? [];
    expect(commands.length).toBeGreaterThan(2);
    const all = commands.join('\n');
    expect(all.match(/gateway\/\w+-main\.ts/g)?.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect([...new Set(all.match(/(?<=[ :])\/\w+/g))].sort()).toEqual(['/backups', '/data']);
  });

  it('publishes the ports that the image exposes, which are those of its settings', () => {
    const exposed = only('EXPOSE').split(' ');
    expect(exposed).toEqual([imageEnvironment['DIAG_HTTP_PORT'], imageEnvironment['DIAG_MQTTS_PORT']]);
    expect((service['ports'] as string[]).map((mapping) => mapping.split(':')[1])).toEqual(exposed);
  });

  it('asks as the image does whether it is ready', () => {
    const { test } = service['healthcheck'] as { test: string[] };
    expect(only('HEALTHCHECK')).toContain(`CMD ${JSON.stringify(test.slice(1)).replace(',', ', ')}`);
  });

  it('starts no demo', () => {
    expect(service['environment']).toMatchObject({ DIAG_DEMO: 'false' });
  });
});

describe('the systemd unit', () => {
  it('takes from the service what it does not need', () => {
    for (const [name, value] of [
      ['User', 'diagnostics-gateway'],
      ['NoNewPrivileges', 'yes'],
      ['ProtectSystem', 'strict'],
      ['ProtectHome', 'yes'],
      ['PrivateTmp', 'yes'],
      ['PrivateDevices', 'yes'],
      ['CapabilityBoundingSet', ''],
      ['RestrictNamespaces', 'yes'],
      ['RestrictSUIDSGID', 'yes'],
      ['SystemCallFilter', '@system-service'],
      ['UMask', '0077'],
    ]) {
      expect(unitValues(name ?? ''), name).toEqual([value]);
    }
    // V8 cannot live with it.
    expect(unitValues('MemoryDenyWriteExecute')).toEqual([]);
    // Node lists network interfaces through netlink, and Fastify asks for them.
    expect(unitValues('RestrictAddressFamilies')[0]?.split(' ')).toEqual([
      'AF_INET',
      'AF_INET6',
      'AF_UNIX',
      'AF_NETLINK',
    ]);
  });

  it('starts what the image starts, reloads by SIGHUP, starts again after a failure, and keeps data in its state folder', () => {
    const [, ...words] = JSON.parse(only('CMD')) as string[];
    expect(unitValues('ExecStart')).toEqual([`/usr/bin/node ${words.join(' ')}`]);
    expect(unitValues('ExecReload')).toEqual(['/bin/kill -HUP $MAINPID']);
    expect(unitValues('Restart')).toEqual(['on-failure']);
    expect(unitEnvironment).toMatchObject({ NODE_ENV: 'production', DIAG_DEMO: 'false' });
    expect(unitEnvironment['DIAG_DATA_FOLDER']).toBe(`/var/lib/${unitValues('StateDirectory')[0]}`);
  });
});

describe('what the packaging names', () => {
  const files = ['Dockerfile', 'docker-compose.yml', '.packaging/diagnostics-gateway.service', '.packaging/ready.mjs'];
  const known = new Set(Object.keys(Settings.properties).map(environmentName));

  it.each(files)('%s names only settings that there are', (path) => {
    const named = new Set(text(path).match(/\bDIAG_[A-Z_]+/g));
    expect(named.size).toBeGreaterThan(1);
    expect([...named].filter((name) => !known.has(name))).toEqual([]);
  });

  it.each([
    ['image', imageEnvironment],
    ['unit', unitEnvironment],
  ])('the %s’s settings are accepted, and speak no plain text where others can listen', (_what, environment) => {
    const settings = readSettings({ ...environment, ...publicUrl });
    expect(plainTextWarnings(settings)).toEqual([]);
    expect(settings).toMatchObject({ httpHost: '0.0.0.0', mqttsHost: '0.0.0.0', mqttHost: '127.0.0.1', demo: false });
  });
});

/** .dockerignore as far as this project uses it: `**` and `*`, no exceptions; a folder takes what is in it along. */
function isIgnored(path: string): boolean {
  const parents = path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
  return ignored.some((pattern) => parents.some((each) => pattern.test(each)));
}

const ignored = text('.dockerignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const source = line
      .replaceAll('.', '\\.')
      .replaceAll('**/', '§')
      .replaceAll('*', '[^/]*')
      .replaceAll('§', '(.*/)?');
    return new RegExp(`^${source}$`);
  });

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|js|mjs)$/.test(path))
    .map((path) => `${folder}/${path}`);
}

/** What a source imports by a relative name or starts by one, from the project's folder. */
function importsOf(path: string): string[] {
  const names = text(path).matchAll(
    /(?:from|import\(|import|run\(|new URL\()\s*['"](\.{1,2}\/[^'"]+\.(?:ts|js|mjs))['"]/g,
  );
  return [...names].map(([, name = '']) => relative(root, join(root, dirname(path), name)));
}
