import type { SpeakerParameters } from '../physics/speaker/parameters.ts';
import type { VoiceAnswer, SpeakerWorld } from '../physics/speaker/world.ts';
import type { PlatformView } from './platform/readings.ts';
import type { SpeakerTrackers } from './speaker-trackers.ts';

export type LinkState = 'unknown' | 'linked' | 'refused';

/** What metrics, codes, tests and operations see of a speaker. */
export interface SpeakerView extends PlatformView {
  readonly parameters: SpeakerParameters;
  readonly world: SpeakerWorld;
  readonly voice: VoiceCounters;
  readonly track: SpeakerTrackers;
}

/** What the firmware counts of calls and requests since boot. */
export interface VoiceCounters {
  readonly wakes: number;
  readonly presses: number;
  readonly requests: number;
  readonly fails: number;
  /** Of the last answered request, ms; undefined: none yet. */
  readonly latency: number | undefined;
  /** `account.link.state`. */
  readonly link: LinkState;
  /** In a row: without answer or refused, and refused. */
  readonly failsInRow: number;
  readonly refusalsInRow: number;
  readonly lastAnswer: VoiceAnswer | undefined;
}
