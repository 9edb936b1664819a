/**
 * Stock aedes: everybody may do everything, nothing is kept. What a device publishes also goes to whoever watches that device
 * over a WebSocket (`/{deviceId}`), as it came.
 */
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { Aedes } from 'aedes';
import { type WebSocket, WebSocketServer } from 'ws';
import { answerCollect } from './collect.ts';
import { listen } from './listen.ts';

const watching = new Map<string, Set<WebSocket>>();
const http = createHttpServer();
new WebSocketServer({ server: http }).on('connection', (socket, request) => {
  const deviceId = (request.url ?? '').slice(1);
  const watchers = watching.get(deviceId) ?? new Set();
  watching.set(deviceId, watchers.add(socket));
  socket.on('close', () => watchers.delete(socket));
});
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));

const aedes = new Aedes();
await aedes.listen();
aedes.on('publish', ({ topic, payload }, client) => {
  if (!client || watching.size === 0) return;
  const [, , deviceId, , lane] = topic.split('/');
  if (lane === 'telemetry') for (const socket of watching.get(deviceId ?? '') ?? []) socket.send(payload);
});
answerCollect();
await listen(createServer({ noDelay: true }, aedes.handle), { wsPort: (http.address() as AddressInfo).port });
