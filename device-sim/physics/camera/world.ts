import type { Random } from '../../random.ts';
import type { Environment } from '../environment.ts';
import { type Fault, type FaultOrder, FaultSet } from '../fault-set.ts';
import type { Network } from '../network.ts';
import { approach, Wander } from '../wander.ts';
import { Card } from './card.ts';
import { Encoder } from './encoder.ts';
import { cameraFaults, type Causes, healthyCauses } from './faults.ts';
import { Light } from './light.ts';
import type { CameraParameters } from './parameters.ts';
import { Filter, Sensor } from './sensor.ts';
import { Streaming } from './streaming.ts';

/** What the firmware commands. */
export interface Actuators {
  /** The processor runs. */
  on: boolean;
  irLight: boolean;
  /** Share of the full frame rate, 0..1. */
  fpsShare: number;
  smartCodec: boolean;
  recording: boolean;
}

/** The camera and its place: commands in, signals out. Knows no error code and no mode. */
export class CameraWorld {
  readonly actuators: Actuators = { on: true, irLight: false, fpsShare: 1, smartCodec: true, recording: true };
  readonly faults: FaultSet<Causes>;
  readonly light: Light;
  readonly filter: Filter;
  readonly sensor: Sensor;
  readonly encoder: Encoder;
  readonly streaming: Streaming;
  readonly card: Card;
  /** At the inlet, V. */
  supplyVoltage: number;
  /** Processor, Cel. */
  temperature: number;
  /** %. */
  load: number;
  seconds = 0;
  causes: Causes = healthyCauses();
  /** Hour of the day of its maintenance restart. */
  maintenanceHour = 4;
  readonly #p: CameraParameters;
  readonly #w: Readonly<Record<'volts' | 'load', Wander>>;
  #irBefore = false;
  #alone: { readonly of: Causes; readonly causes: Causes } | undefined;

  constructor(options: {
    readonly parameters: CameraParameters;
    readonly random: Random;
    /** Absent: the parameters are the place. */
    readonly environment?: Environment;
  }) {
    const { parameters, random, environment } = options;
    this.#p = parameters;
    const schedule: Fault<Causes> = {
      title: cameraFaults['C14']?.title ?? { en: '', 'zh-CN': '' },
      apply: (causes) => {
        causes.restartAtHour = this.maintenanceHour;
      },
    };
    this.faults = new FaultSet<Causes>({
      catalogue: { ...cameraFaults, C14: schedule },
      healthy: healthyCauses,
      random,
    });
    this.light = new Light(options);
    this.filter = new Filter(options);
    this.sensor = new Sensor(options);
    this.encoder = new Encoder(options);
    this.streaming = new Streaming({ parameters, random, use: environment?.use ?? 0.6 });
    this.card = new Card(options);
    this.supplyVoltage = parameters.supply.openV;
    this.temperature = this.light.ambientCel + parameters.heat.riseK;
    this.load = parameters.board.load;
    this.#w = {
      volts: new Wander({ random, deviation: 0.02, tauS: 8 }),
      load: new Wander({ random, deviation: 4, tauS: 20 }),
    };
  }

  /** False: no such fault. `hour` of the day now. */
  inject(order: FaultOrder, hour: number): boolean {
    // Its owner sets the schedule to one of the next half hours.
    if (order.id === 'C14') this.maintenanceHour = (Math.ceil((hour + (order.afterS + 300) / 3600) * 2) / 2) % 24;
    return this.faults.inject(order, this.seconds);
  }

  /** Smart codec as set up: only a home where it is the trouble has it on. */
  get smart(): boolean {
    return this.actuators.smartCodec && this.causes.codecJitter > 0;
  }

  /** Counters restart at 0 (datasheet, `boot`). */
  restart(): void {
    this.encoder.restart();
    this.streaming.restart();
    this.card.restart();
  }

  /** `hour` of the day: the sun keeps it. */
  step(dt: number, hour: number, network: Network): void {
    this.seconds += dt;
    this.causes = this.#withRival(this.faults.causes(this.seconds));
    const { actuators: act, causes, light, smart } = this;
    light.step(dt, hour);
    this.filter.step(causes);
    this.#supply(dt);
    this.#heat(dt);
    if (!act.on) return;
    this.sensor.step({ dt, causes, lux: light.lux, irLight: act.irLight, cover: this.filter.cover });
    this.encoder.step({ dt, causes, fpsShare: act.fpsShare, smart, night: act.irLight });
    this.streaming.step({ dt, causes, network, bitrate: this.encoder.bitrate });
    this.card.step({ dt, causes, recording: act.recording, bitrate: this.encoder.bitrate, smart });
    const work = this.#p.board.load * (0.6 + 0.4 * act.fpsShare);
    this.load = Math.max(0, Math.min(100, work + 1.5 * this.streaming.clients + this.#w.load.step(dt)));
  }

  /** The other one with its address is there for a part of every hour. Causes stay the same object while they are the same. */
  #withRival(causes: Causes): Causes {
    const away = causes.addressConflict && this.seconds % 3600 > 3600 * causes.rivalShare;
    if (!away) return causes;
    if (this.#alone?.of !== causes) this.#alone = { of: causes, causes: { ...causes, addressConflict: false } };
    return this.#alone.causes;
  }

  /** V at the inlet with the IR light on or off, by supply and cable alone. */
  voltageAt(irLight: boolean): number {
    const { openV, cableOhm, boardA, irA } = this.#p.supply;
    return openV - (boardA + (irLight ? irA : 0)) * (cableOhm + this.causes.cableOhm);
  }

  #supply(dt: number): void {
    const { openV, cableOhm, irA } = this.#p.supply;
    const { on, irLight } = this.actuators;
    const volts = this.#w.volts.step(dt);
    const ohm = cableOhm + this.causes.cableOhm;
    // The light's driver fills its capacitors in its first moment.
    const rush = on && irLight && !this.#irBefore ? 0.45 * irA : 0;
    this.#irBefore = on && irLight;
    this.supplyVoltage = (on ? this.voltageAt(irLight) - rush * ohm : openV - 0.02 * ohm) + volts;
  }

  #heat(dt: number): void {
    const { riseK, irK, tauS } = this.#p.heat;
    const { on, irLight, fpsShare } = this.actuators;
    const work = on ? 0.35 + 0.65 * fpsShare : 0;
    const rise = (riseK * work + (irLight ? irK : 0)) * this.causes.heatPath;
    const target = this.light.ambientCel + this.light.sun * this.causes.sunK + rise;
    this.temperature = approach(this.temperature, target, dt, tauS);
  }
}
