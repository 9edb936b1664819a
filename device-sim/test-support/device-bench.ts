import { fileURLToPath } from 'node:url';
import { diag } from '../../proto/generated/codec.js';
import { type Clock, realClock } from '../clock.ts';
import { loadModel } from '../models/model.ts';
import { type SimulatedDevice, type SimulatedDeviceOptions, startSimulatedDevice } from '../simulated-device.ts';
import { dataClassNames, dataClassNumber } from '../wire/classes.ts';
import type { Received, ScriptedGateway } from './scripted-gateway.ts';

export const modelPath = fileURLToPath(new URL('../models/rv-s1.yaml', import.meta.url));
export const model = loadModel(modelPath);
export const cameraPath = fileURLToPath(new URL('../models/cam-c1.yaml', import.meta.url));
export const cameraModel = loadModel(cameraPath);
export const basic = (['status', 'errors', 'firmware'] as const).map(dataClassNumber);
export const full = dataClassNames.map(dataClassNumber);

/** A clock that runs so many times faster, for the device only. */
export function hurried(factor: number): Clock {
  const start = realClock.wall();
  return {
    wall: () => start + (realClock.wall() - start) * factor,
    monotonic: () => realClock.monotonic() * factor,
    after: (delayMs, task) => realClock.after(delayMs / factor, task),
  };
}

export function startBenchDevice(
  gateway: ScriptedGateway,
  options: Partial<SimulatedDeviceOptions> = {},
): SimulatedDevice {
  return startSimulatedDevice({
    credentials: {
      deviceId: 'dev-1',
      serial: 'RV1B00000001',
      model: 'rv-s1',
      secret: 'not-for-the-page',
      gatewayPublicKey: gateway.publicKey,
      labelCode: 'K7QP-2M9X',
      brand: 'Norvane',
    },
    model,
    seed: 7,
    gatewayUrl: gateway.url,
    ...options,
  });
}

/** Makes the bench device a camera. */
export function cameraOptions(gateway: ScriptedGateway): Partial<SimulatedDeviceOptions> {
  return {
    model: cameraModel,
    credentials: {
      deviceId: 'dev-1',
      serial: 'CC1B00000001',
      model: 'cam-c1',
      secret: 'not-for-the-page',
      gatewayPublicKey: gateway.publicKey,
      labelCode: 'K7QP-2M9X',
      brand: 'Norvane',
    },
  };
}

/** A ConsentState with one grant in it. */
export function grant(options: {
  readonly id?: string;
  readonly epoch?: number;
  readonly classes?: diag.DataClass[];
  readonly operations?: diag.OperationClass[];
  readonly expiresInMs?: number;
}): diag.ConsentState.$Properties {
  const { id = 'g1', epoch = 2, classes = full, operations = [], expiresInMs = 60_000 } = options;
  const notice = { grantId: id, agent: 'Li Wei', classes, operationClasses: operations, expiresInMs };
  return { epoch, classes, operationClasses: operations, grants: [notice] };
}

const decoders = {
  telemetry: diag.Telemetry,
  error: diag.ErrorReport,
  firmware: diag.FirmwareReport,
  log: diag.LogReport,
  output: diag.OutputReport,
} as const;

export function isData({ lane }: Received): boolean {
  return lane in decoders;
}

export function header({ lane, payload }: Received): diag.Header.$Properties {
  const decoded = lane in decoders ? decoders[lane as keyof typeof decoders].decode(payload).header : undefined;
  if (!decoded) throw new Error(`no header on ${lane}`);
  return decoded;
}

export function seqs(messages: readonly Received[]): number[] {
  return messages.map((message) => Number(header(message).seq));
}

export function aliasesOf(message: Received): number[] {
  const telemetry = diag.Telemetry.decode(message.payload);
  return [...telemetry.aliases, ...telemetry.texts.map((text) => text.alias ?? 0)];
}
