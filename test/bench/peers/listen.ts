import type { AddressInfo, Server } from 'node:net';

/** What a peer says first. */
export interface PeerReady {
  readonly port: number;
  readonly wsPort?: number;
}

/** On any free port of loopback, told to the bench. */
export async function listen(server: Server, more: Omit<PeerReady, 'port'> = {}): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.on('disconnect', () => process.exit(0));
  process.send?.({ port: (server.address() as AddressInfo).port, ...more } satisfies PeerReady);
}
