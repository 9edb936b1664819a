import type { ASTNode } from '@marcbachmann/cel-js';
import { ConditionProblem, didYouMean, some } from './condition-problem.ts';
import type { Declared, DeclaredMetric } from './declared.ts';

/** A metric as it is written: `battery.current`, `motor.current["side_brush"]`, or all instances: `motor.current["*"]`. */
export interface MetricReference {
  readonly names: readonly string[];
  readonly type: DeclaredMetric['type'];
  readonly words?: ReadonlySet<string>;
  readonly all: boolean;
  readonly offset: number;
}

/** Whether a node has the form of a metric's name. */
export function isReference(node: ASTNode): boolean {
  return node.op === 'id' || node.op === '.' || node.op === '[]';
}

/** @throws ConditionProblem when the pack declares no such metric, or it is no name of one. */
export function metricReference(node: ASTNode, declared: Declared): MetricReference {
  const offset = node.start;
  if (node.op === '[]') {
    const [family, index] = node.args;
    const name = dotted(family);
    if (name === null)
      throw new ConditionProblem('Only a metric is followed by [ ]: motor.current["side_brush"].', offset);
    if (index.op !== 'value' || typeof index.args !== 'string') {
      throw new ConditionProblem(`The instance of ${name} is written in quotes: ${name}["..."].`, index.start);
    }
    return index.args === '*' ? instancesOf(name, declared, offset) : one(`${name}{${index.args}}`, declared, offset);
  }
  const name = dotted(node);
  if (name === null) {
    throw new ConditionProblem('A metric is written with dots alone: battery.current.', offset);
  }
  return one(name, declared, offset);
}

function dotted(node: ASTNode): string | null {
  if (node.op === 'id') return node.args;
  if (node.op !== '.') return null;
  const [left, field] = node.args;
  const before = dotted(left);
  return before === null ? null : `${before}.${field}`;
}

function one(name: string, declared: Declared, offset: number): MetricReference {
  const metric = declared.metrics.get(name);
  if (metric !== undefined) return { ...metric, names: [name], all: false, offset };
  const instances = namesOf(name, declared);
  if (instances.length > 0) {
    const labels = instances.map((full) => full.slice(name.length + 1, -1));
    throw new ConditionProblem(`${name} has instances: write ${name}["..."] with one of ${some(labels)}.`, offset);
  }
  throw new ConditionProblem(`The pack has no metric ${name}.${didYouMean(name, declared.metrics.keys())}`, offset);
}

function instancesOf(family: string, declared: Declared, offset: number): MetricReference {
  const names = namesOf(family, declared);
  const metric = declared.metrics.get(names[0] ?? '');
  if (metric === undefined) throw new ConditionProblem(`The pack has no instance of the metric ${family}.`, offset);
  return { type: metric.type, names, all: true, offset };
}

function namesOf(family: string, declared: Declared): string[] {
  return [...declared.metrics.keys()].filter((name) => name.startsWith(`${family}{`));
}
