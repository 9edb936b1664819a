import { Button } from './button.ts';
import { type Clock, realClock } from './clock.ts';
import { ConsentTalk } from './consent-talk.ts';
import type { Credentials } from './credentials.ts';
import type { DeviceFirmware, FirmwareEvents } from './firmware/device-firmware.ts';
import { createFirmware } from './firmware/firmware-classes.ts';
import type { ErrorSpec, Language, Model } from './models/model.ts';
import { speak } from './phrases.ts';
import { updateFaults } from './physics/platform/causes.ts';
import { seededRandom } from './random.ts';
import { type SpokenLine, Voice } from './voice.ts';
import type { Purpose, WaitingRequest } from './wire/consent-memory.ts';
import { DeviceLink } from './wire/device-link.ts';
import { randomBootId } from './wire/boot-id.ts';
import type { BootId } from './wire/encode.ts';

export interface SimulatedDeviceOptions {
  readonly credentials: Credentials;
  readonly model: Model;
  readonly seed: number;
  /** mqtt://host:port */
  readonly gatewayUrl: string;
  readonly clock?: Clock;
  readonly fault?: FaultOrder;
  readonly language?: Language;
  /** Injected for tests; random bytes otherwise. */
  readonly newBootId?: () => BootId;
}

export interface FaultOrder {
  readonly id: string;
  /** 0..1, default 1. */
  readonly severity?: number;
  /** Seconds until it sets in, default 0. */
  readonly afterS?: number;
}

export interface DeviceStatus {
  readonly connected: boolean;
  /** Why the last connection ended; empty while connected. */
  readonly trouble: string;
  /** Agents (or '' for a standing grant) who may see something now; not those who only count. */
  readonly viewers: readonly { readonly agent: string; readonly endsInMs: number }[];
  /** It is counted for its maker's statistics, where nobody looks; undefined: it is not. */
  readonly counted: { readonly endsInMs: number } | undefined;
  /** Someone looks right now (live lease). */
  readonly live: boolean;
  readonly requests: readonly {
    readonly purpose: Purpose;
    readonly brand: string;
    readonly agent: string;
    readonly words: Readonly<Record<Language, readonly string[]>>;
  }[];
  readonly state: string;
  /** What its owner can see on it or in its app, by metric. */
  readonly shown: readonly { readonly name: string; readonly value: number | string; readonly unit: string }[];
  /** The datasheet's word, or `off`. */
  readonly lamp: string;
  readonly codes: readonly ErrorSpec[];
  readonly spoken: readonly SpokenLine[];
  readonly speaking: boolean;
  readonly heldMs: number | undefined;
  readonly faults: readonly string[];
  readonly buffered: number;
  readonly settled: number;
}

const stepMs = 200;
/** After a long pause of the process (a closed laptop) only so much is caught up. */
const longestCatchUpSteps = 1500;
const spokenLevels: readonly string[] = ['warning', 'error', 'catastrophic'];

/** One device: physics and firmware in fixed steps, its link, its voice and its button. */
export class SimulatedDevice {
  readonly credentials: Credentials;
  readonly model: Model;
  readonly language: Language;
  readonly #options: SimulatedDeviceOptions;
  readonly #clock: Clock;
  readonly #firmware: DeviceFirmware;
  readonly #voice: Voice;
  readonly #talk: ConsentTalk;
  readonly #button: Button;
  readonly #listeners = new Set<() => void>();
  readonly #startedAt: number;
  readonly #wireRandom;
  #faults: readonly string[] = [];
  #facts = '';
  #reachable = true;
  #steps = 0;
  #link: DeviceLink | undefined;
  #connections = 0;
  #cancelTick: () => void = () => undefined;
  #closed = false;

  constructor(options: SimulatedDeviceOptions) {
    this.#options = options;
    this.credentials = options.credentials;
    this.model = options.model;
    this.language = options.language ?? 'en';
    this.#clock = options.clock ?? realClock;
    const { seed, credentials } = options;
    this.#firmware = createFirmware({
      model: options.model,
      random: seededRandom(seed, credentials.serial, 'physics'),
      ...(updateFaults.includes(options.fault?.id ?? '') && { version: options.model.firmware.previous }),
    });
    // A stream of its own: when the network is slow, the signals stay the same.
    this.#wireRandom = seededRandom(seed, credentials.serial, 'wire');
    this.#voice = new Voice({
      clock: this.#clock,
      language: this.language,
      aloud: this.model.voice,
      onChanged: () => this.#changed(),
    });
    this.#talk = new ConsentTalk({ clock: this.#clock, voice: this.#voice });
    this.#button = new Button({
      clock: this.#clock,
      onHold: () => this.#held(),
      onDoublePress: () => this.stopSharing(),
    });
    this.#startedAt = this.#clock.monotonic();
    if (options.fault) this.inject(options.fault);
    this.#boot();
    this.#tick();
  }

  get serial(): string {
    return this.credentials.serial;
  }
  get deviceId(): string {
    return this.credentials.deviceId;
  }
  get knownFaults(): DeviceFirmware['faults'] {
    return this.#firmware.faults;
  }
  /** What its owner can do with it besides the button. */
  get hands(): readonly string[] {
    return this.#firmware.hands;
  }

  get status(): DeviceStatus {
    const link = this.#link?.status;
    const now = this.#clock.monotonic();
    const connected = link?.connected ?? false;
    const endsInMs = ({ endsAt }: { readonly endsAt: number }) => Math.max(0, endsAt - now);
    const looks = this.#grants.filter((grant) => grant.purpose === 'look');
    const counts = this.#grants.filter((grant) => grant.purpose === 'statistics');
    return {
      connected,
      trouble: link?.trouble ?? '',
      viewers: looks.map((grant) => ({ agent: grant.agent, endsInMs: endsInMs(grant) })),
      counted: counts.length > 0 ? { endsInMs: Math.max(...counts.map(endsInMs)) } : undefined,
      live: link?.live ?? false,
      requests: this.#pending.map(({ purpose, brand, agent, words }) => ({ purpose, brand, agent, words })),
      state: this.#firmware.state,
      shown: this.#shown(),
      lamp: this.#lamp(connected),
      codes: this.#firmware.activeSpecs,
      spoken: this.#voice.lines,
      speaking: this.#voice.speaking,
      heldMs: this.#button.heldMs,
      faults: this.#faults,
      buffered: link?.buffered ?? 0,
      settled: link?.settled ?? 0,
    };
  }

  /** Tells when something that shows has changed; the result ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  buttonDown(): void {
    this.#button.down();
    this.#changed();
  }
  buttonUp(): void {
    this.#button.up();
    this.#changed();
  }
  /** One short press. */
  press(): void {
    this.buttonDown();
    this.buttonUp();
  }
  /** Presses, holds and lets go; resolves when the finger is off again. */
  holdButton(ms: number): Promise<void> {
    this.buttonDown();
    return new Promise((resolve) => {
      this.#clock.after(ms, () => {
        this.buttonUp();
        resolve();
      });
    });
  }

  /** The owner's Stop: nothing leaves from here on, whatever the gateway answers. */
  stopSharing(): void {
    const wasShared = this.#grants.length > 0;
    if (wasShared) {
      this.#talk.forgetSharing();
      this.#link?.stopSharing();
    }
    this.#talk.stopped(wasShared);
  }

  /** One of `hands`. False: it has none of that name. */
  use(hand: string): boolean {
    const events = this.#firmware.use(hand, this.#clock.wall());
    if (events) this.#take(events);
    this.#changed();
    return events !== undefined;
  }
  /** False: this class knows no such fault. */
  inject(order: FaultOrder): boolean {
    const known = this.#firmware.inject({ severity: 1, afterS: 0, ...order });
    if (known) this.#faults = [...new Set([...this.#faults, order.id])];
    this.#changed();
    return known;
  }
  repair(): void {
    this.#firmware.repair();
    this.#faults = [];
    this.#changed();
  }

  /** Says goodbye; with `clean: false` it vanishes, as when the power goes. */
  async close(options: { readonly clean: boolean } = { clean: true }): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#cancelTick();
    this.#button.release();
    this.#voice.silence();
    await this.#link?.close(options);
  }

  get #grants() {
    return this.#link?.consent.grants ?? [];
  }
  get #pending(): readonly WaitingRequest[] {
    return this.#link?.consent.pending ?? [];
  }

  #boot(): void {
    const { credentials, model, gatewayUrl, newBootId = randomBootId } = this.#options;
    this.#connections = 0;
    this.#reachable = true;
    const link = new DeviceLink({
      url: gatewayUrl,
      deviceId: credentials.deviceId,
      secret: credentials.secret,
      publicKey: credentials.gatewayPublicKey,
      model,
      bootId: newBootId(),
      clock: this.#clock,
      random: this.#wireRandom,
      host: {
        readMetric: (name) => this.#readMetric(name),
        messages: this.#firmware.messages && ((name) => this.#firmware.messages?.(name) ?? 0),
        activeCodes: () => this.#firmware.activeCodes,
        firmwareFacts: () => this.#firmware.firmwareFacts(),
        deviceTime: () => this.#clock.wall(),
        startOperation: (name) => {
          const running = this.#firmware.startOperation(name);
          if (name === 'adjust.find_me' && !('refusal' in running)) this.#voice.say(speak((say) => say.findMe));
          return running;
        },
        onChanged: () => this.#consentChanged(),
        onConnected: () => {
          this.#connections += 1;
        },
      },
    });
    this.#link = link;
    link.recordBoot();
    link.start();
  }

  #tick(): void {
    if (this.#closed) return;
    const due = Math.floor((this.#clock.monotonic() - this.#startedAt) / stepMs);
    if (due - this.#steps > longestCatchUpSteps) this.#steps = due - longestCatchUpSteps;
    while (this.#steps < due) {
      this.#steps += 1;
      const state = this.#firmware.state;
      this.#take(this.#firmware.step(stepMs / 1000, this.#clock.wall()));
      if (this.#firmware.state !== state) this.#changed();
      this.#watchFirmware();
      this.#watchPower();
      this.#watchNetwork();
    }
    this.#link?.tick();
    const next = this.#startedAt + (this.#steps + 1) * stepMs - this.#clock.monotonic();
    this.#cancelTick = this.#clock.after(Math.max(1, next), () => this.#tick());
  }

  #watchFirmware(): void {
    const facts = Object.values(this.#firmware.firmwareFacts()).join();
    if (facts === this.#facts) return;
    // The first look is no change: all is told when somebody may look.
    if (this.#facts !== '') this.#link?.recordFirmware();
    this.#facts = facts;
  }

  /** Without power there is no radio; with power again it boots. */
  #watchPower(): void {
    if (this.#firmware.poweredOff && this.#link) {
      void this.#link.close({ clean: false });
      this.#link = undefined;
      this.#talk.forgetSharing();
      this.#changed();
    } else if (!this.#firmware.poweredOff && !this.#link) this.#boot();
  }

  /** What the radio cannot reach, the link cannot either; it keeps what it may and comes back with it. */
  #watchNetwork(): void {
    if (!this.#link || this.#firmware.networkUp === this.#reachable) return;
    this.#reachable = this.#firmware.networkUp;
    this.#link.reachable(this.#reachable);
    this.#changed();
  }

  #take(events: FirmwareEvents): void {
    for (const words of events.spoken ?? []) this.#voice.say(words);
    for (const change of events.codes) {
      this.#link?.recordCode(change);
      const spec = this.model.errors.get(change.code);
      if (change.raised && spec && spokenLevels.includes(spec.level)) this.#voice.say(spec.words);
      this.#changed();
    }
  }

  #readMetric(name: string): number | string | undefined {
    if (name === 'mqtt.reconnect') return Math.max(0, this.#connections - 1);
    if (name === 'mqtt.disconnect.reason') return this.#connections > 1 ? 1 : 0;
    return this.#firmware.readMetric(name);
  }

  #held(): void {
    const yes = this.#talk.held(this.#pending);
    if (yes) this.#link?.confirm(yes.request, yes.readAloud);
  }

  #consentChanged(): void {
    this.#talk.tell({ pending: this.#pending, grants: this.#grants });
    this.#changed();
  }

  #shown(): DeviceStatus['shown'] {
    return this.#firmware.shown.flatMap((name) => {
      const value = this.#firmware.readMetric(name);
      const unit = this.model.metrics.find((metric) => metric.name === name)?.unit ?? '';
      return value === undefined ? [] : [{ name, value, unit }];
    });
  }

  #lamp(connected: boolean): string {
    return this.#firmware.poweredOff ? 'off' : this.#firmware.lamp(connected);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Starts a device: it connects by itself and goes on until `close`. */
export function startSimulatedDevice(options: SimulatedDeviceOptions): SimulatedDevice {
  return new SimulatedDevice(options);
}
