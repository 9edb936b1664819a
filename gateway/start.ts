import { Command } from 'commander';
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { inviteFirstAdministrator } from './app/people.ts';
import { environmentName, hasTls, plainTextWarnings, type Settings } from './config.ts';
import { type Demo, seedDemo } from './demo.ts';
import { endedUncleanly, type Gateway, startGateway } from './main.ts';
import { settingsOfCommand } from './settings-file.ts';

/** `npm start`: builds what changed, starts the gateway and, unless told not to, the demo. Words go to stderr, logs to stdout. */
const flags = new Command('gateway')
  .description('Remote device diagnostics gateway: broker, gateway, console and, unless --no-demo, simulated devices.')
  .option('--no-demo', 'without the brand `demo` and its simulated devices')
  .option('--config <file>', 'settings as JSON; the environment goes before it', process.env['DIAG_CONFIG'])
  .parse()
  .opts<{ demo: boolean; config?: string }>();

const children: ChildProcess[] = [];
let gateway: Gateway | undefined;

try {
  const settings = settingsOfCommand(flags.config);
  if (settings.demo && flags.demo) await checkFacePort(settings);
  await buildChangedConsole();
  const [afterUncleanEnd, beganMs] = [endedUncleanly(settings.dataFolder), performance.now()];
  gateway = await startGateway(settings).catch((error: unknown) => {
    throw new Error(sentenceFor(error, settings), { cause: error });
  });
  if (afterUncleanEnd) noteRecovery(gateway.app, performance.now() - beganMs);
  stopOnSignals(gateway);
  if (hasTls(settings) || !process.stdin.isTTY) reloadOnHangup(gateway);
  const demo = settings.demo && flags.demo ? await seedDemo(gateway.app, settings.dataFolder) : undefined;
  const invitation = await inviteFirstAdministrator(gateway.app);
  const devices = gateway.mqttsUrl === undefined ? gateway.mqttUrl : `${gateway.mqttsUrl}, ${gateway.mqttUrl}`;
  say(`\nConsole          ${gateway.httpUrl}/\nDevices (MQTT)   ${devices}\nAPI              ${gateway.httpUrl}/docs`);
  for (const warning of plainTextWarnings(settings)) say(`\nWarning: ${warning}`);
  if (invitation) say(`\nFirst administrator: open this one-time link\n  ${gateway.httpUrl}${invitation}`);
  if (demo)
    await startDemo(settings, gateway, { ...demo, signIn: invitation ? 'sign in by the link above' : 'sign in' });
  say('\nStop with Ctrl+C.');
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
  stopChildren();
  await gateway?.close();
}

/** An installed program is not written to and has no build tools: there the console was built beforehand. */
async function buildChangedConsole(): Promise<void> {
  if (process.env['NODE_ENV'] === 'production') return;
  const { buildConsole } = await import('../console/build.ts');
  const { built } = await buildConsole();
  if (built) say('Console built.');
}

/** A taken port is the likeliest trouble of a first start. */
function sentenceFor(error: unknown, settings: Settings): string {
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number };
  if (port === undefined || (code !== 'EADDRINUSE' && code !== 'EACCES'))
    return `The gateway could not start: ${message}`;
  const name =
    (['mqttPort', 'mqttsPort', 'httpPort', 'facePort'] as const).find((each) => settings[each] === port) ?? 'httpPort';
  const why = code === 'EADDRINUSE' ? 'is taken by another program' : 'may not be opened by this user';
  return `Port ${port} ${why}. Choose another one: ${environmentName(name)}=<port> npm start`;
}

/** Before anything else starts: the simulator would be the last to find out. */
async function checkFacePort(settings: Settings): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(new Error(sentenceFor(error, settings), { cause: error })));
    probe.listen(settings.facePort, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

/** That it came back by itself, and with what: the database was looked through, and what is still granted read back. */
function noteRecovery({ note, book }: Gateway['app'], ms: number): void {
  note({
    code: 'started_after_unclean_end',
    databaseChecked: true,
    viewsReadBack: book.all().length,
    ms: Math.round(ms),
  });
}

async function startDemo(
  settings: Settings,
  running: Gateway,
  demo: Demo & { readonly signIn: string },
): Promise<void> {
  const sim = run('../device-sim/main.ts', [
    '--credentials',
    demo.simFolder,
    '--devices',
    String(demo.simDevices),
    '--model',
    ...demo.simModels,
    '--face-port',
    String(settings.facePort),
    '--gateway',
    running.mqttUrl,
  ]);
  const faces: string[] = [];
  const ready = new Promise<void>((resolve) => {
    let rest = '';
    sim.stdout?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('face ')) faces.push(line.slice('face '.length));
      if (faces.length >= demo.simDevices) resolve();
    });
    sim.once('exit', (exitCode) => {
      if (exitCode) say(`The simulator ended with code ${exitCode}.`);
      resolve();
    });
  });
  run('../device-sim/valetudo/main.ts', [
    '--credentials',
    demo.valetudoFile,
    '--gateway',
    running.mqttUrl,
    '--runs',
    'injected',
  ]).stdout?.resume();
  await ready;
  const { serial, labelCode } = demo.valetudo;
  say(`\nDemo: ${demo.signIn}, open a case for one of these devices, ask for consent,
open the owner's link on a phone-sized window, Allow, and hold the button on the device's face.`);
  for (const face of faces) say(`  ${face.split('/').at(-1)}   ${face}`);
  say(`  ${serial}   real vacuum software, played from a recording; its label code: ${labelCode}`);
}

function run(script: string, args: readonly string[]): ChildProcess {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  children.push(child);
  return child;
}

function stopOnSignals(running: Gateway): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      say('\nStopping: draining, committing, closing.');
      stopChildren();
      void running.close().then(() => process.exit(0));
    });
  }
}

/** As daemons do; in a terminal without a certificate, closing it still ends the program. */
function reloadOnHangup(running: Gateway): void {
  process.on('SIGHUP', () => {
    void running.reloadTls();
    void running.reloadPacks();
  });
}

function stopChildren(): void {
  for (const child of children) child.kill('SIGTERM');
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
