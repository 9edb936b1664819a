import type { VacuumParameters } from '../physics/robot-vacuum/parameters.ts';
import type { VacuumWorld } from '../physics/robot-vacuum/world.ts';

const followAfterS = 10;
/** %: less light than this from below is no floor. */
const noFloor = 10;

type Leg = 'straight' | 'back' | 'turn' | 'shift';

/** Drives: lanes up and down the room, the way home, the last metre backwards on to the dock. */
export class Navigator {
  readonly #world: VacuumWorld;
  readonly #p: VacuumParameters;
  #leg: Leg = 'straight';
  #legS = 0;
  #shiftFrom = { x: 0, y: 0 };
  #lane = 0;
  #side = 1;
  #afterTurn: 'straight' | 'shift' = 'shift';
  #besideS = 0;
  #edges = 0;

  constructor(options: { readonly world: VacuumWorld; readonly parameters: VacuumParameters }) {
    this.#world = options.world;
    this.#p = options.parameters;
  }

  startLanes(): void {
    this.#leg = 'straight';
    this.#lane = 0;
    this.#legS = 0;
  }

  /** One step of cleaning in lanes along x. */
  clean(dt: number): void {
    const { place } = this.#world;
    const cruise = place.onCarpet ? this.#p.wheels.carpet : this.#p.wheels.hard;
    this.#legS += dt;
    const { wallDistance, reflectance } = this.#world;
    this.#besideS = wallDistance > 40 && wallDistance < 110 ? this.#besideS + dt : 0;
    switch (this.#leg) {
      case 'straight':
        // What has been beside it for so long is an edge: it is followed at a hand's breadth.
        if (this.#besideS > followAfterS) this.#drive(cruise, (-0.6 * (wallDistance - 25)) / 75);
        else this.#steer(this.#lane, cruise);
        if (reflectance < noFloor) {
          // It looks again some times before it gives the lane up.
          this.#edges += 1;
          this.#backOff(this.#edges % 6 === 0 ? 'shift' : 'straight');
        } else if (place.contact) this.#backOff('shift');
        return;
      case 'back':
        this.#drive(-120, 0);
        if (this.#legS >= 0.6) this.#next('turn');
        return;
      case 'turn': {
        const target = this.#afterTurn === 'shift' ? (this.#side * Math.PI) / 2 : this.#lane;
        if (this.#turnTo(target)) {
          this.#shiftFrom = { x: place.x, y: place.y };
          this.#next(this.#afterTurn);
        }
        return;
      }
      case 'shift': {
        this.#steer((this.#side * Math.PI) / 2, cruise);
        const moved = Math.hypot(place.x - this.#shiftFrom.x, place.y - this.#shiftFrom.y);
        if (place.contact) this.#side = -this.#side;
        if (!place.contact && reflectance >= noFloor && moved < this.#p.room.laneM) return;
        this.#lane = this.#lane === 0 ? Math.PI : 0;
        this.#backOff('straight');
      }
    }
  }

  /** One step towards the place in front of the dock; true when there. */
  approachDock(): boolean {
    const { place } = this.#world;
    const [dx, dy] = [0.7 - place.x, -place.y];
    if (Math.hypot(dx, dy) < 0.08) return true;
    this.#steer(Math.atan2(dy, dx), this.#p.wheels.returning);
    return false;
  }

  /** One step backwards on to the dock. */
  reverseOntoDock(): void {
    const { place } = this.#world;
    const wanted = Math.max(-0.5, Math.min(0.5, 2.5 * place.y));
    const error = wrap(wanted - place.heading);
    if (Math.abs(error) > 0.6) this.#drive(0, Math.sign(error) * 1.2);
    else this.#drive(-this.#p.wheels.docking, 3 * error);
  }

  driveOut(): void {
    this.#drive(this.#p.wheels.docking, -2 * this.#world.place.heading);
  }

  stop(): void {
    this.#drive(0, 0);
  }

  #backOff(afterTurn: 'straight' | 'shift'): void {
    this.#afterTurn = afterTurn;
    this.#next('back');
  }

  #next(leg: Leg): void {
    this.#leg = leg;
    this.#legS = 0;
  }

  #turnTo(heading: number): boolean {
    const error = wrap(heading - this.#world.place.heading);
    if (Math.abs(error) < 0.06) return true;
    this.#drive(0, Math.sign(error) * Math.min(1.5, 0.15 + 2 * Math.abs(error)));
    return false;
  }

  #steer(heading: number, cruise: number): void {
    const error = wrap(heading - this.#world.place.heading);
    if (Math.abs(error) > 0.5) this.#turnTo(heading);
    else this.#drive(cruise, 1.5 * error);
  }

  /** mm/s and rad/s to the two wheels. */
  #drive(speed: number, yaw: number): void {
    const half = (yaw * this.#p.wheels.trackMm) / 2;
    this.#world.actuators.left = speed - half;
    this.#world.actuators.right = speed + half;
  }
}

function wrap(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle));
}
