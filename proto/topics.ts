/**
 * The only place that knows the shape of a topic (WIRE.md "Topics and lanes").
 *
 * `diag/1/{deviceId}/up/{lane}` and `diag/1/{deviceId}/down/{lane}`
 */

export const upDataLanes = ['telemetry', 'error', 'firmware', 'log', 'output'] as const;
export const upControlLanes = ['birth', 'death', 'consent', 'execution'] as const;
export const downLanes = ['consent', 'live', 'operation', 'cancel', 'rebirth'] as const;

export type UpDataLane = (typeof upDataLanes)[number];
export type UpControlLane = (typeof upControlLanes)[number];
export type UpLane = UpDataLane | UpControlLane;
export type DownLane = (typeof downLanes)[number];

const root = 'diag/1';
const deviceIdPattern = /^[A-Za-z0-9_-]{1,64}$/;

export function isDeviceId(text: string): boolean {
  return deviceIdPattern.test(text);
}

export function upTopic(deviceId: string, lane: UpLane): string {
  return `${root}/${deviceId}/up/${lane}`;
}

export function downTopic(deviceId: string, lane: DownLane): string {
  return `${root}/${deviceId}/down/${lane}`;
}

/** The one filter a device subscribes to. */
export function downFilter(deviceId: string): string {
  return `${root}/${deviceId}/down/+`;
}

export interface UpTopic {
  readonly deviceId: string;
  readonly lane: UpLane;
}
export interface DownTopic {
  readonly deviceId: string;
  readonly lane: DownLane;
}

/** The parts of an up topic, or undefined when it is none (wildcards, other levels, unknown lanes). */
export function parseUpTopic(topic: string): UpTopic | undefined {
  const parts = split(topic, 'up');
  return parts && isOneOf(parts.lane, [...upDataLanes, ...upControlLanes])
    ? { deviceId: parts.deviceId, lane: parts.lane as UpLane }
    : undefined;
}

/** The parts of a down topic, or undefined when it is none. */
export function parseDownTopic(topic: string): DownTopic | undefined {
  const parts = split(topic, 'down');
  return parts && isOneOf(parts.lane, downLanes)
    ? { deviceId: parts.deviceId, lane: parts.lane as DownLane }
    : undefined;
}

export function isDataLane(lane: UpLane): lane is UpDataLane {
  return isOneOf(lane, upDataLanes);
}

/** True when `filter` is one that this device may subscribe to: `down/+`, or one of its own lanes. */
export function isOwnDownFilter(deviceId: string, filter: string): boolean {
  return filter === downFilter(deviceId) || parseDownTopic(filter)?.deviceId === deviceId;
}

function split(topic: string, direction: 'up' | 'down'): { deviceId: string; lane: string } | undefined {
  const [name, version, deviceId, way, lane, ...rest] = topic.split('/');
  if (`${name}/${version}` !== root || way !== direction || rest.length > 0) return undefined;
  if (deviceId === undefined || lane === undefined || !isDeviceId(deviceId)) return undefined;
  return { deviceId, lane };
}

function isOneOf(text: string, list: readonly string[]): boolean {
  return list.includes(text);
}
