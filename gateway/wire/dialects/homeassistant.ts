import {
  type Dialect,
  type DialectProfile,
  type DialectReader,
  refusedOperations,
  type Understood,
} from './dialect.ts';
import { type Child, type Entity, entity } from './child.ts';
import { readEntities } from './homeassistant-entities.ts';
import { expand, readDevice } from './homeassistant-config.ts';
import { components, configWords, droppedComponents, silentComponents } from './homeassistant-words.ts';
import { fingerprintOf } from './hash.ts';
import type { Description } from './kinship.ts';
import { limits } from './limits.ts';
import type { LinkHome } from './link-home.ts';
import { type Fields, isFields, type Message, own, plainText } from './message.ts';
import { at } from './template.ts';

/** Home Assistant's MQTT discovery (home-assistant.io "MQTT", "MQTT Discovery"). */
export const homeassistantProfile: DialectProfile = {
  name: 'homeassistant',
  topics: {
    '{prefix}/{component}/{object}/config':
      'describes one thing; empty: it is gone. Any prefix; `homeassistant` by default',
    '{prefix}/{component}/{node}/{object}/config': 'the same',
    '{prefix}/device/{object}/config': 'describes a device with all its components',
    'state_topic and the like': 'readings, of the class that the pack’s rules give them; units as declared there',
  },
  identity:
    'A device is its first identifier, else its first connection (`mac:…`); one that shares an identifier with another is that device, but a registered key is a device of its own: what names two of them is neither’s. What names no device belongs to the Homie root that it lies below, else to its node, else to itself.',
  liveness: {
    topics: ['availability[].topic', 'availability_topic'],
    alive: ['payload_available (online)'],
    gone: ['payload_not_available (offline)'],
    will: null,
  },
  dropped: { 'of camera, image, device_tracker': 'space', json_attributes_topic: null },
  activeRead: { topic: '{prefix}/status', payload: 'online' },
  refusedOperations,
};

export const homeassistant: Dialect = { profile: homeassistantProfile, open: (home) => new DiscoveryReader(home) };

interface ConfigTopic {
  readonly prefix: string;
  readonly component: string;
  readonly node: string | null;
  readonly object: string;
}

class DiscoveryReader implements DialectReader {
  readonly #home: LinkHome;
  readonly #prefixes = new Set<string>();
  /** What was said word for word, of what still holds. */
  readonly #fingerprints = new WeakMap<Description, string>();

  constructor(home: LinkHome) {
    this.#home = home;
  }

  receive(message: Message): Understood | undefined {
    const where = configTopic(message.levels);
    if (!where) return this.#isStatus(message) ? 'dialect_topic_dropped' : undefined;
    const fingerprint = fingerprintOf(message.payload);
    const known = this.#home.descriptionAt(message.topic);
    if (known && this.#fingerprints.get(known) === fingerprint) return this.#again(message);
    if (message.payload.length === 0 && !known) return 'repeated';
    const { changes } = this.#home;
    if (changes.isEmpty) return 'dialect_flooded';
    const before = this.#home.size;
    const replaced = known?.entities.size ?? 0;
    const said = this.#describe(message, where);
    // Something more is bounded by itself; anything else is a change, or an attempt at one.
    const isMore = replaced === 0 && this.#home.size > before;
    if (!isMore) changes.take(Math.max(1, replaced) + message.payload.length / 1_024);
    const description = this.#home.descriptionAt(message.topic);
    if (description && said === 'taken') this.#fingerprints.set(description, fingerprint);
    return said;
  }

  /** It is there again, and says nothing new. */
  #again({ topic, historical }: Message): Understood {
    const child = this.#home.describedBy(topic);
    if (!child?.left || historical) return 'repeated';
    child.left = false;
    return 'taken';
  }

  #describe(message: Message, where: ConfigTopic): Understood {
    const isDevice = where.component === 'device';
    const content = message.json(isDevice ? limits.deviceDescriptionBytes : limits.descriptionBytes);
    const isRemoval = message.payload.length === 0;
    if (!isRemoval && !isFields(content)) return 'payload_malformed';
    if (isRemoval || !isFields(content)) {
      const before = this.#home.describedBy(message.topic);
      this.#home.removeDescribedBy(message.topic);
      if (before) leaveIfNothingIsLeft(before);
      return 'taken';
    }
    if (this.#prefixes.size < limits.availabilities) this.#prefixes.add(where.prefix);
    const config = expand(content, configWords);
    const device = readDevice(own(config, 'device'));
    const called = plainText(where.node ?? where.object, limits.keyCharacters);
    const names = device?.aliases ?? (called === undefined ? [] : [called]);
    if (names.length === 0) return 'dialect_full';
    const { entities, answer } = isDevice ? partsOf(config, message) : partOf(config, where, message);
    const versions = device ? this.#versions(names, content, message.topic) : [];
    const words = device ? { ...device } : {};
    const said = { by: message.topic, names, isNamed: device !== undefined, root: null, words };
    if (entities.length === 0) {
      this.#home.removeDescribedBy(message.topic);
      return answer;
    }
    const kept = this.#home.describe(said, [...entities, ...versions]);
    if (kept && !message.historical) kept.child.left = false;
    return !kept || kept.isCut ? 'dialect_full' : answer;
  }

  readActively(child: Child) {
    if (!child.dialects.has('homeassistant')) return [];
    return [...this.#prefixes].map((prefix) => ({ topic: `${prefix}/status`, payload: 'online' }));
  }

  /** Versions stand in the description itself, once of a device: they are read from it as from any topic, and held nowhere. */
  #versions([name = '']: readonly string[], content: Fields, topic: string): readonly Entity[] {
    const block = Object.hasOwn(content, 'device') ? 'device' : 'dev';
    const device = own(content, block);
    if (!isFields(device)) return [];
    const known = this.#home.find(name)?.entities;
    const read = (id: string, names: readonly string[], more: Partial<Entity>): readonly Entity[] => {
      const field = names.find((each) => Object.hasOwn(device, each));
      const describedBy = known?.get(id)?.describedBy ?? topic;
      if (field === undefined || describedBy !== topic) return [];
      const given = { id, dialect: 'homeassistant', describedBy, topic, place: at(block, field) } as const;
      return [entity({ ...given, component: 'device', reading: 'text', name: field, ...more })];
    };
    return [
      ...read('device.sw_version', ['sw_version', 'sw'], { name: 'Firmware', firmware: 'fw.version' }),
      ...read('device.hw_version', ['hw_version', 'hw'], { name: 'Hardware version' }),
    ];
  }

  /** Home Assistant's own birth and will, which only it may say. */
  #isStatus({ levels }: Message): boolean {
    return levels.length === 2 && levels[1] === 'status' && this.#prefixes.has(levels[0] ?? '');
  }
}

interface Parts {
  readonly entities: readonly Entity[];
  readonly answer: Understood;
}

function partOf(config: Fields, { component, object }: ConfigTopic, { topic }: Message): Parts {
  const id = idOf(config, `${component}.${object}`);
  return { entities: readEntities({ config, component, id, object, describedBy: topic }), answer: 'taken' };
}

/** The device form: what stands beside its components holds for each of them. */
function partsOf(config: Fields, { topic }: Message): Parts {
  const parts = own(config, 'components');
  if (!isFields(parts)) return { entities: [], answer: 'payload_malformed' };
  const entities: Entity[] = [];
  for (const [key, value] of Object.entries(parts)) {
    if (!isFields(value)) continue;
    const part = expand(value, configWords, own(config, '~'));
    const component = own(part, 'platform');
    // With its platform alone, it is one that is gone.
    if (typeof component !== 'string' || Object.keys(part).length <= 1) continue;
    const id = idOf(part, `${component}.${key}`);
    const described = { config: { ...config, ...part }, component, id, object: key, describedBy: topic };
    entities.push(...readEntities(described));
    if (entities.length > limits.entitiesOfChild) break;
  }
  return { entities, answer: 'taken' };
}

function idOf(config: Fields, other: string): string {
  return (plainText(own(config, 'unique_id'), limits.keyCharacters) ?? other).slice(0, limits.keyCharacters);
}

/** A device whose last thing was taken back is not there any more, whatever was heard of it before. */
function leaveIfNothingIsLeft(child: Child): void {
  if (child.root !== null || [...child.entities.values()].some(({ component }) => component !== 'device')) return;
  child.left = true;
  child.heard = false;
}

/** `{prefix}/{component}/[{node}/]{object}/config`: the component is what tells it from other topics that end so. */
function configTopic(levels: readonly string[]): ConfigTopic | undefined {
  const length = levels.length;
  if (length < 4 || length > 7 || levels[length - 1] !== 'config') return undefined;
  const object = levels[length - 2] ?? '';
  for (const at of [length - 3, length - 4]) {
    const component = levels[at] ?? '';
    if (at < 1 || !isComponent(component)) continue;
    const node = at === length - 4 ? (levels[length - 3] ?? null) : null;
    return { prefix: levels.slice(0, at).join('/'), component, node, object };
  }
  return undefined;
}

function isComponent(name: string): boolean {
  return name === 'device' || components.has(name) || silentComponents.has(name) || droppedComponents.has(name);
}
