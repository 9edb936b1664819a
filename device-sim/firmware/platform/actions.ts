import type { PlatformCauses } from '../../physics/platform/causes.ts';
import type { ActionTable } from '../examination.ts';

/** Causes that lie outside the device: a new one has them too. */
const outside = [
  'attenuationDb',
  'addressConflict',
  'busyExtra',
  'wrongPassword',
  'accessPoint',
  'routerOff',
  'dhcpFail',
  'addressShift',
  'clientIsolation',
  'portal',
  'dnsFail',
  'dnsAllFail',
  'ntpBlocked',
  'cloudFail',
  'cloudSilent',
  'accountRefused',
  'phoneAway',
  'mainsOff',
  'updateOffered',
  'imageDamaged',
  'blockLost',
  'bootFails',
  'telling',
] as const satisfies readonly (keyof PlatformCauses)[];

/** Another unit at the same place: what lies outside stays. `more`: causes of the class that lie outside. */
export function replaceUnit<Causes extends PlatformCauses>(
  causes: Causes,
  healthy: Causes,
  more: readonly (keyof Causes)[] = [],
): void {
  const kept = Object.fromEntries([...outside, ...more].map((name) => [name, causes[name]]));
  // A new unit comes with the newest image: nothing is offered to it.
  Object.assign(causes, structuredClone(healthy), kept, {
    updateOffered: false,
    imageDamaged: false,
    bootFails: 0,
    blockLost: 0,
  });
}

/** Service actions that every datasheet has, except `replace_unit` (`replaceUnit` with the class's own causes). */
export const platformActions: ActionTable<PlatformCauses> = {
  move_near_router: (causes) => {
    causes.attenuationDb = 0;
  },
  change_wifi_channel: (causes) => {
    causes.busyExtra = 0;
  },
  reenter_wifi: (causes) => {
    causes.wrongPassword = false;
    causes.strayNetwork = false;
  },
  router_compatible_mode: (causes) => {
    causes.accessPoint = 'usable';
  },
  router_restart: (causes) => {
    causes.dhcpFail = 0;
    // Its resolver comes back for a while, or for good.
    if (causes.dnsFail > 0 && causes.dnsFail < 0.95) causes.dnsFail = 0;
  },
  router_settings_discovery: (causes) => {
    causes.clientIsolation = false;
  },
  router_reserve_address: (causes) => {
    causes.addressConflict = false;
    causes.addressShift = 0;
  },
  other_network: (causes) => {
    const wrong = causes.attenuationDb + causes.busyExtra + causes.dhcpFail + causes.dnsFail + causes.addressShift;
    const home = wrong > 0 || causes.wrongPassword || causes.accessPoint !== 'usable' || causes.strayNetwork;
    const more = causes.ntpBlocked || causes.addressConflict || causes.clientIsolation || causes.blockLost > 0;
    // The page that asked for a login belongs to the network that is left.
    causes.portal = false;
    // On a hotspot the device itself works: the home keeps its trouble.
    return home || more ? 'relieved' : undefined;
  },
  set_dns: (causes) => {
    if (!causes.dnsAllFail) causes.dnsFail = 0;
  },
  allow_time_service: (causes) => {
    causes.ntpBlocked = false;
    causes.clockErrorS = 0;
    causes.clockReset = false;
  },
  other_power_supply: (causes) => {
    causes.dipsPerHour = 0;
  },
  restart: (causes) => {
    causes.strayNetwork = false;
    // What leaks or hangs begins anew.
    return causes.heapLeak > 0 || causes.hangsPerHour > 0 || causes.dropsPerHour > 0 ? 'relieved' : undefined;
  },
  factory_reset: (causes) => {
    // Who is reset while the cloud is down cannot be set up again.
    if (causes.cloudFail > 0) return 'worse';
    causes.flashFilled = 0;
    causes.strayNetwork = false;
    causes.restartEveryS = 0;
    return causes.wrongPassword || causes.heapLeak > 0 ? 'relieved' : undefined;
  },
  update_firmware: (causes) => {
    if (causes.subStays) {
      causes.subStays = false;
      causes.updateOffered = false;
    }
    // A download that stalls now and then comes through in the end.
    if (causes.blockLost > 0 && causes.blockLost < 0.03) {
      causes.blockLost = 0;
      causes.updateOffered = false;
    }
    if (causes.heapLeak > 0 || causes.hangsPerHour > 0) {
      causes.heapLeak = 0;
      causes.hangsPerHour = 0;
    }
  },
  unique_identity: (causes) => {
    causes.takeoversPerHour = 0;
  },
  phone_settings: (causes) => {
    causes.phoneAway = false;
  },
  wait: (causes) => {
    if (causes.telling.passesInS > 3600) return;
    causes.cloudFail = 0;
    causes.cloudSilent = false;
    causes.mainsOff = false;
    causes.routerOff = false;
  },
};
