import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

/**
 * OWASP ASVS 5.0, chapter 3.4, for every answer whatever it is. Assets, whose names change with their content, allow
 * caching themselves; everything else may hold what a grant showed and stays nowhere (14.3.2).
 */
export function securityHeaders(publicUrl: string): Readonly<Record<string, string>> {
  // Old Safari does not count WebSocket as 'self', so it is named.
  const socket = publicUrl.replace(/^http/, 'ws');
  return {
    'content-security-policy':
      `default-src 'self'; connect-src 'self' ${socket}; img-src 'self' data:; style-src 'self'; object-src 'none'; ` +
      `base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'cache-control': 'no-store',
    // RFC 6797, 7.2: never over plain HTTP. A year, as ASVS 3.4.1 has it.
    ...(publicUrl.startsWith('https:')
      ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
      : undefined),
  };
}

/** The API's documentation: as our own pages, and the one style element that Swagger UI makes by script, by its hash. */
export const docsPolicy =
  `default-src 'self'; img-src 'self' data:; style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; ` +
  `object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/** Answers bytes that are not HTTP, which no hook gets to see; to what is not even TLS nothing can be said. */
export function answerBrokenRequest(headers: Readonly<Record<string, string>>) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (socket.writable && !error.code?.startsWith('ERR_SSL')) {
      const status = statusOfBroken[error.code ?? ''] ?? 400;
      const start = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n`;
      socket.write(`${start}${lines.join('')}content-length: 0\r\nconnection: close\r\n\r\n`);
    }
    socket.destroy();
  };
}

const statusOfBroken: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};
