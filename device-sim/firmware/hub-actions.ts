import { behindRelay, plugIds, sensorIds } from '../physics/hub/children.ts';
import { healthyHubCauses, type HubCauses, type PlugCauses } from '../physics/hub/faults.ts';
import type { ActionOutcome, ActionTable, ServiceAction } from './examination.ts';
import { platformActions, replaceUnit } from './platform/actions.ts';

/** What the platform's act does, and what it does to a hub. */
function also(name: string, act: (causes: HubCauses) => ActionOutcome | void): ServiceAction<HubCauses> {
  const common: ServiceAction<HubCauses> | undefined = platformActions[name];
  return (causes) => common?.(causes) ?? act(causes);
}
function eachPlugOf(causes: HubCauses, act: (plug: PlugCauses) => void): void {
  for (const id of plugIds) act(causes.plugs[id]);
}
function noDrops(causes: HubCauses): void {
  causes.dropsPerHour = 0;
  causes.dropsBy = 'nothing';
}
function noRetained(causes: HubCauses): void {
  if (!plugIds.some((id) => causes.plugs[id].retained)) return;
  eachPlugOf(causes, (plug) => {
    plug.retained = false;
  });
  // What the router does now and then was only the occasion.
  if (causes.dropsBy === 'router' && causes.dropsPerHour < 5) noDrops(causes);
}

/** The datasheet's service actions, as changes of causes. */
export const hubActions: ActionTable<HubCauses> = {
  ...platformActions,
  reseat_stick: (causes) => {
    if (!causes.stickBroken) causes.stickLoose = 0;
  },
  extension_cable: (causes) => {
    const { broadband } = causes.noise;
    if (!causes.stickBroken) causes.stickLoose = 0;
    // A metre away hardly anything is left of a disk's noise, and less of an access point's.
    if (broadband) causes.noise = { busy: 0, db: 0, broadband: false };
    else causes.noise = { ...causes.noise, db: Math.round(causes.noise.db * 0.3) };
  },
  change_zigbee_channel: (causes) => {
    if (!causes.noise.broadband) causes.noise = { busy: 0, db: 0, broadband: false };
  },
  power_router_plug: (causes) => {
    if (!plugIds.some((id) => causes.plugs[id].unplugged)) return;
    eachPlugOf(causes, (plug) => {
      plug.unplugged = false;
    });
    for (const id of behindRelay) causes.sensors[id].strangerDb = 0;
  },
  pair_again: (causes) => {
    for (const id of sensorIds) causes.sensors[id].leaves = 0;
  },
  replace_cell: (causes) => {
    for (const id of sensorIds) causes.sensors[id].charge = 1;
  },
  wake_sensor: (causes) => {
    for (const id of sensorIds) causes.sensors[id].quiet = 0;
  },
  retry_child_update: (causes) => {
    eachPlugOf(causes, (plug) => {
      if (plug.updateTrouble === 'invalid') return;
      plug.updateFails = 0;
      plug.updateTrouble = 'none';
    });
  },
  unplug_load: (causes) => {
    // Out of use it does no harm; whole it is not.
    if (plugIds.some((id) => causes.plugs[id].weld > 0 || causes.plugs[id].contactHeat > 1)) return 'relieved';
    eachPlugOf(causes, (plug) => {
      plug.stripW = 0;
      plug.heaterW = 0;
    });
    return undefined;
  },
  reduce_load: (causes) => {
    eachPlugOf(causes, (plug) => {
      plug.stripW = 0;
      plug.heaterW = 0;
    });
    return plugIds.some((id) => causes.plugs[id].contactHeat > 1) ? 'relieved' : undefined;
  },
  roaming_off: (causes) => {
    if (causes.dropsBy === 'roaming') noDrops(causes);
  },
  api_restart_off: (causes) => {
    causes.apiIdleRestart = false;
    causes.apiUse = 1;
  },
  clear_retained: noRetained,
  change_wifi_channel: also('change_wifi_channel', (causes) => {
    // On another channel the router lets go less often.
    if (causes.dropsBy === 'router' && causes.dropsPerHour >= 5) noDrops(causes);
  }),
  other_network: also('other_network', ({ dropsBy }) => (dropsBy === 'router' ? 'relieved' : undefined)),
  other_power_supply: also('other_power_supply', (causes) => {
    causes.cableOhm = 0;
  }),
  restart: also('restart', (causes) => (causes.runaway > 0 ? 'relieved' : undefined)),
  factory_reset: also('factory_reset', (causes) => {
    causes.apiIdleRestart = false;
    causes.apiUse = 1;
    causes.runaway = 0;
    noRetained(causes);
  }),
  update_firmware: also('update_firmware', (causes) => {
    eachPlugOf(causes, (plug) => {
      if (plug.updateTrouble !== 'invalid') return;
      plug.updateFails = 0;
      plug.updateTrouble = 'none';
    });
    if (causes.dropsBy === 'firmware') noDrops(causes);
  }),
  wait: also('wait', (causes) => {
    // By then the reading has long followed.
    eachPlugOf(causes, (plug) => {
      plug.pulseWaitS = 0;
    });
  }),
  replace_unit: (causes) => {
    const drops = causes.dropsBy === 'router' ? ([causes.dropsPerHour, 'router'] as const) : undefined;
    replaceUnit(causes, healthyHubCauses(), ['noise', 'plugs', 'sensors', 'mainsSwingV', 'apiUse']);
    // The plug that is broken is a unit, too.
    eachPlugOf(causes, (plug) => {
      const { unplugged, stripW, retained } = plug;
      const heaterW = plug.contactHeat > 1 ? 0 : plug.heaterW;
      Object.assign(plug, healthyHubCauses().plugs.p1, { unplugged, stripW, retained, heaterW });
    });
    if (!causes.apiIdleRestart) causes.apiUse = 1;
    if (drops) [causes.dropsPerHour, causes.dropsBy] = drops;
  },
};
