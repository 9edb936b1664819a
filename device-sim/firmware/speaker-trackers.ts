import type { SpeakerWorld } from '../physics/speaker/world.ts';
import type { Platform } from '../physics/platform/platform.ts';
import { CounterWindow } from './counter-window.ts';

const loudDb = -55;

/** What the firmware counts over time for its conditions. */
export class SpeakerTrackers {
  readonly underruns = new CounterWindow({ keepS: 600 });
  readonly busErrors = new CounterWindow({ keepS: 60 });
  /** Seconds since the listener delivered a score, and how many of them were loud. */
  sinceScoreS = 0;
  loudS = 0;
  /** Seconds without a peer after one had been seen. */
  lonelyS = 0;
  #delivered = 0;
  #peerSeen = false;

  step({ listener, microphones, player, discovery }: SpeakerWorld, dt: number): void {
    this.underruns.step(player.underruns, dt);
    this.busErrors.step(player.busErrors, dt);
    const delivers = listener.delivered !== this.#delivered;
    this.#delivered = listener.delivered;
    this.sinceScoreS = delivers ? 0 : this.sinceScoreS + dt;
    this.loudS = delivers ? 0 : this.loudS + (microphones.rms > loudDb ? dt : 0);
    const { peers } = discovery;
    if (peers > 0) this.#peerSeen = true;
    this.lonelyS = peers === 0 && this.#peerSeen ? this.lonelyS + dt : 0;
  }
}

/** Whether the address differs from the one before: the lease survives a boot, and so does this. */
export class AddressMemory {
  /** Seconds since it changed. */
  sinceChangeS = Infinity;
  #last: string;

  constructor(ip: string) {
    this.#last = ip;
  }

  step({ network }: Platform, dt: number): void {
    this.sinceChangeS += dt;
    if (!network.hasAddress) return;
    if (this.#last !== network.ip) this.sinceChangeS = 0;
    this.#last = network.ip;
  }
}
