import { describe, expect, it } from 'vitest';
import { openByDigits, ownerApi } from './owner-api.ts';

function reach(respond: (url: string, init: RequestInit) => Promise<Response>, timeoutMs = 1_000) {
  const sent: { url: string; init: RequestInit }[] = [];
  const fetch = (async (url: string, init: RequestInit) => {
    sent.push({ url, init });
    return respond(url, init);
  }) as typeof globalThis.fetch;
  return { sent, parts: { fetch, language: () => 'zh-CN' as const, timeoutMs } };
}
const json = (body: unknown, status = 200, type = 'application/json; charset=utf-8') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
const problem = (status: number) => json({ code: 'x', title: '不行' }, status, 'application/problem+json');

describe('ownerApi', () => {
  it("sends the link's token, the language, and no cookies", async () => {
    const { sent, parts } = reach(async () => json({ state: 'asked' }));
    expect(await ownerApi(parts, 'tok').allow()).toEqual({ kind: 'ok', body: { state: 'asked' } });
    const { url, init } = sent[0] ?? expect.fail('nothing was sent');
    expect(url).toBe('/api/v1/owner/allow');
    expect(init).toMatchObject({ method: 'POST', credentials: 'omit', body: '{"language":"zh-CN"}' });
    expect(init.headers).toMatchObject({ authorization: 'Bearer tok', 'accept-language': 'zh-CN' });
  });
  it('takes an answer without content', async () => {
    const { parts } = reach(async () => new Response(null, { status: 204 }));
    expect(await ownerApi(parts, 'tok').stop()).toEqual({ kind: 'ok', body: null });
  });
  it("hands on the gateway's refusal with its reason", async () => {
    const { parts } = reach(async () => problem(409));
    expect(await ownerApi(parts, 'tok').refuse()).toEqual({ kind: 'refused', status: 409, code: 'x', title: '不行' });
  });
  it.each([
    [
      "a proxy's 404 page",
      async () => new Response('<h1>404</h1>', { status: 404, headers: { 'content-type': 'text/html' } }),
    ],
    ["another server's JSON 404", async () => json({ message: 'no route' }, 404)],
    [
      "a hotel network's sign-in page",
      async () => new Response('<h1>Hi</h1>', { headers: { 'content-type': 'text/html' } }),
    ],
    ['JSON that was cut', async () => new Response('{"sta', { headers: { 'content-type': 'application/json' } })],
    ['a fault of the server', async () => problem(503)],
    ['no network', async () => Promise.reject(new TypeError('failed'))],
  ])('does not read %s as an answer of the gateway', async (_name, respond) => {
    const { parts } = reach(respond);
    expect(await ownerApi(parts, 'tok').request()).toEqual({ kind: 'unreachable' });
  });
  it('gives up waiting after the time-out', async () => {
    const { parts } = reach(
      (_url, init) =>
        new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new Error('aborted')))),
      20,
    );
    expect(await ownerApi(parts, 'tok').request()).toEqual({ kind: 'unreachable' });
  });
});

describe('openByDigits', () => {
  it('sends the digits without a token, and tells too many tries apart', async () => {
    const { sent, parts } = reach(async () => problem(429));
    expect(await openByDigits(parts, '123456')).toMatchObject({ kind: 'refused', status: 429 });
    expect(sent[0]?.init.headers).not.toHaveProperty('authorization');
    expect(sent[0]?.init.body).toBe('{"digits":"123456"}');
  });
});
