import type { Model } from '../models/model.ts';
import type { FaultOrder } from '../physics/fault-set.ts';
import { type ChildId, childIds, type PlugId, plugIds } from '../physics/hub/children.ts';
import { hubFaults } from '../physics/hub/faults.ts';
import { type HubParameters, readHubParameters } from '../physics/hub/parameters.ts';
import { HubWorld } from '../physics/hub/world.ts';
import { Platform, readPlatformParameters } from '../physics/platform/platform.ts';
import type { Random } from '../random.ts';
import type { RunningOperation } from '../wire/executions.ts';
import { type CodeMonitor, codeMonitor } from './code-monitor.ts';
import type { DeviceFirmware, Examination, FirmwareEvents, FirmwareOptions } from './device-firmware.ts';
import { hubConditions } from './hub-codes.ts';
import { examineHub } from './hub-examination.ts';
import { hubOperations } from './hub-operations.ts';
import { hubReadings } from './hub-readings.ts';
import type { HubView } from './hub-state.ts';
import { HubTrackers, type HubTrackerLimits } from './hub-trackers.ts';
import { type OperationTable, type Refused, startOperation } from './operations.ts';
import { PlatformFirmware } from './platform/platform-firmware.ts';
import { readFrom, refuseUnmeasured } from './platform/readings.ts';

/** From a new session with the broker until what it kept has arrived, s. */
const retainedAfterS = 3;

/** The hub's firmware: its radio, its children as it hears them, its settings, from signals to codes. */
export class HubFirmware extends PlatformFirmware<HubView> implements DeviceFirmware, HubView {
  readonly faults = hubFaults;
  readonly shown = plugIds.map((id) => `power.active{${id}}`);
  /** The buttons of the plugs. */
  readonly hands: readonly string[] = plugIds;
  readonly longestStepS = 1;
  readonly model: Model;
  readonly parameters: HubParameters;
  readonly platform: Platform;
  readonly world: HubWorld;
  track: HubTrackers;
  readonly #limits: HubTrackerLimits;
  protected readonly monitor: CodeMonitor<HubView>;
  readonly #operations: OperationTable<HubView>;
  readonly #childOf: ReadonlyMap<string, ChildId | undefined>;
  #hadAddress = true;
  /** Seconds until the broker's kept commands arrive; undefined: they have. */
  #replayInS: number | undefined;

  constructor(options: FirmwareOptions) {
    super();
    const { model, random } = options;
    this.model = model;
    refuseUnmeasured(model, hubReadings);
    this.parameters = readHubParameters(model.physics);
    this.platform = new Platform({ ...options, parameters: readPlatformParameters(model.physics) });
    const environment = options.environment ?? this.platform.environment;
    this.world = new HubWorld({ parameters: this.parameters, environment, random });
    this.#limits = readLimits(model);
    this.track = new HubTrackers({ limits: this.#limits, world: this.world });
    this.monitor = codeMonitor(model, hubConditions);
    this.#operations = hubOperations(random);
    this.#childOf = new Map(model.metrics.map(({ name }) => [name, childIds.find((id) => name.endsWith(`{${id}}`))]));
  }

  /** Mode of the datasheet; `starting` while it boots. */
  get state(): string {
    if (this.poweredOff) return 'starting';
    if (['installing', 'rebooting', 'confirming'].includes(this.platform.updater.state)) return 'updating';
    if (!this.world.coordinator.online) return 'radio_down';
    return this.world.update.running ? 'child_updating' : 'normal';
  }

  lamp(linked: boolean): string {
    if (this.failing) return 'red_steady';
    if (!this.networkUp) return 'amber_blinking';
    return linked ? 'white_steady' : 'white_blinking';
  }

  topicOf(plug: PlugId): string {
    return `home/${plug}/set`;
  }

  readMetric(name: string): number | string | undefined {
    return readFrom(hubReadings, name, this);
  }

  messages(metric: string): number {
    const id = this.#childOf.get(metric);
    return id === undefined ? 0 : this.world.mesh.heard(id).messages;
  }

  startOperation(name: string): RunningOperation | Refused {
    return startOperation({ table: this.#operations, model: this.model, name, subject: this });
  }

  examine(random: Random): Examination {
    return examineHub(this, random);
  }

  /** Presses the button on a plug. */
  use(hand: string): FirmwareEvents | undefined {
    const plug = plugIds.find((id) => id === hand);
    if (!plug) return undefined;
    this.world.press(plug);
    return { codes: [] };
  }

  inject(order: FaultOrder): boolean {
    return this.world.inject(order);
  }

  repair(): void {
    this.world.repair();
  }

  step(dt: number, at: number): FirmwareEvents {
    const { platform, world } = this;
    world.step(dt, { running: platform.running, wifi: platform.network });
    const phase = platform.step({ dt, at, causes: world.causes });
    if (phase === 'booted') this.#booted();
    if (phase === 'down') {
      this.#hadAddress = false;
      return { codes: [] };
    }
    this.track.step(world, dt);
    const codes = this.monitor.step(this, dt, at);
    for (const { code, raised } of codes) platform.note(at, `code ${code} ${raised ? 'raised' : 'cleared'}`);
    this.#watchBroker(dt);
    this.#watchSupply();
    this.#watchInterface();
    return { codes };
  }

  #booted(): void {
    this.world.restart();
    this.world.household.clientlessS = 0;
    this.track = new HubTrackers({ limits: this.#limits, world: this.world });
  }

  /** With each new session the home's broker hands out what was sent to stay. */
  #watchBroker(dt: number): void {
    const { hasAddress } = this.platform.network;
    if (hasAddress && !this.#hadAddress) this.#replayInS = retainedAfterS;
    this.#hadAddress = hasAddress;
    if (this.#replayInS === undefined || !this.world.coordinator.online) return;
    this.#replayInS -= dt;
    if (this.#replayInS > 0) return;
    this.#replayInS = undefined;
    this.world.replayRetained();
  }

  #watchSupply(): void {
    if (this.world.supply.voltage < this.parameters.supply.resetV) {
      this.world.supply.reset();
      this.platform.reset('brown_out');
    }
  }

  /** The setting api_idle_restart: no client for 900 s, counted from the start of the boot. */
  #watchInterface(): void {
    const { causes, household } = this.world;
    const waited = household.clientlessS + this.platform.parameters.bootS;
    if (causes.apiIdleRestart && waited >= this.parameters.apiIdleRestartS) this.platform.reset('software_reset');
  }
}

function readLimits(model: Model): HubTrackerLimits {
  const of = (code: number, name: string): number => model.errors.get(code)?.limits?.number(name) ?? Infinity;
  return {
    mismatchW: of(8, 'power'),
    mismatchReports: of(8, 'reports'),
    quietW: of(8, 'clear_power'),
    quietS: of(8, 'clear_s'),
    lowLevel: of(6, 'level'),
    lowReports: of(6, 'reports'),
    fullLevel: of(6, 'clear_level'),
  };
}
