import type { Random } from '../../random.ts';
import type { VacuumParameters } from './parameters.ts';
import { Wander } from '../wander.ts';

/** Pose in the room, walls, furniture and rug. Dock at 0/0 at the middle of the wall x = 0, facing into the room. */
export class Surroundings {
  x = 0;
  y = 0;
  /** rad; 0 looks away from the dock. */
  heading = 0;
  yawRate = 0;
  /** m, by scan matching, since the start. */
  travelled = 0;
  contact = false;
  readonly #room: VacuumParameters['room'];
  readonly #trackM: number;
  readonly #random: Random;
  readonly #beside: Wander;
  readonly #floor: Wander;
  #furnitureInS: number;
  #besideLeftS = 0;

  constructor(options: { readonly parameters: VacuumParameters; readonly random: Random }) {
    this.#room = options.parameters.room;
    this.#trackM = options.parameters.wheels.trackMm / 1000;
    this.#random = options.random;
    this.#furnitureInS = this.#nextFurniture();
    this.#beside = new Wander({ random: options.random, deviation: 22, tauS: 3 });
    this.#floor = new Wander({ random: options.random, deviation: 5, tauS: 10 });
  }

  get onDock(): boolean {
    return Math.hypot(this.x, this.y) < 0.02;
  }
  get onCarpet(): boolean {
    const { rugX, rugY } = this.#room;
    return this.x > rugX[0] && this.x < rugX[1] && this.y > rugY[0] && this.y < rugY[1];
  }

  /** Wheel speeds in mm/s. `exploring`: furniture is met only where the way is not known. */
  step(options: {
    readonly dt: number;
    readonly left: number;
    readonly right: number;
    readonly exploring: boolean;
  }): void {
    const { dt } = options;
    const [left, right] = [options.left / 1000, options.right / 1000];
    this.yawRate = (right - left) / this.#trackM;
    this.heading = Math.atan2(Math.sin(this.heading + this.yawRate * dt), Math.cos(this.heading + this.yawRate * dt));
    const forward = ((left + right) / 2) * dt;
    const x = this.x + forward * Math.cos(this.heading);
    const y = this.y + forward * Math.sin(this.heading);
    const half = this.#room.depthM / 2;
    const nextX = Math.max(0, Math.min(this.#room.widthM, x));
    const nextY = Math.max(-half, Math.min(half, y));
    this.travelled += Math.hypot(nextX - this.x, nextY - this.y);
    const wall = forward > 0 && (nextX !== x || nextY !== y);
    this.x = nextX;
    this.y = nextY;
    this.contact = wall || (options.exploring && forward > 0 && this.#meetsFurniture(dt));
    this.#besideLeftS -= dt;
  }

  /** Puts the robot somewhere by hand. */
  place(x: number, y: number): void {
    this.x = x;
    this.y = y;
    this.heading = 0;
  }

  /** mm to the right; 120 when nothing is near. */
  wallDistance(dt: number): number {
    const half = this.#room.depthM / 2;
    const right = this.heading - Math.PI / 2;
    const [dx, dy] = [Math.cos(right), Math.sin(right)];
    const toX = dx > 0 ? (this.#room.widthM - this.x) / dx : dx < 0 ? -this.x / dx : Infinity;
    const toY = dy > 0 ? (half - this.y) / dy : dy < 0 ? (-half - this.y) / dy : Infinity;
    const wander = this.#beside.step(dt);
    const near = this.#besideLeftS > 0 ? 60 + wander : Infinity;
    return Math.max(15, Math.min(120, Math.min(toX, toY) * 1000 + 18, near));
  }

  /** % of the lowest floor window. */
  reflectance(dt: number): number {
    return (this.onCarpet ? 36 : 52) + this.#floor.step(dt);
  }

  #meetsFurniture(dt: number): boolean {
    this.#furnitureInS -= dt;
    if (this.#furnitureInS > 0) return false;
    this.#furnitureInS = this.#nextFurniture();
    this.#besideLeftS = this.#random.between(2, 8);
    return true;
  }

  #nextFurniture(): number {
    return this.#room.furnitureEveryS * this.#random.between(0.5, 1.5);
  }
}
