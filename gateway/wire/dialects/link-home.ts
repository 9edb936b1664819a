import { type Child, Child as NewChild, type Entity } from './child.ts';
import { limits } from './limits.ts';

/** Counts what all links have told together. */
export interface Ledger {
  entities: number;
}

/** What one link has told of its devices: descriptions, which outlive its connections. Bounded. */
export class LinkHome {
  readonly children = new Map<string, Child>();
  /** Base topics with a bridge beneath: `zigbee2mqtt`. */
  readonly bridges = new Set<string>();
  /** Children whose readers, liveness or entities are to be worked out anew. */
  readonly changed = new Set<Child>();
  /** Something was refused because there is too much. */
  overflowed = false;
  readonly #ledger: Ledger;
  readonly #byAlias = new Map<string, Child>();
  readonly #byRoot = new Map<string, Child>();
  /** Topics of entities and of liveness, with how many stand on each. */
  readonly #topics = new Map<string, number>();
  readonly #described = new Map<string, Child>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  find(alias: string): Child | undefined {
    return this.#byAlias.get(alias);
  }

  /** The Homie device whose root this topic lies below. */
  below(topic: string): Child | undefined {
    for (let end = topic.lastIndexOf('/'); end > 0; end = topic.lastIndexOf('/', end - 1)) {
      const child = this.#byRoot.get(topic.slice(0, end));
      if (child) return child;
    }
    return undefined;
  }

  atRoot(root: string): Child | undefined {
    return this.#byRoot.get(root);
  }

  describedBy(topic: string): Child | undefined {
    return this.#described.get(topic);
  }

  /** undefined: there are too many already. */
  add(key: string): Child | undefined {
    const known = this.#byAlias.get(key);
    if (known) return known;
    if (this.children.size >= limits.childrenOfLink) return this.#overflow();
    const child = new NewChild(key);
    this.children.set(key, child);
    this.#byAlias.set(key, child);
    this.changed.add(child);
    return child;
  }

  alias(child: Child, alias: string): void {
    if (this.#byAlias.has(alias)) return;
    child.addAlias(alias);
    if (child.aliases.has(alias)) this.#byAlias.set(alias, child);
  }

  setRoot(child: Child, root: string): void {
    if (this.#byRoot.has(root) || child.root !== null) return;
    child.root = root;
    this.#byRoot.set(root, child);
    this.changed.add(child);
    for (const other of this.children.values()) {
      const isBelow = [...other.entities.values()].some(({ topic }) => topic.startsWith(`${root}/`));
      if (other !== child && other.root === null && isBelow) this.#absorb(child, other);
    }
  }

  /** False: there are too many already. */
  put(child: Child, entity: Entity): boolean {
    const before = child.entities.get(entity.id);
    if (!before && (child.entities.size >= limits.entitiesOfChild || this.#ledger.entities >= limits.entitiesOfAll)) {
      this.#overflow();
      return false;
    }
    const topics = topicsOf(entity);
    if (topics.some((topic) => !this.#topics.has(topic)) && this.#topics.size + topics.length > limits.topicsOfLink) {
      this.#overflow();
      return false;
    }
    if (before) this.#drop(child, before);
    child.entities.set(entity.id, entity);
    this.#ledger.entities += 1;
    for (const topic of topics) this.#topics.set(topic, (this.#topics.get(topic) ?? 0) + 1);
    this.#described.set(entity.describedBy, child);
    child.dialects.add(entity.dialect);
    this.#changed(child);
    return true;
  }

  /** Everything that this topic described is gone. */
  removeDescribedBy(topic: string): void {
    const child = this.#described.get(topic);
    if (!child) return;
    for (const entity of child.entities.values()) if (entity.describedBy === topic) this.#drop(child, entity);
    this.#described.delete(topic);
    this.#forgetIfEmpty(child);
  }

  remove(child: Child, id: string): void {
    const entity = child.entities.get(id);
    if (entity) this.#drop(child, entity);
  }

  /** A device that took itself off the link; one that is registered stays, without anything. */
  removeChild(child: Child): void {
    for (const entity of child.entities.values()) this.#drop(child, entity);
    if (child.root !== null) this.#byRoot.delete(child.root);
    child.root = null;
    child.ownLiveness = null;
    child.forgetLiveness();
    this.#forgetIfEmpty(child);
  }

  /** Its key is from now on the one that it is registered under. */
  rename(child: Child, key: string): void {
    if (child.key === key) return;
    this.children.delete(child.key);
    child.key = key;
    this.children.set(key, child);
  }

  forgetAll(): void {
    for (const child of this.children.values()) this.#ledger.entities -= child.entities.size;
    this.children.clear();
    this.#byAlias.clear();
    this.#byRoot.clear();
    this.#topics.clear();
    this.#described.clear();
    this.bridges.clear();
    this.changed.clear();
  }

  /** Two were told of that are one: what Home Assistant was told of under another name lies below this Homie root. */
  #absorb(child: Child, other: Child): void {
    if (other.registration && child.registration) return;
    child.registration ??= other.registration;
    const entities = [...other.entities.values()];
    for (const entity of entities) this.#drop(other, entity);
    this.children.delete(other.key);
    for (const alias of other.aliases) {
      this.#byAlias.set(alias, child);
      child.addAlias(alias);
    }
    child.manufacturer ||= other.manufacturer;
    child.model ||= other.model;
    child.via ??= other.via;
    for (const entity of entities) this.put(child, entity);
  }

  #drop(child: Child, entity: Entity): void {
    child.entities.delete(entity.id);
    this.#ledger.entities -= 1;
    for (const topic of topicsOf(entity)) {
      const left = (this.#topics.get(topic) ?? 1) - 1;
      if (left > 0) this.#topics.set(topic, left);
      else this.#topics.delete(topic);
    }
    this.#changed(child);
  }

  #changed(child: Child): void {
    child.forgetLiveness();
    this.changed.add(child);
  }

  #forgetIfEmpty(child: Child): void {
    if (child.entities.size > 0 || child.registration || child.root !== null) return;
    this.children.delete(child.key);
    this.changed.add(child);
    for (const alias of child.aliases) if (this.#byAlias.get(alias) === child) this.#byAlias.delete(alias);
  }

  #overflow(): undefined {
    this.overflowed = true;
    return undefined;
  }
}

function topicsOf(entity: Entity): readonly string[] {
  return [...new Set([entity.topic, entity.describedBy, ...(entity.liveness?.topics ?? []).map(({ topic }) => topic)])];
}
