import type { WebSocket } from '@fastify/websocket';
import type { Clock } from '../ports/host.ts';

const everyMs = 15_000;

/**
 * A console whose machine was shut or whose network is gone leaves a socket that looks open for a quarter of an hour, and a
 * device that goes on at its live rate for nobody. Browsers answer a ping by themselves (RFC 6455, 5.5.3): who leaves one
 * unanswered until the next is cut off.
 */
export function watchPulse(socket: WebSocket, options: { readonly clock: Clock; readonly silent: () => void }): void {
  let answered = true;
  let cancel = next();
  socket.on('pong', () => (answered = true));
  socket.once('close', () => cancel());

  function next(): () => void {
    return options.clock.after(everyMs, () => {
      if (!answered) {
        options.silent();
        socket.terminate();
        return;
      }
      answered = false;
      socket.ping();
      cancel = next();
    });
  }
}
