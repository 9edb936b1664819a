import { plugIds } from '../physics/hub/children.ts';
import type { ObservationTable } from './examination.ts';
import type { HubView } from './hub-state.ts';
import { suspectPlug, suspectSensor } from './hub-suspects.ts';
import { platformObservations } from './platform/observations.ts';

const hotToTouchCel = 60;
const latent = ({ world }: HubView) => world.faults.latent(world.seconds);

/** What the owner can see of hub, plugs and sensors; the words of the datasheet. */
export const hubObservations: ObservationTable<HubView> = {
  ...platformObservations,
  'hub.led': {
    answers: ['white_steady', 'white_blinking', 'amber_blinking', 'red_steady', 'off'],
    truth: (view) => {
      const { platform } = view;
      if (!platform.running) return platform.causes.mainsOff ? 'off' : 'amber_blinking';
      return view.lamp(platform.cloud.cloud === 'ok');
    },
  },
  'hub.neighbours': {
    answers: ['nothing', 'router_or_usb_disk', 'microwave_oven', 'unknown'],
    truth: (view) => (latent(view).noise.busy > 0 ? 'router_or_usb_disk' : view.world.neighbour),
  },
  'stick.seated': {
    answers: ['firm_and_lit', 'loose_or_dark', 'built_in'],
    truth: (view) => {
      const { stickLoose, stickBroken } = latent(view);
      return stickLoose > 0 || stickBroken || !view.platform.running ? 'loose_or_dark' : 'firm_and_lit';
    },
  },
  'plug.led': {
    answers: ['on', 'off', 'blinking', 'unknown'],
    truth: ({ world }) => {
      const plug = world.plugs[suspectPlug(world)];
      return plug.powered && plug.coil ? 'on' : 'off';
    },
  },
  'plug.in_wall': {
    answers: ['all_in', 'one_unplugged', 'unknown'],
    truth: (view) => (plugIds.some((id) => latent(view).plugs[id].unplugged) ? 'one_unplugged' : 'all_in'),
  },
  'plug.load': {
    answers: ['stops', 'keeps_running', 'unknown'],
    truth: (view) => (latent(view).plugs[suspectPlug(view.world)].weld > 0 ? 'keeps_running' : 'stops'),
  },
  'plug.heat': {
    answers: ['cool_or_warm', 'hot', 'unknown'],
    truth: (view) => {
      const id = suspectPlug(view.world);
      const hot = view.world.plugs[id].temperature > hotToTouchCel || latent(view).plugs[id].contactHeat > 3;
      return hot ? 'hot' : 'cool_or_warm';
    },
  },
  'plug.appliance': {
    answers: ['lamp_or_small', 'heater_or_kettle', 'several_on_a_strip', 'unknown'],
    truth: (view) => {
      const id = suspectPlug(view.world);
      const { stripW, heaterW } = latent(view).plugs[id];
      if (stripW > 0) return 'several_on_a_strip';
      return heaterW > 0 || view.world.plugs[id].appliance.kind === 'heater' ? 'heater_or_kettle' : 'lamp_or_small';
    },
  },
  'sensor.button': {
    answers: ['blinks', 'dark', 'unknown'],
    truth: ({ world }) => {
      const id = suspectSensor(world);
      return world.mesh.sensors[id].alive(world.sensorCel(id)) ? 'blinks' : 'dark';
    },
  },
  'other.controller': {
    answers: ['yes', 'no', 'unknown'],
    truth: (view) => {
      const causes = latent(view);
      return causes.takeoversPerHour > 0 || plugIds.some((id) => causes.plugs[id].retained) ? 'yes' : 'no';
    },
  },
};
