import type { FastifyReply } from 'fastify';

/** OWASP ASVS 5, 3.4. Old Safari does not count WebSocket as 'self', so it is named. */
export function securityHeaders(publicUrl: string, reply: FastifyReply): void {
  const socket = publicUrl.replace(/^http/, 'ws');
  reply.headers({
    'content-security-policy':
      `default-src 'self'; connect-src 'self' ${socket}; img-src 'self' data:; style-src 'self'; object-src 'none'; ` +
      `base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  });
  if (publicUrl.startsWith('https:')) reply.header('strict-transport-security', 'max-age=31536000');
}
