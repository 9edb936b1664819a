import { type App, moment } from '../../gateway/app/app.ts';
import { Attempts } from '../../gateway/app/attempts.ts';
import { openCase } from '../../gateway/app/cases.ts';
import { FleetOffers } from '../../gateway/app/fleet-offers.ts';
import { FleetWatch } from '../../gateway/app/fleet-watch.ts';
import { grantRequest } from '../../gateway/app/grant.ts';
import { InTurn } from '../../gateway/app/in-turn.ts';
import { KnownPlaces } from '../../gateway/app/known-places.ts';
import { ownerAllow } from '../../gateway/app/owner.ts';
import { registerDevice } from '../../gateway/app/register-device.ts';
import { requestConsent } from '../../gateway/app/request-consent.ts';
import { SessionEnds } from '../../gateway/app/session-ends.ts';
import { Views } from '../../gateway/app/views.ts';
import type { CaseRecord, DeviceRecord, GrantRecord } from '../../gateway/domain/cases/records.ts';
import { admit, type AdmittedFrame } from '../../gateway/domain/consent/admit.ts';
import { GrantBook } from '../../gateway/domain/consent/grant-book.ts';
import type { Scope } from '../../gateway/domain/data-class.ts';
import type { DataFrame, FrameBody } from '../../gateway/domain/frames.ts';
import { asId, type RequestId } from '../../gateway/domain/ids.ts';
import type { PersonRecord } from '../../gateway/domain/people/records.ts';
import { isRefusal, type Refusal } from '../../gateway/domain/refusals.ts';
import { createCopySender } from '../../gateway/host/copy-sender.ts';
import type { ConsentNotice } from '../../gateway/domain/consent/notice.ts';
import type { Randomness, Vault } from '../../gateway/ports/host.ts';
import type { Connection, Discoveries } from '../../gateway/ports/links.ts';
import type { EndReason, LiveAudience } from '../../gateway/ports/outward.ts';
import { FakeClock } from './fake-clock.ts';
import { MemoryStore } from './memory-store.ts';
import { shippedPacks } from './packs.ts';

/** What the device and those who watch were told, in order. */
export interface Told {
  readonly consents: ConsentNotice[];
  readonly leases: { readonly deviceId: string; readonly classes: readonly string[]; readonly ttlMs: number }[];
  readonly ended: { readonly viewId: string; readonly reason: EndReason }[];
  readonly notes: string[];
  /** Links whose connection was closed. */
  readonly dropped: string[];
  /** Devices that left their link. */
  readonly removed: string[];
}

/** The use cases over memory and a clock that a test moves; one brand with one agent and one device. */
export class AppKit {
  readonly clock = new FakeClock();
  readonly store = new MemoryStore();
  readonly told: Told = { consents: [], leases: [], ended: [], notes: [], dropped: [], removed: [] };
  readonly app: App;
  #seq = 0;
  #audience: LiveAudience | undefined;
  connection: Connection = { online: true, presence: 'online', since: 0, heardAt: null, heardMs: null, connectedMs: 0 };
  agent!: PersonRecord;
  device!: DeviceRecord;

  private constructor(audience: ((app: App) => LiveAudience) | undefined) {
    const { clock, store, told } = this;
    const book = new GrantBook();
    const watching = () => (this.#audience ??= audience?.(this.app) ?? recorder(told));
    this.app = {
      clock,
      random: countingRandomness(),
      vault: plainVault,
      ledger: store,
      people: store,
      devices: store,
      cases: store,
      grants: store,
      background: store,
      frames: store,
      history: store,
      audit: store,
      packs: shippedPacks,
      book,
      views: new Views(book),
      fleet: new FleetWatch(() => this.app),
      fleetOffers: new FleetOffers(clock),
      deviceLink: {
        sendConsent: (_deviceId, notice) => void told.consents.push(notice),
        sendLive: (deviceId, lease) => void told.leases.push({ deviceId, ...lease }),
        askRebirth: () => undefined,
        readActively: () => undefined,
        drop: (linkId) => void told.dropped.push(linkId),
      },
      connections: { of: () => this.connection, ofLink: () => this.connection },
      discoveries: { ...nothingDiscovered, childRemoved: (_linkId, deviceId) => void told.removed.push(deviceId) },
      linkSender: createCopySender(),
      get audience() {
        return watching();
      },
      inTurn: new InTurn(),
      attempts: new Attempts(clock),
      sessionEnds: new SessionEnds(clock),
      knownPlaces: new KnownPlaces(clock),
      publicUrl: 'http://127.0.0.1:8080',
      note: ({ code }) => void told.notes.push(code),
    };
  }

  static async create(audience?: (app: App) => LiveAudience): Promise<AppKit> {
    const kit = new AppKit(audience);
    const brandId = asId<DeviceRecord['brandId']>('brand-1');
    kit.agent = {
      id: asId('agent-1'),
      displayName: 'Li Wei',
      signInName: 'li.wei',
      passwordHash: null,
      roles: ['agent'],
      brandIds: [brandId],
      disabledAt: null,
    };
    await kit.store.save([
      {
        put: 'brand',
        record: {
          id: brandId,
          name: 'Acme',
          company: 'Acme Ltd.',
          country: 'CN',
          webhookUrl: null,
          webhookGeneration: 1,
        },
      },
      { put: 'person', record: kit.agent },
    ]);
    const input = { brandId, serial: 'RV1A00000001', model: 'rv-s1', registeredBy: null };
    kit.device = must(await registerDevice(kit.app, input)).device;
    return kit;
  }

  async openCase(): Promise<CaseRecord> {
    return must(await openCase(this.app, this.agent, { deviceId: this.device.id, reason: 'stuck', ticket: null }));
  }

  /** A request and the token of the owner's link. */
  async ask(supportCase: CaseRecord, scope: Scope = 'full', minutes = 30) {
    const asked = must(await requestConsent(this.app, this.agent, { caseId: supportCase.id, scope, minutes }));
    return { requestId: asked.request.id, token: asked.way.url.split('/').at(-1) ?? '', digits: asked.way.digits };
  }

  confirm(requestId: RequestId, readAloud = false): Promise<GrantRecord | Refusal> {
    return grantRequest(this.app, { requestId, proof: 'button', readAloud, actor: 'device' });
  }

  /** The whole way: case, request, Allow, button. */
  async grant(options: { readonly scope?: Scope; readonly minutes?: number; readonly in?: CaseRecord } = {}) {
    const supportCase = options.in ?? (await this.openCase());
    const { requestId, token } = await this.ask(supportCase, options.scope, options.minutes);
    must(await ownerAllow(this.app, token, 'en'));
    return { supportCase, token, grant: must(await this.confirm(requestId)) };
  }

  /** A CONNECT, and nothing more yet. */
  connect(): void {
    const { clock } = this;
    const heard = { heardAt: clock.now(), heardMs: clock.monotonicMs() };
    this.connection = {
      online: true,
      presence: 'online',
      since: clock.now(),
      ...heard,
      connectedMs: clock.monotonicMs(),
    };
    this.app.audience.connectionChanged(this.device.id);
  }

  /** A frame as if it were just committed: admitted, applied, told. Whether any View took it. */
  hear(body: FrameBody, more: Partial<DataFrame> = {}): boolean {
    const admitted = this.#admit(body, more);
    this.#apply(admitted);
    return admitted.length > 0;
  }

  /** The same, and kept by the store. */
  async keep(body: FrameBody, more: Partial<DataFrame> = {}): Promise<void> {
    const admitted = this.#admit(body, more);
    const verdicts = await this.app.fleet.commit(admitted, (kept) => this.store.commit(kept));
    this.#apply(admitted.filter((_, index) => verdicts[index] === 'stored'));
  }

  #admit(body: FrameBody, more: Partial<DataFrame>): readonly AdmittedFrame[] {
    const { clock, app, device } = this;
    this.#seq += 1;
    this.connection = { ...this.connection, heardAt: clock.now(), heardMs: clock.monotonicMs() };
    const frame: DataFrame = {
      deviceId: device.id,
      source: 'telemetry',
      bootId: asId('00000000000000b1'),
      seq: this.#seq,
      epoch: null,
      kind: 'live',
      receivedAt: clock.now(),
      body,
      ...more,
    };
    return admit(frame, app.book.ofDevice(device.id), moment(app));
  }

  #apply(admitted: readonly AdmittedFrame[]): void {
    const { clock, app } = this;
    for (const part of admitted) {
      if (app.fleet.take(part)) continue;
      const change = app.views.apply(part, clock.monotonicMs(), this.connection.connectedMs);
      if (change) app.audience.changed({ ...change, localised: app.views.localise(part) });
    }
  }
}

/** A telemetry body of these metrics of the RV-S1. */
export function telemetry(values: Readonly<Record<string, number | string>>): FrameBody {
  const metrics = shippedPacks.get('rv-s1')?.metrics;
  const samples = Object.entries(values).map(([name, value]) => {
    const metric = metrics?.get(name);
    if (!metric) throw new Error(`The pack has no metric ${name}`);
    return { name, dataClass: metric.dataClass, value, at: 0 };
  });
  return { lane: 'telemetry', samples };
}

/** An error body: the codes raised, or with a minus cleared, on the channel `main`. */
export function errors(codes: readonly string[], complete = false): FrameBody {
  const changes = codes.map((code) => ({
    channel: 'main',
    code: code.replace('-', ''),
    raised: !code.startsWith('-'),
    detail: '',
    at: 0,
  }));
  return { lane: 'error', complete, errors: changes };
}

/** What is not refused. */
export function must<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`Refused: ${result.refused}`);
  return result;
}

function recorder(told: Told): LiveAudience {
  return {
    changed: () => undefined,
    ended: (viewId, reason) => void told.ended.push({ viewId, reason }),
    connectionChanged: () => undefined,
    sessionEnded: () => undefined,
    metricsDiscovered: () => undefined,
  };
}

/** Different each time and the same in every run. */
function countingRandomness(): Randomness {
  let count = 0;
  const next = () => (count += 1);
  return {
    id: () => `id-${next()}`,
    token: () => `token-${next()}`,
    integer: (below) => (next() * 7_919) % below,
    bytes: (length) => new Uint8Array(length).fill(next()),
  };
}

/** Hashes that can be read: nothing here is secret. */
const plainVault: Vault = {
  keyedHash: (purpose, secret) => `${purpose}(${secret})`,
  sameHash: (a, b) => a === b,
  hashPassword: async (password) => `password(${password})`,
  verifyPassword: async (hash, password) => hash === `password(${password})`,
  sign: () => new Uint8Array(64),
  publicKey: '',
};

/** Nobody's links have told of anything. */
const nothingDiscovered: Discoveries = {
  ofLink: () => [],
  nameOf: () => undefined,
  metricsOf: () => new Map(),
  limitsOf: () => [],
  childRegistered: () => undefined,
  childRemoved: () => undefined,
};
