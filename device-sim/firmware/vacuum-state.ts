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
