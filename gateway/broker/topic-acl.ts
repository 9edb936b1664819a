import { downTopic, isOwnDownFilter, parseDownTopic, parseUpTopic, upTopic } from '../../proto/topics.ts';
import type { LinkIdentity } from '../ports/links.ts';

/**
 * `topic` is a valid topic name: without wildcards. A dialect's link speaks to nobody but the gateway, whatever its topics:
 * they are its own namespace (WIRE.md "Dialects"), in which what belongs to brokers and to native devices has no place.
 */
export function mayPublish(who: LinkIdentity, topic: string): boolean {
  return who.kind === 'native' ? parseUpTopic(topic)?.deviceId === who.deviceId : isOfDialects(topic);
}

/** A native device's will is its death; a dialect's says what its makers agreed on: `$state`, a bridge's state, LWT. */
export function mayWill(who: LinkIdentity, topic: string): boolean {
  if (who.kind === 'native') return topic === upTopic(who.deviceId, 'death');
  return topic !== '' && !['+', '#', '\0'].some((each) => topic.includes(each)) && !topic.startsWith(nativePrefix);
}

export function maySubscribe(who: LinkIdentity, filter: string): boolean {
  return who.kind === 'native' ? isOwnDownFilter(who.deviceId, filter) : isOfDialects(filter);
}

/** The only topics on which the gateway sends to a link. */
export function mayReceive(who: LinkIdentity, topic: string): boolean {
  return who.kind === 'native' ? parseDownTopic(topic)?.deviceId === who.deviceId : isOfDialects(topic);
}

/** True when a subscription to `filter` delivers `topic` (MQTT 3.1.1, 4.7). */
export function filterMatches(filter: string, topic: string): boolean {
  const wanted = filter.split('/');
  const levels = topic.split('/');
  for (const [index, level] of wanted.entries()) {
    if (level === '#') return true;
    if (index >= levels.length || (level !== '+' && level !== levels[index])) return false;
  }
  return wanted.length === levels.length;
}

/** ConsentState follows every subscription that can receive it. */
export function deliversConsent(who: LinkIdentity, filter: string): boolean {
  return who.kind === 'native' && filterMatches(filter, downTopic(who.deviceId, 'consent'));
}

const nativePrefix = 'diag/';

function isOfDialects(topic: string): boolean {
  return !topic.startsWith('$') && !topic.startsWith(nativePrefix);
}
