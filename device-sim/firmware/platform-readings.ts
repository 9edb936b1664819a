import { InputProblem } from '../fields.ts';
import type { Model } from '../models/model.ts';
import type { Network } from '../physics/network.ts';
import type { FirmwareFacts } from '../wire/records.ts';
import { type Boots, bootReasons } from './boots.ts';

/** What every class has: the platform's board, radio and boots. */
export interface PlatformView {
  readonly network: Network;
  readonly boots: Boots;
  /** By. */
  readonly heapFree: number;
  readonly heapNominal: number;
  /** A code of level error or above is raised. */
  readonly failing: boolean;
}

/** Where a metric comes from. */
export type Readings<View> = Readonly<Record<string, (view: View) => number | string | undefined>>;

export const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
export const flag = (value: boolean): number => (value ? 1 : 0);
/** 0 unknown, 1 ok, 2 fail: without an association nothing is known of what lies behind. */
const known = ({ network }: PlatformView): number => flag(network.hasAddress);

/** The platform metrics of every datasheet. Resolution is that of the sensor. */
export const platformReadings: Readings<PlatformView> = {
  'device.uptime': ({ boots }) => Math.floor(boots.uptimeS),
  'device.reboot.count': ({ boots }) => boots.count,
  'device.boot.reason': ({ boots }) => bootReasons.indexOf(boots.reason),
  'device.clock.offset': () => 0.2,
  'device.fault.active': ({ failing }) => flag(failing),
  'device.heap.free': ({ heapFree }) => heapFree,
  'wifi.rssi': ({ network }) => network.rssi,
  'wifi.channel': ({ network }) => network.channel,
  'wifi.bssid': ({ network }) => network.bssid,
  'wifi.profile': () => 0,
  'wifi.channel_busy': ({ network }) => round(network.busy, 0),
  'wifi.tx.rate': ({ network }) => round(network.rate, 1),
  'wifi.tx.retry': ({ network }) => network.retries,
  'wifi.tx.frames': ({ network }) => network.frames,
  'wifi.beacon_lost': ({ network }) => network.beaconsLost,
  'wifi.reconnect': ({ network }) => network.associations - 1,
  'wifi.assoc_fail.cause': ({ network }) => network.failCause,
  'net.ip': ({ network }) => network.ip,
  'net.dhcp.ok': known,
  'net.dns.ok': known,
  'net.tls.ok': known,
  'net.cloud.ok': known,
  'net.gateway.rtt': ({ network }) => round(network.rtt, 1),
  'net.packet_loss': ({ network }) => round(network.loss, 1),
};

/** Metrics that only the link itself can tell. */
export const linkMetrics = ['mqtt.reconnect', 'mqtt.disconnect.reason'] as const;

/** A metric's value now; undefined when the class does not measure it or it does not apply. */
export function readFrom<View>(readings: Readings<View>, name: string, view: View): number | string | undefined {
  return Object.hasOwn(readings, name) ? readings[name]?.(view) : undefined;
}

/** The link says its own metrics, and fw.* travels in the firmware lane; for the rest throws InputProblem. */
export function refuseUnmeasured(model: Model, measured: Readings<never>): void {
  const others: readonly string[] = linkMetrics;
  const unknown = model.metrics.find(
    ({ name, dataClass }) => dataClass !== 'firmware' && !others.includes(name) && !Object.hasOwn(measured, name),
  );
  if (unknown)
    throw new InputProblem(`Model ${model.id}: no ${model.deviceClass} measures the metric ${unknown.name}.`);
}

/** Two slots, the newest release running and confirmed. */
export function settledFirmware({ firmware: { version, sub, previous } }: Model): FirmwareFacts {
  return {
    state: 'idle',
    result: 'success',
    version,
    versionSub: sub,
    target: '',
    slotState: 'valid',
    slots: [
      { name: 'A', version, state: 'valid' },
      { name: 'B', version: previous, state: 'valid' },
    ],
  };
}
