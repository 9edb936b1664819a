/** Where a device lives: nothing is wrong with any of it. Each class uses what concerns it. */
export interface Environment {
  readonly name: string;
  /** Celsius, at noon; nights are up to 8 K cooler. */
  readonly airC: number;
  /** Hours of the day at t = 0, for light, evenings and schedules. */
  readonly hourAtStart: number;
  readonly floor: 'hard' | 'carpet' | 'mixed';
  /** day_and_night follows the hour. */
  readonly light: 'day' | 'night' | 'day_and_night';
  /** dB better or worse than the model's usual place; a healthy home stays within the datasheet's nominal range. */
  readonly rssiDb: number;
  /** %: how much of the time the neighbours use the channel; more in the evening. */
  readonly channelBusy: number;
  /** Whether other discoverable devices are in the home. */
  readonly peers: boolean;
  /** 0..1: how much it is used (missions, viewers, requests, switching). */
  readonly use: number;
}

/** Where a device is when nobody says. */
export const plainHome: Environment = env('plain', {});

export const environments: Readonly<Record<string, Environment>> = {
  plain: plainHome,
  carpet: env('carpet', { floor: 'carpet' }),
  hard_floor: env('hard_floor', { floor: 'hard' }),
  dark: env('dark', { light: 'night', hourAtStart: 21 }),
  summer: env('summer', { airC: 33 }),
  winter: env('winter', { airC: 14 }),
  crowded_wifi: env('crowded_wifi', { channelBusy: 36 }),
  far_room: env('far_room', { rssiDb: -8 }),
  busy_home: env('busy_home', { use: 1, hourAtStart: 17 }),
  quiet_home: env('quiet_home', { use: 0.2, peers: false }),
};

function env(name: string, more: Partial<Environment>): Environment {
  return {
    name,
    airC: 22,
    hourAtStart: 9,
    floor: 'mixed',
    light: 'day_and_night',
    rssiDb: 0,
    channelBusy: 18,
    peers: true,
    use: 0.6,
    ...more,
  };
}
