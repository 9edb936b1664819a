import type { Random } from '../../random.ts';
import type { FirmwareFacts } from '../../wire/records.ts';
import type { BootReason } from '../../firmware/boots.ts';
import type { PlatformCauses } from './causes.ts';

type State =
  | 'idle'
  | 'downloading'
  | 'downloaded'
  | 'verifying'
  | 'installing'
  | 'rebooting'
  | 'confirming'
  | 'confirmed'
  | 'failed'
  | 'rolledBack';
type SlotName = 'A' | 'B';
interface Slot {
  version: string;
  state: 'valid' | 'pending_verify' | 'invalid' | 'aborted';
}

/** The datasheet's `ota`. */
const blockBy = 65_536;
const bestMbit = 0.4;
const stallLimitS = 600;
const attempts = 3;
const confirmS = 60;
const bootsOfNewSlot = 3;
const mismatchAfterS = 600;
const subReportsS = 120;
/** Between attempts of one offer, and until a failed offer is taken up again. */
const retryS = 900;
const nextOfferS = 86_400;
const steps = { downloadedS: 5, verifyingS: 20, installingS: 60, confirmedS: 10, failedS: 60, rolledBackS: 900 };

/** Two slots, and an update from offer to confirmation. Time comes in steps; the platform boots it when `resetDue` says so. */
export class Updater {
  state: State = 'idle';
  result = 'success';
  target = '';
  /** %, of download or installation. */
  progress = 0;
  subVersion: string;
  running: SlotName = 'A';
  /** 600 s after success the read-back version differed. */
  mismatch = false;
  /** The last update was undone. */
  rolledBack = false;
  /** The platform must reset, for this. */
  resetDue: BootReason | undefined;
  readonly imageBy = 22_000_000;
  readonly slots: Record<SlotName, Slot>;
  readonly #random: Random;
  readonly #newest: { readonly version: string; readonly sub: string };
  readonly #older: { readonly version: string; readonly sub: string };
  #booted: SlotName = 'A';
  #stateS = 0;
  #blocks = 0;
  #blockS = 0;
  #unheardS = 0;
  #stalled = false;
  /** Of the image that is being verified. */
  #spoilt: boolean | undefined;
  #tries = 0;
  #waitS = 0;
  #offered = false;
  #newBoots = 0;
  #successS: number | undefined;
  #subDueS: number | undefined;
  #wanted = false;

  constructor(options: {
    readonly random: Random;
    /** Of the newest release; `version`: what runs now, the newest by default. */
    readonly newest: { readonly version: string; readonly sub: string };
    readonly older: { readonly version: string; readonly sub: string };
    readonly version?: string;
  }) {
    const { newest, older, version = newest.version } = options;
    this.#random = options.random;
    this.#newest = newest;
    this.#older = older;
    const current = version === newest.version;
    this.subVersion = current ? newest.sub : older.sub;
    this.slots = {
      A: { version, state: 'valid' },
      B: { version: current ? older.version : '', state: 'valid' },
    };
  }

  get version(): string {
    return this.slots[this.running].version;
  }
  get busy(): boolean {
    return ['installing', 'rebooting', 'confirming'].includes(this.state);
  }
  /** No block for 600 s, or no room. */
  get downloadFailed(): boolean {
    return ['connection_lost', 'no_flash'].includes(this.result) && this.state !== 'downloading';
  }
  get verifyFailed(): boolean {
    return this.result === 'integrity' && this.state !== 'downloading';
  }

  facts(): FirmwareFacts {
    return {
      state: this.state,
      result: this.result,
      version: this.version,
      versionSub: this.subVersion,
      target: this.target,
      slotState: this.slots[this.#booted].state,
      slots: (['A', 'B'] as const).map((name) => ({ name, ...this.slots[name] })),
    };
  }

  /** Somebody asks for the newest release, again if need be. */
  start(): void {
    this.#wanted = true;
    this.#tries = 0;
    this.#waitS = 0;
  }

  /** `mbit`: what reaches it; `restful`: it may be installed now; `confirmed`: the support link stands. */
  step(options: {
    dt: number;
    causes: PlatformCauses;
    mbit: number;
    restful: boolean;
    linkUp: boolean;
    uptimeS: number;
    freeBy: number;
  }): void {
    const { dt, causes } = options;
    this.#stateS += dt;
    this.#offer(dt, causes);
    this.#readBack(dt, causes);
    switch (this.state) {
      case 'downloading':
        return this.#download(options);
      case 'downloaded':
        if (this.#stateS >= steps.downloadedS) this.#enter('verifying');
        return;
      case 'verifying':
        if (this.#stateS >= steps.verifyingS) this.#verified(causes, options.restful);
        return;
      case 'installing':
        this.progress = Math.min(100, (100 * this.#stateS) / steps.installingS);
        if (this.#stateS >= steps.installingS) this.#install();
        return;
      case 'confirming':
        return this.#confirm(options);
      case 'confirmed':
        if (this.#stateS >= steps.confirmedS) this.#enter('idle');
        return;
      case 'failed':
        if (this.#stateS >= steps.failedS) this.#enter('idle');
        return;
      case 'rolledBack':
        if (this.#stateS >= steps.rolledBackS) this.#enter('idle');
        return;
      case 'idle':
      case 'rebooting':
    }
  }

  /** A boot has ended. */
  booted(): void {
    if (this.state !== 'rebooting' && this.state !== 'confirming') return;
    this.#newBoots += 1;
    if (this.#newBoots <= bootsOfNewSlot) return this.#enter('confirming');
    const old: SlotName = this.running === 'A' ? 'B' : 'A';
    this.slots[this.running].state = 'invalid';
    this.running = old;
    this.result = 'rolled_back';
    this.rolledBack = true;
    this.#enter('rolledBack');
  }

  #offer(dt: number, causes: PlatformCauses): void {
    if (causes.updateOffered && !this.#offered) this.#tries = this.#waitS = 0;
    this.#offered = causes.updateOffered;
    if (this.state !== 'idle') return;
    this.#waitS -= dt;
    const due = this.#wanted || (causes.updateOffered && (this.version !== this.#newest.version || causes.subStays));
    if (!due || this.#waitS > 0 || (this.rolledBack && !this.#wanted) || (this.mismatch && !this.#wanted)) return;
    if (this.result === 'success' && !this.#wanted && this.target === this.#newest.version) return;
    this.target = this.#newest.version;
    this.#tries += 1;
    this.#waitS = this.#tries < attempts ? retryS : nextOfferS;
    if (this.#tries >= attempts) this.#tries = 0;
    this.#unheardS = 0;
    this.#stalled = false;
    this.result = 'none';
    this.#enter('downloading');
  }

  #download(options: { dt: number; causes: PlatformCauses; mbit: number; freeBy: number }): void {
    const { dt, causes, mbit } = options;
    if (this.imageBy > options.freeBy) return this.#fail('no_flash');
    const rate = Math.min(bestMbit, mbit);
    this.#unheardS += dt;
    if (this.#unheardS >= stallLimitS) return this.#fail('connection_lost');
    if (this.#stalled || rate <= 0.01) return;
    this.#blockS += dt;
    const each = (blockBy * 8) / (rate * 1e6);
    while (this.#blockS >= each) {
      this.#blockS -= each;
      if (this.#random.next() < causes.blockLost) {
        this.#stalled = true;
        return;
      }
      this.#blocks += 1;
      this.#unheardS = 0;
    }
    const all = Math.ceil(this.imageBy / blockBy);
    this.progress = Math.min(100, (100 * this.#blocks) / all);
    if (this.#blocks >= all) this.#enter('downloaded');
  }

  #verified(causes: PlatformCauses, restful: boolean): void {
    // What is good waits here until the device may be without itself for some minutes.
    this.#spoilt ??= causes.imageDamaged || this.#random.next() < Math.min(1, causes.badBlocks / 20);
    if (!this.#spoilt && !restful) return;
    const spoilt = this.#spoilt;
    this.#spoilt = undefined;
    this.#blocks = 0;
    if (!spoilt) return this.#enter('installing');
    this.result = 'integrity';
    this.#wanted = false;
    this.#enter('idle');
  }

  #install(): void {
    const slot: SlotName = this.running === 'A' ? 'B' : 'A';
    this.slots[slot] = { version: this.target, state: 'pending_verify' };
    this.running = slot;
    this.#booted = slot;
    this.#newBoots = 0;
    this.#enter('rebooting');
    this.resetDue = 'update_completed';
  }

  #confirm(options: { dt: number; causes: PlatformCauses; linkUp: boolean; uptimeS: number }): void {
    const { dt, causes, linkUp, uptimeS } = options;
    // It crashes somewhere between 8 and 50 s after the boot.
    if (causes.bootFails > 0 && uptimeS > 8 && uptimeS < 50 && this.#random.next() < causes.bootFails * 0.06 * dt) {
      this.resetDue = 'software_watchdog';
      return;
    }
    if (uptimeS > 300) this.resetDue = 'software_reset';
    if (uptimeS < confirmS || !linkUp) return;
    if (causes.bootFails >= 1) {
      this.resetDue = 'software_watchdog';
      return;
    }
    const slot = this.slots[this.running];
    slot.state = 'valid';
    // Without an image of its own for the sub-controller it is the main one that has stayed.
    if (causes.subStays && this.#newest.sub === this.#older.sub) slot.version = this.#older.version;
    this.result = 'success';
    this.rolledBack = false;
    this.#wanted = false;
    this.#tries = 0;
    this.#successS = 0;
    this.#subDueS = subReportsS;
    this.#enter('confirmed');
  }

  /** The sub-controller reports its version some minutes after; 600 s after success it is compared. */
  #readBack(dt: number, causes: PlatformCauses): void {
    if (this.#subDueS !== undefined) {
      this.#subDueS -= dt;
      if (this.#subDueS <= 0) {
        this.#subDueS = undefined;
        if (!causes.subStays) this.subVersion = this.#newest.sub;
      }
    }
    if (this.#successS === undefined) return;
    this.#successS += dt;
    if (this.#successS < mismatchAfterS) return;
    this.#successS = undefined;
    this.mismatch = this.subVersion !== this.#newest.sub || this.version !== this.target;
    if (this.mismatch) this.result = 'version_mismatch';
  }

  #fail(result: string): void {
    this.result = result;
    this.#wanted = false;
    this.#enter('failed');
  }

  #enter(state: State): void {
    this.state = state;
    this.#stateS = 0;
    if (state === 'installing' || (state === 'downloading' && this.#blocks === 0)) this.progress = 0;
  }
}
