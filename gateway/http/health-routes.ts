import type { FastifyInstance } from 'fastify';
import type { Meters } from './meters.ts';

/** Something that has to work for the gateway to be ready; `failing` says in words what does not. */
export interface Part {
  readonly name: string;
  /** What of it may fail by itself; `failing` names those that do, with commas. */
  readonly pieces?: readonly string[];
  check(): { readonly ok: true } | { readonly ok: false; readonly failing: string };
}

export function healthRoutes(
  server: FastifyInstance,
  options: { readonly parts: readonly Part[]; readonly meters: Meters },
): void {
  const { registry, partReady } = options.meters;
  server.get('/livez', { schema: { tags: ['operations'] } }, async () => ({ status: 'alive' }));
  server.get('/readyz', { schema: { tags: ['operations'] } }, async (_request, reply) => {
    const parts = options.parts.map(({ name, check }) => ({ name, ...check() }));
    const failing = parts.filter((part) => !part.ok);
    return reply
      .code(failing.length === 0 ? 200 : 503)
      .send({ status: failing.length === 0 ? 'ready' : 'not ready', parts });
  });
  server.get('/metrics', { schema: { tags: ['operations'] } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await scrape()),
  );

  async function scrape(): Promise<string> {
    for (const { name, pieces = [], check } of options.parts) {
      const state = check();
      const failing = state.ok ? [] : state.failing.split(', ');
      partReady.set({ part: name }, state.ok ? 1 : 0);
      for (const part of pieces) partReady.set({ part }, failing.includes(part) ? 0 : 1);
    }
    return registry.metrics();
  }
}
