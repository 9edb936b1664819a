import { WebSocket } from 'ws';

/** Knocks at the live socket and leaves: the HTTP status with which it was refused, or 101. */
export function knock(httpUrl: string, ticket: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve) => {
    const query = new URLSearchParams({ ticket });
    const socket = new WebSocket(`${httpUrl.replace('http', 'ws')}/api/v1/live?${query}`, { headers: { ...headers } });
    socket.on('unexpected-response', (request, response) => {
      resolve(response.statusCode ?? 0);
      request.destroy();
    });
    socket.on('open', () => {
      resolve(101);
      socket.terminate();
    });
    socket.on('error', () => undefined);
  });
}
