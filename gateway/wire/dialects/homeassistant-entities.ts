import { isRefusal, type Refusal, type RefusalCode } from '../../domain/refusals.ts';
import { type Entity, entity } from './child.ts';
import { readLiveness } from './homeassistant-config.ts';
import {
  type ComponentReading,
  components,
  countedClasses,
  droppedComponents,
  measuredClasses,
  silentComponents,
} from './homeassistant-words.ts';
import { limits } from './limits.ts';
import { type Fields, own, plainText, topicName } from './message.ts';
import { at, type Place, readTemplate, wholePayload } from './template.ts';

interface Described {
  /** Of one component, with long names and whole topics. */
  readonly config: Fields;
  readonly component: string;
  readonly id: string;
  readonly describedBy: string;
  /** What its topic or its device's description calls it. */
  readonly object: string;
}

/** What a component tells, an entity a reading; what cannot be taken is an entity too, with the reason. */
export function readEntities(described: Described): readonly Entity[] {
  const { component, config } = described;
  const readings = components.get(component);
  if (!readings) {
    if (droppedComponents.has(component)) return [refused(described, 'dialect_topic_dropped')];
    return [refused(described, silentComponents.has(component) ? 'entity_no_reading' : 'entity_unknown')];
  }
  const told = readings.filter(({ topic }) => typeof own(config, topic) === 'string');
  if (told.length === 0) return [refused(described, 'entity_no_reading')];
  return told.map((reading) => entityOf(described, reading));
}

function entityOf(described: Described, reading: ComponentReading): Entity {
  const { config, id, component, describedBy } = described;
  const topic = topicName(own(config, reading.topic));
  if (topic === undefined) return refused(described, 'payload_malformed', reading.part);
  const place = placeOf(config, reading);
  const deviceClass = plainText(own(config, 'device_class')) ?? null;
  const unit = plainText(own(config, 'unit_of_measurement'), limits.unitCharacters) ?? reading.unit ?? null;
  const own_ = nameOf(described);
  return entity({
    id: reading.part === '' ? id : `${id}.${reading.part}`,
    dialect: 'homeassistant',
    describedBy,
    name: reading.part === '' || reading.firmware !== undefined ? own_ : `${own_} ${reading.part.replaceAll('_', ' ')}`,
    topic,
    place: isRefusal(place) ? wholePayload : place,
    component,
    deviceClass: reading.deviceClass ?? deviceClass,
    reading: kindOf(config, reading, deviceClass),
    unit: reading.part === 'current_temperature' || reading.part === 'temperature' ? temperatureUnit(config) : unit,
    isPlain: reading.isPlain ?? countedClasses.has(deviceClass ?? ''),
    options: optionsOf(config, component),
    on: wordOf(config, 'state_on') ?? wordOf(config, 'payload_on') ?? 'ON',
    off: wordOf(config, 'state_off') ?? wordOf(config, 'payload_off') ?? 'OFF',
    firmware: reading.firmware ?? null,
    liveness: readLiveness(config),
    why: isRefusal(place) ? place.refused : null,
  });
}

/** With a template, where that points; else into its JSON where the component fixes that, else the payload as it is. */
function placeOf(config: Fields, reading: ComponentReading): Place | Refusal {
  const template = own(config, reading.template);
  if (typeof template !== 'string') {
    if (own(config, 'schema') === 'json' && reading.part === '') return at('state');
    return reading.steps ? at(...reading.steps) : wholePayload;
  }
  const place = readTemplate(template);
  if (!isRefusal(place)) {
    const isWhole = place.steps !== null && place.steps.length === 0;
    return reading.steps && (place.steps === null || isWhole) ? at(...reading.steps) : place;
  }
  return (reading.steps && placeInObject(template, reading.steps[0] ?? '')) ?? place;
}

/** A template that writes an object, `{"installed_version":"{{ value_json.a }}",…}`: the path that stands for one field of it. */
function placeInObject(template: string, field: string): Place | undefined {
  if (template.length > 1_000) return undefined;
  const start = template.indexOf(`"${field}"`);
  const open = start < 0 ? -1 : template.indexOf('{{', start);
  const close = open < 0 ? -1 : template.indexOf('}}', open);
  if (close < 0) return undefined;
  // Between the field's name and its path: a colon, spaces, a quote, and nothing else.
  const between = template.slice(start + field.length + 2, open).replaceAll(' ', '');
  if (between !== ':' && between !== ':"') return undefined;
  const place = readTemplate(template.slice(open, close + 2));
  return isRefusal(place) ? undefined : place;
}

function kindOf(config: Fields, { kind }: ComponentReading, deviceClass: string | null): Entity['reading'] {
  if (kind === 'number' || kind === 'boolean' || kind === 'text') return kind;
  if (kind === 'firmware') return 'text';
  const isWord = deviceClass === 'enum' || deviceClass === 'timestamp' || deviceClass === 'date';
  if (isWord || Array.isArray(own(config, 'options'))) return 'text';
  const isNumber =
    typeof own(config, 'unit_of_measurement') === 'string' ||
    typeof own(config, 'state_class') === 'string' ||
    typeof own(config, 'suggested_display_precision') === 'number' ||
    measuredClasses.has(deviceClass ?? '') ||
    countedClasses.has(deviceClass ?? '');
  return isNumber ? 'number' : 'text';
}

function optionsOf(config: Fields, component: string): readonly string[] | null {
  const listed = own(config, component === 'event' ? 'event_types' : 'options');
  if (!Array.isArray(listed) || listed.length > limits.options) return null;
  const words = listed.map((word) => plainText(word, limits.nameCharacters)).filter((word) => word !== undefined);
  return words.length > 0 ? words : null;
}

/** Home Assistant's default is that of its own installation, which nobody here knows. */
function temperatureUnit(config: Fields): string | null {
  const unit = own(config, 'temperature_unit');
  return unit === 'C' ? '°C' : unit === 'F' ? '°F' : null;
}

/** `true` is said as JSON or as a word. */
function wordOf(config: Fields, key: string): string | undefined {
  const value = own(config, key);
  return typeof value === 'boolean' ? String(value) : plainText(value);
}

/** Named `null` it is its device's main thing, and called by its kind; not named, by its object. */
function nameOf({ config, component, object }: Described): string {
  const kind = plainText(own(config, 'device_class')) ?? component;
  const unnamed = own(config, 'name') === undefined ? plainText(object) : undefined;
  return plainText(own(config, 'name')) ?? (unnamed ?? kind).replaceAll('_', ' ');
}

function refused(described: Described, why: RefusalCode, part = ''): Entity {
  const { config, id, component, describedBy } = described;
  return entity({
    id: part === '' ? id : `${id}.${part}`,
    dialect: 'homeassistant',
    describedBy,
    name: nameOf(described),
    topic: describedBy,
    place: wholePayload,
    component,
    reading: 'text',
    liveness: readLiveness(config),
    why,
  });
}
