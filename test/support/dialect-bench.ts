import { readFileSync } from 'node:fs';
import { shippedPacks } from './packs.ts';
import type { DataFrame, ErrorChange } from '../../gateway/domain/frames.ts';
import { asId, type BootId, type DeviceId, type LinkId } from '../../gateway/domain/ids.ts';
import type { RefusalCode } from '../../gateway/domain/refusals.ts';
import type { Decoded, DialectIdentity, LinkChild, PresenceChange, WireLink } from '../../gateway/ports/links.ts';
import { createDialectLinks } from '../../gateway/wire/links.ts';

/** A line of a recording, as device-sim plays it. */
export interface Row {
  readonly t_ms: number;
  readonly topic: string;
  readonly payload: string;
  readonly retain?: boolean;
  readonly bytes?: number;
  readonly phase?: string;
}

/** A recording of device-sim (they cross the same boundary: what a device said). */
export function rowsOf(file: string, phase?: string): readonly Row[] {
  return readFileSync(new URL(`../../device-sim/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Row)
    .filter((row) => phase === undefined || row.phase === phase);
}

/** Links as the gateway makes them, with a clock that is turned by hand. */
export class DialectBench {
  nowMs = 0;
  readonly told: DeviceId[] = [];
  #boots = 0;
  readonly links = createDialectLinks({
    packs: shippedPacks,
    clock: { monotonicMs: () => this.nowMs },
    mintBootId: () => asId<BootId>((++this.#boots).toString(16).padStart(16, '0')),
    onMetrics: (deviceId) => void this.told.push(deviceId),
  });

  open(
    children: Readonly<Record<string, string>> = {},
    opening: { readonly linkId?: string; readonly willTopic?: string | null } = {},
  ): BenchLink {
    const linkId = asId<LinkId>(opening.linkId ?? 'l1');
    const listed = Object.entries(children).map(([key, model]) => childOf(linkId, key, model));
    const identity: DialectIdentity = { kind: 'dialect', linkId, children: listed };
    return new BenchLink(this, identity, this.links.open(identity, { willTopic: opening.willTopic ?? null }));
  }
}

/** Registered as `{link}/{key}`. */
export function childOf(linkId: LinkId, key: string, model: string): LinkChild {
  return { key, deviceId: asId(`${linkId}/${key}`), model };
}

interface At {
  readonly t: number;
}

/** One connection, and everything that the gateway made of it. */
export class BenchLink {
  readonly bench: DialectBench;
  readonly identity: DialectIdentity;
  readonly frames: (DataFrame & At)[] = [];
  readonly presence: (PresenceChange & At)[] = [];
  readonly discarded = new Map<RefusalCode, string[]>();
  readonly #link: WireLink;

  constructor(bench: DialectBench, identity: DialectIdentity, link: WireLink) {
    this.bench = bench;
    this.identity = identity;
    this.#link = link;
  }

  say(
    topic: string,
    payload: string | Uint8Array | object,
    more: { retain?: boolean; oversize?: boolean } = {},
  ): Decoded {
    const bytes = payload instanceof Uint8Array ? payload : bytesOf(payload);
    const decoded = this.#link.receive({
      from: this.identity,
      topic,
      payload: bytes,
      oversize: more.oversize ?? false,
      retain: more.retain ?? false,
      receivedAt: this.bench.nowMs,
    });
    const t = this.bench.nowMs;
    this.frames.push(...decoded.frames.map((frame) => ({ ...frame, t })));
    this.presence.push(...(decoded.presence ?? []).map((change) => ({ ...change, t })));
    for (const code of decoded.discarded) {
      const told = this.discarded.get(code);
      if (told) told.push(topic);
      else this.discarded.set(code, [topic]);
    }
    return decoded;
  }

  /** In their own time. */
  play(rows: readonly Row[], rename: (text: string) => string = (text) => text): this {
    for (const row of rows) {
      this.bench.nowMs = row.t_ms;
      const oversize = (row.bytes ?? 0) > 65_536;
      const isConfig = row.topic.endsWith('/config');
      const payload = oversize ? '' : isConfig ? rename(row.payload) : row.payload;
      this.say(rename(row.topic), payload, { oversize, retain: row.retain ?? false });
    }
    return this;
  }

  register(key: string, model: string): void {
    const { linkId } = this.identity;
    this.bench.links.childRegistered(linkId, childOf(linkId, key, model));
  }

  discovered(key: string) {
    return this.bench.links.ofLink(this.identity.linkId).find((device) => device.key === key);
  }

  framesOf(key: string): readonly (DataFrame & At)[] {
    return this.frames.filter(({ deviceId }) => deviceId === asId<DeviceId>(`${this.identity.linkId}/${key}`));
  }

  /** Time and value of each sample of that metric. */
  values(name: string, key?: string): readonly (readonly [number, number | string])[] {
    return (key === undefined ? this.frames : this.framesOf(key)).flatMap(({ t, body }) =>
      body.lane === 'telemetry' || body.lane === 'firmware'
        ? body.samples.filter((sample) => sample.name === name).map(({ value }) => [t, value] as const)
        : [],
    );
  }

  last(name: string, key?: string): number | string | undefined {
    return this.values(name, key).at(-1)?.[1];
  }

  errors(
    key?: string,
  ): readonly { readonly t: number; readonly complete: boolean; readonly errors: readonly ErrorChange[] }[] {
    return (key === undefined ? this.frames : this.framesOf(key)).flatMap(({ t, body }) =>
      body.lane === 'error' ? [{ t, complete: body.complete, errors: body.errors }] : [],
    );
  }

  presenceOf(key: string): readonly string[] {
    const deviceId = `${this.identity.linkId}/${key}`;
    return this.presence.filter((change) => change.deviceId === deviceId).map(({ presence }) => presence);
  }
}

function bytesOf(payload: string | object): Uint8Array {
  return new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload));
}
