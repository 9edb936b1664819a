import {
  type Dialect,
  type DialectProfile,
  type DialectReader,
  refusedOperations,
  type Understood,
} from './dialect.ts';
import { type Child, type Entity, entity } from './child.ts';
import { readEntities } from './homeassistant-entities.ts';
import { type DeviceWords, expand, readDevice } from './homeassistant-config.ts';
import { components, configWords, droppedComponents, silentComponents } from './homeassistant-words.ts';
import { livenessAt } from './homie.ts';
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
    'A device is its first identifier, else its first connection (`mac:…`); one that shares an identifier with another, or whose topics lie below a Homie root of the same link, is that device. What names no device belongs to its node, else to itself.',
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

  constructor(home: LinkHome) {
    this.#home = home;
  }

  receive(message: Message): Understood | undefined {
    const where = configTopic(message.levels);
    if (!where) return this.#isStatus(message) ? 'dialect_topic_dropped' : undefined;
    const isDevice = where.component === 'device';
    const content = message.json(isDevice ? limits.deviceDescriptionBytes : limits.descriptionBytes);
    const isRemoval = message.payload.length === 0;
    if (!isRemoval && !isFields(content)) return 'payload_malformed';
    // What it described before is described anew, or gone.
    const before = this.#home.describedBy(message.topic);
    this.#home.removeDescribedBy(message.topic);
    if (isRemoval || !isFields(content)) {
      if (before) leaveIfNothingIsLeft(before);
      return 'taken';
    }
    if (this.#prefixes.size < limits.availabilities) this.#prefixes.add(where.prefix);
    const config = expand(content, configWords);
    const device = readDevice(own(config, 'device'));
    const child = this.#child(device, plainText(where.node ?? where.object, limits.keyCharacters), config);
    if (!child) return 'dialect_full';
    if (!message.historical) child.left = false;
    const said = isDevice ? this.#parts(child, config, message) : this.#part(child, config, where, message);
    if (device) this.#versions(child, content, message.topic);
    return said;
  }

  readActively(child: Child) {
    if (!child.dialects.has('homeassistant')) return [];
    return [...this.#prefixes].map((prefix) => ({ topic: `${prefix}/status`, payload: 'online' }));
  }

  #part(child: Child, config: Fields, { component, object }: ConfigTopic, { topic }: Message): Understood {
    const id = plainText(own(config, 'unique_id'), limits.keyCharacters) ?? `${component}.${object}`;
    return this.#put(
      child,
      readEntities({ config, component, id: id.slice(0, limits.keyCharacters), object, describedBy: topic }),
    );
  }

  /** The device form: what stands beside its components holds for each of them. */
  #parts(child: Child, config: Fields, { topic }: Message): Understood {
    const parts = own(config, 'components');
    if (!isFields(parts)) return 'payload_malformed';
    let answer: Understood = 'taken';
    for (const [key, value] of Object.entries(parts)) {
      if (!isFields(value)) continue;
      const part = expand(value, configWords, own(config, '~'));
      const component = own(part, 'platform');
      // With its platform alone, it is one that is gone.
      if (typeof component !== 'string' || Object.keys(part).length <= 1) continue;
      const id = (plainText(own(part, 'unique_id'), limits.keyCharacters) ?? `${component}.${key}`).slice(
        0,
        limits.keyCharacters,
      );
      const put = this.#put(
        child,
        readEntities({ config: { ...config, ...part }, component, id, object: key, describedBy: topic }),
      );
      if (put === 'dialect_full') return put;
      if (put !== 'taken') answer = put;
    }
    return answer;
  }

  #put(child: Child, entities: readonly Entity[]): Understood {
    for (const made of entities) {
      for (const { topic } of made.liveness?.topics ?? []) this.#noteRoot(child, topic);
      if (!this.#home.put(child, made)) return 'dialect_full';
    }
    return 'taken';
  }

  /** Availability that is a Homie `$state` tells where that device's topics begin, also when it does not speak Homie. */
  #noteRoot(child: Child, topic: string): void {
    if (!topic.endsWith('/$state') || child.root !== null) return;
    const root = topic.slice(0, -'/$state'.length);
    if (this.#home.atRoot(root)) return;
    this.#home.setRoot(child, root);
    child.ownLiveness = livenessAt(root);
    child.forgetLiveness();
  }

  #child(device: DeviceWords | undefined, other: string | undefined, config: Fields): Child | undefined {
    const key = device?.aliases[0] ?? other;
    if (key === undefined) return undefined;
    const topic = own(config, 'state_topic') ?? own(config, 'availability_topic');
    const known = device?.aliases.map((alias) => this.#home.find(alias)).find((found) => found !== undefined);
    const child = known ?? (typeof topic === 'string' ? this.#home.below(topic) : undefined) ?? this.#home.add(key);
    if (!child || !device) return child;
    for (const alias of device.aliases) this.#home.alias(child, alias);
    child.name = device.name ?? child.name;
    child.manufacturer = device.manufacturer ?? child.manufacturer;
    child.model = device.model ?? child.model;
    child.via = device.via ?? child.via;
    this.#home.changed.add(child);
    return child;
  }

  /** Versions stand in the description itself: they are read from it as from any topic, and held nowhere. */
  #versions(child: Child, content: Fields, topic: string): void {
    const block = Object.hasOwn(content, 'device') ? 'device' : 'dev';
    const device = own(content, block);
    if (!isFields(device)) return;
    const read = (id: string, names: readonly string[], more: Partial<Entity>): void => {
      const field = names.find((name) => Object.hasOwn(device, name));
      if (field === undefined || child.entities.has(id)) return;
      const given = { id, dialect: 'homeassistant', describedBy: topic, topic, place: at(block, field) } as const;
      this.#home.put(child, entity({ ...given, component: 'device', reading: 'text', name: field, ...more }));
    };
    read('device.sw_version', ['sw_version', 'sw'], { name: 'Firmware', firmware: 'fw.version' });
    read('device.hw_version', ['hw_version', 'hw'], { name: 'Hardware version' });
  }

  /** Home Assistant's own birth and will, which only it may say. */
  #isStatus({ levels }: Message): boolean {
    return levels.length === 2 && levels[1] === 'status' && this.#prefixes.has(levels[0] ?? '');
  }
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
