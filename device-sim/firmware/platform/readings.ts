import { InputProblem } from '../../fields.ts';
import type { Model } from '../../models/model.ts';
import type { Platform } from '../../physics/platform/platform.ts';
import { bootReasons } from '../boots.ts';

/** What every class has. */
export interface PlatformView {
  readonly platform: Platform;
  /** A code of level error or above is raised. */
  readonly failing: boolean;
}

/** Where a metric comes from. */
export type Readings<View> = Readonly<Record<string, (view: View) => number | string | undefined>>;

export const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
export const flag = (value: boolean): number => (value ? 1 : 0);
const known = { unknown: 0, ok: 1, fail: 2 } as const;
const states = [
  'idle',
  'downloading',
  'downloaded',
  'verifying',
  'installing',
  'rebooting',
  'confirming',
  'confirmed',
  'failed',
  'rolledBack',
];
const results: Readonly<Record<string, number>> = {
  none: 0,
  success: 1,
  no_flash: 2,
  no_memory: 3,
  connection_lost: 4,
  integrity: 5,
  package_type: 6,
  uri: 7,
  failed: 8,
  protocol: 9,
  cancelled: 10,
  deferred: 11,
  rolled_back: 100,
  boot_failed: 101,
  version_mismatch: 102,
};
const slotStates = ['valid', 'pending_verify', 'invalid', 'aborted'];
/** What the radio measures while it is associated. */
const onAir = (read: (platform: Platform) => number | string) => {
  return ({ platform }: PlatformView) => (platform.network.associated ? read(platform) : undefined);
};
const withAddress = (read: (platform: Platform) => number) => {
  return ({ platform }: PlatformView) => (platform.network.hasAddress ? read(platform) : undefined);
};

/** The platform metrics of every datasheet. Resolution is that of the sensor. */
export const platformReadings: Readings<PlatformView> = {
  'device.uptime': ({ platform }) => Math.floor(platform.boots.uptimeS),
  'device.reboot.count': ({ platform }) => platform.boots.count,
  'device.boot.reason': ({ platform }) => bootReasons.indexOf(platform.boots.reason),
  'device.clock.offset': ({ platform }) => round(platform.clock.offsetS, 1),
  'device.fault.active': ({ failing }) => flag(failing),
  'device.heap.free': ({ platform }) => platform.heapFree,
  'wifi.rssi': onAir(({ network }) => network.rssi),
  'wifi.channel': onAir(({ network }) => network.channel),
  'wifi.bssid': onAir(({ network }) => network.bssid),
  'wifi.profile': ({ platform }) => flag(platform.network.profile === 'secondary'),
  'wifi.channel_busy': onAir(({ network }) => round(network.busy, 0)),
  'wifi.tx.rate': onAir(({ network }) => round(network.rate, 1)),
  'wifi.tx.retry': ({ platform }) => platform.network.retries,
  'wifi.tx.frames': ({ platform }) => platform.network.frames,
  'wifi.beacon_lost': ({ platform }) => platform.network.beaconsLost,
  'wifi.reconnect': ({ platform }) => Math.max(0, platform.network.associations - 1),
  'wifi.assoc_fail.cause': ({ platform }) => platform.network.failCause,
  'net.ip': ({ platform }) => platform.network.ip,
  'net.dhcp.ok': ({ platform: { network } }) => {
    if (network.hasAddress) return known.ok;
    return network.noOfferS > 10 ? known.fail : known.unknown;
  },
  'net.dns.ok': ({ platform }) => known[platform.cloud.dns],
  'net.tls.ok': ({ platform }) => known[platform.cloud.tls],
  'net.cloud.ok': ({ platform }) => known[platform.cloud.cloud],
  'net.gateway.rtt': withAddress(({ network }) => round(network.rtt, 1)),
  'net.packet_loss': withAddress(({ network }) => round(network.loss, 1)),
  'mqtt.reconnect': ({ platform }) => Math.max(0, platform.link.reconnects),
  'mqtt.disconnect.reason': ({ platform }) => platform.link.reason,
  'fw.state': ({ platform }) => states.indexOf(platform.updater.state),
  'fw.progress': ({ platform: { updater } }) =>
    updater.state === 'downloading' || updater.state === 'installing' ? round(updater.progress, 0) : undefined,
  'fw.result': ({ platform }) => results[platform.updater.result],
  'fw.version': ({ platform }) => platform.updater.version,
  'fw.version.sub': ({ platform }) => platform.updater.subVersion,
  'fw.target': ({ platform }) => platform.updater.target,
  'fw.slot_state': ({ platform }) => slotStates.indexOf(platform.updater.facts().slotState),
};

/** A metric's value now; undefined when the class does not measure it or it does not apply. */
export function readFrom<View>(readings: Readings<View>, name: string, view: View): number | string | undefined {
  return Object.hasOwn(readings, name) ? readings[name]?.(view) : undefined;
}

/** Throws InputProblem for a metric of the model that the class does not measure. */
export function refuseUnmeasured(model: Model, measured: Readings<never>): void {
  const unknown = model.metrics.find(({ name }) => !Object.hasOwn(measured, name));
  if (unknown)
    throw new InputProblem(`Model ${model.id}: no ${model.deviceClass} measures the metric ${unknown.name}.`);
}
