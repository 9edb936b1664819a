import type { Model } from '../models/model.ts';
import { cameraFaults } from '../physics/camera/faults.ts';
import { type CameraParameters, readCameraParameters } from '../physics/camera/parameters.ts';
import { CameraWorld } from '../physics/camera/world.ts';
import type { FaultOrder } from '../physics/fault-set.ts';
import { Platform, readPlatformParameters } from '../physics/platform/platform.ts';
import { type Random, seededRandom } from '../random.ts';
import type { RunningOperation } from '../wire/executions.ts';
import { type CameraCodeView, cameraConditions } from './camera-codes.ts';
import { examineCamera } from './camera-examination.ts';
import { cameraOperations } from './camera-operations.ts';
import { cameraReadings } from './camera-readings.ts';
import type { CameraView, IrSetting, TestOrder } from './camera-state.ts';
import { CameraTrackers } from './camera-trackers.ts';
import { type CodeMonitor, codeMonitor } from './code-monitor.ts';
import type { DeviceFirmware, Examination, FirmwareEvents, FirmwareOptions } from './device-firmware.ts';
import { type OperationTable, type Refused, startOperation } from './operations.ts';
import { PlatformFirmware } from './platform/platform-firmware.ts';
import { readFrom, refuseUnmeasured } from './platform/readings.ts';

const leastFpsShare = 0.25;
const updating = ['installing', 'rebooting', 'confirming'];

/** The camera's firmware: day and night, IR light and filter, heat and supply, from signals to commands and codes. */
export class CameraFirmware extends PlatformFirmware<CameraCodeView> implements DeviceFirmware, CameraCodeView {
  readonly faults = cameraFaults;
  readonly shown = ['storage.used', 'supply.voltage'];
  readonly hands = ['dark', 'light'];
  readonly model: Model;
  readonly parameters: CameraParameters;
  readonly world: CameraWorld;
  readonly platform: Platform;
  readonly longestStepS = 1;
  night = false;
  toggles = 0;
  irSetting: IrSetting = 'automatic';
  test: TestOrder = {};
  track = new CameraTrackers();
  protected readonly monitor: CodeMonitor<CameraCodeView>;
  /** Seconds for which the other of day and night has been due. */
  #dueS = 0;
  readonly #operations: OperationTable<CameraView>;
  /** Its home has hours of its own. */
  readonly #elsewhere: boolean;
  #missedCard = false;

  constructor(options: FirmwareOptions) {
    super();
    const { model, random, environment } = options;
    this.model = model;
    this.#elsewhere = environment !== undefined;
    refuseUnmeasured(model, cameraReadings);
    this.parameters = readCameraParameters(model.physics);
    this.world = new CameraWorld({ parameters: this.parameters, random, ...(environment && { environment }) });
    this.platform = new Platform({
      model,
      parameters: readPlatformParameters(model.physics),
      random,
      ...(environment && { environment }),
      ...(options.version !== undefined && { version: options.version }),
    });
    this.monitor = codeMonitor(model, cameraConditions);
    this.#operations = cameraOperations(seededRandom(random.next(), 'operations'));
    this.#moveFilter('in');
  }

  get throttled(): boolean {
    return this.world.actuators.fpsShare < 1;
  }
  /** Mode of the datasheet; `starting` while it boots. */
  get state(): string {
    if (this.poweredOff) return 'starting';
    if (updating.includes(this.platform.updater.state)) return 'updating';
    if (!this.networkUp) return 'offline';
    return this.night ? 'night' : 'day';
  }

  lamp(linked: boolean): string {
    if (!this.networkUp) return 'amber_blinking';
    return linked && this.platform.cloud.cloud !== 'fail' ? 'green_steady' : 'green_blinking';
  }

  readMetric(name: string): number | string | undefined {
    return readFrom(cameraReadings, name, this);
  }

  startOperation(name: string): RunningOperation | Refused {
    return startOperation({ table: this.#operations, model: this.model, name, subject: this });
  }

  examine(random: Random): Examination {
    return examineCamera(this, random);
  }

  /** Draws or opens the curtains of its room. */
  use(hand: string): FirmwareEvents | undefined {
    if (!this.hands.includes(hand)) return undefined;
    this.world.light.curtains = hand === 'dark';
    return { codes: [] };
  }

  inject(order: FaultOrder): boolean {
    return this.world.inject(order, this.platform.hour);
  }

  /** What was broken is exchanged; a new card is mounted. */
  repair(): void {
    this.world.faults.clear();
    this.world.card.mount();
  }

  step(dt: number, at: number): FirmwareEvents {
    const { world, platform } = this;
    world.step(dt, this.#hour(at), platform.network);
    const phase = platform.step({ dt, at, causes: world.causes });
    if (phase === 'down') {
      Object.assign(world.actuators, { on: false, irLight: false, recording: false });
      return { codes: [] };
    }
    if (phase === 'booted') this.#booted();
    this.#restartForCard();
    this.track.step(this, dt);
    const codes = this.monitor.step(this, dt, at);
    for (const { code, raised } of codes) platform.note(at, `code ${code} ${raised ? 'raised' : 'cleared'}`);
    this.#dayOrNight(dt);
    this.#command();
    this.#watchSupplyAndHeat();
    return { codes };
  }

  /** Of its home: the environment's, or that of the wall clock. */
  #hour(at: number): number {
    if (this.#elsewhere) return this.platform.hour;
    return (at / 3_600_000 + this.parameters.place.utcOffsetH) % 24;
  }

  /** A slow card shows at a warm start only: its owner has just restarted the camera. */
  #restartForCard(): void {
    const slow = this.world.causes.cardSlow > 0;
    if (slow && !this.#missedCard) this.platform.reset('software_reset');
    this.#missedCard = slow;
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
    if (this.world.supplyVoltage < supply.resetV) this.platform.reset('brown_out');
    else if (this.world.temperature > heat.restartCel) this.platform.reset('over_temperature');
  }

  /** Counters but that of boots restart; it begins by day, until its picture says otherwise. */
  #booted(): void {
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
