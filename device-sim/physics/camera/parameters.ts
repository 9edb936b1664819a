import type { Fields } from '../../fields.ts';
import { type NetworkParameters, readNetworkParameters } from '../network.ts';

/** The numbers of one model of the class; units in the names or, where none is given, as the metric's. */
export interface CameraParameters {
  readonly board: { readonly heap: number; readonly load: number };
  readonly place: {
    /** The home's local time. */
    readonly utcOffsetH: number;
    readonly ambientCel: number;
    readonly dailySwingK: number;
    readonly noonLux: number;
    readonly nightLux: number;
  };
  readonly sensor: {
    /** Luma that full gain makes of one lux. */
    readonly lumaPerLux: number;
    /** What exposure control holds. */
    readonly targetLuma: number;
    /** Luma that the own IR light brings in a usual room, at full gain. */
    readonly irLuma: number;
    readonly redGainIn: number;
    readonly redGainOut: number;
    readonly noise: number;
    readonly sharpness: number;
  };
  readonly dayNight: { readonly nightBelow: number; readonly dayAbove: number; readonly forS: number };
  readonly filter: { readonly coilOhm: number };
  readonly encoder: {
    readonly fps: number;
    readonly dayBitrate: number;
    readonly nightBitrate: number;
    readonly keyframeS: number;
    readonly smartKeyframeS: number;
  };
  readonly streaming: { readonly limit: number; readonly retryS: number };
  readonly card: {
    readonly bytes: number;
    readonly segmentS: number;
    readonly rotateAbove: number;
    readonly rotateTo: number;
    readonly latencyMs: number;
    readonly writeMBps: number;
    /** Write errors since mounting at which the file system gives up. */
    readonly errorsToReadOnly: number;
  };
  readonly supply: {
    readonly openV: number;
    readonly cableOhm: number;
    readonly boardA: number;
    readonly irA: number;
    readonly resetV: number;
  };
  readonly heat: {
    readonly riseK: number;
    readonly irK: number;
    readonly tauS: number;
    readonly throttleCel: number;
    readonly fpsPerK: number;
    readonly restartCel: number;
  };
  readonly bootS: number;
  readonly network: NetworkParameters;
  readonly start: {
    readonly used: readonly [number, number];
    readonly lifeUsed: readonly [number, number];
    readonly reboots: readonly [number, number];
  };
}

/** Reads the section `physics` of a model of class `camera`. Throws InputProblem with file and field. */
export function readCameraParameters(physics: Fields): CameraParameters {
  const at = (name: string): Fields => physics.at(name);
  const [board, place, sensor, dayNight] = [at('board'), at('place'), at('sensor'), at('day_night')];
  const [encoder, streaming, card, supply] = [at('encoder'), at('streaming'), at('card'), at('supply')];
  const [heat, start] = [at('heat'), at('start')];
  return {
    board: { heap: board.positive('heap_By'), load: board.number('load', { min: 0, max: 100 }) },
    place: {
      utcOffsetH: place.number('utc_offset_h', { min: -12, max: 14 }),
      ambientCel: place.number('ambient_Cel', { min: -20, max: 50 }),
      dailySwingK: place.number('daily_swing_K', { min: 0, max: 30 }),
      noonLux: place.positive('noon_lux'),
      nightLux: place.positive('night_lux'),
    },
    sensor: {
      lumaPerLux: sensor.positive('luma_per_lux'),
      targetLuma: sensor.number('target_luma', { min: 50, max: 200 }),
      irLuma: sensor.number('ir_luma', { min: 20, max: 200 }),
      redGainIn: sensor.positive('red_gain_in'),
      redGainOut: sensor.positive('red_gain_out'),
      noise: sensor.positive('noise'),
      sharpness: sensor.number('sharpness', { min: 1, max: 100 }),
    },
    dayNight: {
      nightBelow: dayNight.positive('night_below'),
      dayAbove: dayNight.positive('day_above'),
      forS: dayNight.positive('for_s'),
    },
    filter: { coilOhm: at('filter').positive('coil_ohm') },
    encoder: {
      fps: encoder.number('fps', { min: 1, max: 30 }),
      dayBitrate: encoder.positive('day_bitrate'),
      nightBitrate: encoder.positive('night_bitrate'),
      keyframeS: encoder.positive('keyframe_s'),
      smartKeyframeS: encoder.positive('smart_keyframe_s'),
    },
    streaming: { limit: streaming.number('limit', { min: 1, max: 8 }), retryS: streaming.positive('retry_s') },
    card: {
      bytes: card.positive('bytes'),
      segmentS: card.positive('segment_s'),
      rotateAbove: card.number('rotate_above', { min: 50, max: 99 }),
      rotateTo: card.number('rotate_to', { min: 40, max: 99 }),
      latencyMs: card.positive('latency_ms'),
      writeMBps: card.positive('write_MB_per_s'),
      errorsToReadOnly: card.positive('errors_to_read_only'),
    },
    supply: {
      openV: supply.positive('open_V'),
      cableOhm: supply.positive('cable_ohm'),
      boardA: supply.positive('board_A'),
      irA: supply.positive('ir_A'),
      resetV: supply.positive('reset_V'),
    },
    heat: {
      riseK: heat.positive('rise_K'),
      irK: heat.positive('ir_K'),
      tauS: heat.positive('tau_s'),
      throttleCel: heat.positive('throttle_Cel'),
      fpsPerK: heat.positive('fps_share_per_K'),
      restartCel: heat.positive('restart_Cel'),
    },
    bootS: physics.positive('boot_s'),
    network: readNetworkParameters(at('network')),
    start: { used: start.pair('used'), lifeUsed: start.pair('life_used'), reboots: start.pair('reboots') },
  };
}
