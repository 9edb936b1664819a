import type { Random } from '../../random.ts';
import type { Environment } from '../environment.ts';
import { type FaultOrder, FaultSet } from '../fault-set.ts';
import type { Platform } from '../platform/platform.ts';
import { approach, Wander } from '../wander.ts';
import { Account } from './account.ts';
import { Amplifier } from './amplifier.ts';
import { Discovery } from './discovery.ts';
import { type Causes, healthyCauses, speakerFaults } from './faults.ts';
import { Household, type Wish } from './household.ts';
import { Listener } from './listener.ts';
import { Microphones } from './microphones.ts';
import type { SpeakerParameters } from './parameters.ts';
import { Player } from './player.ts';
import { Room } from './room.ts';

export type VoiceAnswer = 'ok' | 'refused' | 'server_error' | 'no_answer';

/** What the firmware commands. */
export interface Actuators {
  /** The processor runs. */
  on: boolean;
  /** A request is being answered. */
  answering: boolean;
  /** It speaks. */
  speaking: boolean;
}

/** The speaker, its room, its people and the services behind it: commands in, signals out. Knows no error code and no mode. */
export class SpeakerWorld {
  readonly actuators: Actuators = { on: true, answering: false, speaking: false };
  readonly faults: FaultSet<Causes>;
  readonly room: Room;
  readonly microphones: Microphones;
  readonly listener: Listener;
  readonly player: Player;
  readonly amplifier: Amplifier;
  readonly account: Account;
  readonly discovery: Discovery;
  readonly household: Household;
  /** Supply at the inlet, V. */
  supplyVoltage: number;
  /** Of the processor, Cel. */
  temperature: number;
  /** %. */
  load: number;
  /** As its people set it, %. */
  volumeSetting: number;
  wakeWord: 'a' | 'b' = 'a';
  seconds = 0;
  causes: Causes = healthyCauses();
  /** What somebody set after the trouble began, %. */
  #volumeSince: number | undefined;
  readonly #p: SpeakerParameters;
  readonly #environment: Environment | undefined;
  readonly #random: Random;
  readonly #w: Readonly<Record<'volts' | 'load', Wander>>;

  constructor(options: {
    readonly parameters: SpeakerParameters;
    readonly random: Random;
    /** Absent: the parameters are the place. */
    readonly environment?: Environment;
  }) {
    const { parameters, random, environment } = options;
    this.#p = parameters;
    this.#environment = environment;
    this.#random = random;
    this.faults = new FaultSet<Causes>({ catalogue: speakerFaults, healthy: healthyCauses, random });
    this.room = new Room(options);
    this.microphones = new Microphones(options);
    this.listener = new Listener(options);
    this.player = new Player(options);
    this.amplifier = new Amplifier(options);
    this.account = new Account(options);
    this.discovery = new Discovery({ parameters, random, peers: environment?.peers ?? true });
    this.household = new Household({ parameters, random, use: environment?.use ?? 0.6 });
    this.supplyVoltage = parameters.supply.openV;
    this.temperature = (environment?.airC ?? parameters.place.ambientCel) + parameters.heat.riseK;
    this.load = parameters.board.listeningLoad;
    this.volumeSetting = Math.round(random.between(...parameters.start.volume));
    this.#w = {
      volts: new Wander({ random, deviation: 0.04, tauS: 10 }),
      load: new Wander({ random, deviation: 2.6, tauS: 20 }),
    };
  }

  /** `audio.volume`, %. */
  get volume(): number {
    return this.#volumeSince ?? this.causes.volumeSet ?? this.volumeSetting;
  }
  setVolume(percent: number): void {
    this.volumeSetting = percent;
    if (this.causes.volumeSet !== null) this.#volumeSince = percent;
  }
  /** Sound leaves the codec. */
  get sounding(): boolean {
    const { speaking } = this.actuators;
    const aloud = speaking && !this.causes.doNotDisturb && !this.player.task.hung;
    return (aloud || this.player.state === 'playing') && !this.causes.codecDead;
  }
  /** Of multicast in the home, the share that arrives. */
  get multicastPasses(): number {
    const { strayNetwork, clientIsolation, multicastLoss } = this.causes;
    return strayNetwork || clientIsolation ? 0 : 1 - multicastLoss;
  }

  /** The address at which local controllers look for it; `now`: where it is. */
  addressKnown(now: string): string {
    const { addressShift, oldAddress } = this.causes;
    if (oldAddress === 0) return now;
    const [a, b, c, host = 0] = now.split('.').map(Number);
    return [a, b, c, ((host - addressShift + 210) % 230) + 20].join('.');
  }

  /** False: no such fault. What must have begun before it shows begins now. */
  inject(order: FaultOrder): boolean {
    const known = this.faults.inject(order, this.seconds);
    if (order.id === 'S01') this.account.letExpire(order.afterS);
    if (order.id === 'S06' || order.id === 'S08') this.discovery.populate();
    return known;
  }

  repair(): void {
    this.faults.clear();
    this.account.relink();
    this.#volumeSince = undefined;
    this.microphones.switchClosed = false;
  }

  /** Counters restart at 0 (datasheet, `boot`), and what hung runs again. */
  restart(): void {
    this.listener.restart();
    this.listener.task.restart(this.causes.listenerHang);
    this.player.restart();
    this.player.task.restart(this.causes.playerHang);
    this.discovery.restart();
    this.actuators.on = true;
    this.actuators.answering = false;
    this.actuators.speaking = false;
  }

  /** What the voice service says to a request now. */
  ask(platform: Platform): VoiceAnswer {
    const { causes } = this;
    const { network, cloud, clock } = platform;
    const lost = this.#random.next() < (network.loss / 100) ** 2;
    if (!platform.networkUp || cloud.dns === 'fail' || lost) return 'no_answer';
    if (cloud.handshake(causes, clock) !== 'ok') return 'no_answer';
    if (this.#random.next() < causes.cloudFail) return causes.cloudSilent ? 'no_answer' : 'server_error';
    return this.#random.next() < causes.tokenRefused ? 'refused' : 'ok';
  }
  /** ms until the answer to a request that gets one. */
  latency(platform: Platform): number {
    const { rtt, loss, busy } = platform.network;
    const waiting = -Math.log(1 - this.#random.next()) * (90 + 5 * loss + 2 * Math.max(0, busy - 45));
    return Math.min(7900, this.#p.voice.answerS * 1000 + 5 * rtt + waiting);
  }

  /** `hour` of the day; gives what people want of it in this step. */
  step(dt: number, hour: number, platform: Platform): Wish | undefined {
    this.seconds += dt;
    this.causes = this.faults.causes(this.seconds);
    const { causes, actuators, player } = this;
    if (causes.volumeSet === null) this.#volumeSince = undefined;
    this.room.step(dt, hour, causes.noiseDb);
    this.account.step(dt, causes);
    this.#supplyAndHeat(dt, hour);
    if (!actuators.on) return undefined;
    const { network } = platform;
    const playing = player.state === 'playing';
    const sound = this.sounding && !this.amplifier.protecting ? this.volume : undefined;
    const heard = causes.coilOpen ? undefined : sound;
    this.microphones.step({ dt, causes, roomDb: this.room.levelDb, ownVolume: heard });
    this.listener.step(dt, causes, this.microphones.rms);
    const reached = platform.networkUp && platform.cloud.dns !== 'fail' && !causes.portal;
    const open = reached && !(causes.cloudFail > 0.9);
    player.step(dt, causes, { open, busy: network.busy, loss: network.loss, throughput: network.throughput });
    this.amplifier.step({ dt, causes, volume: sound ?? 0, boardCel: this.temperature });
    this.discovery.step({
      dt,
      causes,
      connected: network.hasAddress && !causes.strayNetwork,
      passes: this.multicastPasses,
    });
    const { listeningLoad, playingLoad, answeringLoad, heap } = this.#p.board;
    const work = listeningLoad + (playing ? playingLoad : 0) + (actuators.answering ? answeringLoad : 0);
    // Hardly any memory left: the processor is busy looking for some.
    const searching = 30 * Math.max(0, 1 - platform.heapFree / (0.15 * heap));
    this.load = Math.max(1, Math.min(100, work + searching + this.#w.load.step(dt)));
    return this.household.step(dt, hour, playing);
  }

  #supplyAndHeat(dt: number, hour: number): void {
    const { supply, heat, place } = this.#p;
    const amps = this.actuators.on ? supply.boardA + this.amplifier.current : 0.02;
    this.supplyVoltage = supply.openV - amps * supply.cableOhm + this.#w.volts.step(dt);
    // `airC` is that of noon; nights are cooler.
    const air = this.#environment?.airC ?? place.ambientCel;
    const ambient = air - 2 + 2 * Math.sin((Math.PI * (hour - 8)) / 12);
    const rise = this.actuators.on ? heat.riseK + 6 * Math.max(0, this.amplifier.current - 0.05) : 0;
    this.temperature = approach(this.temperature, ambient + rise, dt, heat.tauS);
  }
}
