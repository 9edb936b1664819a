import type { ErrorSpec, Model } from '../models/model.ts';
import type { FaultOrder } from '../physics/fault-set.ts';
import type { Network } from '../physics/network.ts';
import { vacuumFaults } from '../physics/robot-vacuum/faults.ts';
import { readVacuumParameters, type VacuumParameters } from '../physics/robot-vacuum/parameters.ts';
import { VacuumWorld } from '../physics/robot-vacuum/world.ts';
import type { RunningOperation } from '../wire/executions.ts';
import type { CodeChange, FirmwareFacts } from '../wire/records.ts';
import { Boots } from './boots.ts';
import { type CodeMonitor, codeMonitor } from './code-monitor.ts';
import { CounterWindow } from './counter-window.ts';
import type { DeviceFirmware, FirmwareEvents, FirmwareOptions } from './device-firmware.ts';
import { Navigator } from './navigator.ts';
import { type Refused, startOperation } from './operations.ts';
import { readFrom, refuseUnmeasured, settledFirmware } from './platform-readings.ts';
import { type CodeView, vacuumConditions } from './vacuum-codes.ts';
import { vacuumOperations } from './vacuum-operations.ts';
import { vacuumReadings } from './vacuum-readings.ts';
import type { FinishReason, VacuumState, VacuumView } from './vacuum-state.ts';
import { VacuumTrackers } from './vacuum-trackers.ts';

const working: readonly VacuumState[] = ['cleaning', 'returning', 'docking'];

/** The robot vacuum's firmware: modes and schedule of the datasheet, from signals to commands and codes. */
export class VacuumFirmware implements DeviceFirmware, VacuumView, CodeView {
  readonly faults = vacuumFaults;
  readonly shown = ['battery.level'];
  readonly hands = ['clean', 'home'];
  readonly model: Model;
  readonly parameters: VacuumParameters;
  readonly world: VacuumWorld;
  readonly boots: Boots;
  readonly associations = new CounterWindow({ keepS: 600 });
  track = new VacuumTrackers();
  state: VacuumState = 'charging';
  finishReason: FinishReason = 'none';
  area = 0;
  dockCycles = 0;
  readonly usedS: number;
  cleanedS = 0;
  testingTurret = false;
  readonly #navigator: Navigator;
  readonly #monitor: CodeMonitor<CodeView>;
  #stateS = 0;
  #nextMissionS: number;
  #resumeAfterCharge = false;
  #missions = 0;
  #leavingS = 0;
  #approach: 'far' | 'last' = 'far';

  constructor(options: FirmwareOptions) {
    const { model, random } = options;
    this.model = model;
    refuseUnmeasured(model, vacuumReadings);
    this.parameters = readVacuumParameters(model.physics);
    this.world = new VacuumWorld({ parameters: this.parameters, random });
    this.#navigator = new Navigator({ world: this.world, parameters: this.parameters });
    this.#monitor = codeMonitor(model, vacuumConditions);
    const { start } = this.parameters;
    this.#nextMissionS = random.between(...start.firstMissionS);
    this.boots = new Boots({ count: Math.round(random.between(...start.reboots)) });
    this.usedS = Math.round(random.between(...start.usedS));
  }

  get network(): Network {
    return this.world.network;
  }
  get networkUp(): boolean {
    return this.network.hasAddress;
  }
  get heapFree(): number {
    return this.world.heapFree;
  }
  get heapNominal(): number {
    return this.parameters.board.heap;
  }
  get dockPresent(): boolean {
    return this.world.place.onDock;
  }
  get activeCodes(): readonly CodeChange[] {
    return this.#monitor.activeChanges;
  }
  get activeSpecs(): readonly ErrorSpec[] {
    return this.#monitor.active;
  }
  get failing(): boolean {
    return this.#monitor.failing;
  }
  get poweredOff(): boolean {
    return this.state === 'shutdown';
  }
  /** Mode of the datasheet, for nominal values. */
  get mode(): string {
    if (this.state !== 'cleaning') return this.state;
    return this.world.place.onCarpet ? 'cleaning_carpet' : 'cleaning_hard';
  }
  /** Seconds since the mode of work last changed, spin-up included. */
  get spinningUp(): boolean {
    return this.state === 'cleaning' && this.#stateS < this.parameters.turret.spinUpS;
  }

  readMetric(name: string): number | string | undefined {
    return readFrom(vacuumReadings, name, this);
  }

  firmwareFacts(): FirmwareFacts {
    return settledFirmware(this.model);
  }

  startOperation(name: string): RunningOperation | Refused {
    return startOperation({ table: vacuumOperations, model: this.model, name, subject: this });
  }

  /** One step of `dt` seconds; `at` is the device's wall clock, ms. */
  step(dt: number, at: number): FirmwareEvents {
    this.world.step(dt);
    this.boots.step(dt);
    this.associations.step(this.network.associations, dt);
    this.track.step(this.world, { dt, dockPresent: this.dockPresent });
    if (this.poweredOff) return { codes: [] };
    this.#stateS += dt;
    const codes = this.#monitor.step(this, dt, at);
    for (const change of codes) this.#react(change);
    this.#run(dt);
    this.#watchPower();
    return { codes };
  }

  /** The owner presses start. Resumes after an error. */
  startCleaning(at: number): FirmwareEvents {
    if (this.poweredOff || this.state === 'cleaning') return { codes: [] };
    const codes = this.#monitor.resume(at);
    this.#beginMission();
    return { codes };
  }

  /** The owner sends it home; a robot that is switched off is carried. */
  sendHome(at: number): FirmwareEvents {
    if (this.poweredOff) {
      this.world.place.place(0, 0);
      this.#boot();
      return { codes: [] };
    }
    if (this.dockPresent) return { codes: [] };
    const codes = this.#monitor.resume(at);
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
    return this.world.faults.inject(order, this.world.seconds);
  }

  repair(): void {
    this.world.faults.clear();
  }

  /** Power is back: counters but that of boots restart (datasheet, `boot`). */
  #boot(): void {
    this.boots.boot('power_on');
    this.track = new VacuumTrackers();
    this.dockCycles = 0;
    this.world.network.restart();
    this.#resumeAfterCharge = false;
    this.#enter('charging');
  }

  #react(change: CodeChange): void {
    if (change.code === 13) this.track.forgetCharging();
    const spec = this.model.errors.get(change.code);
    const stops = spec?.permanent === true || change.code === 8;
    if (change.raised && stops && (working.includes(this.state) || this.state === 'charging')) {
      if (this.state !== 'charging') this.finishReason = 'stopped_by_error';
      this.#enter('error');
    }
    if (!change.raised && this.state === 'error' && this.dockPresent && !this.failing) this.#enter('charging');
  }

  #enter(state: VacuumState): void {
    if (state === this.state) return;
    this.state = state;
    this.#stateS = 0;
    this.#approach = 'far';
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

  #run(dt: number): void {
    const { actuators: act } = this.world;
    const { cleaning, fan, turret, dock } = this.parameters;
    const active = working.includes(this.state);
    act.turret = active || this.testingTurret;
    act.brushes = this.state === 'cleaning' && this.#stateS >= turret.spinUpS;
    act.exploring = act.brushes && this.#leavingS <= 0;
    act.charger = this.dockPresent && ['charging', 'error'].includes(this.state);
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
        if (this.dockPresent) {
          this.#navigator.stop();
          return this.#enter('charging');
        }
        if (this.#approach === 'far' && this.#leavingS > 0) {
          this.#leavingS -= dt;
          return this.#navigator.driveOut();
        }
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

  #countDown(dt: number): void {
    if (this.#resumeAfterCharge) return;
    this.#nextMissionS -= dt;
    if (this.#nextMissionS <= 0 && this.world.power.level >= Math.min(60, this.parameters.cleaning.resumeLevel)) {
      this.#nextMissionS = this.parameters.cleaning.restS;
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
    this.track.redocked();
    this.#leavingS = (this.parameters.dock.driveOutM * 1000) / this.parameters.wheels.docking;
    this.#enter('docking');
    this.world.power.gapS = 0;
    this.#navigator.driveOut();
  }

  #watchPower(): void {
    const { power } = this.world;
    if (this.dockPresent || (power.level > 2 && power.voltage >= this.parameters.battery.cutOffV)) return;
    this.finishReason = 'power_off';
    this.#enter('shutdown');
    Object.assign(this.world.actuators, {
      turret: false,
      fanDuty: 0,
      brushes: false,
      charger: false,
      exploring: false,
    });
    this.#navigator.stop();
  }
}
