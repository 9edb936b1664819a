import type { CameraView, IrSetting } from './camera-state.ts';
import { lasting, type OperationTable } from './operations.ts';
import { round } from './platform-readings.ts';

const nextIr: Readonly<Record<IrSetting, IrSetting>> = { automatic: 'off', off: 'on', on: 'automatic' };
const precondition = { refusal: 'operation_precondition' } as const;

/** A clock, and the mean of what is seen while the operation lasts. */
const uptimeOf = (camera: CameraView) => () => camera.boots.uptimeS;
function meanOf(read: () => number): { readonly look: () => void; readonly mean: () => number } {
  let [sum, count] = [0, 0];
  return {
    look: () => {
      sum += read();
      count += 1;
    },
    mean: () => sum / Math.max(1, count),
  };
}
/** The orders of a test end with it, however it ends. */
const release = (camera: CameraView) => () => {
  camera.test = {};
};

export const cameraOperations: OperationTable<CameraView> = {
  /** Recording pauses while the card is written and read. */
  'test.card': (camera, durationS) => {
    const { card, encoder } = camera.world;
    const errorsBefore = card.writeErrors;
    camera.test = { recording: false };
    return lasting({
      uptimeS: uptimeOf(camera),
      durationS,
      result: () => ({
        present: String(card.mode !== 'absent'),
        mode: card.mode,
        write_speed: round(card.writeSpeed, 1),
        errors: card.writeErrors - errorsBefore + (card.mode === 'ro' ? 1 : 0),
        life_used: card.lifeUsedNow(),
        oldest_file: card.oldestDays(encoder.bitrate),
        zero_byte_files: card.zeroByteFiles,
      }),
      tidy: release(camera),
    });
  },
  'test.stream': (camera, durationS) => {
    const { streaming, encoder } = camera.world;
    const before = encoder.steps;
    const loss = meanOf(() => streaming.lossPercent);
    const fps = meanOf(() => encoder.fps);
    return lasting({
      uptimeS: uptimeOf(camera),
      durationS,
      watch: () => {
        loss.look();
        fps.look();
      },
      result: () => ({
        transport: streaming.transport,
        lost: round(loss.mean(), 2),
        timestamp_steps: encoder.steps - before,
        fps: round(fps.mean(), 1),
        clients: streaming.clients,
        client_addresses: streaming.clients,
      }),
    });
  },
  /** TCP sends again what is lost: what does not get through in time is a stall. */
  'test.stream_tcp': (camera, durationS) => {
    const { streaming, encoder } = camera.world;
    const before = streaming.stalls;
    const fps = meanOf(() => encoder.fps);
    return lasting({
      uptimeS: uptimeOf(camera),
      durationS,
      watch: fps.look,
      result: () => ({ lost: 0, fps: round(fps.mean(), 1), stalls: streaming.stalls - before }),
    });
  },
  /** Takes the filter out for the second half and looks at the cast; says something by daylight only. */
  'test.ir_cut': (camera, durationS) => {
    const { sensor, filter } = camera.world;
    if (camera.night || sensor.luma < 80) return precondition;
    const [inside, outside] = [meanOf(() => sensor.redGain), meanOf(() => sensor.redGain)];
    camera.test = { filter: 'in' };
    return lasting({
      uptimeS: uptimeOf(camera),
      durationS,
      watch: (elapsedS) => {
        const second = elapsedS >= durationS / 2;
        camera.test = { filter: second ? 'out' : 'in' };
        // The filter moves, and white balance follows, within two seconds.
        if (elapsedS % (durationS / 2) > 2) (second ? outside : inside).look();
      },
      result: () => ({
        coil_current: filter.coilCurrent,
        red_gain_in: round(inside.mean(), 2),
        red_gain_out: round(outside.mean(), 2),
      }),
      tidy: release(camera),
    });
  },
  /** Light off, then on; needs darkness. */
  'test.ir_light': (camera, durationS) => {
    const { world, parameters } = camera;
    if (world.light.lux * parameters.sensor.lumaPerLux >= parameters.dayNight.nightBelow) return precondition;
    const off = { luma: meanOf(() => world.sensor.luma), volts: meanOf(() => world.supplyVoltage) };
    const on = { luma: meanOf(() => world.sensor.luma), volts: meanOf(() => world.supplyVoltage) };
    camera.test = { filter: 'out', irLight: false };
    return lasting({
      uptimeS: uptimeOf(camera),
      durationS,
      watch: (elapsedS) => {
        const lit = elapsedS >= durationS / 2;
        camera.test = { filter: 'out', irLight: lit };
        if (elapsedS % (durationS / 2) < 2) return;
        const part = lit ? on : off;
        part.luma.look();
        part.volts.look();
      },
      result: () => ({
        luma_off: round(off.luma.mean(), 0),
        luma_on: round(on.luma.mean(), 0),
        voltage_off: round(off.volts.mean(), 2),
        voltage_on: round(on.volts.mean(), 2),
      }),
      tidy: release(camera),
    });
  },
  'test.thermal': (camera, durationS) =>
    lasting({
      uptimeS: uptimeOf(camera),
      durationS,
      result: () => ({
        processor: round(camera.world.temperature, 1),
        housing: round((camera.world.temperature + camera.world.light.ambientCel) / 2, 1),
        throttled: String(camera.throttled),
      }),
    }),
  'test.address': (camera, durationS) =>
    lasting({
      uptimeS: uptimeOf(camera),
      durationS,
      result: () => ({
        mode: camera.world.causes.addressConflict ? 'static' : 'dhcp',
        hardware_addresses_answering: camera.world.causes.addressConflict ? 2 : 1,
      }),
    }),
  'adjust.ir_light': (camera, durationS) => {
    camera.irSetting = nextIr[camera.irSetting];
    return lasting({ uptimeS: uptimeOf(camera), durationS, result: () => ({ ir: camera.irSetting }) });
  },
  'adjust.smart_codec': (camera, durationS) => {
    const { world } = camera;
    world.actuators.smartCodec = !world.actuators.smartCodec;
    return lasting({
      uptimeS: uptimeOf(camera),
      durationS,
      result: () => ({ smart_codec: world.smart ? 'on' : 'off' }),
    });
  },
};
