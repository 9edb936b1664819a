import { sumDb } from '../physics/speaker/room.ts';
import type { Random } from '../random.ts';
import type { TestFields, TestTable } from './examination.ts';
import { platformTests } from './platform/tests.ts';
import { round } from './platform/readings.ts';
import type { SpeakerView } from './speaker-state.ts';

/** Of a sentence at 1 m, dB; and the volume of the test tone, %. */
const sentenceDb = -32;
const toneVolume = 50;
const words = 5;

const linked = ({ platform }: SpeakerView): boolean => platform.running && platform.link.up;

function count(perS: number, seconds: number, noise: Random): number {
  return Math.round(perS * seconds * noise.between(0.7, 1.3));
}

function spoken({ world }: SpeakerView, word: 'a' | 'b', noise: Random): TestFields {
  const { microphones, listener, causes, room } = world;
  const scores = Array.from({ length: words }, () => {
    if (listener.task.hung) return 0;
    const speechDb = microphones.hear(sentenceDb + noise.normal());
    return round(listener.judge({ causes, word, speechDb, noiseDb: microphones.background(room.levelDb) }), 2);
  });
  return { scores, accepted: scores.filter((score) => score >= 0.72).length };
}

const other = { a: 'b', b: 'a' } as const;

/** The speaker's operations that measure, with the fields of the datasheet's `returns`. */
export const speakerTests: TestTable<SpeakerView> = {
  ...platformTests,
  'test.microphone': {
    needs: linked,
    measure: ({ world: { microphones, causes } }, noise) => {
      const capsule = (): number => round(microphones.hear(sentenceDb + noise.normal()) + 0.5 * noise.normal(), 1);
      return {
        rms_1: causes.captureDead ? -120 : capsule(),
        rms_2: causes.captureDead ? -120 : capsule(),
        muted: microphones.muted,
        bus_errors: count(causes.busErrorsPerS, 10, noise),
      };
    },
  },
  'test.wake': { needs: linked, measure: (speaker, noise) => spoken(speaker, speaker.world.wakeWord, noise) },
  'test.wake_other': {
    needs: linked,
    measure: (speaker, noise) => spoken(speaker, other[speaker.world.wakeWord], noise),
  },
  'test.button': {
    needs: linked,
    measure: ({ world, platform }) => {
      const heard = world.microphones.hear(sentenceDb) > -62;
      return { heard_text: heard, answer: heard ? world.ask(platform) : 'no_answer' };
    },
  },
  'test.tone': {
    needs: linked,
    measure: ({ world, parameters }, noise) => {
      const { player, amplifier, microphones, causes, room } = world;
      const played = !player.task.hung;
      const { echoDb, echoDbPerPercent } = parameters.microphones;
      const { idleA, tripA } = parameters.amplifier;
      const drawn = played && !causes.codecDead ? amplifier.wouldDraw(toneVolume, causes) : idleA;
      const tone = played && !causes.codecDead && !causes.coilOpen ? echoDb + echoDbPerPercent * toneVolume : -120;
      // A coil with touching windings moves less.
      const heard = microphones.hear(sumDb(room.levelDb, tone - 16 * causes.coilShort));
      return {
        player: played ? 'played' : 'not_started',
        amp_current: round(Math.min(tripA, drawn) + 0.01 * noise.normal(), 2),
        microphone_heard: round(heard + 0.5 * noise.normal(), 1),
        bus_errors: count(causes.busErrorsPerS, 6, noise),
      };
    },
  },
  'test.account': {
    needs: linked,
    measure: ({ world, platform }) => {
      const { tokenAgeS, tokenLifeS } = world.account;
      const answer = world.ask(platform);
      const service = { ok: 'ok', refused: 'invalid_grant', server_error: 'server_error', no_answer: 'unreachable' };
      return {
        token_age_days: round(tokenAgeS / 86_400, 1),
        token_life_days: tokenLifeS / 86_400,
        service: service[answer],
      };
    },
  },
  'test.discovery': {
    needs: linked,
    measure: ({ world, platform }, noise) => {
      const { causes, discovery, multicastPasses } = world;
      // Each of those present answers one of two questions that get through.
      const seen = Array.from({ length: discovery.present }, () => noise.next() < 1 - (1 - multicastPasses) ** 2);
      const phone = causes.strayNetwork || causes.clientIsolation || causes.phoneAway ? 'fail' : 'ok';
      return {
        peers_multicast: seen.filter(Boolean).length,
        router_unicast: platform.network.loss > 60 ? 'fail' : 'ok',
        phone_unicast: causes.phoneAway && causes.telling.phone !== 'home_wifi' ? 'unknown' : phone,
      };
    },
  },
  'test.memory': {
    needs: linked,
    measure: ({ platform, parameters, world }, noise) => {
      const playing = world.player.state === 'playing' ? parameters.board.playingHeap : 0;
      const free = Math.max(0, platform.heapFree - playing - parameters.board.peerHeap * world.discovery.peers);
      const leaks = world.causes.heapLeak > 0;
      return {
        free: Math.round(free),
        lowest: Math.round(Math.max(0, free - parameters.board.playingHeap * noise.between(1, 2))),
        largest_owner: leaks ? 'discovery' : 'player',
      };
    },
  },
  'read.config': {
    needs: linked,
    measure: ({ world, platform }) => ({
      volume: world.volume,
      do_not_disturb: world.causes.doNotDisturb ? 'on' : 'off',
      wake_word: world.wakeWord,
      wake_sensitivity: 'normal',
      buffer: 'adaptive',
      controller_address: world.discovery.controller ? world.addressKnown(platform.network.ip) : '',
      update: 'automatic',
    }),
  },
};
