import type { VacuumParameters } from '../physics/robot-vacuum/parameters.ts';
import type { VacuumWorld } from '../physics/robot-vacuum/world.ts';
import type { ConditionTable } from './code-monitor.ts';
import { platformConditions } from './platform/codes.ts';
import type { PlatformView } from './platform/readings.ts';
import type { VacuumState } from './vacuum-state.ts';
import type { VacuumTrackers } from './vacuum-trackers.ts';

/** What the conditions look at: the signals, and what the firmware itself knows. */
export interface CodeView extends PlatformView {
  readonly world: VacuumWorld;
  readonly parameters: VacuumParameters;
  readonly state: VacuumState;
  readonly dockPresent: boolean;
  readonly track: VacuumTrackers;
  readonly cutOff: boolean;
  /** Approaches in a row that found no beacon. */
  readonly missedDocks: number;
}

export const vacuumConditions: ConditionTable<CodeView> = {
  ...platformConditions,
  1: (limit) => ({
    raise: ({ world }) => world.actuators.turret && world.turret.speed < limit('speed'),
    raiseS: limit('for_s'),
  }),
  2: (limit) => ({
    raise: ({ world, state, track }) =>
      state === 'cleaning' && track.brushesS > 0 && world.turret.points < limit('points'),
    raiseS: limit('for_s'),
  }),
  3: (limit) => ({ raise: ({ track }) => track.bumperS >= limit('for_s'), raiseS: 0 }),
  4: (limit) => ({
    raise: ({ track }) => track.cliffS >= limit('for_s') || track.cliffs.within(limit('within_s')) >= limit('times'),
    raiseS: 0,
    clear: ({ world }) => world.reflectance >= limit('reflectance'),
    clearS: limit('clear_s'),
  }),
  5: (limit) => ({
    raise: ({ world, track }) => track.brushesS > limit('grace_s') && world.mainBrush.current > limit('current'),
    raiseS: limit('for_s'),
  }),
  6: (limit) => ({ raise: ({ world }) => world.sideBrush.current > limit('current'), raiseS: limit('for_s') }),
  7: (limit) => {
    const blocked = ({ world }: CodeView, side: 'left' | 'right'): boolean => {
      const command = Math.abs(world.actuators[side]);
      const slow = Math.abs(world[side].encoder) < command * limit('share');
      return command > 0 && world[side].current > limit('current') && slow;
    };
    return {
      raise: (view) => blocked(view, 'left') || blocked(view, 'right'),
      raiseS: limit('for_s'),
      detail: (view) => (blocked(view, 'left') ? 'left' : 'right'),
    };
  },
  8: (limit) => ({
    raise: ({ track }) => track.stuckS >= limit('within_s'),
    raiseS: 0,
    clear: ({ track }) => track.movedM >= limit('clear_moved'),
  }),
  9: (limit) => {
    const dead = ({ world }: CodeView, side: 'left' | 'right'): boolean =>
      world.actuators[side] !== 0 && world[side].current < limit('current');
    return {
      raise: (view) => dead(view, 'left') || dead(view, 'right'),
      raiseS: limit('for_s'),
      detail: (view) => (dead(view, 'left') ? 'left' : 'right'),
    };
  },
  10: (limit) => ({
    raise: ({ world, track }) => {
      const starting = track.brushesS > limit('after_s') && track.brushesS <= limit('within_s');
      return starting && (world.mainBrush.current < limit('low') || world.mainBrush.current > limit('high'));
    },
    raiseS: 0,
  }),
  11: (limit) => {
    const share = ({ world, parameters: { fan } }: CodeView): number => {
      const nominal = fan.speed * (Math.max(1, world.actuators.fanDuty) / fan.referenceDuty) ** fan.speedExponent;
      return world.fan.speed / nominal;
    };
    return {
      raise: (view) => view.state === 'cleaning' && view.track.brushesS > 0 && share(view) < limit('share'),
      raiseS: limit('for_s'),
      clear: (view) => view.world.actuators.fanDuty > 0 && share(view) > limit('clear_share'),
      clearS: limit('clear_s'),
    };
  },
  12: (limit) => ({
    raise: ({ world, dockPresent }) => !dockPresent && world.power.level < limit('level'),
    raiseS: 0,
    clear: ({ world }) => world.power.level > limit('clear_level'),
  }),
  13: (limit) => ({
    raise: ({ track }) => track.starvedS >= limit('for_s') || track.recentCycles >= limit('cycles'),
    raiseS: 0,
    clear: ({ world }) => world.power.current > limit('current'),
    clearS: limit('clear_s'),
  }),
  14: (limit) => {
    const margin = ({ world }: CodeView, inside: number): boolean => {
      const t = world.power.temperature;
      if (!world.actuators.charger) return t > limit('discharge_high') - inside;
      return t > limit('high') - inside || t < limit('low') + inside;
    };
    return { raise: (view) => margin(view, 0), raiseS: 0, clear: (view) => !margin(view, limit('inside')) };
  },
  15: (limit) => ({
    raise: ({ track: { circling } }) => circling.turned > limit('turned') && circling.gained < limit('gained'),
    raiseS: 0,
  }),
  16: (limit) => ({
    raise: ({ world, parameters }) =>
      world.actuators.turret &&
      Math.abs(world.turret.speed - parameters.turret.speed) < 20 &&
      world.score < limit('score'),
    raiseS: limit('for_s'),
    clear: ({ world }) => world.score > limit('clear_score'),
    clearS: limit('clear_s'),
  }),
  17: (limit) => ({
    raise: ({ missedDocks }) => missedDocks >= limit('approaches'),
    raiseS: 0,
    clear: ({ dockPresent }) => dockPresent,
  }),
  18: (limit) => ({
    raise: ({ world, dockPresent }) =>
      dockPresent && world.actuators.charger && world.power.dockVoltage < limit('voltage'),
    raiseS: limit('for_s'),
    clear: ({ world }) => world.power.dockVoltage > limit('clear_voltage'),
    clearS: limit('clear_s'),
  }),
  19: (limit) => ({
    raise: ({ world, dockPresent }) => world.lifted && !dockPresent,
    raiseS: limit('for_s'),
    clear: ({ world }) => !world.lifted,
  }),
  20: (limit) => ({
    raise: ({ world }) => world.actuators.fanDuty > limit('duty') && world.fan.speed < limit('speed'),
    raiseS: limit('for_s'),
  }),
  21: (limit) => ({
    raise: ({ cutOff }) => cutOff,
    raiseS: 0,
    clear: ({ world }) => world.power.level > limit('clear_level'),
  }),
  22: (limit) => ({
    raise: ({ track }) => track.wallUnchangedS >= limit('for_s'),
    raiseS: 0,
    clear: ({ track }) => track.wallChange >= limit('clear_change'),
  }),
};
