import type { ErrorSpec, Model } from '../models/model.ts';
import type { Fault } from '../physics/robot-vacuum/faults.ts';
import type { Random } from '../random.ts';
import type { RunningOperation } from '../wire/executions.ts';
import type { CodeChange, FirmwareFacts } from '../wire/records.ts';
import { InputProblem } from '../fields.ts';
import { VacuumFirmware } from './vacuum-firmware.ts';

export interface FirmwareEvents {
  readonly codes: readonly CodeChange[];
}

/** What a class of devices must offer: a world behind it, advanced in fixed steps. */
export interface DeviceFirmware {
  /** Faults that can be put in, by id of the catalogue. */
  readonly faults: Readonly<Record<string, Pick<Fault, 'title'>>>;
  readonly activeCodes: readonly CodeChange[];
  readonly activeSpecs: readonly ErrorSpec[];
  /** `robot.state` or what the class has in its place. */
  readonly state: string;
  readonly mode: string;
  /** A code of level error or above is raised. */
  readonly failing: boolean;
  readonly poweredOff: boolean;
  readonly readMetric: (name: string) => number | string | undefined;
  readonly firmwareFacts: () => FirmwareFacts;
  readonly startOperation: (name: string) => RunningOperation | { readonly refusal: string };
  readonly step: (dt: number, at: number) => FirmwareEvents;
  readonly startCleaning: (at: number) => FirmwareEvents;
  readonly sendHome: (at: number) => FirmwareEvents;
  /** False: no such fault. */
  readonly inject: (options: { readonly id: string; readonly severity: number; readonly afterS: number }) => boolean;
  readonly repair: () => void;
}

const classes: Readonly<Record<string, new (options: { model: Model; random: Random }) => DeviceFirmware>> = {
  robot_vacuum: VacuumFirmware,
};

/** Throws InputProblem for a class whose physics nobody wrote, or a metric that the class does not measure. */
export function createFirmware(options: { readonly model: Model; readonly random: Random }): DeviceFirmware {
  const { model } = options;
  const Firmware = classes[model.deviceClass];
  if (!Firmware) {
    const known = Object.keys(classes).join(', ');
    throw new InputProblem(`Model ${model.id}: no physics for class ${model.deviceClass}; known: ${known}.`);
  }
  return new Firmware(options);
}
