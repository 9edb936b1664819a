import { platformObservations } from './platform/observations.ts';
import type { ObservationTable } from './examination.ts';
import type { SpeakerView } from './speaker-state.ts';

/** It turns its ring blue when it is called from the room. */
function reacts({ world, platform }: SpeakerView): boolean {
  const { microphones, listener, causes, wakeWord, room } = world;
  if (!platform.running || listener.task.hung) return false;
  const heard = microphones.hear(-33);
  const judged = { causes, word: wakeWord, speechDb: heard, noiseDb: microphones.background(room.levelDb) };
  // The model's usual verdict, not that of one try.
  return listener.usual(judged) >= 0.72;
}

/** Sound that is meant to be heard can be. */
function audible({ world }: SpeakerView): boolean {
  const { causes, player, volume } = world;
  return volume > 5 && !causes.codecDead && !causes.coilOpen && !player.task.hung;
}

function drops({ world, platform }: SpeakerView): boolean {
  const { network } = platform;
  return world.causes.jitter > 0.15 || network.loss > 6 || network.busy > 58;
}

function reply(speaker: SpeakerView): string {
  const { world, platform } = speaker;
  if (!audible(speaker) || world.causes.doNotDisturb) return 'lights_but_silent';
  if (world.microphones.hear(-33) < -62) return 'lights_but_silent';
  if (world.ask(platform) !== 'ok') return 'says_cannot_reach_service';
  return 'answers';
}

export const speakerObservations: ObservationTable<SpeakerView> = {
  ...platformObservations,
  // The app finds it by its name, wherever it is now.
  'phone.second': {
    answers: ['works', 'fails', 'none_available'],
    truth: ({ platform: { networkUp, causes } }) =>
      networkUp && !causes.strayNetwork && !causes.clientIsolation && !causes.addressConflict ? 'works' : 'fails',
  },
  'speaker.led': {
    answers: ['off', 'red_ring', 'blue_when_called', 'amber_blinking', 'red_blinking'],
    truth: (speaker) => {
      if (!speaker.platform.running) return 'off';
      if (speaker.world.microphones.muted) return 'red_ring';
      if (!speaker.platform.networkUp) return 'amber_blinking';
      if (speaker.failing) return 'red_blinking';
      return reacts(speaker) ? 'blue_when_called' : 'off';
    },
  },
  'speaker.answer': {
    answers: ['answers', 'no_reaction', 'lights_but_silent', 'says_cannot_reach_service', 'answers_with_gaps'],
    truth: (speaker) => {
      if (!reacts(speaker)) return 'no_reaction';
      const said = reply(speaker);
      return said === 'answers' && drops(speaker) ? 'answers_with_gaps' : said;
    },
  },
  'speaker.button': {
    answers: ['answers', 'lights_but_silent', 'says_cannot_reach_service', 'no_reaction'],
    truth: (speaker) => (speaker.platform.running ? reply(speaker) : 'no_reaction'),
  },
  'speaker.music': {
    answers: ['fine', 'gaps', 'silent', 'crackles', 'does_not_start'],
    truth: (speaker) => {
      const { world, platform } = speaker;
      const { causes, player, volume } = world;
      const reached = platform.networkUp && platform.cloud.dns !== 'fail' && !causes.portal && causes.cloudFail < 0.9;
      if (player.task.hung || !reached) return 'does_not_start';
      if (volume <= 5 || causes.codecDead || causes.coilOpen) return 'silent';
      if (causes.busErrorsPerS > 0.05 || causes.coilShort > 0.15) return 'crackles';
      return drops(speaker) ? 'gaps' : 'fine';
    },
  },
  'speaker.in_app': {
    answers: ['found', 'not_found', 'unknown'],
    truth: ({ world, platform }) =>
      platform.networkUp && world.multicastPasses > 0.3 && !world.causes.phoneAway ? 'found' : 'not_found',
  },
  'speaker.others': {
    answers: ['work', 'fail_too', 'none'],
    truth: ({ world }) => {
      const { causes, discovery } = world;
      if (discovery.present === 0) return 'none';
      const account = causes.tokenRefused > 0 || causes.cloudFail > 0;
      return account || causes.telling.others === 'all_affected' ? 'fail_too' : 'work';
    },
  },
  'speaker.local_control': {
    answers: ['reaches', 'times_out', 'none'],
    truth: ({ world, platform }) => {
      const { causes, discovery } = world;
      if (!discovery.controller) return 'none';
      return platform.networkUp && causes.oldAddress === 0 && !causes.strayNetwork ? 'reaches' : 'times_out';
    },
  },
};
