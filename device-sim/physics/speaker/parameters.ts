import type { Fields } from '../../fields.ts';
import { type NetworkParameters, readNetworkParameters } from '../network.ts';

/** The numbers of one model of the class; units in the names or, where none is given, as the metric's. */
export interface SpeakerParameters {
  readonly board: {
    readonly heap: number;
    readonly playingHeap: number;
    readonly peerHeap: number;
    readonly listeningLoad: number;
    readonly playingLoad: number;
    readonly answeringLoad: number;
  };
  readonly place: { readonly utcOffsetH: number; readonly ambientCel: number };
  readonly room: { readonly nightDb: number; readonly dayDb: number; readonly eveningDb: number };
  readonly microphones: {
    readonly selfNoiseDb: number;
    /** What the converter delivers of microphones without supply. */
    readonly unsuppliedDb: number;
    /** Of the own sound in the microphones at volume 0, and what each percent of volume adds. */
    readonly echoDb: number;
    readonly echoDbPerPercent: number;
  };
  readonly wake: {
    readonly score: number;
    readonly deviation: number;
    readonly threshold: number;
    readonly nearMiss: number;
  };
  readonly voice: { readonly answerS: number; readonly patienceS: number };
  readonly household: {
    readonly asksPerHour: number;
    readonly musicShare: number;
    readonly musicS: readonly [number, number];
  };
  readonly account: { readonly livesDays: readonly number[]; readonly renewShare: number };
  readonly buffer: {
    readonly leastMs: number;
    readonly mostMs: number;
    readonly usualMs: number;
    readonly prepareS: number;
  };
  readonly amplifier: {
    readonly idleA: number;
    readonly fullA: number;
    readonly tripA: number;
    readonly tripCel: number;
    readonly kPerA: number;
  };
  readonly discovery: {
    readonly peers: readonly [number, number];
    readonly announceS: number;
    readonly keepS: number;
    readonly controllerS: number;
  };
  readonly supply: {
    readonly openV: number;
    readonly cableOhm: number;
    readonly boardA: number;
    readonly resetV: number;
  };
  readonly heat: { readonly riseK: number; readonly tauS: number };
  readonly bootS: number;
  readonly network: NetworkParameters;
  readonly start: { readonly volume: readonly [number, number]; readonly reboots: readonly [number, number] };
}

/** Reads the section `physics` of a model of class `speaker`. Throws InputProblem with file and field. */
export function readSpeakerParameters(physics: Fields): SpeakerParameters {
  const at = (name: string): Fields => physics.at(name);
  const [board, place, room, microphones] = [at('board'), at('place'), at('room'), at('microphones')];
  const [wake, voice, household, account] = [at('wake'), at('voice'), at('household'), at('account')];
  const [buffer, amplifier, discovery, supply] = [at('buffer'), at('amplifier'), at('discovery'), at('supply')];
  const [heat, start] = [at('heat'), at('start')];
  return {
    board: {
      heap: board.positive('heap_By'),
      playingHeap: board.positive('playing_heap_By'),
      peerHeap: board.positive('peer_heap_By'),
      listeningLoad: board.positive('listening_load'),
      playingLoad: board.positive('playing_load'),
      answeringLoad: board.positive('answering_load'),
    },
    place: {
      utcOffsetH: place.number('utc_offset_h', { min: -12, max: 14 }),
      ambientCel: place.number('ambient_Cel', { min: -20, max: 50 }),
    },
    room: { nightDb: room.number('night_dB'), dayDb: room.number('day_dB'), eveningDb: room.number('evening_dB') },
    microphones: {
      selfNoiseDb: microphones.number('self_noise_dB'),
      unsuppliedDb: microphones.number('unsupplied_dB'),
      echoDb: microphones.number('echo_dB'),
      echoDbPerPercent: microphones.positive('echo_dB_per_percent'),
    },
    wake: {
      score: wake.number('score', { min: 0, max: 1 }),
      deviation: wake.positive('deviation'),
      threshold: wake.number('threshold', { min: 0, max: 1 }),
      nearMiss: wake.number('near_miss', { min: 0, max: 1 }),
    },
    voice: { answerS: voice.positive('answer_s'), patienceS: voice.positive('patience_s') },
    household: {
      asksPerHour: household.positive('asks_per_hour'),
      musicShare: household.number('music_share', { min: 0, max: 1 }),
      musicS: household.pair('music_s'),
    },
    account: {
      livesDays: account.numbers('lives_days'),
      renewShare: account.number('renew_share', { min: 0, max: 1 }),
    },
    buffer: {
      leastMs: buffer.positive('least_ms'),
      mostMs: buffer.positive('most_ms'),
      usualMs: buffer.positive('usual_ms'),
      prepareS: buffer.positive('prepare_s'),
    },
    amplifier: {
      idleA: amplifier.positive('idle_A'),
      fullA: amplifier.positive('full_A'),
      tripA: amplifier.positive('trip_A'),
      tripCel: amplifier.positive('trip_Cel'),
      kPerA: amplifier.positive('K_per_A'),
    },
    discovery: {
      peers: discovery.pair('peers'),
      announceS: discovery.positive('announce_s'),
      keepS: discovery.positive('keep_s'),
      controllerS: discovery.positive('controller_s'),
    },
    supply: {
      openV: supply.positive('open_V'),
      cableOhm: supply.positive('cable_ohm'),
      boardA: supply.positive('board_A'),
      resetV: supply.positive('reset_V'),
    },
    heat: { riseK: heat.positive('rise_K'), tauS: heat.positive('tau_s') },
    bootS: physics.positive('boot_s'),
    network: readNetworkParameters(at('network')),
    start: { volume: start.pair('volume'), reboots: start.pair('reboots') },
  };
}
