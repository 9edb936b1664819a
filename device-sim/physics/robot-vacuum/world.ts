import type { Random } from '../../random.ts';
import type { Environment } from '../environment.ts';
import { FaultSet } from '../fault-set.ts';
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
  /** Cel. */
  boardTemperature: number;
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
  readonly #airCel: number;
  readonly #slip: Wander;
  readonly #scoreNoise: Wander;
  readonly faults: FaultSet<Causes>;
  /** Of the last step. */
  causes: Readonly<Causes> = healthyCauses();
  /** deg/s, as the gyroscope says. */
  gyro = 0;
  /** Cel, of the room. */
  readonly airCel: number;
  /** The pose that it believes in, beside the true one: after it was carried. */
  readonly shift = { x: 0, y: 0 };
  #liftedS = 0;

  constructor(options: {
    readonly parameters: VacuumParameters;
    readonly random: Random;
    readonly environment: Environment;
  }) {
    const { parameters, random, environment } = options;
    this.#p = parameters;
    this.faults = new FaultSet({ catalogue: vacuumFaults, healthy: healthyCauses, random });
    // A home follows the weather by half.
    this.airCel = this.#airCel = parameters.ambientCel + (environment.airC - 22) / 2;
    const inAir = { parameters, random, airCel: this.#airCel };
    this.power = new Power(inAir);
    this.turret = new Turret(options);
    this.fan = new Fan(inAir);
    this.mainBrush = new Brush({ parameters: parameters.mainBrush, random });
    this.sideBrush = new Brush({ parameters: parameters.sideBrush, random });
    this.left = new Wheel(options);
    this.right = new Wheel(options);
    this.place = new Surroundings({ parameters, random, floor: environment.floor });
    this.boardTemperature = parameters.board.idleCel + this.#airCel - parameters.ambientCel;
    this.#slip = new Wander({ random, deviation: 7, tauS: 2 });
    this.#scoreNoise = new Wander({ random, deviation: 0.03, tauS: 8 });
  }

  step(dt: number): void {
    this.seconds += dt;
    const { actuators: act, place } = this;
    const before = this.causes;
    const causes = this.faults.causes(this.seconds);
    this.causes = causes;
    if (causes.carried && !before.carried) this.#carry();
    if (!causes.carried) this.shift.x = this.shift.y = 0;
    this.#liftedS = Math.max(0, this.#liftedS - dt);
    this.lifted = this.#liftedS > 0;
    const carpet = place.onCarpet;
    const packV = this.power.voltage;
    this.turret.step({ dt, causes, commanded: act.turret });
    this.fan.step({ dt, duty: act.fanDuty, packV, causes });
    const { mainBrushDrag: drag, mainBrushOpen: open, mainBrushShort: short } = causes;
    this.mainBrush.step({ dt, on: act.brushes, carpet, drag, open, short });
    this.sideBrush.step({ dt, on: act.brushes, carpet, drag: causes.sideBrushHair * causes.sideBrushBearing });
    this.#wheels(dt, carpet);
    place.step({ dt, left: this.left.speed, right: this.right.speed, exploring: act.exploring, causes });
    this.power.step({ dt, causes, onDock: place.onDock, charging: act.charger, loadA: this.#load() });
    this.#slow(dt, carpet);
  }

  #wheels(dt: number, carpet: boolean): void {
    const { actuators: act, causes } = this;
    const pull = causes.casterFriction * (this.place.snagged ? 1.7 : 1);
    const left = { friction: causes.frictionLeft * pull, open: causes.openLeft, gain: causes.encoderLeft };
    const right = { friction: causes.frictionRight * pull, open: causes.openRight, gain: 1 };
    this.left.step({ dt, command: act.left, carpet, ...left });
    this.right.step({ dt, command: act.right, carpet, ...right });
  }

  /** Somebody lifts it and puts it down a metre or two away. */
  #carry(): void {
    if (this.place.onDock) return;
    this.#liftedS = 6;
    this.shift.x += 1.4;
    this.shift.y -= 0.9;
  }

  #load(): number {
    const motors = [this.turret, this.fan, this.mainBrush, this.sideBrush, this.left, this.right];
    return this.#p.board.currentA + motors.reduce((sum, motor) => sum + motor.current, 0);
  }

  #slow(dt: number, carpet: boolean): void {
    const { board, turret } = this.#p;
    const { causes, place } = this;
    const driving = this.actuators.left !== 0 || this.actuators.right !== 0;
    const forward = Math.abs(this.left.encoder + this.right.encoder) / 2;
    const wrong = place.snagged ? forward : (Math.abs(this.left.speed - this.left.encoder) / 2) * (forward > 0 ? 1 : 0);
    const slip = driving ? Math.abs((carpet ? 12 : 7) * causes.casterFriction + this.#slip.step(dt)) + wrong : 0;
    this.odometryResidual = approach(this.odometryResidual, slip, dt, 10);
    const working = driving ? board.workingCel : board.idleCel;
    const target = working + this.#airCel - this.#p.ambientCel + causes.boardHeatK;
    this.boardTemperature = approach(this.boardTemperature, target, dt, 240);
    this.wallDistance = place.wallDistance(dt, causes);
    this.reflectance = place.reflectance(dt, causes);
    // A map match needs points; without them the estimate decays while the robot moves.
    const sight = Math.min(1, this.turret.points / (turret.points * 0.6));
    const fit = Math.max(0, 0.77 - 0.7 * causes.mapMismatch - (causes.imuBroken ? 0.12 : 0));
    // Without scans nothing is compared: what was known last stays.
    const score = this.actuators.turret ? 0.1 + fit * sight : this.#scoreBase;
    const noise = this.#scoreNoise.step(dt);
    this.#scoreBase = approach(this.#scoreBase, score, dt, sight > 0.5 ? 1.5 : 20);
    this.score = Math.max(0, Math.min(1, this.#scoreBase + noise));
    const yaw = (place.yawRate * 180) / Math.PI;
    this.gyro = causes.imuBroken ? 40 * noise * 33 : yaw;
  }
}
