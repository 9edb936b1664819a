import type { Model } from '../models/model.ts';
import { plainHome } from '../physics/environment.ts';
import type { FaultOrder } from '../physics/fault-set.ts';
import { Platform, readPlatformParameters } from '../physics/platform/platform.ts';
import { healthyCauses, vacuumFaults } from '../physics/robot-vacuum/faults.ts';
import { readVacuumParameters, type VacuumParameters } from '../physics/robot-vacuum/parameters.ts';
import { VacuumWorld } from '../physics/robot-vacuum/world.ts';
import { type Random, seededRandom } from '../random.ts';
import type { RunningOperation } from '../wire/executions.ts';
import type { CodeChange } from '../wire/records.ts';
import { type CodeMonitor, codeMonitor } from './code-monitor.ts';
import type { DeviceFirmware, Examination, FirmwareEvents, FirmwareOptions } from './device-firmware.ts';
import { examine } from './examination.ts';
import { Navigator } from './navigator.ts';
import { type OperationTable, type Refused, startOperation } from './operations.ts';
import { PlatformFirmware } from './platform/platform-firmware.ts';
import { readFrom, refuseUnmeasured } from './platform/readings.ts';
import { vacuumActions } from './vacuum-actions.ts';
import { type CodeView, vacuumConditions } from './vacuum-codes.ts';
import { VacuumHousehold } from './vacuum-household.ts';
import { vacuumObservations } from './vacuum-observations.ts';
import { vacuumOperations } from './vacuum-operations.ts';
import { vacuumReadings } from './vacuum-readings.ts';
import { type FinishReason, finishOf, stops, type VacuumState, type VacuumView, working } from './vacuum-state.ts';
import { VacuumTrackers } from './vacuum-trackers.ts';
import { vacuumTests } from './vacuum-tests.ts';

/** The pack may sag so long below its cut-off before it is switched off. */
const cutOffS = 2;
/** V at the pads that wake a robot which is off. */
const wakeV = 15;
/** After so long without a place on the map it stands still. */
const lostForS = 75;
/** An approach to a dock without beacon ends after so long. */
const seekS = 12;

/** The robot vacuum's firmware: modes and schedule of the datasheet, from signals to commands and codes. */
export class VacuumFirmware extends PlatformFirmware<CodeView> implements DeviceFirmware, VacuumView, CodeView {
  readonly faults = vacuumFaults;
  readonly shown = ['battery.level'];
  readonly hands = ['clean', 'home'];
  readonly model: Model;
  readonly parameters: VacuumParameters;
  readonly world: VacuumWorld;
  readonly platform: Platform;
  track = new VacuumTrackers();
  state: VacuumState = 'charging';
  finishReason: FinishReason = 'none';
  area = 0;
  dockCycles = 0;
  readonly usedS: number;
  cleanedS = 0;
  cutOff = false;
  missedDocks = 0;
  saidLast = 'nothing';
  readonly #navigator: Navigator;
  protected readonly monitor: CodeMonitor<CodeView>;
  readonly #operations: OperationTable<VacuumView>;
  readonly #household = new VacuumHousehold();
  readonly #restS: number;
  #lowS = 0;
  #stateS = 0;
  #nextMissionS: number;
  #resumeAfterCharge = false;
  #missions = 0;
  #leavingS = 0;
  #redocking = false;

  constructor(options: FirmwareOptions) {
    super();
    const { model, random, environment, version } = options;
    this.model = model;
    refuseUnmeasured(model, vacuumReadings);
    this.parameters = readVacuumParameters(model.physics);
    this.world = new VacuumWorld({ parameters: this.parameters, random, environment: environment ?? plainHome });
    this.platform = new Platform({
      model,
      parameters: readPlatformParameters(model.physics),
      random,
      batteries: true,
      ...(environment && { environment }),
      ...(version !== undefined && { version }),
    });
    this.#navigator = new Navigator({ world: this.world, parameters: this.parameters });
    this.monitor = codeMonitor(model, vacuumConditions);
    const { start, cleaning } = this.parameters;
    // A home that is lived in lets it clean at its own times; the demonstration begins at once.
    this.#restS = environment ? cleaning.restS / Math.max(0.1, environment.use) : cleaning.restS;
    this.#nextMissionS = environment
      ? random.between(60, 300 + 2400 * (1 - environment.use))
      : random.between(...start.firstMissionS);
    this.#operations = vacuumOperations(seededRandom(random.next(), 'operations'));
    this.usedS = Math.round(random.between(...start.usedS));
  }

  /** Wheels, turret and brushes want short steps. */
  get longestStepS(): number {
    return working.includes(this.state) || this.world.actuators.turret ? 0.2 : 1;
  }
  get dockPresent(): boolean {
    return this.world.place.onDock;
  }
  /** Mode of the datasheet, for nominal values. */
  get mode(): string {
    if (this.state !== 'cleaning') return this.state;
    return this.world.place.onCarpet ? 'cleaning_carpet' : 'cleaning_hard';
  }
  get spinningUp(): boolean {
    return this.state === 'cleaning' && this.#stateS < this.parameters.turret.spinUpS;
  }

  readMetric(name: string): number | string | undefined {
    return readFrom(vacuumReadings, name, this);
  }

  examine(random: Random): Examination {
    return examine({
      view: this,
      tests: vacuumTests,
      observations: vacuumObservations,
      actions: vacuumActions,
      causes: this.world.faults.latent(this.world.seconds),
      healthy: healthyCauses,
      random,
    });
  }

  startOperation(name: string): RunningOperation | Refused {
    return startOperation({ table: this.#operations, model: this.model, name, subject: this });
  }

  /** One step of `dt` seconds; `at` is the right time, ms. */
  step(dt: number, at: number): FirmwareEvents {
    this.world.step(dt);
    const { platform, world } = this;
    const restful = this.dockPresent && !working.includes(this.state) && world.power.level > 30;
    const phase = platform.step({ dt, at, causes: world.causes, restful });
    this.track.step(world, { dt, dockPresent: this.dockPresent });
    if (phase === 'down') {
      this.#still();
      if (this.state === 'shutdown' && this.dockPresent && world.power.dockVoltage > wakeV) platform.switchOn();
      return { codes: [] };
    }
    if (phase === 'booted') this.#booted();
    this.#stateS += dt;
    const codes = this.monitor.step(this, dt, at);
    for (const change of codes) this.#react(change, at);
    this.#run(dt);
    this.#watchPower(dt);
    return { codes };
  }

  /** The owner presses start. Resumes after an error. */
  startCleaning(at: number): FirmwareEvents {
    if (this.poweredOff || this.state === 'cleaning') return { codes: [] };
    const codes = this.monitor.resume(at);
    this.#beginMission();
    return { codes };
  }

  /** The owner sends it home; a robot that is switched off is carried. */
  sendHome(at: number): FirmwareEvents {
    if (this.state === 'shutdown') {
      this.world.place.place(0, 0);
      return { codes: [] };
    }
    if (this.poweredOff || this.dockPresent) return { codes: [] };
    const codes = this.monitor.resume(at);
    this.finishReason = 'stopped_by_owner';
    this.#enter('returning');
    return { codes };
  }

  use(hand: string, at: number): FirmwareEvents | undefined {
    if (hand === 'clean') return this.startCleaning(at);
    return hand === 'home' ? this.sendHome(at) : undefined;
  }

  lamp(linked: boolean): string {
    if (this.failing) return 'red_steady';
    if (!linked) return 'blue_blinking';
    return this.state === 'charging' ? 'white_breathing' : 'white_steady';
  }

  inject(order: FaultOrder): boolean {
    const known = this.world.faults.inject(order, this.world.seconds);
    // What a pack that is old already has taught its gauge.
    if (known && order.afterS <= 0) this.world.power.settle(this.world.faults.latent(this.world.seconds));
    return known;
  }

  repair(): void {
    this.world.faults.clear();
  }

  attend(options: { readonly dt: number; readonly at: number; readonly random: Random }): FirmwareEvents {
    return this.#household.step(this, options);
  }

  /** The owner carries it home, or frees it and starts it again; what somebody does who is there. */
  carryHome(at: number): FirmwareEvents {
    const codes = this.poweredOff ? [] : this.monitor.resume(at);
    this.world.place.place(0, 0);
    if (!this.poweredOff) this.#enter('charging');
    return { codes };
  }

  /** Counters but that of boots restart (datasheet, `boot`). */
  #booted(): void {
    this.track = new VacuumTrackers();
    this.dockCycles = 0;
    this.#resumeAfterCharge = false;
    this.missedDocks = 0;
    this.#stateS = 0;
    this.state = this.dockPresent ? 'charging' : 'paused';
  }

  #still(): void {
    Object.assign(this.world.actuators, { turret: false, fanDuty: 0, brushes: false, exploring: false });
    this.world.actuators.charger = this.dockPresent;
    this.#navigator.stop();
  }

  #react(change: CodeChange, at: number): void {
    const spec = this.model.errors.get(change.code);
    if (change.raised) this.platform.note(at, `code ${change.code}`);
    if (change.raised && spec && spec.level !== 'info') this.saidLast = spec.words.en;
    if (change.code === 4 && !change.raised) this.track.forgetCliffs();
    if (change.code === 13) this.track.forgetCharging();
    if (change.code === 21 && change.raised) this.cutOff = false;
    if (change.code === 17) this.missedDocks = 0;
    const next = spec?.permanent === true && change.code < 60 && change.code !== 21 ? 'error' : stops[change.code];
    if (change.raised && next && (working.includes(this.state) || (this.state === 'charging' && next === 'error'))) {
      if (this.state !== 'charging') this.finishReason = finishOf[change.code] ?? 'stopped_by_error';
      this.#enter(next);
    }
    if (change.raised || this.failing) return;
    if (this.state === 'error' && this.dockPresent) this.#enter('charging');
    // The floor is there again: it goes on by itself.
    if (this.state === 'paused' && change.code === 4) this.#resume();
  }

  #enter(state: VacuumState): void {
    if (state === this.state) return;
    this.state = state;
    this.#stateS = 0;
  }

  #beginMission(): void {
    this.area = this.#resumeAfterCharge ? this.area : 0;
    this.#resumeAfterCharge = false;
    this.finishReason = 'none';
    this.#missions += 1;
    this.#leavingS = this.dockPresent ? 4 : 0;
    this.#navigator.startLanes();
    this.#enter('cleaning');
  }

  #resume(): void {
    this.finishReason = 'none';
    this.#navigator.startLanes();
    this.#enter('cleaning');
  }

  #run(dt: number): void {
    const { actuators: act } = this.world;
    const { cleaning, fan, turret, dock } = this.parameters;
    const { updater } = this.platform;
    if (updater.busy !== (this.state === 'updating')) this.#enter(updater.busy ? 'updating' : 'charging');
    act.turret = working.includes(this.state);
    act.brushes = this.state === 'cleaning' && this.#stateS >= turret.spinUpS;
    act.exploring = act.brushes && this.#leavingS <= 0;
    act.charger = this.dockPresent && ['charging', 'error', 'updating', 'paused'].includes(this.state);
    const carpet = this.world.place.onCarpet;
    if (this.state === 'cleaning' && act.brushes) act.fanDuty = carpet ? fan.dutyCarpet : fan.dutyHard;
    else act.fanDuty = this.state === 'returning' ? fan.dutyReturning : 0;
    switch (this.state) {
      case 'cleaning':
        if (!act.brushes) return this.#navigator.stop();
        this.cleanedS += dt;
        if (this.#leavingS > 0) {
          this.#leavingS -= dt;
          return this.#navigator.driveOut();
        }
        if (this.track.lostS > lostForS) return this.#giveUp();
        this.#navigator.clean(dt);
        this.area += (cleaning.m2PerMin * dt) / 60;
        if (this.area >= cleaning.areaM2) this.#finish('completed');
        else if (this.world.power.level < cleaning.lowLevel) this.#finish('recharge');
        return;
      case 'returning':
        if (this.#stateS < turret.spinUpS && this.world.turret.speed < turret.speed / 2) return this.#navigator.stop();
        if (this.#navigator.approachDock()) this.#enter('docking');
        return;
      case 'docking':
        if (this.#leavingS > 0) {
          this.#leavingS -= dt;
          return this.#navigator.driveOut();
        }
        if (this.dockPresent) {
          this.#navigator.stop();
          if (this.#redocking) this.track.redocked();
          this.#redocking = false;
          return this.#enter('charging');
        }
        if (!this.#beaconSeen()) return this.#seek();
        this.missedDocks = 0;
        return this.#navigator.reverseOntoDock();
      case 'charging':
        this.#navigator.stop();
        if (this.world.power.gapS > dock.redockGapS) return this.#redock();
        if (this.#resumeAfterCharge && this.world.power.level >= cleaning.resumeLevel) return this.#beginMission();
        if (this.world.power.level >= 99.9) this.#enter('docked');
        // The first mission comes early; later ones wait for a full battery.
        return this.#missions === 0 ? this.#countDown(dt) : undefined;
      case 'docked':
        this.#navigator.stop();
        if (this.world.power.level < 95) this.#enter('charging');
        return this.#countDown(dt);
      default:
        this.#navigator.stop();
    }
  }

  #giveUp(): void {
    this.finishReason = 'locate_failed';
    this.#enter('paused');
    this.#navigator.stop();
  }

  #countDown(dt: number): void {
    if (this.#resumeAfterCharge) return;
    this.#nextMissionS -= dt;
    if (this.#nextMissionS <= 0 && this.world.power.level >= Math.min(60, this.parameters.cleaning.resumeLevel)) {
      this.#nextMissionS = this.#restS;
      this.#beginMission();
    }
  }

  #finish(reason: FinishReason): void {
    this.finishReason = reason;
    this.#resumeAfterCharge = reason === 'recharge';
    this.#enter('returning');
  }

  /** A contact gap while charging: drives out 0.3 m and docks again. */
  #redock(): void {
    this.dockCycles += 1;
    this.#redocking = true;
    this.#leavingS = (this.parameters.dock.driveOutM * 1000) / this.parameters.wheels.docking;
    this.#enter('docking');
    this.world.power.gapS = 0;
    this.#navigator.driveOut();
  }

  /** The infrared beacon of a dock with a supply, where the robot believes it to be. */
  #beaconSeen(): boolean {
    const { power, score, causes } = this.world;
    return power.dockLit && (score > 0.35 || causes.mapMismatch < 0.5);
  }

  #seek(): void {
    this.#navigator.stop();
    if (this.#stateS < seekS) return;
    this.missedDocks += 1;
    this.#stateS = 0;
  }

  #watchPower(dt: number): void {
    const { power } = this.world;
    const sagging = !this.dockPresent && power.voltage < this.parameters.battery.cutOffV;
    this.#lowS = sagging ? this.#lowS + dt : 0;
    const suddenly = this.#lowS >= cutOffS;
    if (this.dockPresent || (power.level > 2 && !suddenly)) return;
    this.cutOff ||= suddenly;
    // The gauge is anchored at the cut-off.
    power.level = Math.min(power.level, 2);
    this.finishReason = 'power_off';
    this.#enter('shutdown');
    this.platform.switchOff();
    this.#still();
  }
}
