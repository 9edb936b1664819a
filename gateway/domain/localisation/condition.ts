import type { ASTNode } from '@marcbachmann/cel-js';
import { Environment } from '@marcbachmann/cel-js';
import { callRead } from './condition-calls.ts';
import { isReference, metricReference } from './condition-metrics.ts';
import { ConditionProblem } from './condition-problem.ts';
import type { ConditionReads, Read, Slot, SlotValues } from './condition-reads.ts';
import { readsOf, SlotTable } from './condition-reads.ts';
import type { BoolTerm, SlotType, Term } from './condition-terms.ts';
import {
  and,
  arithmetic,
  choose,
  compare,
  literalTerm,
  negative,
  not,
  or,
  slotTerm,
  typeWords,
} from './condition-terms.ts';
import type { Declared } from './declared.ts';
import type { Tri } from './evidence.ts';

/** A checked condition of a pack: immutable, shared by all Views. */
export interface Condition {
  readonly source: string;
  readonly reads: ConditionReads;
  /** What `evaluate` wants to be given. */
  readonly slots: readonly Slot[];
  evaluate(values: SlotValues): Tri;
}

export const conditionLimits = { characters: 600, nodes: 120, depth: 12 } as const;

/**
 * The fence (packs/README.md "Conditions"): cel-js reads the text; what it read is walked, and whatever is not on the list here is
 * refused. Nothing of it is run: the walk makes functions of slot values, so no name in a pack reaches a JavaScript object.
 * @param slots Shared by the conditions that are evaluated together; their own without it.
 * @param maxGapMs Age that a sample may have; null: by the metric's own sampling.
 * @throws ConditionProblem
 */
export function compileCondition(options: {
  readonly source: string;
  readonly declared: Declared;
  readonly slots?: SlotTable;
  readonly maxGapMs?: number | null;
}): Condition {
  const { source, declared } = options;
  // A first pass into a table of its own: what is refused leaves no slot behind.
  compile(parse(source), declared, (read) => new SlotTable().take(read));
  const table = options.slots ?? new SlotTable();
  const slots = new Set<Slot>();
  const term = compile(parse(source), declared, (read) => {
    const slot = table.take(read, options.maxGapMs ?? null);
    slots.add(slot);
    return slot;
  });
  return { source, reads: readsOf([...slots]), slots: [...slots], evaluate: term.run };
}

const environment = new Environment({
  limits: {
    maxAstNodes: conditionLimits.nodes,
    maxDepth: conditionLimits.depth,
    maxListElements: 0,
    maxMapEntries: 0,
    maxCallArguments: 3,
  },
});

function parse(source: string): ASTNode {
  // First of all, so that the reader's own work is bounded.
  if (source.length > conditionLimits.characters) {
    throw new ConditionProblem(
      `A condition has at most ${conditionLimits.characters} characters.`,
      conditionLimits.characters,
    );
  }
  try {
    return environment.parse(source).ast;
  } catch (error) {
    const { summary, range, code } = error as { summary?: string; range?: { start: number }; code?: string };
    if (summary === undefined) throw error;
    throw new ConditionProblem(sentence(summary, code ?? ''), Math.min(range?.start ?? 0, source.length));
  }
}

const signs: Readonly<Record<string, string>> = {
  EOF: 'the end',
  LPAREN: '"("',
  RPAREN: '")"',
  LBRACKET: '"["',
  RBRACKET: '"]"',
  LBRACE: '"{"',
  RBRACE: '"}"',
  COMMA: '","',
  COLON: '":"',
  DOT: '"."',
  IDENTIFIER: 'a name',
  NUMBER: 'a number',
  STRING: 'a text in quotes',
};

function sentence(summary: string, code: string): string {
  if (summary.includes('maxDepth')) return `It is nested more than ${conditionLimits.depth} levels deep.`;
  if (summary.includes('maxAstNodes'))
    return `It has more than ${conditionLimits.nodes} parts: make two symptoms of it.`;
  if (summary.includes('maxCallArguments')) return 'No function takes more than three arguments.';
  if (summary.includes('maxList') || summary.includes('maxMap')) return 'Lists and maps are not part of conditions.';
  if (code === 'reserved_identifier') return `${summary.replace(/^.*: /, '"')}" cannot be used as a name.`;
  return `This cannot be read: ${summary.replace(/\b[A-Z]{3,}\b/g, (word) => signs[word] ?? word)}.`;
}

function compile(root: ASTNode, declared: Declared, take: (read: Read) => Slot): BoolTerm {
  let reads = 0;
  const slot = (read: Read, is: SlotType, offset: number): Term => {
    reads++;
    return slotTerm(take(read), is, offset);
  };

  const visit = (node: ASTNode): Term => {
    const offset = node.start;
    if (isReference(node)) {
      const metric = metricReference(node, declared);
      const name = metric.names[0] ?? '';
      if (metric.all) throw new ConditionProblem('["*"] is for avg, min, max, below and above.', offset);
      if (metric.type === 'gauge' || metric.type === 'counter') {
        return slot({ kind: 'last', metric: name }, { type: 'number' }, offset);
      }
      const words = metric.words === undefined ? {} : { words: metric.words };
      return slot({ kind: 'last', metric: name }, { type: 'string', called: name, ...words }, offset);
    }
    switch (node.op) {
      case 'value':
        return literal(node.args, offset);
      case 'call': {
        const [name, args] = node.args;
        const { read, is } = callRead(name, args, declared, offset, visit);
        return slot(read, is, offset);
      }
      case '&&':
        return and(bool(node.args[0], '&&'), bool(node.args[1], '&&'));
      case '||':
        return or(bool(node.args[0], '||'), bool(node.args[1], '||'));
      case '!_':
        return not(bool(node.args, '!'));
      case '-_':
        return negative(visit(node.args), offset);
      case '?:':
        return choose(bool(node.args[0], '?'), visit(node.args[1]), visit(node.args[2]));
      case '==':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=':
        return compare(node.op, visit(node.args[0]), visit(node.args[1]));
      case '+':
      case '-':
      case '*':
      case '/':
        return arithmetic(node.op, visit(node.args[0]), visit(node.args[1]));
      default:
        throw new ConditionProblem(outside(node), offset);
    }
  };

  const bool = (node: ASTNode, op: string): BoolTerm => {
    const term = visit(node);
    if (term.type === 'bool') return term;
    throw new ConditionProblem(
      `"${op}" joins conditions, and this is ${typeWords[term.type]}: compare it.`,
      term.offset,
    );
  };

  const term = visit(root);
  if (term.type !== 'bool') {
    throw new ConditionProblem(`A condition is true or false, and this is ${typeWords[term.type]}: compare it.`, 0);
  }
  if (reads === 0) throw new ConditionProblem('It asks nothing of the evidence: it would always be the same.', 0);
  return term;
}

function literal(value: unknown, offset: number): Term {
  // An integer literal beside a metric means the number: CEL would refuse to compare int with double.
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return literalTerm(number, offset);
  if (typeof value === 'string' || typeof value === 'boolean') {
    return literalTerm(value, offset);
  }
  throw new ConditionProblem('Only numbers, texts, true and false are written in conditions.', offset);
}

function outside(node: ASTNode): string {
  if (node.op === 'rcall') return `Methods such as .${node.args[0]}() are not part of conditions.`;
  if (node.op === 'list' || node.op === 'map' || node.op === 'in') return 'Lists and maps are not part of conditions.';
  return `"${node.op}" is not part of conditions.`;
}
