import type { ConditionTable } from './code-monitor.ts';
import { platformConditions } from './platform/codes.ts';
import type { SpeakerView } from './speaker-state.ts';
import type { AddressMemory } from './speaker-trackers.ts';

export interface SpeakerCodeView extends SpeakerView {
  readonly address: AddressMemory;
}

/** The datasheet's `raised` and `cleared` of codes 1 to 10. */
export const speakerConditions: ConditionTable<SpeakerCodeView> = {
  ...platformConditions,
  1: (limit) => ({
    raise: ({ world }) => world.microphones.rms < limit('rms'),
    raiseS: limit('for_s'),
    clear: ({ world }) => world.microphones.rms > limit('clear_rms'),
    clearS: limit('clear_s'),
  }),
  2: (limit) => ({
    raise: ({ track }) => track.sinceScoreS >= limit('for_s') && track.loudS >= limit('loud_s'),
    raiseS: 0,
    clear: ({ track }) => track.sinceScoreS === 0,
  }),
  3: (limit) => ({
    raise: ({ voice }) => voice.failsInRow >= limit('requests'),
    raiseS: 0,
    clear: ({ voice }) => voice.lastAnswer === 'ok',
  }),
  4: (limit) => ({
    raise: ({ world }) => world.player.failsInRow >= limit('times'),
    raiseS: 0,
    clear: ({ world }) => world.player.state === 'playing',
  }),
  5: (limit) => ({
    raise: ({ track }) => track.underruns.within(limit('within_s')) >= limit('underruns'),
    raiseS: 0,
    clear: ({ track }) => track.underruns.within(limit('clear_s')) === 0,
  }),
  6: (limit) => ({
    raise: ({ track }) => track.busErrors.within(limit('within_s')) >= limit('errors'),
    raiseS: 0,
    clear: ({ platform }) => platform.boots.uptimeS < 5,
  }),
  7: (limit) => ({
    raise: ({ world }) => world.amplifier.protecting,
    raiseS: 0,
    clear: ({ world }) => !world.amplifier.protecting,
    clearS: limit('clear_s'),
  }),
  8: (limit) => ({
    raise: ({ voice }) => voice.refusalsInRow >= limit('requests'),
    raiseS: 0,
    clear: ({ voice }) => voice.link === 'linked',
  }),
  9: (limit) => ({
    raise: ({ track }) => track.lonelyS >= limit('for_s'),
    raiseS: 0,
    clear: ({ world }) => world.discovery.peers > 0,
  }),
  10: (limit) => ({
    raise: ({ address }) => address.sinceChangeS < limit('clear_s'),
    raiseS: 0,
    clear: ({ address }) => address.sinceChangeS >= limit('clear_s'),
  }),
};
