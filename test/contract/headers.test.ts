import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestCa } from '../support/certificates.ts';
import { freePort } from '../support/free-port.ts';
import { startTestGateway, type TestGateway } from '../support/gateway-kit.ts';
import { HttpsClient } from '../support/https.ts';
import { findOpenssl } from '../support/programs.ts';

/** OWASP ASVS 5.0, 3.4.1 to 3.4.8 without 3.4.7 (reports need a place to go), and 14.3.2 for what may be kept. */
const onEveryAnswer = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

/** [what, method, path, status, may be kept, body] */
const answers = [
  ['a page', 'GET', '/', 200, 'never'],
  ['a page behind a link', 'GET', '/c/some-token', 200, 'never'],
  ['the owner’s page', 'GET', '/a', 200, 'never'],
  ['an asset', 'GET', '/assets/agent/app-1.js', 200, 'a year'],
  ['a missing asset', 'GET', '/assets/agent/app-2.js', 404, 'never'],
  ['a path out of the assets', 'GET', '/assets/..%2f..%2fetc/passwd', 400, 'never'],
  ['the API, not signed in', 'GET', '/api/v1/brands', 401, 'never'],
  ['the API, malformed', 'POST', '/api/v1/session', 400, 'never', { name: 1 }],
  ['the API, unknown', 'GET', '/api/v1/nothing', 404, 'never'],
  ['the API, another method', 'DELETE', '/api/v1/brands', 404, 'never'],
  ['the API, too large', 'POST', '/api/v1/session', 400, 'never', { name: 'x'.repeat(70_000) }],
  ['a preflight', 'OPTIONS', '/api/v1/brands', 404, 'never'],
  ['the documentation', 'GET', '/docs', 200, 'for a while'],
  ['the documentation’s script', 'GET', '/docs/static/swagger-ui-bundle.js', 200, 'for a while'],
  ['the API description', 'GET', '/docs/json', 200, 'never'],
  ['health', 'GET', '/readyz', 200, 'never'],
  ['metrics', 'GET', '/metrics', 200, 'never'],
  ['nothing', 'GET', '/nothing', 404, 'never'],
  ['a path that is no path', 'GET', '/%zz', 400, 'never'],
  ['a path that is too long', 'GET', `/c/${'x'.repeat(300)}`, 400, 'never'],
] as const;

describe.skipIf(findOpenssl() === undefined)('every answer over HTTPS', () => {
  let folder: string;
  let ca: string;
  let kit: TestGateway;
  let https: HttpsClient;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'diag-headers-'));
    const authority = new TestCa(folder);
    const files = authority.issue('server');
    ca = authority.certificate;
    kit = await startTestGateway({
      environment: {
        DIAG_TLS_CERT_FILE: files.certFile,
        DIAG_TLS_KEY_FILE: files.keyFile,
        DIAG_MQTTS_PORT: String(await freePort()),
      },
    });
    writeFileSync(join(kit.folder, 'pages', 'agent', 'app-1.js'), 'export {};\n');
    https = new HttpsClient(kit.gateway.httpUrl, ca);
  });
  afterAll(async () => {
    https.close();
    await kit.close();
    rmSync(folder, { recursive: true });
  });

  it.each(answers)('%s is as ASVS 3.4 has it', async (_what, method, path, status, kept, body?: unknown) => {
    const answer = await https.ask(path, { method, body });
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(onEveryAnswer);
    expectStrict(answer.headers['content-security-policy']);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    const cacheControl = answer.headers['cache-control'];
    if (kept === 'never') expect(cacheControl).toBe('no-store');
    if (kept === 'a year') expect(cacheControl).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    ['has a broken header', 'GET / HTTP/1.1\r\nno header\r\n\r\n', 400],
    ['has 20 kB of headers', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('what %s is answered as ASVS 3.4 has it', async (_what, bytes, status) => {
    const text = await rawAnswer({ port: kit.settings.httpPort, ca, bytes });
    const [first, ...lines] = text.split('\r\n');
    expect(first).toContain(`HTTP/1.1 ${status} `);
    const headers = Object.fromEntries(lines.filter((line) => line !== '').map((line) => line.split(': ', 2)));
    expect(headers).toMatchObject(onEveryAnswer);
    expectStrict(headers['content-security-policy']);
  });
});

describe('every answer over plain HTTP', () => {
  let kit: TestGateway;
  beforeAll(async () => {
    kit = await startTestGateway();
  });
  afterAll(async () => kit.close());

  it.each(['/', '/api/v1/brands', '/nothing', '/%zz'])('%s is the same without HSTS (RFC 6797, 7.2)', async (path) => {
    const { headers } = await fetch(`${kit.gateway.httpUrl}${path}`);
    const { 'strict-transport-security': _never, ...others } = onEveryAnswer;
    expect(Object.fromEntries(headers)).toMatchObject(others);
    expect(headers.get('strict-transport-security')).toBeNull();
    expectStrict(headers.get('content-security-policy'));
  });
});

/** Nothing inline, nothing evaluated, nothing from elsewhere, not framed, no plug-in, no other base, no foreign form. */
function expectStrict(policy: unknown): void {
  const directives = new Map(
    String(policy)
      .split(';')
      .map((directive) => directive.trim().split(' '))
      .map(([name = '', ...sources]) => [name, sources]),
  );
  for (const [name, wanted] of [
    ['default-src', "'self'"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['frame-ancestors', "'none'"],
    ['form-action', "'self'"],
  ] as const) {
    expect(directives.get(name), name).toEqual([wanted]);
  }
  expect(String(policy)).not.toMatch(/unsafe-|\*|https?:/);
}

function rawAnswer(options: { readonly port: number; readonly ca: string; readonly bytes: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: options.port, ca: options.ca }, () =>
      socket.write(options.bytes),
    );
    let text = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
    socket.once('close', () => resolve(text));
    socket.once('error', reject);
  });
}
