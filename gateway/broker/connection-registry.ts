import type { DeviceId } from '../domain/ids.ts';
import type { Clock, Connection, Connections } from '../ports.ts';

interface Entry {
  connected: boolean;
  alive: boolean;
  since: number;
  heardAt: number | null;
  heardMs: number | null;
  connectedMs: number;
}

export const neverSeen: Connection = { online: false, since: null, heardAt: null, heardMs: null, connectedMs: null };

/** Who is connected, in memory: one entry for each registered device that was seen since the start. */
export class ConnectionRegistry implements Connections {
  readonly #clock: Clock;
  readonly #entries = new Map<DeviceId, Entry>();
  readonly #listeners = new Set<(deviceId: DeviceId) => void>();

  constructor(options: { readonly clock: Clock }) {
    this.#clock = options.clock;
  }

  of(deviceId: DeviceId): Connection {
    const entry = this.#entries.get(deviceId);
    if (entry === undefined) return neverSeen;
    const { connected, alive, since, heardAt, heardMs, connectedMs } = entry;
    return { online: connected && alive, since, heardAt, heardMs, connectedMs };
  }

  connected(deviceId: DeviceId): void {
    const entry = this.#entries.get(deviceId) ?? {
      connected: false,
      alive: true,
      since: 0,
      heardAt: null,
      heardMs: null,
      connectedMs: 0,
    };
    this.#entries.set(deviceId, entry);
    entry.connectedMs = this.#clock.monotonicMs();
    this.heard(deviceId);
    // Also when it takes over its own connection: what was known of it is of the one before.
    if (entry.connected && entry.alive) this.#tell(deviceId);
    else this.#change(deviceId, entry, { connected: true, alive: true });
  }

  disconnected(deviceId: DeviceId): void {
    const entry = this.#entries.get(deviceId);
    if (entry !== undefined) this.#change(deviceId, entry, { connected: false, alive: entry.alive });
  }

  /** What a dialect's own sign of life says (`$state`); it holds until the next connection, which begins as alive. */
  setLiveness(deviceId: DeviceId, alive: boolean): void {
    const entry = this.#entries.get(deviceId);
    if (entry === undefined) return;
    if (!alive) entry.connectedMs = this.#clock.monotonicMs();
    this.#change(deviceId, entry, { connected: entry.connected, alive });
  }

  /** Something came from it now. */
  heard(deviceId: DeviceId): void {
    const entry = this.#entries.get(deviceId);
    if (entry === undefined) return;
    entry.heardAt = this.#clock.now();
    entry.heardMs = this.#clock.monotonicMs();
  }

  /** Called when a device comes online, begins another connection, or goes offline; the answer ends it. */
  onChange(listener: (deviceId: DeviceId) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #change(deviceId: DeviceId, entry: Entry, next: { readonly connected: boolean; readonly alive: boolean }): void {
    const wasOnline = entry.connected && entry.alive;
    entry.connected = next.connected;
    entry.alive = next.alive;
    if (wasOnline === (next.connected && next.alive)) return;
    entry.since = this.#clock.now();
    this.#tell(deviceId);
  }

  #tell(deviceId: DeviceId): void {
    for (const listener of this.#listeners) listener(deviceId);
  }
}
