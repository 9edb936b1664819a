import type { ErrorSpec, Model } from '../models/model.ts';
import { cameraFaults } from '../physics/camera/faults.ts';
import { type CameraParameters, readCameraParameters } from '../physics/camera/parameters.ts';
import { CameraWorld } from '../physics/camera/world.ts';
import type { FaultOrder } from '../physics/fault-set.ts';
import type { Network } from '../physics/network.ts';
import type { RunningOperation } from '../wire/executions.ts';
import type { CodeChange, FirmwareFacts } from '../wire/records.ts';
import { type BootReason, Boots } from './boots.ts';
import { type CameraCodeView, cameraConditions } from './camera-codes.ts';
import { cameraOperations } from './camera-operations.ts';
import { cameraReadings } from './camera-readings.ts';
import type { IrSetting, TestOrder } from './camera-state.ts';
import { CameraTrackers } from './camera-trackers.ts';
import { type CodeMonitor, codeMonitor } from './code-monitor.ts';
import type { CounterWindow } from './counter-window.ts';
import type { DeviceFirmware, FirmwareEvents, FirmwareOptions } from './device-firmware.ts';
import { type Refused, startOperation } from './operations.ts';
import { readFrom, refuseUnmeasured, settledFirmware } from './platform-readings.ts';

const leastFpsShare = 0.25;

/** The camera's firmware: day and night, IR light and filter, heat and supply, from signals to commands and codes. */
export class CameraFirmware implements DeviceFirmware, CameraCodeView {
  readonly faults = cameraFaults;
  readonly shown = ['storage.used', 'supply.voltage'];
  readonly hands = ['dark', 'light'];
  readonly model: Model;
  readonly parameters: CameraParameters;
  readonly world: CameraWorld;
  readonly boots: Boots;
  night = false;
  toggles = 0;
  irSetting: IrSetting = 'automatic';
  test: TestOrder = {};
  track = new CameraTrackers();
  readonly #monitor: CodeMonitor<CameraCodeView>;
  /** Seconds for which the other of day and night has been due. */
  #dueS = 0;
  /** Seconds until the boot ends; undefined: it runs. */
  #bootingS: number | undefined;
  #bootReason: BootReason = 'power_on';

  constructor(options: FirmwareOptions) {
    const { model, random } = options;
    this.model = model;
    refuseUnmeasured(model, cameraReadings);
    this.parameters = readCameraParameters(model.physics);
    this.world = new CameraWorld({ parameters: this.parameters, random });
    this.boots = new Boots({ count: Math.round(random.between(...this.parameters.start.reboots)) });
    this.#monitor = codeMonitor(model, cameraConditions);
    this.#moveFilter('in');
  }

  get network(): Network {
    return this.world.network;
  }
  get associations(): CounterWindow {
    return this.track.associations;
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
  get throttled(): boolean {
    return this.world.actuators.fpsShare < 1;
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
    return this.#bootingS !== undefined;
  }
  /** Mode of the datasheet; `starting` while it boots. */
  get state(): string {
    if (this.poweredOff) return 'starting';
    if (!this.networkUp) return 'offline';
    return this.night ? 'night' : 'day';
  }

  lamp(linked: boolean): string {
    if (!this.networkUp) return 'amber_blinking';
    return linked ? 'green_steady' : 'green_blinking';
  }

  readMetric(name: string): number | string | undefined {
    return readFrom(cameraReadings, name, this);
  }

  firmwareFacts(): FirmwareFacts {
    return settledFirmware(this.model);
  }

  startOperation(name: string): RunningOperation | Refused {
    return startOperation({ table: cameraOperations, model: this.model, name, subject: this });
  }

  /** Draws or opens the curtains of its room. */
  use(hand: string): FirmwareEvents | undefined {
    if (!this.hands.includes(hand)) return undefined;
    this.world.light.curtains = hand === 'dark';
    return { codes: [] };
  }

  inject(order: FaultOrder): boolean {
    return this.world.faults.inject(order, this.world.seconds);
  }

  /** What was broken is exchanged; a new card is mounted. */
  repair(): void {
    this.world.faults.clear();
    this.world.card.mount();
  }

  step(dt: number, at: number): FirmwareEvents {
    this.world.step(dt, at);
    this.boots.step(dt);
    if (this.#bootingS !== undefined) {
      this.#bootingS -= dt;
      if (this.#bootingS <= 0) this.#boot();
      return { codes: [] };
    }
    this.track.step(this, dt);
    const codes = this.#monitor.step(this, dt, at);
    this.#dayOrNight(dt);
    this.#command();
    this.#watchSupplyAndHeat();
    return { codes };
  }

  /** The datasheet's `schedule`: what is left after the own IR light decides whether it is day again. */
  #dayOrNight(dt: number): void {
    const { nightBelow, dayAbove, forS } = this.parameters.dayNight;
    const { sensor, actuators } = this.world;
    const own = actuators.irLight ? this.parameters.sensor.irLuma : 0;
    const due = this.night ? sensor.potential - own > dayAbove : sensor.luma < nightBelow;
    // A test that takes the filter or the light says nothing about the day.
    const testing = this.test.filter !== undefined || this.test.irLight !== undefined;
    this.#dueS = due && !testing ? this.#dueS + dt : 0;
    if (this.#dueS < forS) return;
    this.#dueS = 0;
    this.night = !this.night;
    this.toggles += 1;
  }

  #command(): void {
    const { actuators, filter, temperature } = this.world;
    const wanted = this.test.filter ?? (this.night ? 'out' : 'in');
    if (wanted !== filter.commanded) this.#moveFilter(wanted);
    const automatic = this.irSetting === 'automatic' ? this.night : this.irSetting === 'on';
    actuators.irLight = this.test.irLight ?? automatic;
    actuators.recording = this.test.recording ?? true;
    const { throttleCel, fpsPerK } = this.parameters.heat;
    const share = 1 - fpsPerK * Math.max(0, temperature - throttleCel);
    actuators.fpsShare = Math.max(leastFpsShare, Math.min(1, share));
  }

  #moveFilter(to: 'in' | 'out'): void {
    this.world.filter.drive(to, this.world.supplyVoltage);
  }

  #watchSupplyAndHeat(): void {
    const { supply, heat } = this.parameters;
    if (this.world.supplyVoltage < supply.resetV) this.#reset('brown_out');
    else if (this.world.temperature > heat.restartCel) this.#reset('over_temperature');
  }

  #reset(reason: BootReason): void {
    this.#bootReason = reason;
    this.#bootingS = this.parameters.bootS;
    Object.assign(this.world.actuators, { on: false, irLight: false, recording: false });
  }

  /** Counters but that of boots restart; it begins by day, until its picture says otherwise. */
  #boot(): void {
    this.#bootingS = undefined;
    this.boots.boot(this.#bootReason);
    this.world.restart();
    this.world.actuators.on = true;
    this.night = false;
    this.toggles = 0;
    this.test = {};
    this.track = new CameraTrackers();
    this.#dueS = 0;
    this.#moveFilter('in');
  }
}
