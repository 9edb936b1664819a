import type { Random } from '../../random.ts';
import type { Network } from '../network.ts';
import type { PlatformCauses } from './causes.ts';
import type { DeviceClock } from './device-clock.ts';

export type Known = 'unknown' | 'ok' | 'fail';
export type TlsResult = 'ok' | 'certificate_not_yet_valid' | 'certificate_expired' | 'name_mismatch' | 'timeout';

/** The datasheet's `cloud`: look-ups; a request each minute while connected. */
const lookUpConnectedS = 600;
const lookUpS = 60;
const requestS = 60;
/** After an association or a boot it tries at once. */
const firstS = 4;

/** Look-up, handshake and request to the vendor cloud, over whatever the home network lets through. */
export class CloudClient {
  dns: Known = 'unknown';
  tls: Known = 'unknown';
  cloud: Known = 'unknown';
  /** Why the last handshake failed. */
  tlsDetail: TlsResult = 'ok';
  /** In a row. */
  failedLookUps = 0;
  failedHandshakes = 0;
  /** Associated seconds since a request was last accepted. */
  sinceAcceptedS = 0;
  readonly #random: Random;
  #connected = false;
  #lookUpInS: number;
  #requestInS = requestS;
  #hadAddress = true;

  constructor(options: { readonly random: Random }) {
    this.#random = options.random;
    this.#lookUpInS = options.random.between(1, firstS);
  }

  step(options: { dt: number; causes: PlatformCauses; network: Network; clock: DeviceClock }): void {
    const { dt, causes, network, clock } = options;
    const { hasAddress } = network;
    if (hasAddress && !this.#hadAddress) this.#lookUpInS = firstS;
    this.#hadAddress = hasAddress;
    if (network.associated) this.sinceAcceptedS += dt;
    if (!hasAddress) {
      this.#connected = false;
      this.#lookUpInS = Math.max(this.#lookUpInS, firstS);
      return;
    }
    this.#lookUpInS -= dt;
    this.#requestInS -= dt;
    if (this.#lookUpInS <= 0) this.#cycle(causes, network, clock);
    else if (this.#connected && this.#requestInS <= 0) this.#request(causes, network);
  }

  restart(): void {
    this.#connected = false;
    this.#lookUpInS = firstS;
    this.failedLookUps = 0;
    this.failedHandshakes = 0;
    this.sinceAcceptedS = 0;
    this.dns = this.tls = this.cloud = 'unknown';
  }

  /** What a handshake gives now. */
  handshake(causes: PlatformCauses, clock: DeviceClock): TlsResult {
    if (causes.portal) return 'name_mismatch';
    if (clock.offsetS < -300) return 'certificate_not_yet_valid';
    if (clock.offsetS > 300) return 'certificate_expired';
    return causes.cloudFail >= 1 && causes.cloudSilent ? 'timeout' : 'ok';
  }

  #cycle(causes: PlatformCauses, network: Network, clock: DeviceClock): void {
    this.#lookUpInS = lookUpS;
    this.#connected = false;
    if (this.#lost(network) || this.#random.next() < causes.dnsFail) {
      this.dns = 'fail';
      this.failedLookUps += 1;
      // Without a name there is no handshake and no request.
      this.tls = 'unknown';
      this.cloud = 'fail';
      return;
    }
    this.dns = 'ok';
    this.failedLookUps = 0;
    const result = this.handshake(causes, clock);
    if (result !== 'ok') {
      this.tls = 'fail';
      this.tlsDetail = result;
      this.failedHandshakes += 1;
      this.cloud = 'fail';
      return;
    }
    this.tls = 'ok';
    this.failedHandshakes = 0;
    this.#connected = true;
    this.#lookUpInS = lookUpConnectedS;
    this.#request(causes, network);
  }

  #request(causes: PlatformCauses, network: Network): void {
    this.#requestInS = requestS;
    if (this.#lost(network) || this.#random.next() < causes.cloudFail || causes.portal) {
      this.cloud = 'fail';
      this.#connected = false;
      this.#lookUpInS = Math.min(this.#lookUpInS, lookUpS);
      return;
    }
    this.cloud = 'ok';
    this.sinceAcceptedS = 0;
  }

  /** Three tries within seconds: only where most packets are lost do all fail. */
  #lost({ loss }: Network): boolean {
    return this.#random.next() < (loss / 100) ** 3;
  }
}
