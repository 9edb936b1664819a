/** The devices behind the hub (datasheet, `children`). */
export const plugIds = ['p1', 'p2', 'p3'] as const;
export type PlugId = (typeof plugIds)[number];
export const sensorIds = ['s1', 's2', 's3', 's4', 's5', 's6'] as const;
export type SensorId = (typeof sensorIds)[number];
export type ChildId = PlugId | SensorId;
export const childIds: readonly ChildId[] = [...plugIds, ...sensorIds];

/** What a sensor can hang on: the hub itself, or a plug that relays. */
export type Parent = 'hub' | PlugId;

export function eachPlug<T>(make: (id: PlugId) => T): Record<PlugId, T> {
  return { p1: make('p1'), p2: make('p2'), p3: make('p3') };
}
export function eachSensor<T>(make: (id: SensorId) => T): Record<SensorId, T> {
  return { s1: make('s1'), s2: make('s2'), s3: make('s3'), s4: make('s4'), s5: make('s5'), s6: make('s6') };
}

/** Sensors that stand where only plug p2 hears them well (datasheet: "s3 and s4 mostly behind p2"). */
export const behindRelay: readonly SensorId[] = ['s3', 's4'];
