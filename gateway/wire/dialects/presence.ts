import type { Presence } from '../../ports/links.ts';
import type { Child, LivenessTopic } from './child.ts';
import { limits } from './limits.ts';
import type { LinkHome } from './link-home.ts';
import { isFields, type Message, own } from './message.ts';
import { readPlace } from './template.ts';
import type { TopicIndex } from './topic-index.ts';
import { isRefusal } from '../../domain/refusals.ts';

type Verdict = 'alive' | 'gone';

/** What became of a word; the word itself is not kept. */
interface Told {
  readonly verdict: Verdict;
  /** From a broker's memory: it may say that a device is gone, not that it is there. */
  readonly historical: boolean;
  readonly order: number;
}

/** What the dialects' own words on their own topics say (`DialectProfile.liveness`): kept although nothing has declared them yet. */
const common = {
  alive: ['online', 'Online', 'init', 'ready', 'sleeping', 'alert'],
  gone: ['offline', 'Offline', 'lost', 'disconnected'],
} as const satisfies Pick<LivenessTopic, Verdict>;
const commonTopics = new Set(['$state', 'LWT', 'availability']);
const deepest = 8;

/**
 * Who is there, as one connection of a link told: what words of liveness topics mean, and nothing else. Each device's are judged
 * by what it declared itself, whatever others declare on the same topic. A parent that is gone makes its
 * devices unknown; a device that left its network is gone whatever its availability remembers (DOMAIN.md traps 7 and 9).
 */
export class PresenceBook {
  readonly #home: LinkHome;
  /** By topic, then by how it was declared to be read; `commonly`: by the dialects' own words. */
  readonly #told = new Map<string, ReadonlyMap<string, Told>>();
  readonly #index: TopicIndex;
  readonly #willTopic: string | null;
  #order = 0;
  /** Something was said or forgotten since it was last asked who is there. */
  changed = true;

  constructor(options: {
    readonly home: LinkHome;
    readonly index: TopicIndex;
    /** What a connection declares with its CONNECT is its sign of life, whether or not a description says so too. */
    readonly willTopic: string | null;
  }) {
    this.#home = options.home;
    this.#index = options.index;
    this.#willTopic = options.willTopic;
  }

  isLiveness(topic: string): boolean {
    return this.#index.users(topic).size > 0 || isBridgeState(topic);
  }

  /** This child itself declared it. */
  isLivenessOf(child: Child, topic: string): boolean {
    return declaredBy(child, topic) !== undefined || isBridgeState(topic);
  }

  /** This connection itself has said it. */
  hasWord(topic: string): boolean {
    return this.#told.has(topic);
  }

  /** True when the topic is one that says who is there. */
  hear(message: Message): boolean {
    const { topic, last } = message;
    const users = this.#index.users(topic);
    const isCommon = commonTopics.has(last) || isBridgeState(topic) || topic === this.#willTopic;
    if (users.size === 0 && !isCommon) return false;
    const told = new Map<string, Told>();
    const tell = (reading: string, verdict: Verdict | undefined): void => {
      if (verdict) told.set(reading, { verdict, historical: message.historical, order: this.#order });
    };
    this.#order += 1;
    if (isCommon) tell(commonly, verdictOf(wordIn(message, undefined), common));
    for (const child of users) {
      const declared = declaredBy(child, topic);
      if (!declared || told.has(readingOf(declared))) continue;
      tell(readingOf(declared), verdictOf(wordIn(message, declared), declared));
    }
    if (told.size === 0 && users.size === 0) return false;
    if (!this.#told.has(topic) && this.#told.size >= limits.topicsOfLink) return users.size > 0;
    if (told.size > 0) this.#told.set(topic, told);
    else this.#told.delete(topic);
    this.changed = true;
    this.#forgetBeneath(topic);
    return true;
  }

  /** It is this child's own sign of life, not that of what it is reached through. */
  isOwn(child: Child, topic: string): boolean {
    return declaredBy(child, topic) !== undefined && !this.#isParents(child, topic);
  }

  /** When a parent comes back, what was said of its devices before is history: each is to be heard or told anew. */
  #forgetBeneath(topic: string): void {
    const base = isBridgeState(topic) && this.#isBridgeGone(topic) ? topic.slice(0, -'/bridge/state'.length) : null;
    const children = base === null ? this.#index.users(topic) : this.#home.children.values();
    for (const child of children) {
      const declared = declaredBy(child, topic);
      const isGone = declared && this.#isParents(child, topic) && this.#toldOf(declared)?.verdict === 'gone';
      if (!isGone && (base === null || !this.#isBeneath(child, base))) continue;
      child.heard = false;
      for (const each of child.liveness().topics) if (each.topic !== topic) this.#makeHistory(each);
    }
  }

  #makeHistory(declared: LivenessTopic): void {
    const told = this.#told.get(declared.topic);
    const own_ = this.#toldOf(declared);
    if (told && own_)
      this.#told.set(declared.topic, new Map([...told, [readingOf(declared), { ...own_, historical: true }]]));
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
      if (this.#isBridgeGone(state) && this.#isBeneath(child, base)) return 'unknown';
    }
    const { mode, topics } = child.liveness();
    const shared = topics.filter(({ topic }) => this.#isParents(child, topic));
    if (shared.some((each) => this.#toldOf(each)?.verdict === 'gone')) return 'unknown';
    const own_ = topics.filter((each) => !shared.includes(each));
    return this.#ofOwn(mode, own_, child);
  }

  #ofOwn(mode: 'all' | 'any' | 'latest', topics: readonly LivenessTopic[], child: Child): Presence | undefined {
    const heard = child.heard ? 'online' : undefined;
    const said = topics.map((topic) => this.#toldOf(topic)).filter((told) => told !== undefined);
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

  /** As it was declared; what came before it was, where it declares the common words. */
  #toldOf(declared: LivenessTopic): Told | undefined {
    const told = this.#told.get(declared.topic);
    const own_ = told?.get(readingOf(declared));
    if (own_ || !told || !isCommonly(declared)) return own_;
    return told.get(commonly);
  }

  #isBridgeGone(state: string): boolean {
    return this.#told.get(state)?.get(commonly)?.verdict === 'gone';
  }

  /**
   * It tells of what this child is reached through, not of the child. That is the child's own word: a bridge's state, what the
   * parent that it names declares itself, what it shares with others behind that parent, and a Homie `$state` that is not
   * called like it, where others use that too.
   */
  #isParents(child: Child, topic: string): boolean {
    if (isBridgeState(topic)) return !this.#isBridgeItself(child, topic);
    const users = this.#index.users(topic);
    const { via } = child;
    const parent = via === null ? undefined : this.#home.find(via);
    if (parent && parent !== child && users.has(parent)) return true;
    if (via !== null) for (const each of users) if (each !== child && each.via === via) return true;
    if (!topic.endsWith('/$state') || child.root === topic.slice(0, -'/$state'.length)) return false;
    return via !== null || users.size > 1;
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

const commonly = '';

/** The same for all that read it alike. */
function readingOf({ place, alive, gone }: LivenessTopic): string {
  return JSON.stringify([place.steps, alive, gone]);
}

function declaredBy(child: Child, topic: string): LivenessTopic | undefined {
  return child.liveness().topics.find((each) => each.topic === topic);
}

function isCommonly({ alive, gone }: LivenessTopic): boolean {
  const isWithin = (words: readonly string[], those: readonly string[]) => words.every((word) => those.includes(word));
  return isWithin(alive, common.alive) && isWithin(gone, common.gone);
}

function verdictOf(word: string | undefined, words: Pick<LivenessTopic, Verdict>): Verdict | undefined {
  if (word === undefined) return undefined;
  if (words.gone.includes(word)) return 'gone';
  return words.alive.includes(word) ? 'alive' : undefined;
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
