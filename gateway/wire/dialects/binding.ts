import type { ErrorChange, Sample } from '../../domain/frames.ts';
import type { Pack, PackMetric } from '../../domain/pack.ts';
import { isRefusal, type Refusal, type RefusalCode } from '../../domain/refusals.ts';
import type { DialectName, DiscoveredEntity } from '../../domain/discovered.ts';
import { bindDeclared } from './binding-declared.ts';
import { bindModel } from './binding-model.ts';
import type { Child, Entity } from './child.ts';
import type { ModelTable } from './dialect.ts';
import type { Message } from './message.ts';
import { readPlace } from './template.ts';
import { conversion } from './units.ts';
import { readValue } from './values.ts';

/** What one reader found in one message. */
export type Said =
  | { readonly lane: 'telemetry' | 'firmware'; readonly sample: Sample }
  | { readonly lane: 'error'; readonly complete: boolean; readonly errors: readonly ErrorChange[] };

/** undefined: this message does not tell it. */
export interface BoundReader {
  readonly dialect: DialectName;
  /** A description's own word on its device's firmware is no sign of life. */
  readonly isDescription: boolean;
  read(message: Message, under?: string): Said | undefined | Refusal;
}

/** What a pack makes of what a device declared. */
export interface Binding {
  readonly readers: ReadonlyMap<string, readonly BoundReader[]>;
  /** Metrics beyond the pack's. */
  readonly extra: ReadonlyMap<string, PackMetric>;
  /** Topics of what is not taken, and why. */
  readonly unread: ReadonlyMap<string, RefusalCode>;
  readonly entities: readonly DiscoveredEntity[];
}

/** A model with a table of its own takes what that names; a pack with rules takes what the device declares. */
export function bind(child: Child, pack: Pack, table: ModelTable | undefined): Binding {
  const maker = new BindingMaker();
  if (table) bindModel(child, pack, table, maker);
  else if (pack.entities) bindDeclared(child, pack, pack.entities, maker);
  else for (const entity of child.entities.values()) maker.refuse(entity, entity.why ?? 'field_unknown');
  return maker;
}

/** Each metric has one reader, however many topics tell it: the first that can be understood. */
export class BindingMaker implements Binding {
  readonly readers = new Map<string, BoundReader[]>();
  readonly extra = new Map<string, PackMetric>();
  readonly unread = new Map<string, RefusalCode>();
  readonly entities: DiscoveredEntity[] = [];
  readonly #taken = new Set<string>();

  isTaken(metric: string): boolean {
    return this.#taken.has(metric);
  }

  /** undefined: its numbers cannot become this metric's. */
  conversionOf(entity: Entity, metric: PackMetric): ((value: number) => number) | undefined {
    const same = (value: number): number => value;
    if (metric.type === 'text' || metric.type === 'enum') return same;
    if (entity.unit === null) return metric.unit === '1' ? same : undefined;
    return conversion(entity.unit, metric.unit);
  }

  /** `convert`: from what the entity declared to the metric's unit. */
  take(entity: Entity, metric: PackMetric, convert: (value: number) => number, isExtra = false): void {
    if (this.#taken.has(metric.name)) return this.refuse(entity, 'said_elsewhere');
    this.#taken.add(metric.name);
    if (isExtra) this.extra.set(metric.name, metric);
    this.read(entity, metric, convert);
    this.#list(entity, { metric: metric.name, type: metric.type, dataClass: metric.dataClass, why: null });
  }

  /** Also where the device did not declare it. */
  read(entity: Entity, metric: PackMetric, convert: (value: number) => number): void {
    const known = readerOf.get(entity);
    const reader = known?.metric === metric ? known.reader : createReader(entity, metric, convert);
    if (known?.reader !== reader) readerOf.set(entity, { metric, reader });
    this.add(entity.topic, reader);
  }

  takeError(entity: Entity, reader: BoundReader): void {
    this.add(entity.topic, reader);
    this.#list(entity, { metric: 'device.fault.active', type: 'enum', dataClass: 'errors', why: null });
  }

  add(topic: string, reader: BoundReader): void {
    const readers = this.readers.get(topic);
    if (readers) readers.push(reader);
    else this.readers.set(topic, [reader]);
  }

  refuse(entity: Entity, why: RefusalCode): void {
    this.unread.set(entity.topic, why);
    const type = entity.reading === 'number' ? 'gauge' : entity.reading === 'text' ? 'text' : 'enum';
    this.#list(entity, { metric: null, type, dataClass: null, why });
  }

  #list(entity: Entity, what: Pick<DiscoveredEntity, 'metric' | 'type' | 'dataClass' | 'why'>): void {
    this.entities.push({ name: entity.name, declaredUnit: entity.unit, ...what });
  }
}

/** What reads an entity as a metric stays the same however often its siblings are described anew. */
const readerOf = new WeakMap<Entity, { readonly metric: PackMetric; readonly reader: BoundReader }>();

function createReader(entity: Entity, metric: PackMetric, convert: (value: number) => number): BoundReader {
  const { name, dataClass } = metric;
  const lane = name.startsWith('fw.') ? 'firmware' : 'telemetry';
  return {
    dialect: entity.dialect,
    isDescription: entity.component === 'device',
    read: (message, under) => {
      const scalar = readPlace(entity.place, message, under);
      if (scalar === undefined || isRefusal(scalar)) return scalar;
      const value = readValue(metric, entity, scalar, convert);
      if (value === undefined || isRefusal(value)) return value;
      const told = typeof value === 'number' ? rounded(value, entity.place.digits) : value;
      return { lane, sample: { name, dataClass, value: told, at: message.receivedAt } };
    },
  };
}

function rounded(value: number, digits: number | null): number {
  return digits === null || Number.isNaN(value) ? value : Number(value.toFixed(digits));
}
