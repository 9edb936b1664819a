import type { FrameBody } from '../../domain/frames.ts';

const marked = ['NaN', 'Infinity', '-Infinity', '-0'];

/** JSON, but for the numbers that JSON has no form for: `{"number":"NaN"}`, Infinity, -Infinity, -0. */
export function encodeBody(body: FrameBody): string {
  return JSON.stringify(body, (_key, value: unknown) => {
    if (typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0))) return value;
    return { number: Object.is(value, -0) ? '-0' : String(value) };
  });
}

export function decodeBody(text: string): FrameBody {
  if (!text.includes('{"number":')) return JSON.parse(text) as FrameBody;
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('number' in value)) return value;
    return marked.includes(String(value.number)) ? Number(value.number) : value;
  }) as FrameBody;
}
