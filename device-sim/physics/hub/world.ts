import type { Random } from '../../random.ts';
import type { Environment } from '../environment.ts';
import { type FaultOrder, FaultSet } from '../fault-set.ts';
import { approach, Wander } from '../wander.ts';
import { Appliance, applianceKinds } from './appliance.ts';
import { ChildUpdate } from './child-update.ts';
import { eachPlug, eachSensor, type PlugId, plugIds, type SensorId } from './children.ts';
import { Coordinator } from './coordinator.ts';
import { healthyHubCauses, type HubCauses, hubFaults } from './faults.ts';
import { type CommandSource, Household, type HouseholdActs } from './household.ts';
import { Mesh } from './mesh.ts';
import type { HubParameters } from './parameters.ts';
import { Plug } from './plug.ts';
import { Supply } from './supply.ts';

/** The home's Wi-Fi as it reaches the antenna beside it. */
export interface WifiAround {
  readonly channel: number;
  readonly busy: number;
}

/** Nothing that is wrong with a hub grows faster than this; making the list of causes costs as much as all the rest of a step. */
const causesEveryS = 2;

/** The hub, what hangs on it, and the home that uses both. Knows no error code and no mode. */
export class HubWorld {
  readonly faults: FaultSet<HubCauses>;
  readonly coordinator: Coordinator;
  readonly plugs: Readonly<Record<PlugId, Plug>>;
  readonly mesh: Mesh;
  readonly update: ChildUpdate;
  readonly household: Household;
  readonly supply: Supply;
  /** Cel. */
  temperature: number;
  /** %. */
  load: number;
  /** Of the last relay command. */
  commandSource: CommandSource = 'none';
  /** What the home has beside the hub by chance. */
  readonly neighbour: 'nothing' | 'router_or_usb_disk' | 'microwave_oven';
  /** The setting wifi_roaming. */
  readonly roaming: boolean;
  /** The setting client_identity. */
  readonly identity: string;
  seconds = 0;
  causes: HubCauses = healthyHubCauses();
  #causesDue = 0;
  #running = true;
  #wifi: WifiAround = { channel: 6, busy: 20 };
  readonly #p: HubParameters;
  readonly #environment: Environment;
  readonly #w: Readonly<Record<'mains' | 'load', Wander>>;
  readonly #room: Readonly<Record<SensorId, number>>;
  readonly #acts: HouseholdActs;
  readonly #random: Random;

  constructor(options: {
    readonly parameters: HubParameters;
    readonly environment: Environment;
    readonly random: Random;
  }) {
    const { parameters, environment, random } = options;
    this.#p = parameters;
    this.#environment = environment;
    this.#random = random;
    this.faults = new FaultSet<HubCauses>({ catalogue: hubFaults, healthy: healthyHubCauses, random });
    this.coordinator = new Coordinator({ parameters: parameters.zigbee, random });
    this.supply = new Supply({ parameters: parameters.supply, random });
    const roomCel = this.roomCel;
    const turn = Math.floor(random.next() * applianceKinds.length);
    this.plugs = eachPlug((id) => {
      const kind = applianceKinds[(plugIds.indexOf(id) + turn) % applianceKinds.length] ?? 'lamp';
      const appliance = new Appliance({ kind, random });
      return new Plug({ parameters: parameters.plug, appliance, random, on: random.next() < 0.6, roomCel });
    });
    this.#room = eachSensor((id) => (id === 's4' ? random.between(-5, -1) : random.between(-1.5, 1)));
    const causes = this.causes;
    const temperature = (id: SensorId): number => this.sensorCel(id);
    this.mesh = new Mesh({ parameters, random, coordinator: this.coordinator, plugs: this.plugs, causes, temperature });
    this.update = new ChildUpdate({ parameters: parameters.childUpdate, random });
    this.household = new Household({ random, use: environment.use });
    this.load = parameters.board.load;
    this.temperature = roomCel + parameters.board.riseK + 0.1 * this.load;
    this.#w = {
      mains: new Wander({ random, deviation: 2.6, tauS: 240 }),
      load: new Wander({ random, deviation: 3.5, tauS: 25 }),
    };
    const beside = random.next();
    this.neighbour = beside < 0.07 ? 'router_or_usb_disk' : beside < 0.1 ? 'microwave_oven' : 'nothing';
    this.roaming = random.next() < 0.5;
    this.identity = `hub-${Math.floor(random.next() * 0xffffff)
      .toString(16)
      .padStart(6, '0')}`;
    this.#acts = {
      hubRuns: () => this.#running,
      isOn: (id) => this.plugs[id].coil,
      runsOn: (id) => !this.plugs[id].coil && this.plugs[id].power > 5,
      tripped: (id) => this.plugs[id].trip !== 'none',
      order: (id, on, source) => this.order(id, on, source),
      press: (id) => this.press(id),
    };
  }

  /** 0..24. */
  get hour(): number {
    return (this.#environment.hourAtStart + this.seconds / 3600) % 24;
  }
  /** Nights are up to 8 K cooler. */
  get roomCel(): number {
    return this.#environment.airC - 4 + 4 * Math.cos((2 * Math.PI * (this.hour - 14)) / 24);
  }
  sensorCel(id: SensorId): number {
    return this.roomCel + this.#room[id];
  }
  /** What a scan of the Zigbee channels finds. */
  get wifi(): WifiAround {
    return this.#wifi;
  }

  /** False: the class knows no such fault. */
  inject(order: FaultOrder): boolean {
    this.#causesDue = 0;
    return this.faults.inject(order, this.seconds);
  }
  repair(): void {
    this.faults.clear();
    this.#causesDue = 0;
  }
  #lookAtCauses(): void {
    this.causes = this.faults.causes(this.seconds);
    this.#causesDue = this.seconds + causesEveryS;
  }

  /** The hub boots: its counters start anew. */
  restart(): void {
    this.coordinator.restart();
    this.mesh.restart();
    this.update.restart();
    this.commandSource = 'none';
  }

  /** A relay command over the mesh; false: it did not arrive. */
  order(id: PlugId, on: boolean, source: CommandSource): boolean {
    const done = this.mesh.command(id, on);
    if (done) this.commandSource = source;
    return done;
  }
  /** The button on the plug, which works without the hub. */
  press(id: PlugId): void {
    const plug = this.plugs[id];
    if (!plug.powered) return;
    plug.switch(!plug.coil, this.causes.plugs[id]);
    this.mesh.switchedItself(id);
    if (this.coordinator.online) this.commandSource = 'button';
  }

  /** `running`: the hub's processor and radio have power and are past the boot. */
  step(dt: number, options: { readonly running: boolean; readonly wifi: WifiAround }): void {
    this.seconds += dt;
    if (this.seconds >= this.#causesDue) this.#lookAtCauses();
    this.#running = options.running;
    this.#wifi = options.wifi;
    const { causes, coordinator } = this;
    const running = this.#running;
    const use = this.#environment.use * (this.hour < 6 ? 0.15 : 1);
    coordinator.step(dt, { causes, wifi: options.wifi, powered: running });
    this.household.step(this.seconds, { causes, use, acts: this.#acts, dt });
    const due = this.#stepPlugs(dt);
    this.mesh.step({ now: this.seconds, causes, use, due, temperature: (id) => this.sensorCel(id) });
    const reachable = (id: PlugId): boolean => coordinator.online && this.mesh.answers(id, this.roomCel);
    this.update.step(dt, { causes, reachable });
    this.supply.step(dt, { running, cableOhm: causes.cableOhm });
    const work = this.#p.board.load + (this.update.running ? 4 : 0) + causes.runaway;
    this.load = running ? Math.max(1, Math.min(100, work + this.#w.load.step(dt))) : 0;
    const rise = running ? this.#p.board.riseK + 0.1 * this.load : 0;
    this.temperature = approach(this.temperature, this.roomCel + rise, dt, 300);
  }

  #stepPlugs(dt: number): readonly PlugId[] {
    const { causes } = this;
    const swing = causes.mainsSwingV === 0 ? 0 : causes.mainsSwingV * Math.sin(this.seconds / 130);
    const volts = this.#p.plug.volts + this.#w.mains.step(dt) + swing;
    const roomCel = this.roomCel;
    const dueNow: PlugId[] = [];
    for (const id of plugIds) {
      const plug = this.plugs[id];
      const { due, opened } = plug.step(dt, { causes: causes.plugs[id], mains: !causes.mainsOff, volts, roomCel });
      if (due) dueNow.push(id);
      if (!opened) continue;
      this.mesh.switchedItself(id);
      // Somebody misses what it fed.
      this.household.wonder(this.seconds, id, [600, 2400]);
    }
    return dueNow;
  }

  /** The broker hands out what it kept: a command that somebody once sent to stay. */
  replayRetained(): void {
    for (const id of plugIds) {
      if (!this.causes.plugs[id].retained) continue;
      const before = this.plugs[id].coil;
      const kept = this.#retainedOn;
      if (this.order(id, kept, 'local_mqtt') && before !== kept) this.household.wonder(this.seconds, id, [120, 600]);
    }
  }

  /** Drawn once: the stored command says on or off. */
  get #retainedOn(): boolean {
    this.#kept ??= this.#random.next() < 0.5;
    return this.#kept;
  }
  #kept: boolean | undefined;
}
