import type { Presence } from '../../ports.ts';
import type { Child, LivenessTopic } from './child.ts';
import { limits } from './limits.ts';
import type { LinkHome } from './link-home.ts';
import { isFields, type Message, own } from './message.ts';
import { readPlace } from './template.ts';
import type { TopicIndex } from './topic-index.ts';
import { isRefusal } from '../../domain/refusals.ts';

interface Word {
  readonly word: string;
  /** From a broker's memory: it may say that a device is gone, not that it is there. */
  readonly historical: boolean;
  readonly order: number;
}

const longestWord = 32;
/** Words that say nothing but "there" and "gone", on topics that are named so: kept although nothing has declared them yet. */
const commonWords = new Set([
  'online',
  'offline',
  'Online',
  'Offline',
  'init',
  'ready',
  'sleeping',
  'alert',
  'lost',
  'disconnected',
]);
const commonTopics = new Set(['$state', 'LWT', 'availability', 'available', 'status', 'state']);
const deepest = 8;

/**
 * Who is there, as one connection of a link told: words of liveness topics and nothing else. A parent that is gone makes its
 * devices unknown; a device that left its network is gone whatever its availability remembers (DOMAIN.md traps 7 and 9).
 */
export class PresenceBook {
  readonly #home: LinkHome;
  readonly #words = new Map<string, Word>();
  readonly #index: TopicIndex;
  #order = 0;
  /** Something was said or forgotten since it was last asked who is there. */
  changed = true;

  constructor(home: LinkHome, index: TopicIndex) {
    this.#home = home;
    this.#index = index;
  }

  isLiveness(topic: string): boolean {
    return this.#index.liveness(topic) !== undefined || isBridgeState(topic);
  }

  /** This connection itself has said it. */
  hasWord(topic: string): boolean {
    return this.#words.has(topic);
  }

  /** True when the topic is one that says who is there. */
  hear(message: Message): boolean {
    const { topic, last } = message;
    const declared = this.#index.liveness(topic);
    if (!declared && !commonTopics.has(last)) return false;
    const word = wordIn(message, declared);
    if (word === undefined || word.length > longestWord) return declared !== undefined;
    if (!declared && !commonWords.has(word)) return false;
    if (!this.#words.has(topic) && this.#words.size >= limits.topicsOfLink) return declared !== undefined;
    this.#words.set(topic, { word, historical: message.historical, order: ++this.#order });
    this.changed = true;
    if (this.#isGone(topic, declared)) this.#forgetBeneath(topic);
    return true;
  }

  /** It is this child's own sign of life, not that of what it is reached through. */
  isOwn(child: Child, topic: string): boolean {
    return child.liveness().topics.some((each) => each.topic === topic) && !this.#isParents(child, topic);
  }

  /** When a parent comes back, what was said of its devices before is history: each is to be heard or told anew. */
  #forgetBeneath(topic: string): void {
    for (const child of this.#home.children.values()) {
      if (!this.#isParents(child, topic) && !this.#isBeneath(child, topic.slice(0, -'/bridge/state'.length))) continue;
      child.heard = false;
      for (const each of child.liveness().topics) {
        const word = each.topic === topic ? undefined : this.#words.get(each.topic);
        if (word) this.#words.set(each.topic, { ...word, historical: true });
      }
    }
  }

  /** undefined: nothing has been said yet. */
  of(child: Child, depth = 0): Presence | undefined {
    if (child.left) return 'offline';
    const parent = child.via === null ? undefined : this.#home.find(child.via);
    if (parent && parent !== child && depth < deepest) {
      const parents = this.of(parent, depth + 1);
      if (parents === 'offline' || parents === 'unknown') return 'unknown';
    }
    for (const base of this.#home.bridges) {
      const state = `${base}/bridge/state`;
      if (this.#isGone(state, this.#index.liveness(state)) && this.#isBeneath(child, base)) return 'unknown';
    }
    const { mode, topics } = child.liveness();
    const shared = topics.filter(({ topic }) => this.#isParents(child, topic));
    if (shared.some((each) => this.#isGone(each.topic, each))) return 'unknown';
    const own_ = topics.filter((each) => !shared.includes(each));
    return this.#ofOwn(mode, own_, child);
  }

  #ofOwn(mode: 'all' | 'any' | 'latest', topics: readonly LivenessTopic[], child: Child): Presence | undefined {
    const heard = child.heard ? 'online' : undefined;
    const said = topics.flatMap((topic) => {
      const word = this.#words.get(topic.topic);
      const verdict = word && verdictOf(word.word, topic);
      return word && verdict ? [{ verdict, ...word }] : [];
    });
    if (said.length === 0) return heard;
    const newest = said.reduce((latest, each) => (each.order > latest.order ? each : latest));
    const gone = said.filter(({ verdict }) => verdict === 'gone').length;
    const isGone = mode === 'all' ? gone > 0 : mode === 'any' ? gone === topics.length : newest.verdict === 'gone';
    // What a memory says is gone, and is heard now, is there.
    const isOnlyRemembered = said.every(({ historical }) => historical);
    if (isGone && !(isOnlyRemembered && child.heard)) return 'offline';
    const isAlive = said.some(({ verdict, historical }) => verdict === 'alive' && !historical);
    return isAlive ? 'online' : heard;
  }

  #isGone(topic: string, declared: LivenessTopic | undefined): boolean {
    const word = this.#words.get(topic)?.word;
    if (word === undefined) return false;
    return declared ? verdictOf(word, declared) === 'gone' : word.toLowerCase() === 'offline';
  }

  /** It tells of what this child is reached through, not of the child. */
  #isParents(child: Child, topic: string): boolean {
    const users = this.#index.users(topic);
    if (!users.has(child)) return false;
    if (this.#index.isParent(child) || this.#isBridgeItself(child, topic)) return false;
    const parent = child.via === null ? undefined : this.#home.find(child.via);
    return isBridgeState(topic) || users.size > 1 || (parent !== undefined && users.has(parent));
  }

  /** Zigbee2MQTT tells of its own bridge too, which `bridge/state` is the liveness of. */
  #isBridgeItself(child: Child, topic: string): boolean {
    return isBridgeState(topic) && child.via === null && [...child.aliases].some((alias) => alias.includes('bridge'));
  }

  #isBeneath(child: Child, base: string): boolean {
    if (!this.#home.bridges.has(base)) return false;
    if (this.#isBridgeItself(child, `${base}/bridge/state`)) return false;
    for (const { topic } of child.entities.values()) if (topic.startsWith(`${base}/`)) return true;
    return false;
  }
}

function isBridgeState(topic: string): boolean {
  return topic.endsWith('/bridge/state');
}

function verdictOf(word: string, { alive, gone }: LivenessTopic): 'alive' | 'gone' | undefined {
  if (gone.includes(word)) return 'gone';
  return alive.includes(word) ? 'alive' : undefined;
}

/** As it was declared to be read; Zigbee2MQTT says `online` or `{"state":"online"}`, whatever it declared. */
function wordIn(message: Message, declared: LivenessTopic | undefined): string | undefined {
  const place = declared?.place;
  if (place?.steps) {
    const scalar = readPlace(place, message);
    if (scalar !== undefined && !isRefusal(scalar) && scalar !== null) return String(scalar);
  }
  const text = message.text(limits.readingBytes);
  if (text === undefined || !text.startsWith('{')) return text;
  const content = message.json(limits.readingBytes);
  const state = isFields(content) ? own(content, 'state') : undefined;
  return typeof state === 'string' ? state : undefined;
}
