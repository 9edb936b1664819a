import type { Entity } from './child.ts';
import type { Description } from './kinship.ts';
import type { Ledger } from './ledger.ts';
import { limits } from './limits.ts';

/** How much the things of one link take of its own room, and of everybody's. */
export class Holdings {
  readonly #ledger: Ledger;
  /** Topics of things and of liveness, with how many stand on each. */
  readonly #topics = new Map<string, number>();
  #size = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  get size(): number {
    return this.#size;
  }

  /** Within what one link may tell. */
  hasRoomFor(entity: Entity): boolean {
    const more = topicsOf(entity).filter((topic) => !this.#topics.has(topic)).length;
    return this.#size < limits.entitiesOfLink && this.#topics.size + more <= limits.topicsOfLink;
  }

  add(description: Description, entity: Entity): void {
    this.#ledger.entities += 1;
    this.#size += 1;
    for (const topic of topicsOf(entity)) this.#topics.set(topic, (this.#topics.get(topic) ?? 0) + 1);
    description.entities.set(entity.id, entity);
  }

  remove(description: Description, entity: Entity): void {
    this.#ledger.entities -= 1;
    this.#size -= 1;
    description.entities.delete(entity.id);
    for (const topic of topicsOf(entity)) {
      const left = (this.#topics.get(topic) ?? 1) - 1;
      if (left > 0) this.#topics.set(topic, left);
      else this.#topics.delete(topic);
    }
  }

  removeAll(description: Description): void {
    for (const entity of description.entities.values()) this.remove(description, entity);
  }

  clear(): void {
    this.#ledger.entities -= this.#size;
    this.#size = 0;
    this.#topics.clear();
  }
}

function topicsOf(entity: Entity): readonly string[] {
  return [...new Set([entity.topic, entity.describedBy, ...(entity.liveness?.topics ?? []).map(({ topic }) => topic)])];
}
