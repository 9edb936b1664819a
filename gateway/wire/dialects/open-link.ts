import type { DataFrame, ErrorChange, FrameBody, Sample } from '../../domain/frames.ts';
import type { BootId, DeviceId } from '../../domain/ids.ts';
import { isRefusal, type RefusalCode } from '../../domain/refusals.ts';
import type { Clock } from '../../ports/host.ts';
import type { Decoded, PresenceChange, RawMessage, WireLink } from '../../ports/links.ts';
import type { BoundReader, Said } from './binding.ts';
import type { Child } from './child.ts';
import { limits, memoryOfBroker } from './limits.ts';
import { isDroppedByModel, type LinkMemory } from './link-memory.ts';
import { Message } from './message.ts';
import { PresenceBook } from './presence.ts';

/**
 * One connection of a dialect's link: topics -> frames of its registered children. The gateway mints `bootId` (one a
 * connection) and seq; there is no epoch, and a sample's time is its receive time. Faults in a payload are answers, never
 * exceptions (WIRE.md "Settling").
 */
export function openDialectLink(options: {
  readonly memory: LinkMemory;
  readonly willTopic: string | null;
  readonly bootId: BootId;
  readonly clock: Pick<Clock, 'monotonicMs'>;
}): WireLink {
  const { memory, willTopic, bootId, clock } = options;
  const { home } = memory;
  const openedMs = clock.monotonicMs();
  let memoryEndsMs = openedMs + memoryOfBroker.beginsWithinMs;
  const presence = new PresenceBook({ home, index: memory.index, willTopic });
  let version = -1;
  let seq = 0;

  function receive(raw: RawMessage): Decoded {
    if (raw.oversize) return { frames: [], discarded: ['oversize'] };
    const { topic, payload, receivedAt } = raw;
    if (topic.length > limits.topicCharacters || /\p{Cc}/u.test(topic)) return discard('dialect_topic_unknown');
    learn();
    const message = new Message({ topic, payload, receivedAt, historical: raw.retain && isMemory() });
    const discarded = new Set<RefusalCode>();
    const isOfLiveness = presence.hear(message);
    let isKnown = isOfLiveness;
    let isDescription = false;
    let isRepeated = false;
    for (const reader of memory.readers) {
      const understood = reader.receive(message);
      if (understood === undefined) continue;
      isKnown = true;
      isDescription ||= understood === 'taken' && !isOfLiveness;
      isRepeated ||= understood === 'repeated' && !isOfLiveness;
      if (understood !== 'taken' && understood !== 'repeated') discarded.add(understood);
    }
    if (home.overflowed) discarded.add('dialect_full');
    home.overflowed = false;
    learn();
    const found = readAll(message, discarded);
    if (!isKnown && !found.hasReaders) discarded.add(whyUnread(topic));
    // A broker's memory is no sign of life, and neither is what a bridge describes.
    const heard = message.historical || isDescription || isRepeated ? [] : found.heard;
    if (isDescription) presence.changed = true;
    for (const child of heard) if (!child.heard) presence.changed = child.heard = true;
    const changes = presence.changed ? tellPresence() : [];
    const heardIds = heard.flatMap(({ registration }) => (registration ? [registration.deviceId] : []));
    return {
      frames: found.frames,
      discarded: [...discarded],
      ...(changes.length > 0 ? { presence: changes } : {}),
      ...(heardIds.length > 0 ? { heard: heardIds } : {}),
    };
  }

  /** Only on a bridge: whoever holds the connection itself retains what it says now (decisions 0010 and 0038). */
  function isMemory(): boolean {
    const nowMs = clock.monotonicMs();
    if (nowMs >= memoryEndsMs || isClientsWill()) return false;
    const latest = openedMs + memoryOfBroker.atMostMs;
    memoryEndsMs = Math.min(latest, Math.max(memoryEndsMs, nowMs + memoryOfBroker.pauseMs));
    return true;
  }

  function isClientsWill(): boolean {
    if (willTopic === null || willTopic.startsWith('$')) return false;
    const isNamedSo = /(^|\/)(\$state|LWT)$/.test(willTopic);
    return isNamedSo || presence.isLiveness(willTopic) || presence.hasWord(willTopic);
  }

  /** What the link's devices declare may have changed, here or by a registration. */
  function learn(): void {
    memory.settle();
    if (version !== memory.version) presence.changed = true;
    version = memory.version;
  }

  function readAll(message: Message, discarded: Set<RefusalCode>) {
    const frames: DataFrame[] = [];
    const heard: Child[] = [];
    const aliases = memory.readers.map((reader) => reader.alias?.(message)).filter((alias) => alias !== undefined);
    let hasReaders = false;
    for (const { topic, under } of [{ topic: message.topic, under: undefined }, ...aliases]) {
      for (const child of memory.index.at(topic)) {
        hasReaders = true;
        if (!child.registration) {
          // What describes is read whether anybody is registered or not.
          if (topic !== message.topic || home.describedBy(topic) === undefined) discarded.add('child_unregistered');
          continue;
        }
        const readers = child.readers.get(topic) ?? [];
        const why = readers.length === 0 && home.describedBy(topic) === undefined ? child.unread.get(topic) : undefined;
        if (why !== undefined) discarded.add(why);
        const said = readChild(readers, message, under, discarded);
        frames.push(...framesOf(child.registration.deviceId, said, message));
        const isItsWord = presence.isLivenessOf(child, topic);
        const isAlive = readers.some((reader) => !reader.isDescription) && !isItsWord;
        if (isAlive || (isItsWord && presence.of(child) === 'online')) heard.push(child);
      }
    }
    return { frames, heard, hasReaders };
  }

  function framesOf(deviceId: DeviceId, said: readonly FrameOf[], message: Message): readonly DataFrame[] {
    return said.map(({ source, body }) => ({
      deviceId,
      source,
      bootId,
      seq: ++seq,
      epoch: null,
      kind: message.historical ? 'historical' : 'live',
      receivedAt: message.receivedAt,
      body,
    }));
  }

  function whyUnread(topic: string): RefusalCode {
    const child = home.below(topic);
    return child && isDroppedByModel(child, topic) ? 'dialect_topic_dropped' : 'dialect_topic_unknown';
  }

  function tellPresence(): readonly PresenceChange[] {
    const changes: PresenceChange[] = [];
    presence.changed = false;
    for (const child of home.children.values()) {
      const { registration } = child;
      if (!registration) continue;
      const now = presence.of(child);
      if (now === undefined || now === child.told) continue;
      child.told = now;
      const isClient = willTopic !== null && presence.isOwn(child, willTopic);
      changes.push({ deviceId: registration.deviceId, presence: now, isClient });
    }
    return changes;
  }

  return { receive };
}

interface FrameOf {
  readonly source: DataFrame['source'];
  readonly body: FrameBody;
}

/** At most one frame a lane, each metric at most once, whichever dialects know the topic. */
function readChild(
  readers: readonly BoundReader[],
  message: Message,
  under: string | undefined,
  discarded: Set<RefusalCode>,
): readonly FrameOf[] {
  const samples: Record<'telemetry' | 'firmware', Sample[]> = { telemetry: [], firmware: [] };
  const errors: ErrorChange[] = [];
  let complete: boolean | undefined;
  let source: DataFrame['source'] = 'homeassistant';
  for (const reader of readers) {
    const said: Said | undefined | ReturnType<BoundReader['read']> = reader.read(message, under);
    if (said === undefined) continue;
    if (isRefusal(said)) {
      discarded.add(said.refused);
      continue;
    }
    source = reader.dialect;
    if (said.lane !== 'error') samples[said.lane].push(said.sample);
    else {
      errors.push(...said.errors);
      complete = said.complete;
    }
  }
  const frames: FrameOf[] = [];
  if (samples.telemetry.length > 0) frames.push({ source, body: { lane: 'telemetry', samples: samples.telemetry } });
  if (samples.firmware.length > 0) {
    frames.push({ source, body: { lane: 'firmware', samples: samples.firmware, slots: [] } });
  }
  if (complete !== undefined) frames.push({ source, body: { lane: 'error', complete, errors } });
  return frames;
}

function discard(code: RefusalCode): Decoded {
  return { frames: [], discarded: [code] };
}
