import type { Random } from '../../random.ts';
import {
  behindRelay,
  type ChildId,
  eachPlug,
  eachSensor,
  type Parent,
  type PlugId,
  plugIds,
  type SensorId,
  sensorIds,
} from './children.ts';
import type { Coordinator } from './coordinator.ts';
import type { HubCauses } from './faults.ts';
import type { HubParameters } from './parameters.ts';
import type { Plug, PlugReport } from './plug.ts';
import { hopFails, lqiOf } from './radio-link.ts';
import { Sensor, type SensorReport, type SensorWay } from './sensor.ts';

/** What the hub knows of a child from what it heard. */
export interface Heard {
  /** s of the world. */
  at: number;
  lqi: number;
  /** Ever. */
  messages: number;
}
export interface HeardPlug extends Heard {
  report: PlugReport;
  /** Reports with a power reading, ever. */
  reports: number;
  /** Polls in a row without an answer. */
  missedPolls: number;
}
export interface HeardSensor extends Heard {
  report: SensorReport;
  parent: Parent;
  member: boolean;
}

/** Noise at the hub lowers what is left of a signal there, not at a plug. */
const cannotSearchBelowDb = 5;

/** Who hears whom: reports, polls and commands on their way, and what the hub heard. */
export class Mesh {
  readonly heardPlugs: Record<PlugId, HeardPlug>;
  readonly heardSensors: Record<SensorId, HeardSensor>;
  readonly sensors: Record<SensorId, Sensor>;
  /** Leave announcements received since boot, and of whom the last was. */
  leaves = 0;
  leftLast = '';
  readonly #p: HubParameters;
  readonly #random: Random;
  readonly #coordinator: Coordinator;
  readonly #plugs: Readonly<Record<PlugId, Plug>>;
  readonly #hubDb: Readonly<Record<ChildId, number>>;
  readonly #plugDb: Readonly<Record<SensorId, Readonly<Record<PlugId, number>>>>;
  readonly #pollsAt: Record<PlugId, number>;
  readonly #way: SensorWay;
  #now = 0;
  #wakesAt = 0;
  #causes: HubCauses;

  constructor(options: {
    readonly parameters: HubParameters;
    readonly random: Random;
    readonly coordinator: Coordinator;
    readonly plugs: Readonly<Record<PlugId, Plug>>;
    readonly causes: HubCauses;
    readonly temperature: (id: SensorId) => number;
  }) {
    const { parameters, random, causes, temperature } = options;
    const { zigbee } = parameters;
    this.#p = parameters;
    this.#random = random;
    this.#coordinator = options.coordinator;
    this.#plugs = options.plugs;
    this.#causes = causes;
    const spread = (): number => random.between(-zigbee.spreadDb, zigbee.spreadDb);
    const db = {
      ...eachPlug((id) => zigbee.plugDb[id] + spread()),
      ...eachSensor((id) => zigbee.sensorDb[id] + spread()),
    };
    this.#hubDb = db;
    this.#plugDb = eachSensor((sensor) =>
      eachPlug((plug) => {
        const own = plug === zigbee.relay && behindRelay.includes(sensor);
        return own ? random.between(...zigbee.relayedDb) : random.between(...zigbee.strangerDb);
      }),
    );
    this.sensors = eachSensor(
      (id) =>
        new Sensor({
          id,
          parameters: parameters.sensor,
          random,
          parent: behindRelay.includes(id) ? zigbee.relay : 'hub',
        }),
    );
    this.#pollsAt = eachPlug(() => random.between(0, zigbee.pollS));
    this.heardPlugs = eachPlug((id) => ({
      at: -random.between(0, 50),
      lqi: lqiOf(this.#hubDb[id]),
      messages: 1,
      reports: 1,
      missedPolls: 0,
      report: options.plugs[id].report(causes.plugs[id]),
    }));
    this.heardSensors = eachSensor((id) => {
      const sensor = this.sensors[id];
      const voltage = Math.round(sensor.voltage(temperature(id)) * 100) / 100;
      const { emptyV, fullV } = parameters.sensor;
      const level = Math.max(0, Math.min(100, Math.round((100 * (voltage - emptyV)) / (fullV - emptyV))));
      const report = { level, voltage, temperature: temperature(id) };
      const lqi = lqiOf(this.#marginOf(sensor, sensor.parent));
      return { at: -sensor.heardBeforeS, lqi, messages: 1, report, parent: sensor.parent, member: true };
    });
    this.#way = {
      reach: (sensor) => this.#passes(sensor),
      deliver: (sensor, report) => this.#deliver(sensor, report),
      search: (sensor) => this.#search(sensor),
      announceLeave: (sensor) => this.#announceLeave(sensor),
      joined: (sensor) => this.#joined(sensor),
    };
  }

  /** s since a child was heard. */
  lastSeen(id: ChildId): number {
    return this.#now - this.#heard(id).at;
  }
  heard(id: ChildId): Heard {
    return this.#heard(id);
  }
  /** Sensors that hang on this plug, as far as the hub knows. */
  childrenOf(plug: PlugId): readonly SensorId[] {
    return sensorIds.filter((id) => this.heardSensors[id].parent === plug && this.heardSensors[id].member);
  }

  /** Counters of the hub start anew; what it knows of its children it keeps. */
  restart(): void {
    this.leaves = 0;
    this.leftLast = '';
    for (const id of plugIds) this.#pollsAt[id] = this.#now + this.#random.between(20, this.#p.zigbee.pollS);
  }

  /** `due`: plugs that have something to report; `opened`: those that just opened by themselves. */
  step(options: {
    now: number;
    causes: HubCauses;
    use: number;
    due: readonly PlugId[];
    temperature: (id: SensorId) => number;
  }): void {
    const { now, causes, use, due, temperature } = options;
    this.#now = now;
    if (causes !== this.#causes) this.#wakesAt = Math.min(this.#wakesAt, now);
    this.#causes = causes;
    for (const id of due) this.#reportPlug(id);
    for (const id of plugIds) if (now >= this.#pollsAt[id]) this.#poll(id);
    if (now < this.#wakesAt) return;
    let next = Infinity;
    for (const id of sensorIds) {
      const sensor = this.sensors[id];
      const cause = causes.sensors[id];
      // A membership that is lost does not wait for the sensor's next turn.
      if (now >= sensor.wakesAt || cause.leaves > 0) {
        sensor.step(now, { causes: cause, way: this.#way, celsius: temperature(id), use });
      }
      next = Math.min(next, sensor.wakesAt);
    }
    this.#wakesAt = next;
  }

  /** Sends a switching command; false: no acknowledgement. */
  command(id: PlugId, on: boolean): boolean {
    if (!this.#coordinator.online) return false;
    const plug = this.#plugs[id];
    if (!this.#send(this.#hubDb[id], plug.powered)) return false;
    plug.switch(on, this.#causes.plugs[id]);
    this.#relayReported(id);
    return true;
  }
  /** The plug's own button, or its own protection: it says so at once, with what it measured then. */
  switchedItself(id: PlugId): void {
    if (!this.#plugs[id].powered || !this.#hears(this.#hubDb[id] - this.#causes.noise.db)) return;
    this.#relayReported(id);
    const { trip, temperature, tripPower } = this.#plugs[id];
    if (trip === 'none') return;
    const heard = this.heardPlugs[id];
    heard.report = {
      ...heard.report,
      power: Math.min(5000, Math.round(tripPower)),
      temperature: Math.round(temperature),
    };
  }
  /** Whether a child would answer now, woken if need be. */
  answers(id: ChildId, celsius: number): boolean {
    if (!this.#coordinator.online) return false;
    const margin = this.margin(id);
    if (hopFails(margin, this.#coordinator.busy) > 0.5) return false;
    const plug = plugIds.find((other) => other === id);
    if (plug) return this.#plugs[plug].powered;
    const sensor = this.sensors[id as SensorId];
    return sensor.member && sensor.alive(celsius) && this.#alive(sensor.parent);
  }
  /** Of the weakest hop to the hub, dB. */
  margin(id: ChildId): number {
    const plug = plugIds.find((other) => other === id);
    if (plug) return this.#hubDb[plug] - this.#causes.noise.db;
    const sensor = this.sensors[id as SensorId];
    return this.#marginOf(sensor, sensor.parent);
  }

  #heard(id: ChildId): Heard {
    const plug = plugIds.find((other) => other === id);
    return plug ? this.heardPlugs[plug] : this.heardSensors[id as SensorId];
  }

  #marginOf(sensor: Sensor, parent: Parent): number {
    const { noise, sensors } = this.#causes;
    const cause = sensors[sensor.id];
    // At its usual place behind the relay it stands well; everything else lies behind the walls that the cause tells of.
    const own = behindRelay.includes(sensor.id);
    if (parent === 'hub') return this.#hubDb[sensor.id] - noise.db - (own ? cause.strangerDb : 0);
    const stranger = own && parent !== this.#p.zigbee.relay ? cause.strangerDb : 0;
    return Math.min(this.#plugDb[sensor.id][parent] - stranger, this.#hubDb[parent] - noise.db);
  }

  #alive(parent: Parent): boolean {
    return parent === 'hub' ? this.#coordinator.online : this.#plugs[parent].powered;
  }

  #hears(marginDb: number): boolean {
    return this.#coordinator.online && this.#random.next() >= hopFails(marginDb, this.#coordinator.busy);
  }

  /** A message of the hub, with its acknowledgement. */
  #send(marginDb: number, there: boolean): boolean {
    this.#coordinator.sent += 1;
    const reached = there && this.#random.next() >= hopFails(marginDb, this.#coordinator.busy);
    if (!reached) this.#coordinator.failed += 1;
    return reached;
  }

  #lqi(marginDb: number): number {
    return lqiOf(marginDb + this.#p.zigbee.noiseDb * this.#random.normal());
  }

  #poll(id: PlugId): void {
    this.#pollsAt[id] = this.#now + this.#p.zigbee.pollS;
    if (!this.#coordinator.online) return;
    const heard = this.heardPlugs[id];
    const margin = this.#hubDb[id] - this.#causes.noise.db;
    if (this.#send(margin, this.#plugs[id].powered)) {
      this.#note(heard, margin);
      heard.missedPolls = 0;
    } else heard.missedPolls += 1;
  }

  #reportPlug(id: PlugId): void {
    const margin = this.#hubDb[id] - this.#causes.noise.db;
    const report = this.#plugs[id].report(this.#causes.plugs[id]);
    if (!this.#hears(margin)) return;
    const heard = this.heardPlugs[id];
    heard.report = report;
    heard.reports += 1;
    heard.missedPolls = 0;
    this.#note(heard, margin);
    // Each report is answered.
    this.#send(margin, true);
  }

  #relayReported(id: PlugId): void {
    const heard = this.heardPlugs[id];
    const { coil, trip } = this.#plugs[id];
    heard.report = { ...heard.report, on: coil, trip };
    this.#note(heard, this.#hubDb[id] - this.#causes.noise.db);
  }

  #note(heard: Heard, margin: number): void {
    heard.at = this.#now;
    heard.lqi = this.#lqi(margin);
    heard.messages += 1;
  }

  /** Every hop of the way. */
  #passes(sensor: Sensor): boolean {
    const { parent } = sensor;
    if (!this.#alive(parent)) return false;
    return this.#random.next() >= hopFails(this.#marginOf(sensor, parent), this.#coordinator.busy);
  }

  #deliver(sensor: Sensor, report: SensorReport): boolean {
    if (!this.#passes(sensor)) return false;
    // Behind a plug, the plug answers; whether the hub hears is another matter.
    if (!this.#coordinator.online) return sensor.parent !== 'hub';
    const heard = this.heardSensors[sensor.id];
    const margin = this.#marginOf(sensor, sensor.parent);
    heard.report = report;
    heard.parent = sensor.parent;
    heard.member = true;
    this.#note(heard, margin);
    this.#send(margin, true);
    return true;
  }

  #search(sensor: Sensor): Parent | undefined {
    const parents: readonly Parent[] = ['hub', ...plugIds];
    let best: { parent: Parent; margin: number } | undefined;
    for (const parent of parents) {
      if (!this.#alive(parent)) continue;
      const margin = this.#marginOf(sensor, parent) + this.#p.zigbee.noiseDb * this.#random.normal();
      if (margin > cannotSearchBelowDb && margin > (best?.margin ?? 0)) best = { parent, margin };
    }
    return best?.parent;
  }

  #announceLeave(sensor: Sensor): void {
    if (!this.#coordinator.online || !this.#passes(sensor)) return;
    this.heardSensors[sensor.id].member = false;
    this.leaves += 1;
    this.leftLast = sensor.id;
    this.#note(this.heardSensors[sensor.id], this.#marginOf(sensor, sensor.parent));
  }

  #joined(sensor: Sensor): void {
    if (!this.#coordinator.online) return;
    const heard = this.heardSensors[sensor.id];
    heard.member = true;
    heard.parent = sensor.parent;
    this.#note(heard, this.#marginOf(sensor, sensor.parent));
  }
}
