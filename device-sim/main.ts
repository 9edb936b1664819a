import { relative } from 'node:path';
import { type Credentials, loadCredentials } from './credentials.ts';
import { startFace } from './face/server.ts';
import { InputProblem } from './fields.ts';
import { createFirmware } from './firmware/firmware-classes.ts';
import { loadModel, type Model } from './models/model.ts';
import { readOptions, type SimOptions } from './options.ts';
import { seededRandom } from './random.ts';
import { type SimulatedDevice, startSimulatedDevice } from './simulated-device.ts';
import { showStatus } from './status-line.ts';

try {
  await run(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof InputProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function run(options: SimOptions): Promise<void> {
  const models = new Map(options.modelFiles.map(loadModel).map((model) => [model.id, model]));
  for (const model of models.values()) checkFault(options, model);
  const chosen = chooseCredentials(options, models);
  const devices: SimulatedDevice[] = [];
  // The faces' port is taken first: when it is not free, no device has connected yet.
  const face = options.facePort === undefined ? undefined : await startFace({ devices, port: options.facePort });
  for (const [credentials, model] of chosen) {
    devices.push(
      startSimulatedDevice({
        credentials,
        model,
        seed: options.seed,
        gatewayUrl: options.gateway,
        language: options.language,
        ...(options.fault && { fault: options.fault }),
      }),
    );
  }
  if (face) for (const link of faceLinks(face.url, devices)) process.stdout.write(`${link}\n`);
  const endStatus = showStatus(devices, process.stdout);
  await stopSignal();
  endStatus();
  // Whatever hangs, the program ends within 3 s.
  setTimeout(() => process.exit(1), 2900).unref();
  await Promise.all([face?.close(), ...devices.map((device) => device.close())]);
}

function faceLinks(url: string, devices: readonly SimulatedDevice[]): readonly string[] {
  const all = devices.map((device) => `face ${url}/d/${encodeURIComponent(device.serial)}`);
  // A terminal shows a few; a parent process gets them all.
  return process.stdout.isTTY && all.length > 8
    ? [...all.slice(0, 8), `... and ${all.length - 8} more at ${url}/`]
    : all;
}

function checkFault(options: SimOptions, model: Model): void {
  if (!options.fault) return;
  const { faults } = createFirmware({ model, random: seededRandom(options.seed) });
  if (Object.hasOwn(faults, options.fault.id)) return;
  const known = Object.entries(faults).map(([id, fault]) => `${id} (${fault.title.en})`);
  throw new InputProblem(
    `--fault: class ${model.deviceClass} has no fault "${options.fault.id}"; known: ${known.join(', ')}.`,
  );
}

function chooseCredentials(
  options: SimOptions,
  models: ReadonlyMap<string, Model>,
): readonly (readonly [Credentials, Model])[] {
  const all = loadCredentials(options.credentials).flatMap((one) => {
    const model = models.get(one.model);
    return model ? [[one, model] as const] : [];
  });
  const wanted = options.devices ?? all.length;
  if (all.length < wanted || all.length === 0) {
    const folder = relative(process.cwd(), options.credentials) || '.';
    throw new InputProblem(
      `--devices asks for ${Math.max(1, wanted)} devices of model ${[...models.keys()].join(' or ')}, and ${folder} holds credentials for ` +
        `${all.length}. Register more with the gateway (POST /api/v1/devices), or ask for fewer.`,
    );
  }
  return all.slice(0, wanted);
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
    // A parent that is gone cannot stop its child; a broken pipe is its last word.
    process.stdout.once('error', resolve);
    process.once('disconnect', resolve);
  });
}
