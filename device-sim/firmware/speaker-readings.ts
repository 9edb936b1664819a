import { flag, platformReadings, type Readings, round } from './platform/readings.ts';
import type { SpeakerView } from './speaker-state.ts';

const playback = { idle: 0, preparing: 1, playing: 2, paused: 3 } as const;
const links = { unknown: 0, linked: 1, refused: 2 } as const;

/** Where each metric of the class comes from. Resolution is that of the sensor. */
export const speakerReadings: Readings<SpeakerView> = {
  ...platformReadings,
  'device.temperature': ({ world }) => round(world.temperature, 1),
  'device.heap.free': ({ platform, world, parameters: { board } }) => {
    const playing = world.player.state === 'playing' ? board.playingHeap : 0;
    return Math.max(0, Math.round(platform.heapFree - playing - board.peerHeap * world.discovery.peers));
  },
  'supply.voltage': ({ world }) => round(world.supplyVoltage, 2),
  'device.load': ({ world }) => round(world.load, 0),
  'audio.mic.rms': ({ world }) => round(world.microphones.rms, 1),
  'audio.mic.muted': ({ world }) => flag(world.microphones.muted),
  'audio.wake.count': ({ voice }) => voice.wakes,
  'audio.wake.near_miss': ({ world }) => world.listener.nearMisses,
  'audio.wake.score': ({ world }) => round(world.listener.score, 2),
  'audio.button.count': ({ voice }) => voice.presses,
  'voice.request': ({ voice }) => voice.requests,
  'voice.request.fail': ({ voice }) => voice.fails,
  'voice.latency': ({ voice }) => (voice.latency === undefined ? undefined : Math.round(voice.latency)),
  'account.token.age': ({ world }) => Math.floor(world.account.tokenAgeS),
  'account.link.state': ({ voice }) => links[voice.link],
  'audio.playback.state': ({ world }) => playback[world.player.state],
  'audio.playback.requested': ({ world }) => world.player.requested,
  'audio.playback.started': ({ world }) => world.player.started,
  'audio.underrun': ({ world }) => world.player.underruns,
  'audio.buffer': ({ world: { player } }) =>
    player.state === 'playing' || player.state === 'preparing' ? Math.round(Math.max(0, player.buffer)) : undefined,
  'audio.bus_error': ({ world }) => world.player.busErrors,
  'audio.volume': ({ world }) => world.volume,
  'audio.dnd': ({ world }) => flag(world.causes.doNotDisturb),
  'audio.amp.current': ({ world }) => round(world.amplifier.current, 2),
  'discovery.peers': ({ world }) => world.discovery.peers,
  'discovery.queries': ({ world }) => world.discovery.queries,
  'net.unicast.requests': ({ world }) => world.discovery.unicastRequests,
};
