import type { Liveness, LivenessTopic } from './child.ts';
import { configWords, deviceWords } from './homeassistant-words.ts';
import { limits } from './limits.ts';
import { type Fields, isFields, own, plainText, topicName } from './message.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { readTemplate, wholePayload } from './template.ts';

/** Long names for short ones, and `~` (at the start or the end of a topic) for what it stands for. */
export function expand(fields: Fields, words: ReadonlyMap<string, string>, outerBase?: unknown): Fields {
  const base = own(fields, '~') ?? outerBase;
  const expanded: [string, unknown][] = [];
  for (const [key, value] of Object.entries(fields)) {
    const name = words.get(key) ?? key;
    const isTopic = name === 'topic' || name.endsWith('_topic');
    expanded.push([
      name,
      isTopic && typeof base === 'string' && typeof value === 'string' ? onBase(value, base) : value,
    ]);
  }
  const availability = own(fields, 'availability') ?? own(fields, 'avty');
  if (Array.isArray(availability)) {
    const listed = availability.slice(0, limits.availabilities).filter(isFields);
    expanded.push(['availability', listed.map((each) => expand(each, configWords, base))]);
  }
  // fromEntries defines own fields, `__proto__` too: nothing is inherited from a payload.
  return Object.fromEntries(expanded);
}

function onBase(value: string, base: string): string {
  if (value.startsWith('~')) return base + value.slice(1);
  return value.endsWith('~') ? value.slice(0, -1) + base : value;
}

export interface DeviceWords {
  /** Identifiers, then connections; the first is its key. */
  readonly aliases: readonly string[];
  readonly name: string | undefined;
  readonly manufacturer: string | undefined;
  readonly model: string | undefined;
  readonly via: string | undefined;
}

/** undefined: it names no device. */
export function readDevice(value: unknown): DeviceWords | undefined {
  if (!isFields(value)) return undefined;
  const fields = expand(value, deviceWords);
  const identifiers = own(fields, 'identifiers');
  const listed = Array.isArray(identifiers) ? (identifiers as unknown[]) : [identifiers];
  const connections = own(fields, 'connections');
  const joined = (Array.isArray(connections) ? (connections as unknown[]) : []).map((pair) =>
    Array.isArray(pair) && pair.length === 2 ? `${String(pair[0])}:${String(pair[1])}` : undefined,
  );
  const aliases = [...listed, ...joined]
    .slice(0, limits.aliasesOfChild)
    .map((alias) => plainText(alias, limits.keyCharacters))
    .filter((alias) => alias !== undefined);
  if (aliases.length === 0) return undefined;
  return {
    aliases,
    name: plainText(own(fields, 'name')),
    manufacturer: plainText(own(fields, 'manufacturer')),
    model: plainText(own(fields, 'model')),
    via: plainText(own(fields, 'via_device'), limits.keyCharacters),
  };
}

/** What says whether the thing is there; null: nothing does. One whose template is no path says nothing. */
export function readLiveness(config: Fields): Liveness | null {
  const list = own(config, 'availability');
  const single = own(config, 'availability_topic');
  const listed = Array.isArray(list) ? list.filter(isFields) : isFields(list) ? [expand(list, configWords)] : [];
  const topics = listed.map((each) => livenessTopic(each, own(each, 'topic'), own(each, 'value_template')));
  if (typeof single === 'string') topics.push(livenessTopic(config, single, own(config, 'availability_template')));
  const known = topics.filter((each) => each !== undefined);
  if (known.length === 0) return null;
  const mode = own(config, 'availability_mode');
  return { mode: mode === 'all' || mode === 'any' ? mode : 'latest', topics: known };
}

function livenessTopic(fields: Fields, topicGiven: unknown, template: unknown): LivenessTopic | undefined {
  const topic = topicName(topicGiven);
  const place = typeof template === 'string' ? readTemplate(template) : wholePayload;
  if (topic === undefined || isRefusal(place)) return undefined;
  return {
    topic,
    place,
    alive: [plainText(own(fields, 'payload_available')) ?? 'online'],
    gone: [plainText(own(fields, 'payload_not_available')) ?? 'offline'],
  };
}
