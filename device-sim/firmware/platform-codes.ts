import type { ConditionTable } from './code-monitor.ts';
import type { CounterWindow } from './counter-window.ts';
import type { PlatformView } from './platform-readings.ts';

export interface PlatformCodeView extends PlatformView {
  /** Associations, over time. */
  readonly associations: CounterWindow;
}

/** Codes 60 to 78 of every datasheet, as far as the physics can bring them about. */
export const platformConditions: ConditionTable<PlatformCodeView> = {
  60: (limit) => ({
    raise: ({ network }) => !network.associated,
    raiseS: limit('for_s'),
    clear: ({ network }) => network.hasAddress,
    clearS: limit('clear_s'),
  }),
  62: (limit) => ({
    raise: ({ network }) => network.emptyScans >= limit('scans'),
    raiseS: 0,
    clear: ({ network }) => network.associated,
  }),
  71: (limit) => ({
    raise: ({ boots }) => boots.reason.endsWith('_watchdog') && boots.uptimeS < limit('clear_s'),
    raiseS: 0,
    clear: ({ boots }) => boots.uptimeS >= limit('clear_s'),
  }),
  72: (limit) => ({
    raise: ({ boots }) => boots.reason === 'brown_out' && boots.uptimeS < limit('clear_s'),
    raiseS: 0,
    clear: ({ boots }) => boots.uptimeS >= limit('clear_s'),
  }),
  73: (limit) => ({
    raise: ({ heapFree, heapNominal }) => heapFree < heapNominal * limit('share'),
    raiseS: limit('for_s'),
    clear: ({ heapFree, heapNominal }) => heapFree > heapNominal * limit('clear_share'),
    clearS: limit('clear_s'),
  }),
  76: (limit) => ({
    raise: ({ boots }) => boots.within(limit('within_s')) >= limit('boots'),
    raiseS: 0,
    clear: ({ boots }) => boots.uptimeS >= limit('clear_s'),
  }),
  77: (limit) => ({
    raise: ({ network }) => network.cleanProbes === 0,
    raiseS: 0,
    clear: ({ network }) => network.cleanProbes >= limit('clear_probes'),
  }),
  78: (limit) => ({
    raise: ({ associations }) => associations.within(limit('within_s')) >= limit('associations'),
    raiseS: 0,
    clear: ({ associations }) => associations.within(limit('clear_s')) === 0,
  }),
};
