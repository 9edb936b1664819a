import { subtle, timingSafeEqual } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly path: string;
}

/** PEM. */
interface Pair {
  readonly cert: string;
  readonly key: string;
}

/** A ticket system's end on loopback: real HTTP, or HTTPS with a pair. Answers 204 unless told otherwise. */
export class WebhookReceiver {
  readonly received: Received[] = [];
  #answer: (response: ServerResponse) => void = (response) => response.writeHead(204).end();
  readonly #server: Server;

  private constructor(tls: Pair | undefined) {
    const receive = (request: IncomingMessage, response: ServerResponse) => {
      let body = '';
      request.setEncoding('utf8');
      request.on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        this.received.push({ headers: request.headers, body, path: request.url ?? '' });
        this.#answer(response);
      });
    };
    this.#server = tls ? createTlsServer(tls, receive) : createServer(receive);
  }

  static async open(tls?: Pair): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver(tls);
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  answers(answer: (response: ServerResponse) => void): void {
    this.#answer = answer;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Standard Webhooks 1.0, "Verifying", written from the specification; the sender's code has no part in it. */
export async function isSignedWith(secret: string, { headers, body }: Received, nowMs: number): Promise<boolean> {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    String(headers[name]),
  );
  if (!secret.startsWith('whsec_') || Math.abs(nowMs / 1_000 - Number(timestamp)) > 300) return false;
  const raw = Buffer.from(secret.slice(6), 'base64');
  const key = await subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const expected = Buffer.from(await subtle.sign('HMAC', key, Buffer.from(`${id}.${timestamp}.${body}`)));
  return (signatures ?? '').split(' ').some((each) => {
    const [version, value] = each.split(',');
    const given = Buffer.from(value ?? '', 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}
