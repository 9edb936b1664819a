import type { Random } from '../random.ts';
import type { FirmwareEvents } from './device-firmware.ts';
import type { VacuumFirmware } from './vacuum-firmware.ts';

const nothing: FirmwareEvents = { codes: [] };

/** What people of the home do by themselves when the robot stands still: free it and start it again, twice; then carry it home. */
export class VacuumHousehold {
  #waitS: number | undefined;
  #tries = 0;
  /** Work that went well for so long makes them forget the tries. */
  #goodS = 0;

  step(
    robot: VacuumFirmware,
    options: { readonly dt: number; readonly at: number; readonly random: Random },
  ): FirmwareEvents {
    const { dt, at, random } = options;
    const stands = ['error', 'paused', 'shutdown'].includes(robot.state) && robot.platform.running;
    const empty = robot.state === 'shutdown' && !robot.dockPresent;
    if (!stands && !empty) {
      this.#waitS = undefined;
      this.#goodS = robot.state === 'cleaning' ? this.#goodS + dt : this.#goodS;
      if (this.#goodS > 900) this.#tries = 0;
      return nothing;
    }
    this.#goodS = 0;
    this.#waitS ??= random.between(240, 900) * (robot.dockPresent ? 3 : 1);
    this.#waitS -= dt;
    if (this.#waitS > 0) return nothing;
    this.#waitS = undefined;
    if (empty || this.#tries >= 2) {
      this.#tries = 0;
      return robot.carryHome(at);
    }
    this.#tries += 1;
    robot.world.place.free();
    return robot.startCleaning(at);
  }
}
