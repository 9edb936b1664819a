import { proofWindowMs } from '../domain/consent/request-state.ts';
import type { DeviceId, PersonId, RequestId } from '../domain/ids.ts';
import type { WordPair } from '../domain/cases/records.ts';
import type { Clock } from '../ports/host.ts';

/** An owner's yes to being counted, which waits for its proof. */
export interface FleetOffer {
  /** What the device names when its button is held. */
  readonly id: RequestId;
  readonly deviceId: DeviceId;
  /** Who sent the link on whose page it was said. */
  readonly agentId: PersonId;
  readonly language: string;
  /** Those of the page on which it was said. */
  readonly words: WordPair;
  readonly deadlineMs: number;
}

/** At most one a device, for two minutes, and only in memory: after a start of the gateway the owner says yes again. */
export class FleetOffers {
  readonly #clock: Clock;
  readonly #byDevice = new Map<DeviceId, FleetOffer>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** May be repeated: the two minutes start anew. */
  put(offer: Omit<FleetOffer, 'deadlineMs'>): FleetOffer {
    const deadlineMs = this.#clock.monotonicMs() + proofWindowMs;
    for (const [deviceId] of this.#byDevice) this.of(deviceId);
    const made = { ...offer, deadlineMs };
    this.#byDevice.set(offer.deviceId, made);
    return made;
  }

  of(deviceId: DeviceId): FleetOffer | undefined {
    const offer = this.#byDevice.get(deviceId);
    if (!offer || this.leftMs(offer) > 0) return offer;
    this.#byDevice.delete(deviceId);
    return undefined;
  }

  leftMs({ deadlineMs }: FleetOffer): number {
    return Math.max(0, deadlineMs - this.#clock.monotonicMs());
  }

  drop(deviceId: DeviceId): void {
    this.#byDevice.delete(deviceId);
  }
}
