import type { Model } from '../models/model.ts';
import type { VacuumParameters } from '../physics/robot-vacuum/parameters.ts';
import type { VacuumWorld } from '../physics/robot-vacuum/world.ts';
import type { PlatformView } from './platform/readings.ts';
import type { VacuumTrackers } from './vacuum-trackers.ts';

/** `robot.state` of the datasheet, by its numbers. */
export const vacuumStates = [
  'idle',
  'cleaning',
  'returning',
  'docking',
  'charging',
  'docked',
  'paused',
  'error',
  'updating',
  'shutdown',
] as const;
export type VacuumState = (typeof vacuumStates)[number];

/** `mission.finish_reason` of the datasheet, by its numbers. */
export const finishReasons = [
  'none',
  'completed',
  'recharge',
  'stopped_by_owner',
  'stopped_by_error',
  'locate_failed',
  'dock_unreachable',
  'power_off',
] as const;
export type FinishReason = (typeof finishReasons)[number];

/** It drives. */
export const working: readonly VacuumState[] = ['cleaning', 'returning', 'docking'];
/** Codes that end the work besides the permanent ones, and what it then does. */
export const stops: Readonly<Record<number, VacuumState>> = {
  4: 'paused',
  8: 'error',
  15: 'paused',
  16: 'paused',
  17: 'paused',
};
/** Why the mission ended, by the code that ended it. */
export const finishOf: Readonly<Record<number, FinishReason>> = { 16: 'locate_failed', 17: 'dock_unreachable' };

/** What metrics and operations see of a robot vacuum. */
export interface VacuumView extends PlatformView {
  readonly model: Model;
  readonly parameters: VacuumParameters;
  readonly world: VacuumWorld;
  readonly track: VacuumTrackers;
  readonly state: VacuumState;
  readonly finishReason: FinishReason;
  readonly lamp: (linked: boolean) => string;
  readonly dockPresent: boolean;
  /** m2 of this mission. */
  readonly area: number;
  /** Redockings because of a contact gap or a lack of current, since boot. */
  readonly dockCycles: number;
  /** Seconds of cleaning: before the first boot here, and since. */
  readonly usedS: number;
  readonly cleanedS: number;
  /** The pack was empty before the gauge knew. */
  readonly cutOff: boolean;
  /** English words of the code that was spoken last, or `nothing`. */
  readonly saidLast: string;
}
