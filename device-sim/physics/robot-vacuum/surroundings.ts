import type { Random } from '../../random.ts';
import { Wander } from '../wander.ts';
import type { Causes } from './faults.ts';
import type { VacuumParameters } from './parameters.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
}
/** Snags happen around one cable. */
const cableM = 1.2;
const darkRugM = 0.45;
const darkReflectance = 6;

/** Pose in the room, walls, furniture, rug and what lies about. Dock at 0/0 at the middle of the wall x = 0, facing into the room. */
export class Surroundings {
  x = 0;
  y = 0;
  /** rad; 0 looks away from the dock. */
  heading = 0;
  yawRate = 0;
  /** m, by scan matching, since the start. */
  travelled = 0;
  /** The bumper is in. */
  contact = false;
  /** A cable holds it: the wheels turn, it stays. */
  snagged = false;
  readonly #room: VacuumParameters['room'];
  readonly #floor: 'hard' | 'carpet' | 'mixed';
  readonly #trackM: number;
  readonly #random: Random;
  readonly #beside: Wander;
  readonly #light: Wander;
  readonly #freeze: Wander;
  #furnitureInS: number;
  #besideLeftS = 0;
  #stickLeftS = 0;
  #snagLeftS = 0;
  #cable: Spot | undefined;
  #darkRug: Spot | undefined;
  #wall = 120;

  constructor(options: {
    readonly parameters: VacuumParameters;
    readonly random: Random;
    readonly floor: 'hard' | 'carpet' | 'mixed';
  }) {
    this.#room = options.parameters.room;
    this.#floor = options.floor;
    this.#trackM = options.parameters.wheels.trackMm / 1000;
    this.#random = options.random;
    this.#furnitureInS = this.#nextFurniture();
    this.#beside = new Wander({ random: options.random, deviation: 22, tauS: 3 });
    this.#light = new Wander({ random: options.random, deviation: 5, tauS: 10 });
    this.#freeze = new Wander({ random: options.random, deviation: 0.3, tauS: 60 });
  }

  get onDock(): boolean {
    return Math.hypot(this.x, this.y) < 0.02;
  }
  get onCarpet(): boolean {
    if (this.#floor !== 'mixed') return this.#floor === 'carpet' && this.x > 0.4;
    const { rugX, rugY } = this.#room;
    return this.x > rugX[0] && this.x < rugX[1] && this.y > rugY[0] && this.y < rugY[1];
  }

  /** True wheel speeds in mm/s. `exploring`: furniture and cables are met only where the way is not known. */
  step(options: {
    readonly dt: number;
    readonly left: number;
    readonly right: number;
    readonly exploring: boolean;
    readonly causes: Causes;
  }): void {
    const { dt, exploring, causes } = options;
    const hold = this.#held(options);
    const [left, right] = [(options.left * hold) / 1000, (options.right * hold) / 1000];
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
    const touched = wall || (exploring && forward > 0 && this.#meetsFurniture(dt));
    this.contact = this.#bumper(dt, touched, causes);
    this.#besideLeftS -= dt;
    if (causes.darkRug && !this.#darkRug && exploring && this.x > 0.8) this.#darkRug = this.#ahead(0.5);
    if (!causes.darkRug) this.#darkRug = undefined;
  }

  /** Puts the robot somewhere by hand. */
  place(x: number, y: number): void {
    this.x = x;
    this.y = y;
    this.heading = 0;
    this.free();
  }

  /** A hand takes the cable away, or pulls the bumper out. */
  free(): void {
    this.#snagLeftS = 0;
    this.snagged = false;
    this.#stickLeftS = 0;
  }

  /** mm to the right as the side sensor says; 120 when nothing is near. */
  wallDistance(dt: number, causes: Causes): number {
    const half = this.#room.depthM / 2;
    const right = this.heading - Math.PI / 2;
    const [dx, dy] = [Math.cos(right), Math.sin(right)];
    const toX = dx > 0 ? (this.#room.widthM - this.x) / dx : dx < 0 ? -this.x / dx : Infinity;
    const toY = dy > 0 ? (half - this.y) / dy : dy < 0 ? (-half - this.y) / dy : Infinity;
    const wander = this.#beside.step(dt);
    // Furniture, or the cheek of the dock.
    const cheek = Math.hypot(this.x, this.y) < 0.25 ? 70 : Infinity;
    const near = this.#besideLeftS > 0 ? 60 + wander : cheek;
    const { wallFrozen } = causes;
    const frozen = wallFrozen > 0 && (wallFrozen >= 1 || this.#freeze.step(dt) > 0.3 * (1 - 2 * wallFrozen));
    // Dust throws its own light back: always the same distance.
    this.#wall = frozen ? 78 : Math.max(15, Math.min(120, Math.min(toX, toY) * 1000 + 18, near));
    return this.#wall;
  }

  /** % of the lowest floor window. */
  reflectance(dt: number, { cliffDirt }: Causes): number {
    const floor = (this.onCarpet ? 36 : 52) + this.#light.step(dt);
    if (this.#darkRug && Math.hypot(this.x - this.#darkRug.x, this.y - this.#darkRug.y) < darkRugM)
      return darkReflectance + 0.2 * this.#light.step(dt);
    return floor * (1 - cliffDirt);
  }

  #held(options: { dt: number; exploring: boolean; causes: Causes }): number {
    const { dt, exploring, causes } = options;
    if (this.snagged) {
      this.#snagLeftS -= dt;
      if (this.#snagLeftS <= 0) this.snagged = false;
      return this.snagged ? 0 : 1;
    }
    if (causes.snagsPerHour === 0) this.#cable = undefined;
    if (!exploring || causes.snagsPerHour === 0) return 1;
    // Once it lies there, it is met oftener there and nowhere else.
    const cable = this.#cable;
    if (cable && Math.hypot(this.x - cable.x, this.y - cable.y) > cableM) return 1;
    if (this.#random.next() >= ((cable ? 6 : 3) * causes.snagsPerHour * dt) / 3600) return 1;
    this.#cable ??= { x: this.x, y: this.y };
    this.snagged = true;
    this.#snagLeftS = causes.snagS * this.#random.between(0.6, 1.4);
    return 0;
  }

  #bumper(dt: number, touched: boolean, { bumperStickS }: Causes): boolean {
    if (bumperStickS === 0) this.#stickLeftS = 0;
    else if (touched) this.#stickLeftS = bumperStickS * this.#random.between(0.4, 1.6);
    this.#stickLeftS -= dt;
    return touched || this.#stickLeftS > 0;
  }

  #ahead(m: number): Spot {
    const half = this.#room.depthM / 2 - 0.5;
    const x = this.x + m * Math.cos(this.heading);
    const y = this.y + m * Math.sin(this.heading);
    return { x: Math.max(1, Math.min(this.#room.widthM - 0.5, x)), y: Math.max(-half, Math.min(half, y)) };
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
