import type { EventEmitter } from 'node:events';
import { Aedes, type Client } from 'aedes';
import mqttPacket from 'mqtt-packet';
import type { LinkEvents } from '../ports/links.ts';
import type { ConnectRefusal } from './admission.ts';
import type { Door } from './door.ts';
import type { Limits } from './limits.ts';
import type { Link } from './link.ts';
import { deliversConsent, mayReceive } from './topic-acl.ts';

/**
 * aedes speaks CONNACK, SUBACK, PINGRESP and the way down; publishes and wills of clients never reach it (guard.ts), so
 * that it has nothing to route from one client to another, to retain or to queue.
 */
export function makeAedes(options: {
  readonly door: Door;
  readonly events: LinkEvents;
  readonly limits: Limits;
  readonly linkOf: (client: Client) => Link;
  readonly opened: (link: Link) => void;
}): Aedes {
  const { door, events, limits, linkOf } = options;
  // By which aedes writes: otherwise it makes a buffer for each of 65,536 packet ids beforehand, some 9 MB.
  mqttPacket.writeToStream.cacheNumbers = false;
  const aedes = new Aedes({
    drainTimeout: limits.drainMs,
    connectTimeout: dayMs, // the guard's and the door's own deadlines come first
    heartbeatInterval: dayMs, // for clusters of aedes; nobody can subscribe to it
    preConnect: (client, packet, done) => {
      const { will } = packet;
      linkOf(client).hear({
        clientId: packet.clientId,
        cleanSession: packet.clean ?? false,
        keepAliveSeconds: packet.keepalive ?? 0,
        secret: packet.password?.toString('utf8'),
        will: will && {
          topic: will.topic,
          payload: Uint8Array.from(Buffer.from(will.payload)),
          qos: will.qos ?? 0,
          retain: will.retain ?? false,
        },
      });
      // aedes knows its clients by their client ids, which two homes' software may share: the user name says who it is.
      packet.clientId = packet.username ?? packet.clientId;
      // The link itself keeps time and wills; aedes would count only the packets that it sees, and publish any will.
      packet.keepalive = 0;
      packet.clean = true;
      delete packet.will;
      // aedes keeps the packet, and with it whatever of the socket's bytes its password is a part of.
      delete packet.password;
      done(null, true);
    },
    authenticate: (client, userName, _password, done) => {
      const link = linkOf(client);
      const answer = (refusal: ConnectRefusal | undefined): void => {
        if (refusal === undefined) {
          link.guard.admit();
          done(null, true);
          return;
        }
        link.refused(refusal.code, refusal.detail);
        done(Object.assign(new Error(refusal.code), { returnCode: refusal.connack }), null);
      };
      void door.decide(link, { userName, secret: link.offer?.secret }).then(answer);
    },
    authorizeSubscribe: (client, subscription, done) => {
      const verdict = linkOf(client).subscribe(subscription.topic, subscription.qos);
      if (verdict === 'close') done(new Error('link_subscription'));
      else done(null, verdict === 'grant' ? subscription : null);
    },
    authorizePublish: (_client, _packet, done) => done(new Error('publishes of clients do not pass through here')),
    authorizeForward: (client, packet) => {
      const who = linkOf(client).identity;
      return who !== undefined && mayReceive(who, packet.topic) ? packet : null;
    },
  });
  aedes.on('client', (client) => linkOf(client).registered());
  aedes.on('clientDisconnect', (client) => linkOf(client).unregistered());
  aedes.on('clientReady', (client) => options.opened(linkOf(client)));
  aedes.on('subscribe', (subscriptions, client) => {
    const { identity } = linkOf(client);
    const granted = subscriptions.filter((subscription) => subscription.qos <= 2); // 0x80: refused
    if (identity && granted.some((subscription) => deliversConsent(identity, subscription.topic))) {
      events.subscribed(identity);
    }
  });
  aedes.on('unsubscribe', (filters, client) => linkOf(client).unsubscribe(filters));
  const failed = (client: Client, error: Error): void => {
    if (error.message === 'drain timeout')
      linkOf(client).refused('link_too_many_in_flight', 'the client does not read');
    else linkOf(client).refused('link_protocol', error.message);
  };
  aedes.on('clientError', failed);
  aedes.on('connectionError', failed);
  // What fails inside aedes belongs to no client; unheard it would end the program.
  const emitter: EventEmitter = aedes;
  emitter.on('error', (error: Error) => {
    events.refused({ code: 'link_protocol', linkId: null, detail: error.message });
  });
  return aedes;
}

const dayMs = 86_400_000;
