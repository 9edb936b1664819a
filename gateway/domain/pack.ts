import type { DataClass } from './data-class.ts';
import type { Knowledge } from './localisation/knowledge.ts';

/** Both languages of one text. */
export interface Words {
  readonly en: string;
  readonly 'zh-CN': string;
}

export type MetricType = 'gauge' | 'counter' | 'enum' | 'text';

export interface PackMetric {
  readonly name: string;
  readonly label: Words;
  readonly type: MetricType;
  /** UCUM. */
  readonly unit: string;
  readonly dataClass: DataClass;
  /** Limits of the sensor or field, not of health; a value outside is dropped. */
  readonly range: readonly [number, number] | null;
  /** Of an enum: number on the wire to the datasheet's word and its translation. */
  readonly values: ReadonlyMap<number, { readonly word: string; readonly words: Words }>;
  /** ms between samples; null: not periodic then. */
  readonly idlePeriodMs: number | null;
  readonly livePeriodMs: number | null;
  readonly onChange: boolean;
  /** Worth a chart of the last ten minutes. */
  readonly chart: boolean;
}

export interface PackError {
  readonly channel: string;
  readonly code: string;
  readonly name: string;
  readonly kind: 'transient' | 'permanent';
  readonly level: 'info' | 'warning' | 'error' | 'catastrophic';
  readonly subsystem: string;
  readonly words: Words;
  /** A dialect that sends no code: found by subsystem and message instead (lower case). */
  readonly match: { readonly subsystem: string; readonly message: string } | null;
}

export interface PackOperation {
  readonly name: string;
  readonly operationClass: 'test' | 'adjust' | 'update' | 'reset';
  readonly outputClass: DataClass;
}

/** What a thing that a device of another maker declares becomes here: the first rule that fits, and all that it names must fit. */
export interface EntityRule {
  /** Home Assistant's components; of Homie `property`, `state` and `stats`; `device`: what a description itself tells. */
  readonly components: ReadonlySet<string> | null;
  readonly deviceClasses: ReadonlySet<string> | null;
  /** One of these is a word of its name or id (lower case). */
  readonly words: ReadonlySet<string> | null;
  readonly dataClass: DataClass;
  /** The metric that everybody calls so, for the first thing that fits; null: one of its own. */
  readonly metric: PackMetric | null;
  /** What "off" (0) and "on" (1) mean of it. */
  readonly states: PackMetric['values'] | null;
  /** "On" is a fault, worded as the device calls it. */
  readonly error: boolean;
  /** Nothing of it is taken. */
  readonly dropped: boolean;
}

/** How a pack takes what its devices declare themselves. */
export interface EntityRules {
  readonly rules: readonly EntityRule[];
  /** Of what no rule fits. */
  readonly unlisted: DataClass;
  readonly states: PackMetric['values'];
}

/** A diagnostic pack: what is known of a device model (DESIGN.md "Localisation"). */
export interface Pack {
  readonly model: string;
  readonly version: string;
  readonly name: string;
  readonly vendor: string;
  readonly family: string;
  readonly class: string;
  /** It reads requests aloud, so that a press of its button may count without Allow (WIRE.md "Button proof"). */
  readonly voice: boolean;
  readonly metrics: ReadonlyMap<string, PackMetric>;
  /** Key: `${channel}:${code}`. */
  readonly errors: ReadonlyMap<string, PackError>;
  /** Words of fw.state, fw.result and fw.slot_state, by the datasheet's word. */
  readonly firmwareWords: ReadonlyMap<string, Words>;
  readonly operations: ReadonlyMap<string, PackOperation>;
  /** Of devices that declare what they have; absent: only what the pack lists is taken. */
  readonly entities?: EntityRules;
  /** Dotted paths of the datasheet's tree. */
  readonly components?: readonly string[];
  /** Absent: it names values and codes and localises nothing. */
  readonly knowledge?: Knowledge;
  /** Fault id to what an agent reads about it, Markdown. */
  readonly articles?: ReadonlyMap<string, Words>;
}

export function errorKey(channel: string, code: string): string {
  return `${channel}:${code}`;
}
