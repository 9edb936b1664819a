import { isDeviceId } from '../../proto/topics.ts';
import type { LinkId } from '../domain/ids.ts';
import type { BrokerRefusal, DeviceGate, LinkIdentity } from '../ports/links.ts';
import type { ConnectOffer, Link } from './link.ts';
import { mayWill } from './topic-acl.ts';

/** Return codes of CONNACK (MQTT 3.1.1, table 3.1). */
export const connackCode = { identifierRejected: 2, unavailable: 3, badCredentials: 4, notAuthorized: 5 } as const;

export interface ConnectRefusal {
  readonly code: BrokerRefusal;
  readonly connack: (typeof connackCode)[keyof typeof connackCode];
  readonly detail: string;
}

export interface TakeOptions {
  readonly stillWanted: () => boolean;
  /** An open connection is about to be closed in its favour. */
  readonly takesOver: () => void;
}

/** The links that are connected, each at most once, and the way a newcomer takes over from the one before. */
export class LinkTable {
  readonly #links = new Map<LinkId, Link>();
  /** Who wait for the end of a link. */
  readonly #waiting = new Map<LinkId, (() => void)[]>();

  of(linkId: LinkId): Link | undefined {
    return this.#links.get(linkId);
  }

  /** When the connection that this client id has now is wholly gone. */
  async gone(linkId: LinkId): Promise<void> {
    if (!this.#links.has(linkId)) return;
    await new Promise<void>((resolve) => {
      const waiting = this.#waiting.get(linkId) ?? [];
      waiting.push(resolve);
      this.#waiting.set(linkId, waiting);
    });
  }

  /**
   * Closes the connection that this client id had [MQTT-3.1.4-2] and takes its place once it is wholly gone: its will handed on
   * and aedes rid of it, which would otherwise remove the newcomer under the same client id. False: the newcomer
   * itself ended meanwhile.
   */
  async take(linkId: LinkId, link: Link, options: TakeOptions): Promise<boolean> {
    for (;;) {
      const before = this.#links.get(linkId);
      if (before === undefined) break;
      if (before.isOpen) options.takesOver();
      before.guard.destroy();
      await this.gone(linkId);
    }
    if (!options.stillWanted()) return false;
    this.#links.set(linkId, link);
    return true;
  }

  /** Its end has been dealt with, here and in aedes. */
  leave(linkId: LinkId, link: Link): void {
    // What aedes had begun for a connection that ended early has run out by then.
    setImmediate(() => {
      if (this.#links.get(linkId) !== link) return;
      this.#links.delete(linkId);
      const waiting = this.#waiting.get(linkId) ?? [];
      this.#waiting.delete(linkId);
      for (const go of waiting) go();
    });
  }
}

/** Decides on a CONNECT: the identity, or the refusal. Rejects when the gate does. */
export async function admit(options: {
  readonly gate: DeviceGate;
  readonly offer: ConnectOffer;
  readonly userName: string | undefined;
  readonly secret: string | undefined;
}): Promise<LinkIdentity | ConnectRefusal> {
  const { offer, userName, secret } = options;
  if (userName === undefined || secret === undefined) return badCredentials;
  if (!isDeviceId(userName)) return rejected('link_client_id', 'not a device id');
  const identity = await options.gate.authenticate({ clientId: offer.clientId, userName, secret });
  if (identity === undefined) return badCredentials;
  if (identity.linkId !== userName) return rejected('link_client_id', 'link id differs');
  // Other makers' software cannot always be told what to call itself (Valetudo cannot): its user name says who it is.
  if (offer.clientId !== userName && identity.kind === 'native') return rejected('link_client_id', 'user name differs');
  // Clean session 0 asks for an identity with a memory: that identity is not offered, hence the same return code. Other
  // makers' software cannot always be told otherwise (Valetudo asks for 0): it gets a clean session, and CONNACK says so.
  if (!offer.cleanSession && identity.kind === 'native')
    return rejected('link_persistent_session', 'clean session is 0');
  if (offer.will === undefined) return identity;
  if (!mayWill(identity, offer.will.topic)) {
    return { code: 'link_will_topic', connack: connackCode.notAuthorized, detail: 'not its own will' };
  }
  if (offer.will.qos > 1) return { code: 'link_qos2', connack: connackCode.notAuthorized, detail: 'will' };
  return identity;
}

function rejected(code: BrokerRefusal, detail: string): ConnectRefusal {
  return { code, connack: connackCode.identifierRejected, detail };
}

const badCredentials: ConnectRefusal = {
  code: 'link_not_authenticated',
  connack: connackCode.badCredentials,
  detail: 'bad credentials',
};
