import type { Child, LivenessTopic } from './child.ts';

interface Indexed {
  readonly topics: ReadonlySet<string>;
  readonly liveness: readonly LivenessTopic[];
}

/** Which children have to do with a topic. Kept child by child, so that what one of many describes costs no look at the others. */
export class TopicIndex {
  readonly #readers = new Map<string, Set<Child>>();
  readonly #users = new Map<string, Set<Child>>();
  readonly #indexed = new Map<Child, Indexed>();

  /** Those that read it, or declared something on it that is not taken. */
  at(topic: string): ReadonlySet<Child> {
    return this.#readers.get(topic) ?? none;
  }

  /** Those whose sign of life it is. */
  users(topic: string): ReadonlySet<Child> {
    return this.#users.get(topic) ?? none;
  }

  put(child: Child): void {
    const topics = new Set(child.readers.keys());
    for (const { topic } of child.entities.values()) topics.add(topic);
    const liveness = child.liveness().topics;
    const before = this.#indexed.get(child);
    // Of many topics one changes.
    for (const topic of topics) if (!before?.topics.has(topic)) add(this.#readers, topic, child);
    for (const topic of before?.topics ?? []) if (!topics.has(topic)) remove(this.#readers, topic, child);
    for (const { topic } of before?.liveness ?? []) remove(this.#users, topic, child);
    for (const { topic } of liveness) add(this.#users, topic, child);
    this.#indexed.set(child, { topics, liveness });
  }

  drop(child: Child): void {
    const before = this.#indexed.get(child);
    if (!before) return;
    this.#indexed.delete(child);
    for (const topic of before.topics) remove(this.#readers, topic, child);
    for (const { topic } of before.liveness) remove(this.#users, topic, child);
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
