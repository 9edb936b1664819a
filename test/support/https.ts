import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:https';
import type { TLSSocket } from 'node:tls';

export interface HttpsAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Common name of the certificate that the server showed on this connection. */
  readonly shownBy: string;
}

/** Asks over HTTPS, trusting `ca` alone: Node's `fetch` can be given no authority. */
export class HttpsClient {
  readonly #base: string;
  readonly #agent: Agent;

  /** `keepAlive`: all over one connection. */
  constructor(base: string, ca: string, keepAlive = false) {
    this.#base = base;
    this.#agent = new Agent({ ca, keepAlive, maxSockets: keepAlive ? 1 : 16, maxCachedSessions: 0 });
  }

  ask(
    path: string,
    more: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: unknown } = {},
  ): Promise<HttpsAnswer> {
    const { method = 'GET', headers = {}, body } = more;
    return new Promise((resolve, reject) => {
      const json = body === undefined ? {} : { 'content-type': 'application/json' };
      const asked = request(`${this.#base}${path}`, { method, agent: this.#agent, headers: { ...json, ...headers } });
      asked.once('error', reject);
      asked.once('response', (response) => {
        // A resumed session is shown no certificate: none is resumed.
        const shownBy = String((response.socket as TLSSocket).getPeerCertificate().subject.CN);
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text, shownBy }),
        );
      });
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
