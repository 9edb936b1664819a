import { limits } from './limits.ts';

/** A PUBLISH of a dialect's link, read at most once however many readers its topic has. */
export class Message {
  readonly topic: string;
  readonly levels: readonly string[];
  readonly payload: Uint8Array;
  readonly receivedAt: number;
  /** The memory of a broker behind the link: history, not life. */
  readonly historical: boolean;
  #json: { readonly value: unknown } | undefined;

  constructor(from: {
    readonly topic: string;
    readonly payload: Uint8Array;
    readonly receivedAt: number;
    readonly historical: boolean;
  }) {
    this.topic = from.topic;
    this.levels = from.topic.split('/');
    this.payload = from.payload;
    this.receivedAt = from.receivedAt;
    this.historical = from.historical;
  }

  get last(): string {
    return this.levels.at(-1) ?? '';
  }

  /** undefined: too long, not UTF-8, or with control characters, which no word, number or message has. */
  text(mostBytes: number): string | undefined {
    if (this.payload.length > mostBytes) return undefined;
    const text = decode(this.payload);
    return text === undefined || /\p{Cc}/u.test(text) ? undefined : text;
  }

  /** undefined: too large or no JSON. */
  json(mostBytes: number): unknown {
    if (this.payload.length > mostBytes) return undefined;
    this.#json ??= { value: parse(decode(this.payload)) };
    return this.#json.value;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function parse(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A JSON object whose fields are only looked up as its own. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function own(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** What a device calls something: plain text as it came (markup too), trimmed; undefined: empty, too long or with control characters. */
export function plainText(value: unknown, mostCharacters: number = limits.nameCharacters): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const trimmed = text.trim();
  return trimmed === '' || trimmed.length > mostCharacters || /\p{Cc}/u.test(trimmed) ? undefined : trimmed;
}

/** A topic that may be read: no wildcards, no control characters. */
export function topicName(value: unknown): string | undefined {
  const topic = plainText(value, limits.topicCharacters);
  return topic === undefined || /[+#]/.test(topic) ? undefined : topic;
}
