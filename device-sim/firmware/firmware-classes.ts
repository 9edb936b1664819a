import { InputProblem } from '../fields.ts';
import { CameraFirmware } from './camera-firmware.ts';
import type { DeviceFirmware, FirmwareOptions } from './device-firmware.ts';
import { HubFirmware } from './hub-firmware.ts';
import { SpeakerFirmware } from './speaker-firmware.ts';
import { VacuumFirmware } from './vacuum-firmware.ts';

/** Physics and firmware of each device class of the datasheets. */
const classes: Readonly<Record<string, new (options: FirmwareOptions) => DeviceFirmware>> = {
  robot_vacuum: VacuumFirmware,
  camera: CameraFirmware,
  speaker: SpeakerFirmware,
  hub_plug: HubFirmware,
};

/** Throws InputProblem for a class whose physics nobody wrote, or a metric that the class does not measure. */
export function createFirmware(options: FirmwareOptions): DeviceFirmware {
  const { id, deviceClass } = options.model;
  const Firmware = Object.hasOwn(classes, deviceClass) ? classes[deviceClass] : undefined;
  if (!Firmware) {
    const known = Object.keys(classes).join(', ');
    throw new InputProblem(`Model ${id}: no physics for class ${deviceClass}; known: ${known}.`);
  }
  return new Firmware(options);
}
