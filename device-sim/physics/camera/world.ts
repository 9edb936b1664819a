import type { Random } from '../../random.ts';
import { FaultSet } from '../fault-set.ts';
import { Network } from '../network.ts';
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
  readonly faults = new FaultSet<Causes>({ catalogue: cameraFaults, healthy: healthyCauses });
  readonly light: Light;
  readonly filter: Filter;
  readonly sensor: Sensor;
  readonly encoder: Encoder;
  readonly streaming: Streaming;
  readonly card: Card;
  readonly network: Network;
  /** At the inlet, V. */
  supplyVoltage: number;
  /** Processor, Cel. */
  temperature: number;
  /** By. */
  heapFree: number;
  /** %. */
  load: number;
  seconds = 0;
  causes: Causes = healthyCauses();
  readonly #p: CameraParameters;
  readonly #w: Readonly<Record<'volts' | 'heap' | 'load', Wander>>;

  constructor(options: { readonly parameters: CameraParameters; readonly random: Random }) {
    const { parameters, random } = options;
    this.#p = parameters;
    this.light = new Light(options);
    this.filter = new Filter(options);
    this.sensor = new Sensor(options);
    this.encoder = new Encoder(options);
    this.streaming = new Streaming(options);
    this.card = new Card(options);
    this.network = new Network({ parameters: parameters.network, random });
    this.supplyVoltage = parameters.supply.openV;
    this.temperature = parameters.place.ambientCel + parameters.heat.riseK;
    this.heapFree = parameters.board.heap;
    this.load = parameters.board.load;
    this.#w = {
      volts: new Wander({ random, deviation: 0.02, tauS: 8 }),
      heap: new Wander({ random, deviation: parameters.board.heap * 0.03, tauS: 60 }),
      load: new Wander({ random, deviation: 4, tauS: 20 }),
    };
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
    this.network.restart();
  }

  /** `at` is wall time, epoch ms: the sun keeps it. */
  step(dt: number, at: number): void {
    this.seconds += dt;
    this.causes = this.faults.causes(this.seconds);
    const { actuators: act, causes, light, smart } = this;
    light.step(dt, at);
    this.filter.step(causes);
    this.#supply(dt);
    this.#heat(dt);
    if (!act.on) return;
    const filterIn = this.filter.inPath;
    this.sensor.step({ dt, causes, lux: light.lux, irLight: act.irLight, filterIn });
    this.encoder.step({ dt, causes, fpsShare: act.fpsShare, smart, night: act.irLight });
    this.network.step(dt, causes);
    this.streaming.step({ dt, causes, network: this.network, bitrate: this.encoder.bitrate });
    this.card.step({ dt, causes, recording: act.recording, bitrate: this.encoder.bitrate, smart });
    this.heapFree = Math.round(this.#p.board.heap + this.#w.heap.step(dt));
    const work = this.#p.board.load * (0.6 + 0.4 * act.fpsShare);
    this.load = Math.max(0, Math.min(100, work + 1.5 * this.streaming.clients + this.#w.load.step(dt)));
  }

  #supply(dt: number): void {
    const { openV, cableOhm, boardA, irA } = this.#p.supply;
    const { on, irLight } = this.actuators;
    const amps = on ? boardA + (irLight ? irA : 0) : 0.02;
    this.supplyVoltage = openV - amps * (cableOhm + this.causes.cableOhm) + this.#w.volts.step(dt);
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
