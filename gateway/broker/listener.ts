import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type SecureContextOptions, type Server as TlsServer } from 'node:tls';

export interface ListenerOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Sockets at once. */
  readonly connections: number;
  /** Given: TLS, whose handshake may take `handshakeMs`. */
  readonly tls?: SecureContextOptions;
  readonly handshakeMs: number;
  /** A connection on which MQTT may begin. */
  readonly accept: (socket: Socket) => void;
  /** A handshake failed; in words without anything that the peer sent. */
  readonly handshakeFailed: (detail: string) => void;
  /** An accept failed (no file descriptors left): it ends neither the server nor the program. */
  readonly acceptFailed: (detail: string) => void;
}

/** One listening address, plain or with TLS. */
export class Listener {
  readonly #options: ListenerOptions;
  readonly #server: Server;
  readonly #tls: TlsServer | undefined;
  /** Sockets that have not finished their handshake, by their far end. */
  readonly #shaking = new Map<string, Socket>();

  constructor(options: ListenerOptions) {
    this.#options = options;
    const socketOptions = { noDelay: true, keepAlive: true, keepAliveInitialDelay: 30_000 };
    if (options.tls) {
      this.#tls = createTlsServer({ ...options.tls, ...socketOptions, handshakeTimeout: options.handshakeMs });
      this.#server = this.#tls;
      this.#watchHandshakes(this.#tls);
    } else {
      this.#server = createServer(socketOptions, options.accept);
    }
    this.#server.maxConnections = options.connections;
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  /** Rejects with the error of `listen` (EADDRINUSE, EACCES). */
  async open(): Promise<void> {
    const { host, port } = this.#options;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      // As many may knock at once as may be within, as far as the system lets them (net.core.somaxconn): with Node's 511, most of a
      // herd's first packets are dropped, and who is dropped six times over comes back after minutes.
      this.#server.listen({ host, port, backlog: this.#options.connections }, () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    this.#server.on('error', (error) => this.#options.acceptFailed(error.message));
  }

  /** For new connections; those that stand keep what they have. */
  useTls(pair: SecureContextOptions): void {
    this.#tls?.setSecureContext(pair);
  }

  /** Accepts nothing more, gives up unfinished handshakes; resolves when the last connection has ended. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#shaking.values()) socket.destroy();
    await closed;
  }

  #watchHandshakes(server: TlsServer): void {
    server.on('connection', (socket: Socket) => {
      const end = farEnd(socket);
      this.#shaking.set(end, socket);
      socket.once('close', () => this.#shaking.delete(end));
    });
    server.on('secureConnection', (socket) => {
      this.#shaking.delete(farEnd(socket));
      this.#options.accept(socket);
    });
    server.on('tlsClientError', (error: NodeJS.ErrnoException, socket) => {
      socket.destroy();
      // Whoever only knocked, as a load balancer does, has failed at nothing.
      if (error.code !== 'ECONNRESET') this.#options.handshakeFailed(error.code ?? 'TLS handshake failed');
    });
  }
}

function farEnd({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}
