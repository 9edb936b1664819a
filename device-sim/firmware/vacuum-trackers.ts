import { CounterWindow } from './counter-window.ts';
import type { VacuumWorld } from '../physics/robot-vacuum/world.ts';

/** What the firmware measures over time for its conditions. */
export class VacuumTrackers {
  /** Brushes on without a break, s. */
  brushesS = 0;
  /** Seconds of driving since the last 0.15 m by scan matching. */
  stuckS = 0;
  /** m by scan matching since it last stood still for a while. */
  movedM = 0;
  /** Seconds of driving without a place on the map. */
  lostS = 0;
  bumperS = 0;
  bumperCount = 0;
  /** Seconds on the dock, charger on, below 90 % and with hardly any current. */
  starvedS = 0;
  /** Seconds of driving since wall.distance changed by 2 mm. */
  wallUnchangedS = 0;
  /** mm by which wall.distance has moved since. */
  wallChange = 0;
  /** Seconds without a floor below a window, and how often that began within a minute. */
  cliffS = 0;
  cliffs = new CounterWindow({ keepS: 60 });
  #cliffCount = 0;
  /** The last minute, second by second: degrees turned, place. */
  #minute: { readonly turned: number; readonly x: number; readonly y: number }[] = [];
  #secondS = 0;
  #turned = 0;
  #anchorM = 0;
  #wall = 0;
  #contact = false;
  #cycles: number[] = [];
  #now = 0;

  /** Degrees turned in one sum within the last 60 s of driving, and m gained meanwhile. */
  get circling(): { readonly turned: number; readonly gained: number } {
    const first = this.#minute[0];
    const last = this.#minute.at(-1);
    if (!first || !last || this.#minute.length < 40) return { turned: 0, gained: Infinity };
    const turned = Math.abs(this.#minute.reduce((sum, second) => sum + second.turned, 0));
    return { turned, gained: Math.hypot(last.x - first.x, last.y - first.y) };
  }

  get recentCycles(): number {
    return this.#cycles.filter((at) => this.#now - at <= 1800).length;
  }

  /** The robot drove out and docked again. */
  redocked(): void {
    this.#cycles.push(this.#now);
  }

  /** Code 4 was cleared: what led to it counts no further. */
  forgetCliffs(): void {
    this.cliffs = new CounterWindow({ keepS: 60 });
    this.cliffS = 0;
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
    const cliff = world.reflectance < 10 && driving;
    if (cliff && this.cliffS === 0) this.#cliffCount += 1;
    this.cliffS = cliff || (this.cliffS > 0 && world.reflectance < 10) ? this.cliffS + dt : 0;
    this.cliffs.step(this.#cliffCount, dt);
    this.lostS = driving && world.score < 0.4 ? this.lostS + dt : 0;
    this.#turn(world, dt, driving);
    const starved = dockPresent && actuators.charger && power.level < 90 && power.current < 0.1;
    this.starvedS = starved ? this.starvedS + dt : 0;
    this.wallChange = Math.abs(world.wallDistance - this.#wall);
    if (this.wallChange > 2) {
      this.#wall = world.wallDistance;
      this.wallUnchangedS = 0;
    } else if (driving) this.wallUnchangedS += dt;
  }

  #turn({ place }: VacuumWorld, dt: number, driving: boolean): void {
    if (!driving) {
      this.#minute = [];
      return;
    }
    this.#turned += (place.yawRate * dt * 180) / Math.PI;
    this.#secondS += dt;
    if (this.#secondS < 1) return;
    this.#minute.push({ turned: this.#turned, x: place.x, y: place.y });
    if (this.#minute.length > 60) this.#minute.shift();
    this.#secondS = this.#turned = 0;
  }
}
