import type { DeviceId } from '../../domain/ids.ts';
import type { Pack, PackMetric } from '../../domain/pack.ts';
import type { DiscoveredDevice } from '../../domain/discovered.ts';
import type { LinkChild } from '../../ports/links.ts';
import { bind } from './binding.ts';
import type { Child } from './child.ts';
import { type ActiveRead, type DialectReader, neverAble } from './dialect.ts';
import { dialects, genericModel, modelTables } from './dialects.ts';
import type { Ledger } from './ledger.ts';
import { LinkHome } from './link-home.ts';
import { TopicIndex } from './topic-index.ts';

/** What outlives a link's connections: descriptions, and which of its devices are registered. */
export class LinkMemory {
  /** Of a link of which nothing is known. */
  static readonly cannotAtAll: readonly string[] = [...neverAble, 'be-read'];
  readonly home: LinkHome;
  readonly readers: readonly DialectReader[];
  readonly index = new TopicIndex();
  /** Those that are open: on a takeover there are two for a moment. */
  connections = 0;
  /** Changes whenever what children declare does. */
  version = 0;
  readonly #packs: ReadonlyMap<string, Pack>;
  readonly #onMetrics: (deviceId: DeviceId) => void;
  readonly #registrations = new Map<string, LinkChild>();

  constructor(options: {
    readonly packs: ReadonlyMap<string, Pack>;
    readonly ledger: Ledger;
    monotonicMs(): number;
    onMetrics(deviceId: DeviceId): void;
  }) {
    this.#packs = options.packs;
    this.#onMetrics = options.onMetrics;
    this.home = new LinkHome(options.ledger, () => options.monotonicMs());
    this.readers = dialects.map((dialect) => dialect.open(this.home));
  }

  /** A connection begins: who is there is to be told anew, and those registered come with it. */
  begin(registrations: readonly LinkChild[]): void {
    this.connections += 1;
    this.#forgetWaiting();
    this.#registrations.clear();
    for (const each of registrations) this.#registrations.set(each.key, each);
    this.home.register(this.#registrations.keys());
    for (const child of this.home.children.values()) {
      child.registration = undefined;
      child.heard = false;
      child.told = undefined;
      this.home.changed.add(child);
    }
    this.settle();
  }

  unregister(deviceId: DeviceId): void {
    for (const [key, each] of this.#registrations) if (each.deviceId === deviceId) this.#registrations.delete(key);
    for (const child of this.home.children.values()) {
      if (child.registration?.deviceId === deviceId) this.home.changed.add(child);
    }
    this.home.register(this.#registrations.keys());
    this.settle();
  }

  register(registration: LinkChild): void {
    this.#registrations.set(registration.key, registration);
    this.home.register(this.#registrations.keys());
    const child = this.home.children.get(registration.key);
    if (child) this.home.changed.add(child);
    this.settle();
  }

  end(): void {
    this.connections = Math.max(0, this.connections - 1);
    if (this.connections === 0) this.#forgetWaiting();
  }

  #forgetWaiting(): void {
    for (const reader of this.readers) reader.forgetWaiting?.();
  }

  /** Works out anew what has changed. */
  settle(): void {
    const { changed } = this.home;
    if (changed.size === 0) return;
    for (const child of changed) {
      changed.delete(child);
      if (this.home.children.get(child.key) !== child) {
        this.index.drop(child);
        continue;
      }
      this.#recognise(child);
      this.#bind(child);
      this.index.put(child);
    }
    this.version += 1;
  }

  describe(): readonly DiscoveredDevice[] {
    return [...this.home.children.values()].map((child) => {
      const suggestedModel = this.#suggest(child);
      const pack = this.#packs.get(child.registration?.model ?? suggestedModel);
      const { key, name, manufacturer, model } = child;
      const dialects_ = [...child.dialects].sort().reverse();
      const via = child.via === null ? null : (this.home.find(child.via)?.key ?? null);
      const entities = pack ? bind(child, pack, tableOf(pack)).entities : [];
      return { key, name, manufacturer, model, dialects: dialects_, suggestedModel, via, entities };
    });
  }

  readActively(child: Child): readonly ActiveRead[] {
    return this.readers.flatMap((reader) => reader.readActively?.(child) ?? []);
  }

  cannot(): readonly string[] {
    // Home Assistant's birth is answered by those who listen to it, which nobody here can know.
    const asked = this.readers.filter((_, index) => dialects[index]?.profile.activeRead?.payload !== 'online');
    const children = [...this.home.children.values()];
    const canBeRead = children.some((child) => asked.some((reader) => (reader.readActively?.(child) ?? []).length > 0));
    return canBeRead ? [...neverAble] : LinkMemory.cannotAtAll;
  }

  /** Its home has given it the key that it is registered under. */
  #recognise(child: Child): void {
    const registration = this.#registrations.get(child.key);
    if (registration !== child.registration) child.told = undefined;
    child.registration = registration;
  }

  #bind(child: Child): void {
    const pack = child.registration && this.#packs.get(child.registration.model);
    if (!pack) {
      child.readers = new Map();
      child.unread = new Map();
      child.extra = new Map();
      return;
    }
    const { readers, unread, extra } = bind(child, pack, tableOf(pack));
    const isNews = !sameMetrics(child.extra, extra);
    child.readers = readers;
    child.unread = unread;
    child.extra = extra;
    if (isNews && child.registration) this.#onMetrics(child.registration.deviceId);
  }

  #suggest({ manufacturer }: Child): string {
    const known = modelTables.find(({ maker, model }) => maker === manufacturer && this.#packs.has(model));
    return known?.model ?? genericModel;
  }
}

/** Known topics of the model that are not taken, with its root before them. */
export function isDroppedByModel(child: Child, topic: string): boolean {
  const { root, registration, manufacturer } = child;
  const table = modelTables.find(({ model, maker }) => model === registration?.model || maker === manufacturer);
  if (!table || root === null || !topic.startsWith(`${root}/`)) return false;
  const path = topic.slice(root.length + 1);
  return [...table.dropped.keys()].some((prefix) => path.startsWith(prefix));
}

function tableOf(pack: Pack) {
  return modelTables.find(({ model }) => model === pack.model);
}

function sameMetrics(a: ReadonlyMap<string, PackMetric>, b: ReadonlyMap<string, PackMetric>): boolean {
  if (a.size !== b.size) return false;
  for (const [name, metric] of b) {
    const before = a.get(name);
    if (before === metric) continue;
    if (
      !before ||
      before.unit !== metric.unit ||
      before.dataClass !== metric.dataClass ||
      before.label.en !== metric.label.en
    ) {
      return false;
    }
  }
  return true;
}
