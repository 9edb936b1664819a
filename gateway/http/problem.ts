import type { FastifyReply, FastifyRequest } from 'fastify';
import { type RefusalCode, type RefusalEntry, refusals } from '../domain/refusals.ts';

const statusOf: Readonly<Record<RefusalEntry['kind'], number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-many': 429,
  unavailable: 503,
  link: 403,
  discard: 400,
  operation: 403,
};

/** A refusal as RFC 9457 problem details, in the language that was asked for; `more`: further members (3.2). */
export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  code: RefusalCode,
  more: Readonly<Record<string, unknown>> = {},
) {
  const entry = refusals[code];
  const status = code === 'unexpected' ? 500 : statusOf[entry.kind];
  return reply
    .code(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `/docs#refusal-${code}`,
        title: entry[languageOf(request)],
        status,
        code,
        ...more,
      }),
    );
}

/** zh-CN where Chinese comes first in Accept-Language (RFC 9110, 12.5.4), else en. */
export function languageOf(request: FastifyRequest): 'en' | 'zh-CN' {
  const wanted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', weight] = range.trim().split(/;\s*q=/);
      return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag }) => tag.startsWith('zh') || tag.startsWith('en'))
    .sort((a, b) => b.weight - a.weight);
  return wanted[0]?.tag.startsWith('zh') ? 'zh-CN' : 'en';
}
