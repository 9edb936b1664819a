import type { ConditionTable } from '../code-monitor.ts';
import type { PlatformView } from './readings.ts';

/** The numbers of the conditions, the same on every model (datasheets, `errors` 60 to 78); a model file may say others. */
export const platformLimits: Readonly<Record<number, Readonly<Record<string, number>>>> = {
  60: { for_s: 120, clear_s: 60 },
  61: { attempts: 3 },
  62: { scans: 3 },
  63: { for_s: 60 },
  64: { failures: 3 },
  65: { failures: 3 },
  66: { for_s: 180 },
  // A correction that is made with the first answer was never outstanding.
  67: { after_boot_s: 300, outstanding_s: 20 },
  68: {},
  69: {},
  70: {},
  71: { clear_s: 3600 },
  72: { clear_s: 3600 },
  73: { share: 0.12, for_s: 60, clear_share: 0.2, clear_s: 60 },
  74: { times: 3, within_s: 600, clear_s: 1800 },
  75: {},
  76: { boots: 3, within_s: 3600, clear_s: 3600 },
  77: { clear_probes: 10 },
  78: { associations: 5, within_s: 600, clear_s: 600 },
};

/** Codes 60 to 78 of every datasheet. */
export const platformConditions: ConditionTable<PlatformView> = {
  60: (limit) => ({
    raise: ({ platform }) => !platform.network.associated,
    raiseS: limit('for_s'),
    clear: ({ platform }) => platform.network.hasAddress,
    clearS: limit('clear_s'),
  }),
  61: (limit) => ({
    raise: ({ platform }) => platform.network.refusals >= limit('attempts'),
    raiseS: 0,
    clear: ({ platform }) => platform.network.associated,
  }),
  62: (limit) => ({
    raise: ({ platform }) => platform.network.emptyScans >= limit('scans'),
    raiseS: 0,
    clear: ({ platform }) => platform.network.associated,
  }),
  63: (limit) => ({
    raise: ({ platform }) => platform.network.noOfferS >= limit('for_s'),
    raiseS: 0,
    clear: ({ platform }) => platform.network.hasAddress,
  }),
  64: (limit) => ({
    raise: ({ platform }) => platform.cloud.failedLookUps >= limit('failures'),
    raiseS: 0,
    clear: ({ platform }) => platform.cloud.dns === 'ok',
  }),
  65: (limit) => ({
    raise: ({ platform }) => platform.cloud.failedHandshakes >= limit('failures'),
    raiseS: 0,
    clear: ({ platform }) => platform.cloud.tls === 'ok',
    detail: ({ platform }) => platform.cloud.tlsDetail,
  }),
  66: (limit) => ({
    raise: ({ platform }) => platform.network.associated && platform.cloud.sinceAcceptedS >= limit('for_s'),
    raiseS: 0,
    clear: ({ platform }) => platform.cloud.sinceAcceptedS < limit('for_s'),
  }),
  67: (limit) => ({
    raise: ({ platform: { clock, boots } }) =>
      clock.farOffS >= limit('outstanding_s') || (!clock.synchronised && boots.uptimeS >= limit('after_boot_s')),
    raiseS: 0,
    clear: ({ platform: { clock } }) => clock.synchronised && clock.farOffS === 0,
  }),
  68: () => ({
    raise: ({ platform }) => platform.updater.downloadFailed,
    raiseS: 0,
    clear: ({ platform }) => platform.updater.state === 'downloading',
  }),
  69: () => ({
    raise: ({ platform }) => platform.updater.verifyFailed,
    raiseS: 0,
    clear: ({ platform }) => platform.updater.state === 'downloading',
  }),
  70: () => ({
    raise: ({ platform }) => platform.updater.rolledBack,
    raiseS: 0,
    clear: ({ platform }) => !platform.updater.rolledBack,
  }),
  71: (limit) => ({
    raise: ({ platform: { boots } }) => boots.reason.endsWith('_watchdog') && boots.uptimeS < limit('clear_s'),
    raiseS: 0,
    clear: ({ platform: { boots } }) => boots.uptimeS >= limit('clear_s') || !boots.reason.endsWith('_watchdog'),
  }),
  72: (limit) => ({
    raise: ({ platform: { boots } }) => boots.reason === 'brown_out' && boots.uptimeS < limit('clear_s'),
    raiseS: 0,
    clear: ({ platform: { boots } }) => boots.uptimeS >= limit('clear_s') || boots.reason !== 'brown_out',
  }),
  73: (limit) => ({
    raise: ({ platform }) => platform.heapFree < platform.parameters.heap * limit('share'),
    raiseS: limit('for_s'),
    clear: ({ platform }) => platform.heapFree > platform.parameters.heap * limit('clear_share'),
    clearS: limit('clear_s'),
  }),
  74: (limit) => ({
    raise: ({ platform }) => platform.link.takenOver.within(limit('within_s')) >= limit('times'),
    raiseS: 0,
    clear: ({ platform }) => platform.link.takenOver.within(limit('clear_s')) === 0,
  }),
  75: () => ({
    raise: ({ platform }) => platform.updater.mismatch,
    raiseS: 0,
    clear: ({ platform }) => !platform.updater.mismatch,
  }),
  76: (limit) => ({
    raise: ({ platform }) => platform.boots.within(limit('within_s')) >= limit('boots'),
    raiseS: 0,
    clear: ({ platform }) => platform.boots.uptimeS >= limit('clear_s'),
  }),
  77: (limit) => ({
    raise: ({ platform }) => platform.network.cleanProbes === 0,
    raiseS: 0,
    clear: ({ platform }) => platform.network.cleanProbes >= limit('clear_probes'),
  }),
  78: (limit) => ({
    raise: ({ platform }) => platform.associations.within(limit('within_s')) >= limit('associations'),
    raiseS: 0,
    clear: ({ platform }) => platform.associations.within(limit('clear_s')) === 0,
  }),
};
