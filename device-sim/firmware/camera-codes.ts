import type { ConditionTable } from './code-monitor.ts';
import type { CameraView } from './camera-state.ts';
import type { CameraTrackers } from './camera-trackers.ts';
import { platformConditions } from './platform/codes.ts';

/** What the conditions look at: the signals, and what the firmware itself counts. */
export interface CameraCodeView extends CameraView {
  readonly track: CameraTrackers;
}

/** The datasheet's `raised` and `cleared` of codes 1 to 14. */
export const cameraConditions: ConditionTable<CameraCodeView> = {
  ...platformConditions,
  1: (limit) => ({
    raise: ({ track }) =>
      track.writeErrors.within(limit('within_s')) >= limit('errors') ||
      track.slowWrites.within(limit('within_s')) >= limit('slow'),
    raiseS: 0,
    clear: ({ track }) => track.writeErrors.within(limit('clear_s')) + track.slowWrites.within(limit('clear_s')) === 0,
  }),
  2: () => ({
    raise: ({ world }) => world.card.mode === 'ro',
    raiseS: 0,
    clear: ({ world }) => world.card.mode === 'rw',
  }),
  3: (limit) => ({
    raise: ({ world }) => world.card.mode === 'absent',
    raiseS: limit('for_s'),
    clear: ({ world }) => world.card.mode === 'rw',
  }),
  4: (limit) => ({
    raise: ({ world }) => world.card.used > limit('used'),
    raiseS: limit('for_s'),
    clear: ({ world }) => world.card.used < limit('clear_used'),
  }),
  5: (limit) => ({
    raise: ({ track }) => track.sinceSegmentS >= limit('for_s'),
    raiseS: 0,
    clear: ({ track }) => track.sinceSegmentS < limit('for_s'),
  }),
  6: (limit) => ({
    raise: ({ track }) => track.interruptions.within(limit('within_s')) >= limit('times'),
    raiseS: 0,
    clear: ({ track }) => track.interruptions.within(limit('clear_s')) === 0,
  }),
  7: (limit) => ({
    raise: ({ track }) => track.refusals.within(limit('within_s')) >= limit('times'),
    raiseS: 0,
    clear: ({ track }) => track.refusals.within(limit('clear_s')) === 0,
  }),
  8: (limit) => ({
    raise: ({ track }) => track.wrongLogins.within(limit('within_s')) >= limit('times'),
    raiseS: 0,
    clear: ({ track }) => track.wrongLogins.within(limit('clear_s')) === 0,
  }),
  9: (limit) => {
    const share = ({ world, parameters }: CameraCodeView): number => world.encoder.fps / parameters.encoder.fps;
    return {
      raise: (view) => share(view) < limit('share'),
      raiseS: limit('for_s'),
      clear: (view) => share(view) > limit('clear_share'),
      clearS: limit('clear_s'),
    };
  },
  10: (limit) => ({
    raise: ({ world }) => world.temperature > limit('temperature'),
    raiseS: limit('for_s'),
    clear: ({ world }) => world.temperature < limit('clear_temperature'),
  }),
  11: (limit) => ({
    raise: ({ world }) => world.supplyVoltage < limit('voltage'),
    raiseS: limit('for_s'),
    clear: ({ world }) => world.supplyVoltage > limit('clear_voltage'),
    clearS: limit('clear_s'),
  }),
  12: (limit) => ({
    raise: ({ track }) => track.timestampSteps.within(limit('within_s')) > limit('steps'),
    raiseS: 0,
    clear: ({ track }) => track.timestampSteps.within(limit('within_s')) < limit('clear_steps'),
  }),
  13: (limit) => ({
    raise: ({ track }) => track.toggles.within(limit('within_s')) >= limit('toggles'),
    raiseS: 0,
    clear: ({ track }) => track.toggles.within(limit('within_s')) < limit('clear_toggles'),
  }),
  14: (limit) => ({
    raise: ({ world }) => world.sensor.luma < limit('luma') && world.actuators.irLight,
    raiseS: limit('for_s'),
    clear: ({ world }) => world.sensor.luma > limit('clear_luma'),
    clearS: limit('clear_s'),
  }),
};
