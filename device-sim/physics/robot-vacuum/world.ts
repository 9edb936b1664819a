import type { Random } from '../../random.ts';
import { FaultSet } from '../fault-set.ts';
import { Network } from '../network.ts';
import { approach, Wander } from '../wander.ts';
import { type Causes, healthyCauses, vacuumFaults } from './faults.ts';
import { Brush, Fan, Turret, Wheel } from './motors.ts';
import type { VacuumParameters } from './parameters.ts';
import { Power } from './power.ts';
import { Surroundings } from './surroundings.ts';

/** What the firmware commands. */
export interface Actuators {
  turret: boolean;
  /** %. */
  fanDuty: number;
  brushes: boolean;
  /** mm/s. */
  left: number;
  right: number;
  charger: boolean;
  exploring: boolean;
}

/** The robot and its room: commands in, signals out. Knows no error code and no mode. */
export class VacuumWorld {
  readonly actuators: Actuators = {
    turret: false,
    fanDuty: 0,
    brushes: false,
    left: 0,
    right: 0,
    charger: false,
    exploring: false,
  };
  readonly power: Power;
  readonly turret: Turret;
  readonly fan: Fan;
  readonly mainBrush: Brush;
  readonly sideBrush: Brush;
  readonly left: Wheel;
  readonly right: Wheel;
  readonly place: Surroundings;
  readonly network: Network;
  /** Cel. */
  boardTemperature: number;
  /** By. */
  heapFree: number;
  /** mm/s, smoothed over 10 s. */
  odometryResidual = 0;
  /** 0..1, agreement of scan and map. */
  score = 0.9;
  wallDistance = 120;
  reflectance = 50;
  seconds = 0;
  /** Both wheels dropped. */
  lifted = false;
  #scoreBase = 0.87;
  readonly #p: VacuumParameters;
  readonly #heap: Wander;
  readonly #slip: Wander;
  readonly #scoreNoise: Wander;
  readonly faults = new FaultSet<Causes>({ catalogue: vacuumFaults, healthy: healthyCauses });

  constructor(options: { readonly parameters: VacuumParameters; readonly random: Random }) {
    const { parameters, random } = options;
    this.#p = parameters;
    this.power = new Power(options);
    this.turret = new Turret(options);
    this.fan = new Fan(options);
    this.mainBrush = new Brush({ parameters: parameters.mainBrush, random });
    this.sideBrush = new Brush({ parameters: parameters.sideBrush, random });
    this.left = new Wheel(options);
    this.right = new Wheel(options);
    this.place = new Surroundings(options);
    this.network = new Network({ parameters: parameters.network, random });
    this.boardTemperature = parameters.board.idleCel;
    this.heapFree = parameters.board.heap;
    this.#heap = new Wander({ random, deviation: parameters.board.heap * 0.03, tauS: 60 });
    this.#slip = new Wander({ random, deviation: 7, tauS: 2 });
    this.#scoreNoise = new Wander({ random, deviation: 0.03, tauS: 8 });
  }

  step(dt: number): void {
    this.seconds += dt;
    const { actuators: act, place } = this;
    const causes = this.faults.causes(this.seconds);
    const carpet = place.onCarpet;
    const packV = this.power.voltage;
    this.turret.step({ dt, causes, commanded: act.turret });
    this.fan.step({ dt, duty: act.fanDuty, packV });
    this.mainBrush.step({ dt, on: act.brushes, carpet, drag: causes.mainBrushDrag });
    this.sideBrush.step({ dt, on: act.brushes, carpet, drag: 1 });
    this.left.step({ dt, command: act.left, carpet });
    this.right.step({ dt, command: act.right, carpet });
    place.step({ dt, left: this.left.speed, right: this.right.speed, exploring: act.exploring });
    this.power.step({ dt, causes, onDock: place.onDock, charging: act.charger, loadA: this.#load() });
    this.network.step(dt, causes);
    this.#slow(dt, carpet);
  }

  #load(): number {
    const motors = [this.turret, this.fan, this.mainBrush, this.sideBrush, this.left, this.right];
    return this.#p.board.currentA + motors.reduce((sum, motor) => sum + motor.current, 0);
  }

  #slow(dt: number, carpet: boolean): void {
    const { board, turret } = this.#p;
    const driving = this.actuators.left !== 0 || this.actuators.right !== 0;
    const slip = driving ? Math.abs((carpet ? 12 : 7) + this.#slip.step(dt)) : 0;
    this.odometryResidual = approach(this.odometryResidual, slip, dt, 10);
    this.boardTemperature = approach(this.boardTemperature, driving ? board.workingCel : board.idleCel, dt, 240);
    this.heapFree = Math.round(board.heap + this.#heap.step(dt));
    this.wallDistance = this.place.wallDistance(dt);
    this.reflectance = this.place.reflectance(dt);
    // A map match needs points; without them the estimate decays while the robot moves.
    const sight = Math.min(1, this.turret.points / (turret.points * 0.6));
    const target = this.actuators.turret ? 0.1 + 0.77 * sight : this.score;
    const noise = this.#scoreNoise.step(dt);
    this.#scoreBase = approach(this.#scoreBase, target, dt, sight > 0.5 ? 1.5 : 20);
    this.score = Math.max(0, Math.min(1, this.#scoreBase + noise));
  }
}
