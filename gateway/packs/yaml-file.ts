import type { Static, TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { Errors } from 'typebox/value';
import { CST, type Document, isMap, isPair, isScalar, Lexer, LineCounter, parseDocument, visit } from 'yaml';

/** Something that keeps a folder from being packs: where, and what in one sentence. */
export interface Problem {
  /** Relative to the folder of all packs, with slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly sentence: string;
  /** Of a common pack: in which models that include it. Empty: it is wrong by itself. */
  readonly models: readonly string[];
}

export function problemText({ file, line, sentence, models }: Problem): string {
  return `${file}:${line}: ${sentence}${models.length > 0 ? ` (in ${models.join(', ')})` : ''}`;
}

export interface Source {
  /** Only named in problems. */
  readonly file: string;
  readonly text: string;
}

export type Path = readonly (string | number)[];
/** `offset`: characters into the text of the scalar at `path`. */
export type Complain = (path: Path, sentence: string, offset?: number) => void;

export interface YamlFile<Content> {
  readonly file: string;
  readonly content: Content;
  readonly complain: Complain;
  /** Of what is wrong in one model that includes the file. */
  complainIn(model: string): Complain;
}

const maxLength = 1 << 20;
const maxNesting = 60;

/**
 * A file of a pack whose form is `schema`; undefined, and what is wrong in `problems`, if it is not. Of an unknown form
 * are also aliases in thousands, tags and nesting without end.
 */
export function readYaml<const Schema extends TSchema>(
  schema: Schema,
  source: Source,
  problems: Problem[],
): YamlFile<Static<Schema>> | undefined {
  const { file, text } = source;
  const refuse = (line: number, sentence: string): undefined =>
    void problems.push({ file, line, sentence, models: [] });
  if (text.length > maxLength) return refuse(1, 'the file is longer than a megabyte.');
  const deep = tooDeep(text);
  if (deep !== null) return refuse(deep, `it is nested more than ${maxNesting} levels deep.`);
  const lines = new LineCounter();
  // The library compares each key of a map with every other: most of the time of a start.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  const broken = document.errors[0] ?? document.warnings[0];
  const twice = broken ? undefined : keyTwice(document);
  if (twice !== undefined) return refuse(lines.linePos(twice).line, 'Map keys must be unique.');
  if (broken) return refuse(lines.linePos(broken.pos[0]).line, broken.message.replace(/ at line \d[^]*$/, '.'));
  const complainOf =
    (models: readonly string[]): Complain =>
    (path, sentence, offset) => {
      problems.push({ file, line: lineOf({ document, lines, text }, path, offset), sentence, models });
    };
  const complain = complainOf([]);
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    return refuse(1, `${error instanceof Error ? error.message : String(error)}.`);
  }
  const before = problems.length;
  complainOfForm(schema, content, complain);
  return problems.length > before
    ? undefined
    : {
        file,
        content: content as Static<Schema>,
        complain,
        complainIn: (model) => complainOf([model]),
      };
}

/** The line where brackets or indentation go deeper than any pack's; judged before a parser that calls itself for each level. */
function tooDeep(text: string): number | null {
  for (const [index, line] of text.split('\n').entries()) {
    const opened = line.match(/[[{]/g)?.length ?? 0;
    const entries = line.match(/(?:^|\s)[-?](?=\s)|:(?=\s)/g)?.length ?? 0;
    if (opened > 400 || entries > 400 || line.search(/\S/) > 4 * maxNesting) return index + 1;
  }
  if ((text.match(/[[{]/g)?.length ?? 0) <= maxNesting) return null;
  return tooManyOpen(text);
}

/** The line where more brackets are open than any pack's; those in comments and scalars are none. */
function tooManyOpen(text: string): number | null {
  let [depth, line] = [0, 1];
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    const type = before === CST.SCALAR ? 'scalar' : CST.tokenType(lexeme);
    if (type === 'flow-seq-start' || type === 'flow-map-start') depth++;
    else if (type === 'flow-seq-end' || type === 'flow-map-end') depth--;
    if (depth > maxNesting) return line;
    line += lexeme.split('\n').length - 1;
    before = lexeme;
  }
  return null;
}

type FormError = ReturnType<typeof Errors>[number];

/** Where a key stands for the second time in its map. */
function keyTwice(document: Document): number | undefined {
  let found: number | undefined;
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        const value: unknown = isScalar(key) ? key.value : key;
        if (seen.has(value) && isScalar(key)) found ??= key.range?.[0];
        seen.add(value);
      }
      return found === undefined ? undefined : visit.BREAK;
    },
  });
  return found;
}

/** Forms are compiled once: read as they stand, they took a second of every start. */
const validators = new WeakMap<TSchema, Validator>();

function compiled(schema: TSchema): Validator {
  const known = validators.get(schema) ?? Compile(schema);
  validators.set(schema, known);
  return known;
}

function complainOfForm(schema: TSchema, content: unknown, complain: Complain): void {
  if (compiled(schema).Check(content)) return;
  const errors = Errors(schema, content);
  const seen = new Set<string>();
  for (const error of errors) {
    if (seen.has(error.instancePath)) continue;
    // For an unknown key the key's own entry ("schema is false") only repeats the object's.
    if (error.keyword === 'boolean' && errors.length > 1) continue;
    seen.add(error.instancePath);
    complainOf(
      error,
      errors.filter(({ instancePath }) => instancePath === error.instancePath),
      complain,
    );
  }
}

function complainOf(error: FormError, same: readonly FormError[], complain: Complain): void {
  const path = error.instancePath.split('/').slice(1).map(unescapePointer);
  const named = path.join('.') || 'the file';
  if (error.keyword === 'additionalProperties') {
    for (const key of error.params.additionalProperties)
      complain([...path, key], `${named} has an unknown key "${key}".`);
    return;
  }
  const isChoice = same.some(({ keyword }) => keyword === 'anyOf');
  const ways = isChoice ? same.filter(({ keyword }) => keyword !== 'anyOf') : [error];
  complain(path, `${named} ${ways.map(demandOf).join(', or ')}.`);
}

function demandOf(error: FormError): string {
  if (error.keyword === 'required') {
    return `lacks ${error.params.requiredProperties.map((key) => `"${key}"`).join(', ')}`;
  }
  if (error.keyword === 'enum') return `must be one of ${error.params.allowedValues.join(', ')}`;
  return error.message;
}

function unescapePointer(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

interface Parsed {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly text: string;
}

/** The line of the deepest thing on the path that exists. */
function lineOf({ document, lines, text }: Parsed, path: Path, offset = 0): number {
  for (let length = path.length; length > 0; length--) {
    const parent: unknown = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = String(path[length - 1]);
    const key = isMap(parent) && parent.items.find((pair) => isPair(pair) && String(pair.key) === last)?.key;
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (length === path.length && offset > 0 && isScalar(node) && node.range) {
      return lines.linePos(inScalar(text, node.range, offset)).line;
    }
    const range = isScalar(key) ? key.range : (node as { range?: [number, number, number] } | undefined)?.range;
    if (range) return lines.linePos(range[0]).line;
  }
  return 1;
}

/** Where in the file a character of a scalar's value is, but for white space that YAML folded: enough for its line. */
function inScalar(text: string, [start, end]: readonly [number, number, number], offset: number): number {
  const written = text.slice(start, end);
  const header = /^[|>][^\n]*\n/.exec(written)?.[0].length ?? (/^["']/.test(written) ? 1 : 0);
  let left = offset;
  let at = start + header;
  for (let isFolded = false; at < end && left > 0; at++) {
    const isSpace = /\s/.test(text[at] ?? '');
    if (!isSpace || !isFolded) left--;
    isFolded = isSpace;
  }
  return Math.min(at, Math.max(start, end - 1));
}
