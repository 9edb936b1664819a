import websocket from '@fastify/websocket';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { AppKit } from '../../test/support/app-kit.ts';
import { diag } from '../../proto/generated/codec.js';
import type { GrantRecord } from '../domain/cases/records.ts';
import { LiveHub } from './hub.ts';
import { liveRoutes } from './routes.ts';
import { Tickets } from './tickets.ts';

const sessionHash = 'session(token)';
let kit: AppKit;
let hub: LiveHub;
let grant: GrantRecord;
let server: ReturnType<typeof Fastify>;
let tickets: Tickets;

beforeEach(async () => {
  kit = await AppKit.create((app) => new LiveHub(() => app));
  hub = kit.app.audience as LiveHub;
  ({ grant } = await kit.grant());
  tickets = new Tickets(kit.clock, kit.app.random);
  server = Fastify();
  await server.register(websocket);
  await server.register(async (api: FastifyInstance) =>
    liveRoutes(api, {
      app: kit.app,
      hub,
      tickets,
      door: {
        signedIn: async () => ({ person: kit.agent, sessionHash }),
        refuse: (_request, reply, code) => reply.code(403).send({ code }),
        isOwnOrigin: () => true,
      },
    }),
  );
  await server.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => server.close());

const signIn = (expiresInMs: number) =>
  kit.store.save([
    {
      put: 'session',
      record: {
        id: 's-1',
        beganAt: 0,
        tokenHash: sessionHash,
        personId: kit.agent.id,
        expiresAt: kit.clock.now() + expiresInMs,
      },
    },
  ]);

/** A console's socket; `closed` resolves with the code and reason of its end. */
function open() {
  const [address] = server.addresses();
  const ticket = tickets.mint({ viewId: grant.viewId, sessionHash });
  const socket = new WebSocket(`ws://127.0.0.1:${address?.port}/live?ticket=${ticket}`);
  const frames: diag.SessionFrame[] = [];
  let begun: () => void;
  const first = new Promise<void>((resolve) => (begun = resolve));
  socket.on('message', (data) => {
    frames.push(diag.SessionFrame.decode(data as Buffer));
    begun();
  });
  const closed = new Promise<string>((resolve, reject) => {
    socket.on('close', (_code, reason) => resolve(reason.toString()));
    socket.on('error', reject);
  });
  return { frames, first, closed };
}

it('a session that signs out while its socket opens does not watch', async () => {
  await signIn(3_600_000);
  const read = kit.store.session.bind(kit.store);
  let reads = 0;
  // The whole sign-out happens between the check before the upgrade and the join after it.
  kit.store.session = async (tokenHash) => {
    const session = await read(tokenHash);
    reads += 1;
    if (reads === 1) {
      await kit.store.save([{ drop: 'session', tokenHash }]);
      hub.sessionEnded(tokenHash);
    }
    return session;
  };
  const { closed, frames } = open();
  expect(await closed).toBe('signedOut');
  expect(frames.at(-1)?.ended?.reason).toBe('signedOut');
  expect(hub.viewers()).toBe(0);
});

it('a session of which nobody can say whether it lasts does not watch, and may come again', async () => {
  await signIn(3_600_000);
  const read = kit.store.session.bind(kit.store);
  let reads = 0;
  kit.store.session = async (tokenHash) => {
    reads += 1;
    if (reads > 1) throw new Error('no store');
    return read(tokenHash);
  };
  expect(await open().closed).toBe('store_unavailable');
  expect(kit.told.notes).toContain('store_unavailable');
});

it('a session that runs out takes its socket with it', async () => {
  await signIn(1_500);
  const { first, closed, frames } = open();
  await first;
  kit.clock.advance(1_000);
  expect(hub.viewers()).toBe(1);
  kit.clock.advance(1_000);
  expect(hub.viewers()).toBe(0);
  expect(await closed).toBe('signedOut');
  expect(frames.at(-1)?.ended?.reason).toBe('signedOut');
});
