import type { CameraView } from './camera-state.ts';
import { flag, platformReadings, type Readings, round } from './platform/readings.ts';

const transports = { none: 0, tcp: 1, udp: 2 } as const;
const cardModes = { absent: 0, rw: 1, ro: 2 } as const;

/** Where each metric of the class comes from. Resolution is that of the sensor. */
export const cameraReadings: Readings<CameraView> = {
  ...platformReadings,
  'device.temperature': ({ world }) => round(world.temperature, 1),
  'supply.voltage': ({ world }) => round(world.supplyVoltage, 2),
  'device.load': ({ world }) => round(world.load, 0),
  'video.fps': ({ world }) => round(world.encoder.fps, 1),
  'video.expected_fps': ({ parameters }) => parameters.encoder.fps,
  'video.bitrate': ({ world }) => round(world.encoder.bitrate, -3),
  'video.keyframe.interval': ({ world }) => round(world.encoder.keyframeS, 2),
  'video.timestamp_step': ({ world }) => world.encoder.steps,
  'stream.clients': ({ world }) => world.streaming.clients,
  'stream.refused': ({ world }) => world.streaming.refused,
  'stream.auth_fail': ({ world }) => world.streaming.authFailures,
  'stream.reconnect': ({ world }) => world.streaming.reconnects,
  'stream.stall': ({ world }) => world.streaming.stalls,
  'stream.rtp_lost': ({ world }) => world.streaming.rtpLost,
  'stream.transport': ({ world: { streaming } }) => transports[streaming.clients === 0 ? 'none' : streaming.transport],
  'storage.mode': ({ world }) => cardModes[world.card.mode],
  'storage.used': ({ world }) => (world.card.mode === 'absent' ? undefined : round(world.card.used, 1)),
  'storage.write_error': ({ world }) => world.card.writeErrors,
  'storage.write_latency': ({ world }) => (world.card.mode === 'rw' ? round(world.card.latency, 0) : undefined),
  'storage.segments': ({ world }) => world.card.segments,
  'storage.segment.length': ({ world }) => world.card.segmentLength,
  'ir.cut': ({ world }) => flag(world.filter.commanded === 'in'),
  'ir.coil_current': ({ world }) => world.filter.coilCurrent,
  'daynight.mode': ({ night }) => flag(night),
  'daynight.toggles': ({ toggles }) => toggles,
  'image.luma': ({ world }) => round(world.sensor.luma, 0),
  'image.red_gain': ({ world }) => round(world.sensor.redGain, 2),
  'image.noise': ({ world }) => round(world.sensor.noise, 1),
  'image.sharpness': ({ world }) => round(world.sensor.sharpness, 0),
};
