import type { ApiClient } from '../support/api-client.ts';

/** As much of a JSON schema as the OpenAPI document uses. */
interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly default?: unknown;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** One place of one route of the API where a caller may write something. */
export interface Place {
  /** "POST /api/v1/cases body/reason" */
  readonly name: string;
  readonly method: string;
  readonly kind: 'path' | 'query' | 'body';
  /** Beneath /api/v1, as an ApiClient wants it. */
  path(value: string): string;
  /** undefined: it takes none. */
  body(value: unknown): unknown;
}

/** What is right to say otherwise, by the name of the field. */
export type RightWords = Readonly<Record<string, unknown>>;

/** Every path parameter, query parameter and string of a body in the API's own document, with everything else said rightly. */
export async function everyPlace(api: ApiClient, right: RightWords): Promise<readonly Place[]> {
  const response = await fetch(`${api.base}/docs/json`);
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, Operation>> };
  return Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/v1/'))
    .flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, operation]) =>
        placesOf({ method: method.toUpperCase(), path: path.replace('/api/v1', ''), operation, right }),
      ),
    );
}

function placesOf(route: {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  readonly right: RightWords;
}): readonly Place[] {
  const { method, operation, right } = route;
  const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const rightPath = fill(route.path, right);
  const rightBody = schema && sample(schema, right);
  const place = (kind: Place['kind'], where: string, more: Partial<Place>): Place => ({
    name: `${method} /api/v1${route.path} ${kind}/${where}`,
    method,
    kind,
    path: () => rightPath,
    body: () => rightBody,
    ...more,
  });
  const parameters = operation.parameters ?? [];
  return [
    ...parameters
      .filter((parameter) => parameter.in === 'path')
      .map(({ name }) =>
        place('path', name, { path: (value) => fill(route.path, { ...right, [ofPath(route.path, name)]: value }) }),
      ),
    ...parameters
      .filter((parameter) => parameter.in === 'query')
      .map(({ name }) =>
        place('query', name, {
          path: (value) => `${rightPath}?${new URLSearchParams({ ...needed(parameters, right), [name]: value })}`,
        }),
      ),
    ...(schema ? stringsOf(schema) : []).map((keys) =>
      place('body', keys.join('/'), { body: (value) => replaced(rightBody, keys, value) }),
    ),
  ];
}

function needed(parameters: readonly Parameter[], right: RightWords): Record<string, string> {
  const known = parameters.filter(({ in: where, name }) => where === 'query' && typeof right[name] === 'string');
  return Object.fromEntries(known.map(({ name }) => [name, String(right[name])]));
}

/** `{id}` is of what stands before it: /cases/{id} -> case. */
function ofPath(path: string, name: string): string {
  const before = path.split(`/{${name}}`)[0]?.split('/').at(-1) ?? '';
  return name === 'id' ? `${before.replace(/s$/, '').replace('people', 'person')}Id` : name;
}

function fill(path: string, words: RightWords): string {
  return path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const word = words[ofPath(path, name)];
    return encodeURIComponent(typeof word === 'string' ? word : 'none');
  });
}

function sample(schema: Schema, right: RightWords, name = ''): unknown {
  if (Object.hasOwn(right, name)) return right[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sample(schema.anyOf[0] ?? {}, right);
  if (schema.properties)
    return Object.fromEntries(Object.entries(schema.properties).map(([key, of]) => [key, sample(of, right, key)]));
  if (schema.items) return [sample(schema.items, right)];
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 5;
  return schema.type === 'boolean' ? false : 'Some words';
}

function stringsOf(schema: Schema): readonly (readonly string[])[] {
  if (schema.anyOf) return schema.anyOf.flatMap(stringsOf).slice(0, 1);
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([key, of]) => stringsOf(of).map((rest) => [key, ...rest]));
  if (schema.items) return stringsOf(schema.items).map((rest) => ['0', ...rest]);
  return schema.type === 'string' || schema.const !== undefined || schema.enum ? [[]] : [];
}

function replaced(value: unknown, keys: readonly string[], by: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return by;
  if (Array.isArray(value)) return [replaced(value[0], rest, by)];
  const fields = value as Record<string, unknown>;
  return { ...fields, [key]: replaced(fields[key], rest, by) };
}
