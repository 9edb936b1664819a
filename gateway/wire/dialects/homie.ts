import type { Dialect, DialectProfile, DialectReader, Understood } from './dialect.ts';
import { refusedOperations } from './dialect.ts';
import { type Entity, entity } from './child.ts';
import type { DescribedWords } from './kinship.ts';
import { limits } from './limits.ts';
import type { LinkHome } from './link-home.ts';
import { type Message, plainText } from './message.ts';
import { wholePayload } from './template.ts';

/** Homie 4.0.0 and 3.0.1 (homieiot.github.io: "Device Attributes", "Device Lifecycle", "Property Attributes", "Arrays"). */
export const homieProfile: DialectProfile = {
  name: 'homie',
  topics: {
    '{root}/$homie': 'a device begins here; {root} is {base}/{device}, whatever the base',
    '{root}/$…, {root}/{node}/$…, {root}/{node}/{property}/$…': 'descriptions; $unit is the only word on a unit',
    '{root}/{node}/{property}': 'a reading, of the class that the pack gives it',
    '{root}/$stats/{name}': 'a reading; units as the convention fixes them',
    '{root}/$fw/version': 'firmware',
  },
  identity:
    'A device is what `$homie` marks; its key is the last level before it. It is the same device as one of Home Assistant’s discovery whose identifier is that key, or which is the only one below its root, wholly there and not registered itself. A second root with the same last level is not taken.',
  liveness: {
    topics: ['{root}/$state'],
    alive: ['init', 'ready', 'sleeping', 'alert'],
    gone: ['disconnected', 'lost'],
    will: 'lost',
  },
  dropped: {
    '{root}/$localip': 'network',
    '{root}/$mac': 'network',
    '{base}/$broadcast/#': null,
    '{root}/{node}/{property}/set': null,
  },
  activeRead: null,
  refusedOperations,
};

const deviceAttributes = new Set([
  '$homie',
  '$name',
  '$nodes',
  '$extensions',
  '$implementation',
  '$state',
  '$interval',
]);
const propertyAttributes = new Set(['$datatype', '$unit', '$format', '$settable', '$retained', '$name']);
const nodeAttributes = new Set(['$name', '$type', '$properties', '$array']);
const droppedAttributes = new Set(['$localip', '$mac', '$ip']);

/** Homie 3.0.1 "Device Statistics", Homie 4 "Legacy Stats": name to unit and class. */
const stats: ReadonlyMap<string, { readonly unit: string; readonly deviceClass: string | null }> = new Map([
  ['uptime', { unit: 's', deviceClass: 'duration' }],
  ['signal', { unit: '%', deviceClass: null }],
  ['cputemp', { unit: '°C', deviceClass: 'temperature' }],
  ['cpuload', { unit: '%', deviceClass: null }],
  ['battery', { unit: '%', deviceClass: 'battery' }],
  ['freeheap', { unit: 'B', deviceClass: 'data_size' }],
  ['supply', { unit: 'V', deviceClass: 'voltage' }],
]);

/** What a property's attributes have said so far. */
interface Property {
  readonly path: string;
  readonly attributes: Map<string, string>;
}

interface Described {
  readonly root: string;
  /** The topic that describes it. */
  readonly by: string;
  /** Of `$stats` and `$fw`, once each. */
  readonly told: Set<string>;
  readonly properties: Map<string, Property>;
  /** Nodes that are arrays (3.0.1): their instances are `{node}_{index}`. */
  readonly arrays: Set<string>;
}

export const homie: Dialect = {
  profile: homieProfile,
  open: (home) => new HomieReader(home),
};

class HomieReader implements DialectReader {
  readonly #home: LinkHome;
  readonly #devices = new Map<string, Described>();
  /** Descriptions of devices whose `$homie` has not come yet: a broker's memory comes in any order. */
  readonly #waiting = new Map<string, { readonly payload: string; readonly at: number }>();

  constructor(home: LinkHome) {
    this.#home = home;
  }

  forgetWaiting(): void {
    this.#waiting.clear();
  }

  receive(message: Message): Understood | undefined {
    const { topic, last } = message;
    if (last === '$homie') return this.#device(message);
    const device = this.#deviceOf(topic);
    if (device) return this.#below(device, topic.slice(device.root.length + 1), message);
    if (message.levels.includes('$broadcast')) return 'dialect_topic_dropped';
    return last.startsWith('$') ? this.#wait(message) : undefined;
  }

  #deviceOf(topic: string): Described | undefined {
    for (let end = topic.lastIndexOf('/'); end > 0; end = topic.lastIndexOf('/', end - 1)) {
      const device = this.#deviceAt(topic.slice(0, end));
      if (device) return device;
    }
    return undefined;
  }

  #deviceAt(root: string): Described | undefined {
    const device = this.#devices.get(root);
    if (!device || this.#home.descriptionAt(device.by)) return device;
    // Others needed its room.
    this.#devices.delete(root);
    return undefined;
  }

  #device(message: Message): Understood {
    const root = message.levels.slice(0, -1).join('/');
    const id = plainText(message.levels.at(-2), limits.keyCharacters);
    const version = message.text(limits.readingBytes);
    if (id === undefined || version === undefined) return 'payload_malformed';
    const known = this.#deviceAt(root);
    if (version === '' ? !known : known) return 'repeated';
    if (this.#home.changes.isEmpty) return 'dialect_flooded';
    if (version === '') {
      this.#home.changes.take(1 + (known?.properties.size ?? 0));
      this.#devices.delete(root);
      this.#home.removeDescribedBy(message.topic);
      return 'taken';
    }
    if (!/^[345]\./.test(version)) return 'payload_malformed';
    // The same name under another base: which of them the registered device is, nobody could tell after a restart.
    const other = this.#home.find(id)?.root ?? root;
    if (other !== root) return 'said_elsewhere';
    const said = { by: message.topic, names: [id], isNamed: true, root, words: {} };
    if (!this.#home.describe(said, [stateEntity(root)])) return 'dialect_full';
    const device: Described = { root, by: message.topic, told: new Set(), properties: new Map(), arrays: new Set() };
    this.#devices.set(root, device);
    for (const [topic, { payload }] of this.#waiting) {
      if (!topic.startsWith(`${root}/`)) continue;
      this.#waiting.delete(topic);
      this.#attribute(device, topic.slice(root.length + 1), payload);
    }
    return 'taken';
  }

  #below(device: Described, path: string, message: Message): Understood | undefined {
    const levels = path.split('/');
    const [first = ''] = levels;
    const { last } = message;
    if (first === '$stats') return this.#stat(device, levels);
    if (first === '$fw') return this.#firmware(device, levels);
    if (first.startsWith('$') && droppedAttributes.has(first)) return 'dialect_topic_dropped';
    if (path === '$state') return 'taken';
    if (!last.startsWith('$')) {
      if (last === 'set') return 'dialect_topic_dropped';
      this.#instance(device, levels);
      return undefined;
    }
    const payload = message.text(last === '$nodes' || last === '$properties' ? 8_192 : limits.readingBytes * 4);
    if (payload === undefined) return 'payload_malformed';
    return this.#attribute(device, path, payload);
  }

  #attribute(device: Described, path: string, payload: string): Understood {
    const cut = path.lastIndexOf('/');
    const [owner, name] = [path.slice(0, Math.max(cut, 0)), path.slice(cut + 1)];
    if (owner === '') {
      if (name === '$name') return this.#called(device, { name: plainText(payload) });
      return name === '$implementation' ? this.#called(device, { manufacturer: plainText(payload) }) : 'repeated';
    }
    const isNode = !owner.includes('/');
    if (isNode && name === '$array' && payload !== '' && device.arrays.size < limits.entitiesOfChild) {
      device.arrays.add(owner);
    }
    if (isNode && nodeAttributes.has(name)) return 'repeated';
    if (!propertyAttributes.has(name)) return 'repeated';
    let property = device.properties.get(owner);
    if (!property) {
      if (device.properties.size >= limits.entitiesOfChild) return 'dialect_full';
      property = { path: owner, attributes: new Map() };
      device.properties.set(owner, property);
    }
    const text = plainText(payload, name === '$format' ? 512 : limits.nameCharacters);
    const before = property.attributes.get(name);
    if (before === text && this.#home.descriptionAt(device.by)?.entities.has(owner)) return 'repeated';
    if (before !== undefined && !this.#mayChange()) return 'dialect_flooded';
    if (text === undefined) property.attributes.delete(name);
    else property.attributes.set(name, text);
    if (this.#put(device, propertyEntity(device.root, owner, property.attributes))) return 'taken';
    this.#home.changes.take(1);
    return 'dialect_full';
  }

  #called(device: Described, words: DescribedWords): Understood {
    const { name, manufacturer } = { ...this.#home.descriptionAt(device.by)?.words, ...words };
    const known = this.#home.descriptionAt(device.by)?.words;
    if (known?.name === name && known?.manufacturer === manufacturer) return 'repeated';
    if (!this.#mayChange()) return 'dialect_flooded';
    this.#home.rename(device.by, words);
    return 'taken';
  }

  #mayChange(): boolean {
    if (this.#home.changes.isEmpty) return false;
    this.#home.changes.take(1);
    return true;
  }

  /** A property of one instance of an array node: described once, for all of them. */
  #instance(device: Described, [node = '', ...rest]: readonly string[]): void {
    const array = /^(.+)_\d{1,4}$/.exec(node)?.[1];
    const path = `${node}/${rest.join('/')}`;
    if (array === undefined || !device.arrays.has(array) || device.properties.has(path)) return;
    const described = device.properties.get(`${array}/${rest.join('/')}`);
    if (!described || device.properties.size >= limits.entitiesOfChild) return;
    const attributes = new Map(described.attributes);
    attributes.set('$name', `${attributes.get('$name') ?? rest.join('/')} ${node.slice(array.length + 1)}`);
    device.properties.set(path, { path, attributes });
    this.#put(device, propertyEntity(device.root, path, attributes));
  }

  #stat(device: Described, [, name = '', ...more]: readonly string[]): Understood | undefined {
    const known = stats.get(name);
    if (!known || more.length > 0) return 'repeated';
    const topic = `${device.root}/$stats/${name}`;
    const given = { id: `stats.${name}`, dialect: 'homie', describedBy: `${device.root}/$homie`, name, topic } as const;
    const made = entity({ ...given, place: wholePayload, component: 'stats', reading: 'number', ...known });
    this.#putOnce(device, made);
    return undefined;
  }

  #firmware(device: Described, [, name = '']: readonly string[]): Understood | undefined {
    if (name !== 'version') return 'repeated';
    const topic = `${device.root}/$fw/version`;
    const given = { id: 'fw.version', dialect: 'homie', describedBy: `${device.root}/$homie`, topic } as const;
    const made = { ...given, name: 'Firmware', place: wholePayload, component: 'device', reading: 'text' } as const;
    this.#putOnce(device, entity({ ...made, firmware: 'fw.version' }));
    return undefined;
  }

  #put(device: Described, made: Entity): boolean {
    return this.#home.put(device.by, made);
  }

  #putOnce(device: Described, made: Entity): void {
    if (!device.told.has(made.id) && this.#put(device, made)) device.told.add(made.id);
  }

  #wait(message: Message): Understood | undefined {
    const { topic, last } = message;
    if (last === '$state') return 'taken';
    const known = deviceAttributes.has(last) || propertyAttributes.has(last) || nodeAttributes.has(last);
    if (!known) return undefined;
    const payload = message.text(limits.readingBytes);
    if (payload === undefined) return 'taken';
    const at = message.receivedAt;
    // The oldest come first; a clock that was set back makes them old too.
    for (const [other, { at: since }] of this.#waiting) {
      if (Math.abs(at - since) < limits.waitingMs) break;
      this.#waiting.delete(other);
    }
    if (!this.#waiting.delete(topic) && this.#waiting.size >= limits.waitingAttributes) return 'dialect_full';
    this.#waiting.set(topic, { payload, at });
    return 'repeated';
  }
}

export function livenessAt(root: string) {
  const { alive, gone } = homieProfile.liveness;
  return { topic: `${root}/$state`, place: wholePayload, alive, gone };
}

/** What it says of itself, word for word: `lost` (the connection broke) is not `disconnected` (it was switched off). */
function stateEntity(root: string): Entity {
  const { alive, gone } = homieProfile.liveness;
  return entity({
    id: 'state',
    dialect: 'homie',
    describedBy: `${root}/$homie`,
    name: '$state',
    topic: `${root}/$state`,
    place: wholePayload,
    component: 'state',
    reading: 'text',
    options: [...alive, ...gone],
  });
}

function propertyEntity(root: string, path: string, attributes: ReadonlyMap<string, string>): Entity {
  const datatype = attributes.get('$datatype') ?? 'string';
  const isNumber = datatype === 'integer' || datatype === 'float' || datatype === 'percent';
  const isCommand = attributes.get('$settable') === 'true' && attributes.get('$retained') === 'false';
  const unit = attributes.get('$unit') ?? (datatype === 'percent' ? '%' : null);
  const words = (attributes.get('$format') ?? '').split(',').map((word) => word.trim());
  return entity({
    id: path,
    dialect: 'homie',
    describedBy: `${root}/$homie`,
    name: attributes.get('$name') ?? path,
    topic: `${root}/${path}`,
    place: wholePayload,
    component: 'property',
    reading: isNumber ? 'number' : datatype === 'boolean' ? 'boolean' : 'text',
    unit: unit !== null && unit.length <= limits.unitCharacters ? unit : null,
    options: datatype === 'enum' && words.length <= limits.options ? words : null,
    why: isCommand ? 'entity_no_reading' : null,
  });
}
