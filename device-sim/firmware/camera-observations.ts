import type { CameraCodeView } from './camera-codes.ts';
import type { ObservationTable } from './examination.ts';
import { platformObservations } from './platform/observations.ts';

/** What the stream has suffered of late. */
function stumbles({ world, track, platform }: CameraCodeView): boolean {
  const { addressConflict } = world.causes;
  return addressConflict || track.interruptions.within(900) >= 2 || platform.boots.within(3600) >= 3;
}

function liveView(camera: CameraCodeView): string {
  const { world, platform, parameters } = camera;
  const { causes, sensor, encoder } = world;
  if (!platform.networkUp || causes.phoneAway) return 'no_picture';
  if (stumbles(camera) || causes.extraViewers > 0) return 'stops_and_returns';
  if (causes.udpLoss > 0.5) return 'torn_or_blocky';
  if (sensor.luma < 15) return 'dark';
  const hesitates = platform.network.loss > 4 || platform.network.rate < 20;
  return encoder.fps < 0.7 * parameters.encoder.fps || hesitates ? 'slow' : 'fine';
}

export const cameraObservations: ObservationTable<CameraCodeView> = {
  ...platformObservations,
  'camera.led': {
    answers: ['green_steady', 'green_blinking', 'amber_blinking', 'off'],
    truth: ({ platform }) => {
      if (!platform.running) return 'off';
      if (!platform.networkUp) return 'amber_blinking';
      return platform.cloud.cloud === 'fail' ? 'green_blinking' : 'green_steady';
    },
  },
  'live.view': {
    answers: ['fine', 'stops_and_returns', 'torn_or_blocky', 'no_picture', 'dark', 'slow'],
    truth: liveView,
  },
  'picture.colour': {
    answers: ['natural', 'pink_or_purple', 'not_daytime'],
    truth: ({ world, night }) => {
      if (night || world.light.lux < 30) return 'not_daytime';
      const { redGain } = world.sensor.look({
        causes: world.causes,
        lux: world.light.lux,
        irLight: false,
        cover: world.filter.cover,
      });
      return redGain > 1.3 ? 'pink_or_purple' : 'natural';
    },
  },
  'ir_cut.click': {
    answers: ['click', 'silent', 'unknown'],
    // Off its lever, only the lever clicks; jammed, it does not reach its stop.
    truth: ({ world: { causes } }) => {
      const jammed = causes.filterOff > 0 && causes.filterOff < 1;
      return causes.coilOpen || jammed ? 'silent' : 'click';
    },
  },
  'place.near_surface': {
    answers: ['yes', 'no', 'unknown'],
    truth: ({ world }) => (world.causes.irReturn > 1.15 ? 'yes' : 'no'),
  },
  'place.sun': {
    answers: ['yes', 'no', 'unknown'],
    truth: ({ world }) => (world.causes.sunK > 8 ? 'yes' : 'no'),
  },
  'viewers.count': {
    answers: ['one', 'two', 'three_or_more', 'unknown'],
    truth: ({ world, platform }) => {
      const own = platform.environment.use > 0.3 ? 2 : 1;
      const all = own + Math.round(world.causes.extraViewers);
      return all >= 3 ? 'three_or_more' : all === 2 ? 'two' : 'one';
    },
  },
  'viewers.affected': {
    answers: ['none', 'all', 'only_recorder', 'only_app'],
    truth: (camera) => {
      const { world, platform } = camera;
      const { causes } = world;
      if (!platform.networkUp) return 'all';
      if (causes.phoneAway) return 'only_app';
      if (causes.wrongLogins > 0 || causes.extraViewers > 0 || causes.codecJitter > 0) return 'only_recorder';
      return liveView(camera) === 'fine' ? 'none' : 'all';
    },
  },
  'supply.kind': {
    answers: ['supplied_one', 'other_phone_charger', 'long_cable', 'poe_switch', 'unknown'],
    truth: ({ world }) => world.causes.supply,
  },
};
