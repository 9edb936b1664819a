import type { VacuumWorld } from '../physics/robot-vacuum/world.ts';

/** What the firmware measures over time for its conditions. */
export class VacuumTrackers {
  /** Brushes on without a break, s. */
  brushesS = 0;
  /** Seconds of driving since the last 0.15 m by scan matching. */
  stuckS = 0;
  /** m by scan matching since it last stood still for a while. */
  movedM = 0;
  bumperS = 0;
  bumperCount = 0;
  /** Seconds on the dock, charger on, below 90 % and with hardly any current. */
  starvedS = 0;
  /** Seconds of driving since wall.distance changed by 2 mm. */
  wallUnchangedS = 0;
  /** mm by which wall.distance has moved since. */
  wallChange = 0;
  #anchorM = 0;
  #wall = 0;
  #contact = false;
  #cycles: number[] = [];
  #now = 0;

  get recentCycles(): number {
    return this.#cycles.filter((at) => this.#now - at <= 1800).length;
  }

  /** The robot drove out and docked again. */
  redocked(): void {
    this.#cycles.push(this.#now);
  }

  /** Code 13 was raised: what led to it counts no further. */
  forgetCharging(): void {
    this.#cycles = [];
    this.starvedS = 0;
  }

  step(world: VacuumWorld, options: { readonly dt: number; readonly dockPresent: boolean }): void {
    const { dt, dockPresent } = options;
    const { actuators, place, power } = world;
    this.#now += dt;
    this.brushesS = actuators.brushes ? this.brushesS + dt : 0;
    const driving = actuators.left !== 0 || actuators.right !== 0;
    const moved = place.travelled - this.#anchorM;
    if (!driving || moved >= 0.15) {
      this.#anchorM = place.travelled;
      this.movedM = driving ? this.movedM + moved : this.movedM;
      this.stuckS = 0;
    } else this.stuckS += dt;
    if (this.stuckS > 20) this.movedM = 0;
    if (place.contact && !this.#contact) this.bumperCount += 1;
    this.#contact = place.contact;
    this.bumperS = place.contact ? this.bumperS + dt : 0;
    const starved = dockPresent && actuators.charger && power.level < 90 && power.current < 0.1;
    this.starvedS = starved ? this.starvedS + dt : 0;
    this.wallChange = Math.abs(world.wallDistance - this.#wall);
    if (this.wallChange > 2) {
      this.#wall = world.wallDistance;
      this.wallUnchangedS = 0;
    } else if (driving) this.wallUnchangedS += dt;
  }
}
