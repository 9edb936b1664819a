import type { TestTable } from './examination.ts';
import type { CameraView } from './camera-state.ts';
import { platformTests } from './platform/tests.ts';
import { round } from './platform/readings.ts';

const linked = ({ platform }: CameraView): boolean => platform.running && platform.link.up;
const minute = 60;
/** Luma that the fixed exposure of the light test can tell. */
const whitest = 255;

/** The camera's operations that measure, with the fields of the datasheet's `returns`. */
export const cameraTests: TestTable<CameraView> = {
  ...platformTests,
  'test.card': {
    needs: linked,
    measure: ({ world: { card, encoder, causes } }, noise) => {
      if (card.mode === 'absent') return { present: false };
      return {
        present: true,
        mode: card.mode,
        write_speed: round(card.writeSpeed * noise.between(0.95, 1.05), 1),
        errors: Math.round(card.errorsPerS(causes) * minute * noise.between(0.6, 1.4)),
        life_used: card.lifeUsedNow(),
        oldest_file: card.oldestDays(encoder.bitrate),
        zero_byte_files: card.zeroByteFiles,
      };
    },
  },
  'test.stream': {
    needs: linked,
    measure: ({ world: { streaming, encoder, causes, smart } }, noise) => ({
      transport: causes.udpLoss > 0 ? 'udp' : 'tcp',
      lost: round(Math.max(0, streaming.lossPercent * noise.between(0.85, 1.15)), 2),
      timestamp_steps: smart
        ? Math.round(causes.codecJitter * minute * noise.between(0.8, 1.2))
        : noise.next() < 0.05
          ? 1
          : 0,
      fps: round(encoder.fps + 0.1 * noise.normal(), 1),
      clients: streaming.clients,
      client_addresses: streaming.clients,
    }),
  },
  // TCP sends again what is lost: what does not get through in time is a stall.
  'test.stream_tcp': {
    needs: linked,
    measure: ({ world: { encoder }, platform: { network } }, noise) => {
      const short = network.throughput * 1e6 < encoder.bitrate * 1.15;
      return {
        lost: 0,
        fps: round(encoder.fps + 0.1 * noise.normal(), 1),
        stalls: short || network.loss > 20 ? 1 + Math.floor(noise.next() * 12) : 0,
      };
    },
  },
  // Says something by daylight only: the filter in, then out, and the cast of the picture.
  'test.ir_cut': {
    needs: (camera) => linked(camera) && !camera.night && camera.world.sensor.luma >= 80,
    measure: ({ world: { sensor, filter, light, causes, supplyVoltage } }, noise) => {
      const cast = (lever: 'in' | 'out'): number => {
        const cover = causes.coilOpen ? filter.cover : filter.coverWhen(lever);
        const { redGain } = sensor.look({ causes, lux: light.lux, irLight: false, cover });
        return round(redGain + 0.02 * noise.normal(), 2);
      };
      return { coil_current: filter.pulse(supplyVoltage), red_gain_in: cast('in'), red_gain_out: cast('out') };
    },
  },
  // Light off, then on, at full gain; needs darkness.
  'test.ir_light': {
    needs: (camera) => linked(camera) && isDark(camera),
    measure: ({ world }, noise) => {
      const { sensor, light, causes, filter } = world;
      const cover = causes.coilOpen ? filter.cover : 0;
      const luma = (irLight: boolean): number => {
        const { potential } = sensor.look({ causes, lux: light.lux, irLight, cover });
        return Math.round(Math.min(whitest, potential * noise.between(0.96, 1.04)));
      };
      const volts = (irLight: boolean): number => round(world.voltageAt(irLight) + 0.01 * noise.normal(), 2);
      return { luma_off: luma(false), luma_on: luma(true), voltage_off: volts(false), voltage_on: volts(true) };
    },
  },
  'test.thermal': {
    needs: linked,
    measure: ({ world: { temperature, light }, throttled }, noise) => ({
      processor: round(temperature + 0.3 * noise.normal(), 1),
      housing: round((temperature + light.ambientCel) / 2 + 0.5 * noise.normal(), 1),
      throttled,
    }),
  },
  'test.address': {
    needs: linked,
    measure: ({ world: { causes } }) => ({
      mode: causes.addressConflict ? 'static' : 'dhcp',
      hardware_addresses_answering: causes.addressConflict ? 2 : 1,
    }),
  },
  'read.config': {
    needs: linked,
    measure: ({ world: { causes, actuators, maintenanceHour }, irSetting, parameters }) => ({
      transport: causes.udpLoss > 0 ? 'udp' : 'tcp',
      smart_codec: causes.codecJitter > 0 && actuators.smartCodec ? 'on' : 'off',
      record_loop: causes.rotation ? 'on' : 'off',
      address: causes.addressConflict ? 'static' : 'dhcp',
      ir: irSetting,
      fps: parameters.encoder.fps,
      bitrate_limit: 8_000_000,
      maintenance_restart: causes.restartAtHour < 0 ? 'off' : `daily ${clockTime(maintenanceHour)}`,
      update: 'automatic',
    }),
  },
};

function isDark({ world, parameters }: CameraView): boolean {
  return world.light.lux * parameters.sensor.lumaPerLux < parameters.dayNight.nightBelow;
}

function clockTime(hour: number): string {
  const minutes = Math.round(hour * 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
