import type { EntityRule, EntityRules, Pack, PackMetric } from '../../domain/pack.ts';
import type { BindingMaker } from './binding.ts';
import type { Child, Entity } from './child.ts';
import { hashOf } from './hash.ts';
import { readPlace } from './template.ts';
import { annotation, ucumOf } from './units.ts';
import { readBoolean } from './values.ts';
import { isRefusal } from '../../domain/refusals.ts';

/** A device that declares what it has: the pack's rules give each thing its class, and the metric that everybody calls so. */
export function bindDeclared(child: Child, pack: Pack, rules: EntityRules, maker: BindingMaker): void {
  const places = new Set<string>();
  const errorNames = new Set<string>();
  for (const entity of inOrder(child)) {
    if (entity.why !== null) {
      maker.refuse(entity, entity.why);
      continue;
    }
    const { place, rule, own } = fitOf(entity, rules);
    if (places.has(place) && entity.firmware === null) {
      maker.refuse(entity, 'said_elsewhere');
      continue;
    }
    places.add(place);
    if (rule?.dropped) maker.refuse(entity, 'dialect_topic_dropped');
    else if (entity.firmware !== null) bindFirmware(entity, pack, maker);
    else if (rule?.error && entity.reading === 'boolean') bindError(entity, errorNames, maker);
    else if (!bindCommon(entity, rule, maker)) bindOwn(entity, own, maker);
  }
}

interface Fit {
  readonly rules: EntityRules;
  readonly place: string;
  readonly rule: EntityRule | undefined;
  /** What it becomes where its name is not taken for what everybody calls so. */
  readonly own: PackMetric;
}

/** An entity never changes, it is replaced: looked at once, however often its siblings are described anew. */
const fitted = new WeakMap<Entity, Fit>();

function fitOf(entity: Entity, rules: EntityRules): Fit {
  const known = fitted.get(entity);
  if (known?.rules === rules) return known;
  const words = wordsOf(entity);
  const rule = rules.rules.find((each) => fits(each, entity, words));
  const place = JSON.stringify([entity.topic, entity.place.steps]);
  const fit = { rules, place, rule, own: ownMetric(entity, rule, rules) };
  fitted.set(entity, fit);
  return fit;
}

/** Home Assistant's descriptions say more (class, unit, words) than Homie's of the same topic; versions in them, which nobody repeats, come last. */
function inOrder(child: Child): readonly Entity[] {
  const rank = ({ component, dialect }: Entity): number => (component === 'device' ? 2 : dialect === 'homie' ? 1 : 0);
  return [...child.entities.values()].sort((a, b) => rank(a) - rank(b));
}

function fits(rule: EntityRule, entity: Entity, said: readonly string[]): boolean {
  const { components, deviceClasses, words } = rule;
  if (components && !components.has(entity.component)) return false;
  if (deviceClasses && !deviceClasses.has(entity.deviceClass ?? '')) return false;
  return words === null || said.some((word) => words.has(word));
}

/** `wifi_signal` is a word, and so are `wifi` and `signal`. */
function wordsOf({ id, name }: Entity): readonly string[] {
  const text = `${id} ${name}`.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return [...text.split(/[^a-z0-9_]+/), ...text.split(/[^a-z0-9]+/)];
}

function bindFirmware(entity: Entity, pack: Pack, maker: BindingMaker): void {
  const metric = pack.metrics.get(entity.firmware ?? '');
  if (metric) maker.take(entity, metric, (value) => value);
  else maker.refuse(entity, 'field_unknown');
}

/** The first thing that fits is what everybody calls so; a second one gets a name of its own. */
function bindCommon(entity: Entity, rule: EntityRule | undefined, maker: BindingMaker): boolean {
  const metric = rule?.metric;
  if (!metric || maker.isTaken(metric.name)) return false;
  const isNumber = metric.type === 'gauge' || metric.type === 'counter';
  if (isNumber !== (entity.reading === 'number')) return false;
  const convert = maker.conversionOf(entity, metric);
  if (!convert) return false;
  maker.take(entity, metric, convert, true);
  return true;
}

function bindOwn(entity: Entity, metric: PackMetric, maker: BindingMaker): void {
  // Not told is not "none": seconds and minutes both come without a unit (DOMAIN.md trap 10).
  if (entity.reading === 'number' && entity.unit === null && !entity.isPlain) maker.refuse(entity, 'unit_unknown');
  else maker.take(entity, metric, sameValue, true);
}

function ownMetric(entity: Entity, rule: EntityRule | undefined, rules: EntityRules): PackMetric {
  const isNumber = entity.reading === 'number';
  return {
    name: ownName(entity.id),
    label: { en: entity.name, 'zh-CN': entity.name },
    type: isNumber ? 'gauge' : entity.reading === 'text' ? 'text' : 'enum',
    unit: entity.unit === null ? '1' : (ucumOf(entity.unit) ?? annotation(entity.unit)),
    dataClass: rule?.dataClass ?? rules.unlisted,
    range: null,
    values: entity.reading === 'boolean' ? (rule?.states ?? rules.states) : new Map(),
    idlePeriodMs: null,
    livePeriodMs: null,
    onChange: true,
    chart: isNumber,
  };
}

function sameValue(value: number): number {
  return value;
}

/** "On" is the fault; its code is what the device calls it, since nobody here has a better word. */
function bindError(entity: Entity, names: Set<string>, maker: BindingMaker): void {
  const code = names.has(entity.name) ? `${entity.name} (${entity.id})`.slice(0, 160) : entity.name;
  names.add(code);
  const detail = entity.deviceClass ?? '';
  maker.takeError(entity, {
    dialect: entity.dialect,
    isDescription: false,
    read: (message, under) => {
      const scalar = readPlace(entity.place, message, under);
      if (scalar === undefined || isRefusal(scalar)) return scalar;
      const state = readBoolean(entity, scalar);
      if (state === undefined) return undefined;
      const change = { channel: entity.dialect, code, raised: state === 1, detail, at: message.receivedAt };
      return { lane: 'error', complete: false, errors: [change] };
    },
  });
}

/** The same after every restart: from the entity's id alone, told apart by a hash where characters had to go. */
function ownName(id: string): string {
  const plain = id.replace(/[^A-Za-z0-9_.]+/g, '_').slice(0, 48);
  return plain === id ? `entity.${plain}` : `entity.${plain}_${hashOf(id)}`;
}
