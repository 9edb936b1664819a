import type { Model } from '../models/model.ts';
import type { FaultOrder } from '../physics/fault-set.ts';
import { Platform, readPlatformParameters } from '../physics/platform/platform.ts';
import { speakerFaults } from '../physics/speaker/faults.ts';
import type { Wish } from '../physics/speaker/household.ts';
import { readSpeakerParameters, type SpeakerParameters } from '../physics/speaker/parameters.ts';
import { SpeakerWorld } from '../physics/speaker/world.ts';
import { type Random, seededRandom } from '../random.ts';
import type { RunningOperation } from '../wire/executions.ts';
import { type CodeMonitor, codeMonitor } from './code-monitor.ts';
import type { DeviceFirmware, Examination, FirmwareEvents, FirmwareOptions } from './device-firmware.ts';
import { type OperationTable, type Refused, startOperation } from './operations.ts';
import { PlatformFirmware } from './platform/platform-firmware.ts';
import { readFrom, refuseUnmeasured } from './platform/readings.ts';
import { type SpeakerCodeView, speakerConditions } from './speaker-codes.ts';
import { examineSpeaker } from './speaker-examination.ts';
import { speakerOperations } from './speaker-operations.ts';
import { speakerReadings } from './speaker-readings.ts';
import type { SpeakerView } from './speaker-state.ts';
import { AddressMemory, SpeakerTrackers } from './speaker-trackers.ts';
import { VoiceClient } from './voice-client.ts';

const updating = ['installing', 'rebooting', 'confirming'];

/** The speaker's firmware: hears, asks, answers, plays, and watches over all of it. */
export class SpeakerFirmware extends PlatformFirmware<SpeakerCodeView> implements DeviceFirmware, SpeakerCodeView {
  readonly faults = speakerFaults;
  readonly shown = ['audio.volume', 'audio.mic.rms'];
  readonly hands = ['call', 'talk', 'music', 'mute'];
  readonly longestStepS = 1;
  readonly model: Model;
  readonly parameters: SpeakerParameters;
  readonly world: SpeakerWorld;
  readonly platform: Platform;
  readonly address: AddressMemory;
  readonly voice: VoiceClient;
  track = new SpeakerTrackers();
  protected readonly monitor: CodeMonitor<SpeakerCodeView>;
  readonly #operations: OperationTable<SpeakerView>;
  readonly #random: Random;
  /** Its home has hours of its own. */
  readonly #elsewhere: boolean;

  constructor(options: FirmwareOptions) {
    super();
    const { model, random, environment } = options;
    this.model = model;
    this.#random = random;
    this.#elsewhere = environment !== undefined;
    refuseUnmeasured(model, speakerReadings);
    this.parameters = readSpeakerParameters(model.physics);
    this.world = new SpeakerWorld({ parameters: this.parameters, random, ...(environment && { environment }) });
    this.platform = new Platform({
      model,
      parameters: readPlatformParameters(model.physics),
      random,
      ...(environment && { environment }),
      ...(options.version !== undefined && { version: options.version }),
    });
    this.address = new AddressMemory(this.platform.network.ip);
    this.voice = new VoiceClient({ world: this.world, platform: this.platform, parameters: this.parameters });
    this.monitor = codeMonitor(model, speakerConditions);
    this.#operations = speakerOperations(seededRandom(random.next(), 'operations'));
  }

  /** Mode of the datasheet; `starting` while it boots. */
  get state(): string {
    if (this.poweredOff) return 'starting';
    if (updating.includes(this.platform.updater.state)) return 'updating';
    if (this.voice.busy) return 'answering';
    if (this.world.microphones.muted) return 'muted';
    return this.world.player.state === 'playing' ? 'playing' : 'listening';
  }

  lamp(): string {
    // The ring of the switch is wired to it.
    if (this.world.microphones.muted) return 'red_ring';
    if (!this.networkUp) return 'amber_blinking';
    if (this.voice.busy) return 'blue_when_called';
    return this.failing ? 'red_blinking' : 'off';
  }

  readMetric(name: string): number | string | undefined {
    return readFrom(speakerReadings, name, this);
  }

  startOperation(name: string): RunningOperation | Refused {
    return startOperation({ table: this.#operations, model: this.model, name, subject: this });
  }

  examine(random: Random): Examination {
    return examineSpeaker(this, random);
  }

  /** Calls it, presses its talk button, wants or ends music, slides its microphone switch. */
  use(hand: string): FirmwareEvents | undefined {
    if (!this.hands.includes(hand)) return undefined;
    const { microphones, player } = this.world;
    if (hand === 'mute') microphones.switchClosed = !microphones.switchClosed;
    if (hand === 'call') this.#take({ kind: 'call', music: false, speechDb: -32 });
    if (hand === 'talk') this.#take({ kind: 'button', music: false });
    if (hand === 'music') this.#take({ kind: player.state === 'idle' ? 'cast' : 'stop' });
    return { codes: [] };
  }

  inject(order: FaultOrder): boolean {
    return this.world.inject(order);
  }

  repair(): void {
    this.world.repair();
  }

  step(dt: number, at: number): FirmwareEvents {
    const { world, platform, voice } = this;
    const wish = world.step(dt, this.#hour(at), platform);
    const restful = world.player.state === 'idle' && !voice.busy;
    const phase = platform.step({ dt, at, causes: world.causes, restful });
    if (phase === 'down') {
      world.actuators.on = false;
      return { codes: [] };
    }
    if (phase === 'booted') {
      world.restart();
      voice.restart();
      this.track = new SpeakerTrackers();
    }
    if (wish) this.#take(wish);
    this.#strayPresses(dt);
    voice.step(dt);
    this.track.step(world, dt);
    this.address.step(platform, dt);
    const codes = this.monitor.step(this, dt, at);
    for (const { code, raised } of codes) platform.note(at, `code ${code} ${raised ? 'raised' : 'cleared'}`);
    if (world.supplyVoltage < this.parameters.supply.resetV) platform.reset('brown_out');
    return { codes, spoken: voice.takeSpoken() };
  }

  /** Of its home: the environment's, or that of the wall clock. */
  #hour(at: number): number {
    if (this.#elsewhere) return this.platform.hour;
    return (at / 3_600_000 + this.parameters.place.utcOffsetH) % 24;
  }

  #take(wish: Wish): void {
    if (this.poweredOff) return;
    const { world, voice } = this;
    if (wish.kind === 'stop') world.player.stop();
    else if (wish.kind === 'cast') voice.cast();
    else if (wish.kind === 'button') voice.pressed(wish.music);
    else voice.called(wish);
  }

  #strayPresses(dt: number): void {
    const { strayPresses } = this.world.causes;
    if (strayPresses > 0 && this.#random.next() < (strayPresses * dt) / 3600) this.voice.pressed(false);
  }
}
