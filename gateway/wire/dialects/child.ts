import type { PackMetric } from '../../domain/pack.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import type { DialectName } from '../../domain/discovered.ts';
import type { LinkChild, Presence } from '../../ports/links.ts';
import type { BoundReader } from './binding.ts';
import { limits } from './limits.ts';
import type { Place } from './template.ts';

/** One topic whose words say whether a device is there. */
export interface LivenessTopic {
  readonly topic: string;
  readonly place: Place;
  readonly alive: readonly string[];
  readonly gone: readonly string[];
}

export interface Liveness {
  /** Of several topics: all must be alive, any, or the one that spoke last decides. */
  readonly mode: 'all' | 'any' | 'latest';
  readonly topics: readonly LivenessTopic[];
}

/** One thing that a device said it has; never its value. */
export interface Entity {
  /** Unique on its child. */
  readonly id: string;
  readonly dialect: DialectName;
  /** The topic that describes it: when that is emptied, the entity is gone. */
  readonly describedBy: string;
  readonly name: string;
  readonly topic: string;
  readonly place: Place;
  /** Home Assistant's component; `property`, `state` or `stats` of Homie; `device`: what a description itself tells. */
  readonly component: string;
  readonly deviceClass: string | null;
  readonly reading: 'number' | 'text' | 'boolean';
  /** As declared. */
  readonly unit: string | null;
  /** A number that has no unit by its nature, as its dialect documents it: any other means nothing without one. */
  readonly isPlain: boolean;
  /** The only words it may say; null: any. */
  readonly options: readonly string[] | null;
  readonly on: string;
  readonly off: string;
  /** Of firmware: what of it (`fw.version`). */
  readonly firmware: string | null;
  readonly liveness: Liveness | null;
  /** Its dialect cannot take it. */
  readonly why: RefusalCode | null;
}

export function entity(
  given: Pick<Entity, 'id' | 'dialect' | 'describedBy' | 'name' | 'topic' | 'place' | 'component' | 'reading'> &
    Partial<Entity>,
): Entity {
  return {
    deviceClass: null,
    unit: null,
    isPlain: false,
    options: null,
    on: 'true',
    off: 'false',
    firmware: null,
    liveness: null,
    why: null,
    ...given,
  };
}

/** A device beneath a link: what it told of itself, and whether it is registered. Holds no value of it. */
export class Child {
  key: string;
  name: string;
  manufacturer = '';
  model = '';
  /** Alias of the device that it is reached through. */
  via: string | null = null;
  /** Where all of its Homie topics begin; also known from a `$state` that Home Assistant was pointed to. */
  root: string | null = null;
  readonly aliases = new Set<string>();
  readonly dialects = new Set<DialectName>();
  readonly entities = new Map<string, Entity>();
  /** Besides what its entities declare. */
  ownLiveness: LivenessTopic | null = null;

  registration: LinkChild | undefined;
  /** What its registered model's pack makes of its entities: by topic. */
  readers: ReadonlyMap<string, readonly BoundReader[]> = new Map();
  unread: ReadonlyMap<string, RefusalCode> = new Map();
  /** What it has beyond its pack. */
  extra: ReadonlyMap<string, PackMetric> = new Map();

  /** It left its network and did not come back. */
  left = false;
  /** Something of it came, not from a memory, since its link or its parent came back. */
  heard = false;
  told: Presence | undefined;
  #liveness: Liveness | undefined;

  constructor(key: string) {
    this.key = key;
    this.name = key;
    this.aliases.add(key);
  }

  addAlias(alias: string): void {
    if (this.aliases.size < limits.aliasesOfChild) this.aliases.add(alias);
  }

  /** Its entities have changed. */
  forgetLiveness(): void {
    this.#liveness = undefined;
  }

  /** All that it declared, once a topic; its own mode is that of its entities. */
  liveness(): Liveness {
    if (this.#liveness) return this.#liveness;
    const topics = new Map<string, LivenessTopic>();
    let mode: Liveness['mode'] = 'all';
    if (this.ownLiveness) topics.set(this.ownLiveness.topic, this.ownLiveness);
    for (const { liveness } of this.entities.values()) {
      if (!liveness) continue;
      mode = liveness.mode;
      for (const each of liveness.topics) {
        if (topics.size < limits.availabilities && !topics.has(each.topic)) topics.set(each.topic, each);
      }
    }
    return (this.#liveness = { mode, topics: [...topics.values()] });
  }
}
