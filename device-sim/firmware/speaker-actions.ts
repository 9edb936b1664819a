import { type Causes, healthyCauses } from '../physics/speaker/faults.ts';
import type { ActionTable, ServiceAction } from './examination.ts';
import { platformActions, replaceUnit } from './platform/actions.ts';

/** Causes of the class that lie outside the device. */
const outside = [
  'oldAddress',
  'multicastLoss',
  'jitter',
  'wakeShift',
  'noiseDb',
] as const satisfies readonly (keyof Causes)[];

/** What the platform's act does, and what it does to a speaker besides. */
function also(name: string, act: (causes: Causes) => void): ServiceAction<Causes> {
  return (causes) => {
    act(causes);
    return platformActions[name]?.(causes);
  };
}

/** What hung runs again. */
const freed = (causes: Causes): void => {
  causes.listenerHang = 0;
  causes.playerHang = 0;
};

export const speakerActions: ActionTable<Causes> = {
  ...platformActions,
  slide_mute: (causes) => {
    causes.muteContact = 0;
  },
  relink_account: (causes) => {
    // Whoever links while the service is down has no link at all.
    if (causes.cloudFail > 0.5) return 'worse';
    causes.tokenRefused = 0;
    causes.accountRefused = false;
    return undefined;
  },
  other_wake_word: (causes) => {
    causes.wakeShift = 0;
  },
  raise_volume: (causes) => {
    causes.volumeSet = null;
    causes.doNotDisturb = false;
  },
  rediscover: (causes) => {
    causes.oldAddress = 0;
    causes.addressShift = 0;
  },
  move_from_noise: (causes) => {
    causes.noiseDb = -120;
  },
  change_wifi_channel: also('change_wifi_channel', (causes) => {
    causes.jitter = 0;
  }),
  move_near_router: also('move_near_router', (causes) => {
    // Nearer, fewer frames are hit; the channel stays as busy.
    causes.jitter *= 0.6;
  }),
  router_settings_discovery: also('router_settings_discovery', (causes) => {
    causes.multicastLoss = 0;
  }),
  router_reserve_address: also('router_reserve_address', (causes) => {
    // The reserved address is the one that the controller knows.
    causes.oldAddress = 0;
  }),
  restart: also('restart', freed),
  update_firmware: also('update_firmware', freed),
  factory_reset: also('factory_reset', (causes) => {
    freed(causes);
    // It is linked and set up anew.
    causes.tokenRefused = 0;
    causes.accountRefused = false;
    causes.volumeSet = null;
    causes.doNotDisturb = false;
  }),
  replace_unit: (causes) => {
    const { accountRefused, tokenRefused } = causes;
    replaceUnit(causes, healthyCauses(), outside);
    // A new unit is linked anew.
    if (accountRefused && tokenRefused > 0) causes.accountRefused = false;
  },
};
