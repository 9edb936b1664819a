import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import staticFiles from '@fastify/static';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import websocket from '@fastify/websocket';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, LogController } from 'fastify';
import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer as createHttpsServer, Server as HttpsServer } from 'node:https';
import { join } from 'node:path';
import type { BrokerAddress } from '../../proto/api/devices.ts';
import type { SecureContextOptions } from 'node:tls';
import type { App } from '../app/app.ts';
import { isRefusalCode } from '../domain/refusals.ts';
import { caseRoutes } from './case-routes.ts';
import { fleetRoutes } from './fleet-routes.ts';
import { findingRoutes } from './finding-routes.ts';
import { deviceRoutes } from './device-routes.ts';
import { historyRoutes } from './history-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { healthRoutes, type Part } from './health-routes.ts';
import type { Meters } from './meters.ts';
import { comesFromElsewhere, ownOrigins } from './origins.ts';
import { ownerRoutes } from './owner-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { guardRoutes } from './route-kit.ts';
import { sessionRoutes } from './session-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';
import { sendRefusal } from './problem.ts';
import { referenceRoutes } from './reference-routes.ts';
import { answerBrokenRequest, docsPolicy, securityHeaders } from './security-headers.ts';
import { signedInAs } from './signed-in.ts';

const largestBody = 64 * 1024;
const requestTimeout = 15_000;
const keepAliveTimeout = 72_000;

export interface HttpOptions {
  readonly app: App;
  readonly logger: FastifyBaseLogger;
  readonly meters: Meters;
  /** So many addresses are taken from the right of X-Forwarded-For; those further left are the caller's own word. */
  readonly trustedProxies: number;
  /** Parts that /readyz asks. */
  readonly parts: readonly Part[];
  /** build/console: the pages. */
  readonly pagesFolder: string;
  /** Where devices connect, for people who set one up. */
  brokerAddresses(): BrokerAddress[];
  /** Given: HTTPS and nothing else. */
  readonly tls?: SecureContextOptions | undefined;
  /** Adds the live routes beneath /api/v1. */
  live(server: FastifyInstance, door: LiveDoorOf): void;
}

/** What live routes get from here; its shape is the live rim's LiveDoor. */
export interface LiveDoorOf {
  readonly signedIn: (request: Parameters<typeof signedInAs>[1]) => ReturnType<typeof signedInAs>;
  readonly refuse: typeof sendRefusal;
  readonly isOwnOrigin: (origin: string | undefined) => boolean;
}

export async function createHttpServer(options: HttpOptions) {
  const { app, logger, meters } = options;
  const isOwnOrigin = ownOrigins(app.publicUrl);
  const headers = securityHeaders(app.publicUrl);
  const server = Fastify({
    ...(options.tls ? { serverFactory: httpsServer(options.tls) } : {}),
    loggerInstance: logger,
    // Its lines would hold paths, and paths hold links.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: largestBody,
    trustProxy: (_address, hop) => hop < options.trustedProxies,
    requestTimeout,
    keepAliveTimeout,
    routerOptions: { maxParamLength: 200 },
    genReqId: () => app.random.id(),
    clientErrorHandler: answerBrokenRequest(headers),
    // Paths that no route can be asked for; hooks do not run for them.
    frameworkErrors: (_error, request, reply) => {
      void reply.headers(headers);
      void sendRefusal(request, reply, 'malformed');
    },
  })
    .withTypeProvider<TypeBoxTypeProvider>()
    .setValidatorCompiler(TypeBoxValidatorCompiler);

  server.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers);
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    if (changes && comesFromElsewhere(request.headers, isOwnOrigin)) {
      return sendRefusal(request, reply, 'foreign_origin');
    }
    return undefined;
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const ms = Math.round(reply.elapsedTime);
    // The pattern, never the path: links and tickets are secrets.
    request.log.debug({ method: request.method, route, status: reply.statusCode, ms }, 'http');
  });
  server.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode >= 400 && typeof payload === 'string') {
      const code = /"code":"([a-z_]+)"/.exec(payload)?.[1];
      if (code !== undefined && isRefusalCode(code)) {
        meters.httpRefusals.inc({ code });
        request.log.info({ code, method: request.method, route: request.routeOptions.url ?? 'unknown' }, 'refused');
      }
    }
    return payload;
  });
  server.setErrorHandler(
    (error: Error & { validation?: unknown; statusCode?: number; code?: string }, request, reply) => {
      if (error.statusCode === 429) return sendRefusal(request, reply, 'too_many_tries');
      if (error.code === 'store_unavailable') return sendRefusal(request, reply, 'store_unavailable');
      if (error.validation || (error.statusCode !== undefined && error.statusCode < 500)) {
        return sendRefusal(request, reply, 'malformed', { detail: error.message });
      }
      request.log.error({ err: { type: error.name, message: error.message, stack: error.stack } }, 'unexpected');
      return sendRefusal(request, reply, 'unexpected');
    },
  );
  server.setNotFoundHandler((request, reply) => {
    // A person who mistyped an address is told on a page; whatever asks the API or for a file is answered in its own kind.
    const isPage = request.method === 'GET' && !/^\/(api|assets|docs)(\/|$)/.test(request.url);
    if (!isPage || !(request.headers.accept ?? '').includes('text/html'))
      return sendRefusal(request, reply, 'not_found');
    return reply
      .code(404)
      .header('cache-control', 'no-store')
      .sendFile('index.html', join(options.pagesFolder, 'agent'), { cacheControl: false });
  });

  // What a form of any page may send without being asked is no JSON.
  server.removeContentTypeParser('text/plain');
  await server.register(cookie);
  await server.register(rateLimit, { global: false });
  await server.register(websocket, { options: { maxPayload: 1_024 } });
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Remote device diagnostics gateway',
        version: '1',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
    },
  });
  await server.register(swaggerUi, { routePrefix: '/docs', staticCSP: docsPolicy, uiConfig: { validatorUrl: null } });
  await server.register(
    async (api) => {
      const typed = api.withTypeProvider<TypeBoxTypeProvider>();
      guardRoutes(typed, app);
      peopleRoutes(typed, app);
      sessionRoutes(typed, app);
      webhookRoutes(typed, app);
      deviceRoutes(typed, app);
      linkRoutes(typed, app);
      caseRoutes(typed, app);
      findingRoutes(typed, app);
      historyRoutes(typed, app);
      referenceRoutes(typed, app, options);
      ownerRoutes(typed, app);
      fleetRoutes(typed, app);
      options.live(api, { signedIn: (request) => signedInAs(app, request), refuse: sendRefusal, isOwnOrigin });
    },
    { prefix: '/api/v1' },
  );
  healthRoutes(server, { parts: options.parts, meters });
  await servePages(server, options.pagesFolder);
  return server;
}

/** Node's own choice of ciphers; the oldest version comes with the pair. */
function httpsServer(tls: SecureContextOptions) {
  return (handler: RequestListener) =>
    createHttpsServer(
      { ...tls, ALPNProtocols: ['http/1.1'], handshakeTimeout: 5_000, requestTimeout, keepAliveTimeout },
      handler,
    );
}

/** Another certificate and key for new connections; those that stand keep theirs. */
export function useTls(server: { readonly server: unknown }, pair: SecureContextOptions): void {
  if (server.server instanceof HttpsServer) server.server.setSecureContext(pair);
}

/** Addresses that the agent's console itself knows; see console/agent/app.tsx. */
const agentPages = [
  '/',
  '/sign-in',
  '/join/:token',
  '/cases',
  '/cases/:id',
  '/open',
  '/devices',
  '/devices/:id',
  '/links',
  '/links/:id',
  '/people',
  '/brands',
  '/models',
  '/account',
];

/** The two pages. A GET of them looks nothing up, so a preview bot that opens a link uses nothing. */
async function servePages(server: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder))
    throw new Error(`The console is not built: there is no ${folder}. Run: node --import tsx console/build.ts`);
  await server.register(staticFiles, { root: folder, serve: false });
  const noStore = { cacheControl: false };
  const page = (name: 'agent' | 'owner') => (_request: unknown, reply: FastifyReply) =>
    reply.header('cache-control', 'no-store').sendFile('index.html', join(folder, name), noStore);
  for (const path of agentPages) {
    server.get(path, { schema: { hide: true } }, page('agent'));
  }
  for (const path of ['/c/:token', '/a']) server.get(path, { schema: { hide: true } }, page('owner'));
  server.get<{ Params: { '*': string } }>('/assets/*', { schema: { hide: true } }, (request, reply) =>
    reply.sendFile(request.params['*'], folder, { maxAge: '1y', immutable: true }),
  );
}
