import cookie from '@fastify/cookie';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { AppKit } from '../../test/support/app-kit.ts';
import { accessOf } from './route-access.ts';
import { asPerson, guardRoutes, type Server } from './route-kit.ts';

async function serverWith(routes: (server: Server) => void) {
  const { app } = await AppKit.create();
  const server = Fastify();
  await server.register(cookie);
  await server.register(
    async (api) => {
      guardRoutes(api, app);
      routes(api);
    },
    { prefix: '/api/v1' },
  );
  return server;
}

it('a route that is not in the table stops the start', async () => {
  const forgotten = serverWith((server) => server.get('/secrets', async () => 'all of them'));
  await expect(forgotten).rejects.toThrow('The route GET /secrets has no entry in gateway/http/route-access.ts');
  await expect(serverWith((server) => server.put('/people', async () => ''))).rejects.toThrow('PUT /people');
  expect(() => accessOf('GET', '/api/v1/__proto__')).toThrow('no entry');
  expect(() => accessOf('GET', 'constructor')).toThrow('no entry');
});

it('a route that forgets to ask who it is lets nobody in who is not in the table', async () => {
  const server = await serverWith((api) => api.get('/people', async () => 'everybody'));
  for (const method of ['GET', 'HEAD'] as const) {
    const { statusCode, body } = await server.inject({ method, url: '/api/v1/people' });
    expect(statusCode).toBe(401);
    expect(body).not.toContain('everybody');
  }
});

it('a route that asks for a person where the table has let anyone in gets none', async () => {
  const server = await serverWith((api) =>
    api.get('/owner/request', (request, reply) => asPerson(request, reply, async () => 'somebody')),
  );
  expect((await server.inject({ url: '/api/v1/owner/request' })).statusCode).toBe(401);
});
