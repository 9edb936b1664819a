import { type BootReason, Boots } from '../../firmware/boots.ts';
import { CounterWindow } from '../../firmware/counter-window.ts';
import type { Fields } from '../../fields.ts';
import type { Model } from '../../models/model.ts';
import type { Random } from '../../random.ts';
import { type Environment, plainHome } from '../environment.ts';
import { Network, type NetworkParameters, readNetworkParameters } from '../network.ts';
import { Wander } from '../wander.ts';
import { healthyPlatformCauses, type PlatformCauses } from './causes.ts';
import { CloudClient } from './cloud-client.ts';
import { DeviceClock } from './device-clock.ts';
import { SupportLink } from './support-link.ts';
import { Updater } from './updater.ts';

/*
 * What all models share: radio and home network, clock, cloud, support link, updates, boots, memory.
 *
 * A class plugs it in so (see vacuum-firmware.ts):
 * 1. causes: `interface Causes extends PlatformCauses`, `healthyCauses = () => ({...healthyPlatformCauses(), ...})`, and
 *    `faults = {...platformFaults, ...}` (physics/platform/causes.ts). Own faults set platform causes where the cause is there:
 *    dropsPerHour, dipsPerHour, restartEveryS, restartAtHour, takeoversPerHour, addressConflict, addressShift, clientIsolation,
 *    heapLeak, hangsPerHour, accountRefused.
 * 2. `new Platform({ model, parameters: readPlatformParameters(model.physics), random, environment, version, batteries })`; the class's
 *    view extends PlatformView (firmware/platform/readings.ts). The world's own `network.step` goes: the platform steps it.
 * 3. each step, after the world's: `platform.step({ dt, at, causes, restful })` says 'down' (switch everything off, return no codes),
 *    'booted' (the class's own counters start anew) or 'running'. Its own resets: `platform.reset('brown_out')`.
 * 4. spread `platformReadings`, `platformConditions` (codes 60-78, limits included), `platformTests`, `platformObservations` and
 *    `platformActions` (all in firmware/platform/) into the class's tables; `examine` and `asOperations` (firmware/examination.ts)
 *    make the class's `examine()` and operations of them.
 */

export interface PlatformParameters {
  readonly network: NetworkParameters;
  /** By, free when nothing leaks. */
  readonly heap: number;
  readonly reboots: readonly [number, number];
  readonly bootS: number;
  /** By of flash that are free. */
  readonly flash: number;
}

/** From the sections `network`, `board.heap_By`, `start.reboots` and, optional, `boot_s` of a model's physics. */
export function readPlatformParameters(physics: Fields): PlatformParameters {
  return {
    network: readNetworkParameters(physics.at('network')),
    heap: physics.at('board').positive('heap_By'),
    reboots: physics.at('start').pair('reboots'),
    bootS: physics.has('boot_s') ? physics.positive('boot_s') : 25,
    flash: 38_000_000,
  };
}

export interface JournalEntry {
  /** Right time, ms. */
  readonly at: number;
  readonly text: string;
}

/** down: off, or between a reset and the end of the boot. booted: this step. */
export type PlatformPhase = 'down' | 'booted' | 'running';

const watchdogS = 30;
/** Below this share of its memory a task dies. */
const leastHeap = 0.025;
const worstBadBlocks = 2;
/** A cut of the supply that empties the clock's supercapacitor, too. */
const longCutS = 330;

export class Platform {
  readonly model: Model;
  readonly environment: Environment;
  readonly parameters: PlatformParameters;
  readonly network: Network;
  readonly boots: Boots;
  readonly clock: DeviceClock;
  readonly cloud: CloudClient;
  readonly link: SupportLink;
  readonly updater: Updater;
  /** Associations, over time. */
  readonly associations = new CounterWindow({ keepS: 600 });
  /** By. */
  heapFree: number;
  /** Boots and failed associations of the last 24 h; the class's codes are added by `note`. */
  journal: readonly JournalEntry[] = [];
  /** Since it was made; never starts anew. */
  seconds = 0;
  /** Of the last step. */
  causes: PlatformCauses = healthyPlatformCauses();
  readonly #random: Random;
  readonly #heapNoise: Wander;
  readonly #batteries: boolean;
  #leaked = 0;
  /** Seconds until the boot ends; undefined: it runs. */
  #bootingS: number | undefined;
  #reason: BootReason = 'power_on';
  #switchedOff = false;
  #failuresNoted = 0;
  #restartedDay: number | undefined;

  constructor(options: {
    readonly model: Model;
    readonly parameters: PlatformParameters;
    readonly random: Random;
    readonly environment?: Environment;
    /** Firmware that runs at the start; default: the newest. */
    readonly version?: string;
    /** It runs on without mains. */
    readonly batteries?: boolean;
  }) {
    const { model, parameters, random, environment } = options;
    this.model = model;
    this.parameters = parameters;
    this.environment = environment ?? plainHome;
    this.#random = random;
    this.#batteries = options.batteries ?? false;
    this.network = new Network({ parameters: parameters.network, random, ...(environment && { environment }) });
    this.boots = new Boots({ count: Math.round(random.between(...parameters.reboots)) });
    this.clock = new DeviceClock({ random });
    this.cloud = new CloudClient({ random });
    this.link = new SupportLink({ random });
    const { version, sub, previous, previousSub } = model.firmware;
    this.updater = new Updater({
      random,
      newest: { version, sub },
      older: { version: previous, sub: previousSub },
      ...(options.version !== undefined && { version: options.version }),
    });
    this.heapFree = parameters.heap;
    this.#heapNoise = new Wander({ random, deviation: parameters.heap * 0.03, tauS: 60 });
  }

  get running(): boolean {
    return this.#bootingS === undefined && !this.#switchedOff;
  }
  /** The support link could stand. */
  get networkUp(): boolean {
    return this.running && this.network.hasAddress;
  }
  /** By of flash that are free, and worn blocks. */
  get flashFree(): number {
    return this.parameters.flash - this.causes.flashFilled;
  }
  get badBlocks(): number {
    return worstBadBlocks + this.causes.badBlocks;
  }
  /** 0..24, as its home has it. */
  get hour(): number {
    return (this.environment.hourAtStart + this.seconds / 3600) % 24;
  }

  /** Stops at once; runs again after `offS` (default 0) and the boot. */
  reset(reason: BootReason, offS = 0): void {
    if (this.#bootingS !== undefined && this.#bootingS > offS + this.parameters.bootS) return;
    this.#reason = reason;
    this.#bootingS = offS + this.parameters.bootS;
    this.link.down();
  }

  /** The device switches itself off (an empty battery); `switchOn` boots it. */
  switchOff(): void {
    this.#switchedOff = true;
    this.link.down();
  }
  switchOn(reason: BootReason = 'power_on'): void {
    this.#switchedOff = false;
    this.#reason = reason;
    this.#bootingS ??= this.parameters.bootS;
  }

  /** Into the journal; `at`: right time, ms. */
  note(at: number, text: string): void {
    const recent = this.journal.length > 400 ? this.journal.slice(-300) : this.journal;
    this.journal = [...recent.filter((entry) => at - entry.at < 86_400_000), { at, text }];
  }

  /** `at`: right time, ms. `restful`: an update may be installed now (default yes). */
  step(options: { dt: number; at: number; causes: PlatformCauses; restful?: boolean }): PlatformPhase {
    const { dt, at, causes, restful = true } = options;
    this.causes = causes;
    this.seconds += dt;
    const { network, clock, link } = this;
    network.step(dt, causes);
    this.boots.step(dt);
    const mains = this.#batteries || !causes.mainsOff;
    const cut = clock.step({
      dt,
      at,
      causes,
      reachable: this.networkUp && !causes.portal,
      powered: mains && !this.#switchedOff,
    });
    if (cut) this.reset('power_on', longCutS);
    if (!mains) this.reset('power_on');
    if (this.#switchedOff) return 'down';
    if (this.#bootingS !== undefined) {
      this.#bootingS -= dt;
      if (this.#bootingS > 0) return 'down';
      this.#boot(at);
      return 'booted';
    }
    this.associations.step(network.associations, dt);
    this.#noteFailures(at);
    this.cloud.step({ dt, causes, network, clock });
    link.step(dt, { network, causes });
    this.updater.step({
      dt,
      causes,
      mbit: causes.portal ? 0 : network.throughput,
      restful,
      linkUp: link.up,
      uptimeS: this.boots.uptimeS,
      freeBy: this.flashFree,
    });
    this.#memory(dt, causes);
    this.#chances(dt, causes);
    return this.running ? 'running' : 'down';
  }

  #boot(at: number): void {
    this.#bootingS = undefined;
    this.#leaked = 0;
    this.boots.boot(this.#reason);
    this.network.restart();
    this.clock.restart();
    this.cloud.restart();
    this.link.restart();
    this.updater.booted();
    this.#failuresNoted = this.network.failures;
    this.note(at, `boot ${this.#reason}`);
  }

  #noteFailures(at: number): void {
    const { failures, failCause } = this.network;
    if (failures === this.#failuresNoted) return;
    this.#failuresNoted = failures;
    const cause = ['none', 'association_failed', 'authentication_failed', 'ssid_not_found'][failCause] ?? 'none';
    this.note(at, `association ${cause}`);
  }

  #memory(dt: number, causes: PlatformCauses): void {
    const { heap } = this.parameters;
    this.#leaked += causes.heapLeak * dt;
    this.heapFree = Math.max(0, Math.round(heap - this.#leaked + this.#heapNoise.step(dt)));
    if (this.heapFree < heap * leastHeap) this.reset('software_watchdog', watchdogS);
  }

  #chances(dt: number, causes: PlatformCauses): void {
    const { resetDue } = this.updater;
    if (resetDue !== undefined) {
      this.updater.resetDue = undefined;
      return this.reset(resetDue);
    }
    const happens = (perHour: number): boolean => perHour > 0 && this.#random.next() < (perHour * dt) / 3600;
    if (happens(causes.dipsPerHour)) return this.reset('brown_out');
    if (happens(causes.hangsPerHour)) return this.reset('software_watchdog', watchdogS);
    const { uptimeS } = this.boots;
    if (causes.restartEveryS > 0 && uptimeS >= causes.restartEveryS - this.parameters.bootS)
      return this.reset('software_reset');
    if (causes.restartAtHour < 0) return;
    const day = Math.floor((this.environment.hourAtStart + this.seconds / 3600 - causes.restartAtHour) / 24);
    // The first look only says which day it is.
    if (this.#restartedDay !== undefined && day !== this.#restartedDay) this.reset('software_reset');
    this.#restartedDay = day;
  }
}
