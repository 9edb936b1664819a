import type { Pack, PackMetric } from '../../domain/pack.ts';
import { type Entity, entity as makeEntity, type Child } from './child.ts';
import type { BindingMaker } from './binding.ts';
import type { ModelTable } from './dialect.ts';
import { createErrorReader } from './stated-error.ts';
import { wholePayload } from './template.ts';

/**
 * A model with a table: its topics below its root, whichever dialect told of them. What needs no unit (words, counts) is read
 * also where no dialect described it; a number with a unit only where that topic declared one.
 */
export function bindModel(child: Child, pack: Pack, table: ModelTable, maker: BindingMaker): void {
  const root = child.root;
  const byTopic = new Map<string, PackMetric>();
  if (root !== null) {
    const id = root.slice(root.lastIndexOf('/') + 1);
    for (const [path, name] of table.metrics) {
      const metric = pack.metrics.get(name);
      if (!metric) throw new Error(`The pack ${pack.model} lacks the metric ${name} of its topic table`);
      byTopic.set(`${root}/${path.replaceAll('{id}', id)}`, metric);
    }
  }
  const versions = [...child.entities.values()].filter(({ firmware }) => firmware !== null);
  for (const version of versions) {
    const metric = pack.metrics.get(version.firmware ?? '');
    if (metric) maker.take(version, metric, (value) => value);
    else maker.refuse(version, 'field_unknown');
  }
  for (const entity of inOrder(child)) {
    if (entity.firmware !== null) continue;
    const metric = byTopic.get(entity.topic);
    if (entity.why !== null) maker.refuse(entity, entity.why);
    else if (!metric) maker.refuse(entity, isDropped(entity, root, table) ? 'dialect_topic_dropped' : 'field_unknown');
    else {
      const convert = maker.conversionOf(entity, metric);
      if (convert) maker.take(entity, metric, convert);
      else maker.refuse(entity, 'unit_unknown');
    }
  }
  if (root === null) return;
  const dialect = child.dialects.has('homie') ? 'homie' : 'homeassistant';
  for (const [topic, metric] of byTopic) {
    const isPlain = metric.type === 'text' || metric.type === 'enum' || metric.unit === '1';
    // What is published for Home Assistant has a form that only discovery tells.
    if (!isPlain || maker.readers.has(topic) || topic.startsWith(`${root}/hass/`)) continue;
    const id = `undescribed ${topic}`;
    const reading = metric.type === 'gauge' || metric.type === 'counter' ? 'number' : 'text';
    const given = { id, dialect, describedBy: topic, name: metric.name, topic, place: wholePayload } as const;
    maker.read(makeEntity({ ...given, component: 'property', reading }), metric, (value) => value);
  }
  if (table.error) {
    const errors = createErrorReader({ pack, channel: table.error.channel });
    maker.add(`${root}/${table.error.path}`, { dialect, isDescription: false, read: errors });
  }
}

/** Homie's own topics first: of two that tell the same, they need no template. */
function inOrder(child: Child): readonly Entity[] {
  const entities = [...child.entities.values()];
  return [
    ...entities.filter(({ dialect }) => dialect === 'homie'),
    ...entities.filter(({ dialect }) => dialect !== 'homie'),
  ];
}

function isDropped({ topic }: Entity, root: string | null, table: ModelTable): boolean {
  if (root === null || !topic.startsWith(`${root}/`)) return false;
  const path = topic.slice(root.length + 1);
  return [...table.dropped.keys()].some((prefix) => path.startsWith(prefix));
}
