import { downTopic, isOwnDownFilter, parseDownTopic, parseUpTopic, upTopic } from '../../proto/topics.ts';
import type { LinkIdentity } from '../ports.ts';

/** `topic` is a valid topic name: without wildcards. */
export function mayPublish(who: LinkIdentity, topic: string): boolean {
  return who.link === 'native' ? parseUpTopic(topic)?.deviceId === who.deviceId : isBelowRoot(who, topic);
}

/** A native device's will is its death; a Homie device's is its `$state` (WIRE.md "Topics and lanes"). */
export function mayWill(who: LinkIdentity, topic: string): boolean {
  return topic === (who.link === 'native' ? upTopic(who.deviceId, 'death') : `${who.homieRoot}/$state`);
}

export function maySubscribe(who: LinkIdentity, filter: string): boolean {
  return who.link === 'native' ? isOwnDownFilter(who.deviceId, filter) : isBelowRoot(who, filter);
}

/** The only topics on which the gateway sends to a device. */
export function mayReceive(who: LinkIdentity, topic: string): boolean {
  return who.link === 'native' && parseDownTopic(topic)?.deviceId === who.deviceId;
}

/** True when a subscription to one of the device's own filters delivers `topic`. */
export function ownFilterMatches(filter: string, topic: string): boolean {
  return filter === topic || filter === `${topic.slice(0, topic.lastIndexOf('/'))}/+`;
}

/** ConsentState follows every subscription that can receive it. */
export function deliversConsent(who: LinkIdentity, filter: string): boolean {
  return who.link === 'native' && ownFilterMatches(filter, downTopic(who.deviceId, 'consent'));
}

function isBelowRoot(who: LinkIdentity, topic: string): boolean {
  return who.homieRoot !== null && who.homieRoot !== '' && topic.startsWith(`${who.homieRoot}/`);
}
