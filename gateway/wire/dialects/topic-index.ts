import type { Child, LivenessTopic } from './child.ts';

interface Indexed {
  readonly topics: ReadonlySet<string>;
  readonly liveness: readonly LivenessTopic[];
  readonly via: string | null;
}

/** Which children have to do with a topic. Kept child by child, so that what one of many describes costs no look at the others. */
export class TopicIndex {
  readonly #readers = new Map<string, Set<Child>>();
  readonly #users = new Map<string, Set<Child>>();
  readonly #declared = new Map<string, LivenessTopic>();
  /** Names of parents, with how many devices are reached through each. */
  readonly #parents = new Map<string, number>();
  readonly #indexed = new Map<Child, Indexed>();

  /** Those that read it, or declared something on it that is not taken. */
  at(topic: string): ReadonlySet<Child> {
    return this.#readers.get(topic) ?? none;
  }

  /** Those whose sign of life it is. */
  users(topic: string): ReadonlySet<Child> {
    return this.#users.get(topic) ?? none;
  }

  liveness(topic: string): LivenessTopic | undefined {
    return this.#declared.get(topic);
  }

  isParent(child: Child): boolean {
    for (const alias of child.aliases) if (this.#parents.has(alias)) return true;
    return false;
  }

  put(child: Child): void {
    const topics = new Set(child.readers.keys());
    for (const { topic } of child.entities.values()) topics.add(topic);
    const liveness = child.liveness().topics;
    const before = this.#indexed.get(child);
    // Of many topics one changes.
    for (const topic of topics) if (!before?.topics.has(topic)) add(this.#readers, topic, child);
    for (const topic of before?.topics ?? []) if (!topics.has(topic)) remove(this.#readers, topic, child);
    if (before) this.#dropTies(child, before);
    for (const each of liveness) {
      add(this.#users, each.topic, child);
      this.#declared.set(each.topic, each);
    }
    const { via } = child;
    if (via !== null) this.#parents.set(via, (this.#parents.get(via) ?? 0) + 1);
    this.#indexed.set(child, { topics, liveness, via });
  }

  drop(child: Child): void {
    const before = this.#indexed.get(child);
    if (!before) return;
    this.#indexed.delete(child);
    for (const topic of before.topics) remove(this.#readers, topic, child);
    this.#dropTies(child, before);
  }

  /** Signs of life, and the parent. */
  #dropTies(child: Child, before: Indexed): void {
    for (const { topic } of before.liveness) {
      remove(this.#users, topic, child);
      if (!this.#users.has(topic)) this.#declared.delete(topic);
    }
    if (before.via === null) return;
    const left = (this.#parents.get(before.via) ?? 1) - 1;
    if (left > 0) this.#parents.set(before.via, left);
    else this.#parents.delete(before.via);
  }
}

const none: ReadonlySet<Child> = new Set();

function add(index: Map<string, Set<Child>>, topic: string, child: Child): void {
  const children = index.get(topic);
  if (children) children.add(child);
  else index.set(topic, new Set([child]));
}

function remove(index: Map<string, Set<Child>>, topic: string, child: Child): void {
  const children = index.get(topic);
  children?.delete(child);
  if (children?.size === 0) index.delete(topic);
}
