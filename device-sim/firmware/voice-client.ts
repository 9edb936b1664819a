import type { Words } from '../models/model.ts';
import { speak } from '../phrases.ts';
import type { Platform } from '../physics/platform/platform.ts';
import type { SpeakerParameters } from '../physics/speaker/parameters.ts';
import type { SpeakerWorld, VoiceAnswer } from '../physics/speaker/world.ts';
import type { LinkState, VoiceCounters } from './speaker-state.ts';

const sentenceS = 1.6;
const answerS = 2.2;
/** From this version on a server error is told from a refusal (datasheet, `account.link.state`). */
const tellsServerErrors = '1.9.0';

interface Request {
  readonly music: boolean;
  readonly byVoice: boolean;
  leftS: number;
  phase: 'hearing' | 'waiting' | 'speaking';
  answer: VoiceAnswer;
}

/** From the wake word or the button to the spoken answer, and to the music that was asked for. */
export class VoiceClient implements VoiceCounters {
  wakes = 0;
  presses = 0;
  requests = 0;
  fails = 0;
  latency: number | undefined;
  link: LinkState = 'linked';
  failsInRow = 0;
  refusalsInRow = 0;
  lastAnswer: VoiceAnswer | undefined;
  readonly #world: SpeakerWorld;
  readonly #platform: Platform;
  readonly #parameters: SpeakerParameters;
  #request: Request | undefined;
  /** What is being spoken aloud since the last look. */
  #says: Words | undefined;
  /** A playback was asked for; its people wait for it. */
  #awaits: { readonly started: number; readonly fails: number } | undefined;

  constructor(options: {
    readonly world: SpeakerWorld;
    readonly platform: Platform;
    readonly parameters: SpeakerParameters;
  }) {
    this.#world = options.world;
    this.#platform = options.platform;
    this.#parameters = options.parameters;
  }

  get busy(): boolean {
    return this.#request !== undefined;
  }

  /** What it has begun to say since this was last asked. */
  takeSpoken(): readonly Words[] {
    const says = this.#says;
    this.#says = undefined;
    return says ? [says] : [];
  }

  restart(): void {
    this.wakes = 0;
    this.presses = 0;
    this.requests = 0;
    this.fails = 0;
    this.latency = undefined;
    this.failsInRow = 0;
    this.refusalsInRow = 0;
    this.lastAnswer = undefined;
    this.#request = undefined;
    this.#awaits = undefined;
  }

  /** Somebody says the wake word and a sentence. */
  called(call: { readonly music: boolean; readonly speechDb: number }): void {
    const { room, microphones, listener, causes, wakeWord, household } = this.#world;
    const heardDb = microphones.hear(call.speechDb);
    const score = listener.judge({
      causes,
      word: wakeWord,
      speechDb: heardDb,
      noiseDb: microphones.background(room.levelDb),
    });
    room.speak(3);
    const accepted = listener.hearWord(score);
    if (accepted) this.wakes += 1;
    if (accepted && !this.busy) this.#listen(call.music, true);
    else if (!accepted) household.unheard(call.music, household.tries);
  }

  pressed(music: boolean): void {
    this.presses += 1;
    if (!this.busy) this.#listen(music, false);
  }

  /** Music from the phone or a controller, without a word. */
  cast(): void {
    if (this.#world.multicastPasses > 0.3 && this.#platform.networkUp) this.#play();
  }

  step(dt: number): void {
    this.#watchMusic();
    const request = this.#request;
    if (!request) return;
    const { actuators, household } = this.#world;
    request.leftS -= dt;
    if (request.leftS > 0) return;
    if (request.phase === 'hearing') this.#send(request);
    else if (request.phase === 'waiting') this.#answered(request);
    else {
      actuators.speaking = false;
      actuators.answering = false;
      this.#request = undefined;
      if (request.answer !== 'ok') household.failed(request.music);
      else if (request.music) this.#play();
    }
  }

  #listen(music: boolean, byVoice: boolean): void {
    this.#world.actuators.answering = true;
    this.#world.room.speak(sentenceS);
    this.#request = { music, byVoice, leftS: sentenceS, phase: 'hearing', answer: 'no_answer' };
  }

  #send(request: Request): void {
    const { patienceS } = this.#parameters.voice;
    this.requests += 1;
    // Of silence the service makes nothing.
    const heard = this.#world.microphones.hear(-33) > -62;
    request.answer = heard ? this.#world.ask(this.#platform) : 'no_answer';
    request.phase = 'waiting';
    const answered = request.answer === 'ok' || request.answer === 'refused';
    const waits = this.#world.latency(this.#platform) / 1000;
    if (request.answer === 'ok') this.latency = waits * 1000;
    // A connection that cannot be made is known at once; a silent one is waited for.
    request.leftS = answered ? waits : this.#platform.networkUp ? patienceS - sentenceS : 1;
  }

  #answered(request: Request): void {
    const { answer } = request;
    const { actuators } = this.#world;
    request.phase = 'speaking';
    request.leftS = answerS;
    actuators.speaking = true;
    const audible = this.#world.sounding && this.#world.volume > 0 && !this.#world.causes.coilOpen;
    if (audible) this.#says = speak((say) => (answer === 'ok' ? say.answer : say.cannotReachService));
    this.lastAnswer = answer;
    if (answer === 'ok') {
      this.failsInRow = 0;
      this.refusalsInRow = 0;
      this.link = 'linked';
      return;
    }
    this.fails += 1;
    this.failsInRow += 1;
    const asRefused = answer === 'server_error' && this.#platform.updater.version < tellsServerErrors;
    if (answer === 'refused' || asRefused) {
      this.refusalsInRow += 1;
      this.link = 'refused';
    } else {
      this.refusalsInRow = 0;
      this.link = 'unknown';
    }
  }

  #play(): void {
    const { player } = this.#world;
    if (player.state === 'preparing') return;
    this.#awaits = { started: player.started, fails: player.failsInRow };
    player.request();
  }

  #watchMusic(): void {
    if (!this.#awaits) return;
    const { player, household } = this.#world;
    if (player.started > this.#awaits.started) {
      household.musicBegan();
      this.#awaits = undefined;
    } else if (player.failsInRow > this.#awaits.fails) {
      household.failed(true);
      this.#awaits = undefined;
    }
  }
}
