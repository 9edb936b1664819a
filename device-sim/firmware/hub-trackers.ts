import {
  childIds,
  eachPlug,
  eachSensor,
  type ChildId,
  type PlugId,
  plugIds,
  type SensorId,
  sensorIds,
} from '../physics/hub/children.ts';
import type { HubWorld } from '../physics/hub/world.ts';
import { CounterWindow } from './counter-window.ts';

/** The datasheet's numbers for code 6 and 8. */
export interface HubTrackerLimits {
  readonly mismatchW: number;
  readonly mismatchReports: number;
  readonly quietW: number;
  readonly quietS: number;
  readonly lowLevel: number;
  readonly lowReports: number;
  readonly fullLevel: number;
}

interface Switched {
  on: boolean;
  /** Reports seen when it was switched off, and how many since then still told of power; undefined: that is settled. */
  reports: number;
  powered: number;
  judging: boolean;
  mismatch: boolean;
  quietS: number;
}

/** What the firmware counts over time for its conditions. */
export class HubTrackers {
  readonly failures = new CounterWindow({ keepS: 600 });
  /** Relays that were told to open and whose plug goes on telling of power. */
  readonly #switched: Record<PlugId, Switched>;
  readonly #low: Record<SensorId, { messages: number; count: number }>;
  readonly #routesLost = new Set<PlugId>();
  readonly #limits: HubTrackerLimits;

  constructor(options: { readonly limits: HubTrackerLimits; readonly world: HubWorld }) {
    const { mesh } = options.world;
    this.#limits = options.limits;
    this.#switched = eachPlug((id) => {
      const { report, reports } = mesh.heardPlugs[id];
      return { on: report.on, reports, powered: 0, judging: false, mismatch: false, quietS: 0 };
    });
    this.#low = eachSensor((id) => ({ messages: mesh.heardSensors[id].messages, count: 0 }));
  }

  get mismatched(): PlugId | undefined {
    return plugIds.find((id) => this.#switched[id].mismatch);
  }
  get low(): SensorId | undefined {
    return sensorIds.find((id) => this.#low[id].count >= this.#limits.lowReports);
  }
  get routeLost(): PlugId | undefined {
    return plugIds.find((id) => this.#routesLost.has(id));
  }

  step(world: HubWorld, dt: number): void {
    this.failures.step(world.coordinator.failed, dt);
    for (const id of plugIds) {
      this.#watchRelay(world, id, dt);
      this.#watchRoute(world, id);
    }
    for (const id of sensorIds) this.#watchCell(world, id);
  }

  /** A child that was not heard for longer than the datasheet grants it. */
  silent(world: HubWorld, options: { plugS: number; intervals: number; passiveS: number }): ChildId | undefined {
    const { mesh } = world;
    return childIds.find((id) => {
      const plug = plugIds.some((other) => other === id);
      const limit = plug ? options.plugS : passive.includes(id) ? options.passiveS : options.intervals * 600;
      return mesh.lastSeen(id) > limit;
    });
  }

  #watchRelay(world: HubWorld, id: PlugId, dt: number): void {
    const { report, reports } = world.mesh.heardPlugs[id];
    const it = this.#switched[id];
    const { mismatchW, mismatchReports, quietW, quietS } = this.#limits;
    if (report.on !== it.on) {
      it.on = report.on;
      it.judging = !report.on && report.trip === 'none';
      it.reports = reports;
      it.powered = 0;
      it.quietS = 0;
      if (report.on) it.mismatch = false;
      return;
    }
    it.quietS = report.power < quietW ? it.quietS + dt : 0;
    if (it.mismatch && it.quietS >= quietS) it.mismatch = false;
    if (!it.judging || reports === it.reports) return;
    it.reports = reports;
    it.powered += 1;
    if (report.power <= mismatchW) it.judging = false;
    else if (it.powered >= mismatchReports) {
      it.judging = false;
      it.mismatch = true;
    }
  }

  #watchRoute(world: HubWorld, id: PlugId): void {
    const { missedPolls } = world.mesh.heardPlugs[id];
    if (missedPolls === 0) this.#routesLost.delete(id);
    else if (missedPolls >= 2 && world.mesh.childrenOf(id).length > 0) this.#routesLost.add(id);
  }

  #watchCell(world: HubWorld, id: SensorId): void {
    const { report, messages } = world.mesh.heardSensors[id];
    const it = this.#low[id];
    if (messages === it.messages) return;
    it.messages = messages;
    if (report.level < this.#limits.lowLevel) it.count += 1;
    else if (it.count < this.#limits.lowReports || report.level > this.#limits.fullLevel) it.count = 0;
  }
}

const passive: readonly ChildId[] = ['s5', 's6'];
