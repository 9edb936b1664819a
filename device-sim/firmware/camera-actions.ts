import { type Causes, healthyCauses } from '../physics/camera/faults.ts';
import type { ActionOutcome, ActionTable, ServiceAction } from './examination.ts';
import { platformActions, replaceUnit } from './platform/actions.ts';

/** Causes of the class that lie outside the device, the card included: it moves into the new unit. */
const outside = [
  'cardWear',
  'otherFiles',
  'extraViewers',
  'wrongLogins',
  'udpLoss',
  'codecJitter',
  'irReturn',
  'irSway',
  'heatPath',
  'sunK',
] as const satisfies readonly (keyof Causes)[];

/** What the platform's act does, and what it does to a camera besides. */
function also(name: string, act: (causes: Causes) => ActionOutcome | void): ServiceAction<Causes> {
  return (causes) => {
    const said = act(causes);
    return platformActions[name]?.(causes) ?? said;
  };
}

/** A warm start finds a card that is seldom slow. */
const startedAgain = (causes: Causes): void => {
  if (causes.cardSlow < 0.6) causes.cardSlow = 0;
};

export const cameraActions: ActionTable<Causes> = {
  ...platformActions,
  format_card: (causes) => {
    // Without a card there is nothing to format; worn cells hold for some days.
    if (causes.cardWear > 0) return causes.cardWear > 0.9 ? 'no_change' : 'relieved';
    causes.otherFiles = 0;
    return undefined;
  },
  replace_card: (causes) => {
    causes.cardWear = 0;
    causes.cardSlow = 0;
    causes.otherFiles = 0;
  },
  reseat_card: (causes) => {
    // A start with a card that has just been put in is a cold one.
    causes.cardSlow = causes.cardSlow < 0.7 ? 0 : 0.3;
  },
  enable_loop: (causes) => {
    causes.rotation = true;
    causes.otherFiles = 0;
  },
  one_client: (causes) => {
    causes.extraViewers = 0;
  },
  smart_codec_off: (causes) => {
    causes.codecJitter = 0;
  },
  stream_over_tcp: (causes) => {
    causes.udpLoss = 0;
  },
  reenter_stream_password: (causes) => {
    causes.wrongLogins = 0;
  },
  clean_front: (causes) => {
    causes.irReturn = 1;
    causes.irSway = 0;
  },
  // No light, no reflection and no load, and nothing to see at night.
  ir_off: (causes) => (causes.irReturn > 1 || causes.cableOhm > 0 ? 'relieved' : 'no_change'),
  shade: (causes) => {
    causes.sunK = 4;
    // What is built in too tightly stays so in the shade.
    causes.heatPath = causes.heatPath > 1.9 ? 1.3 : 1;
  },
  replace_lens_module: (causes) => {
    causes.filterOff = 0;
    causes.coilOpen = false;
    causes.blur = 0;
    causes.scatter = 0;
    causes.drying = 0;
  },
  router_reserve_address: also('router_reserve_address', (causes) => {
    causes.rivalShare = 0;
  }),
  other_power_supply: also('other_power_supply', (causes) => {
    causes.cableOhm = 0;
    causes.supply = 'supplied_one';
  }),
  restart: also('restart', startedAgain),
  update_firmware: also('update_firmware', startedAgain),
  factory_reset: also('factory_reset', (causes) => {
    startedAgain(causes);
    causes.rotation = true;
    causes.udpLoss = 0;
    causes.addressConflict = false;
    causes.rivalShare = 0;
  }),
  replace_unit: (causes) => replaceUnit(causes, healthyCauses(), outside),
};
