import type { diag } from '../../proto/generated/codec.js';
import { type DataClassName, dataClassesOf, type OperationClassName, operationClassesOf } from './classes.ts';
import type { Language } from '../models/model.ts';
import type { DeviceConsent, KnownGrant } from './consent-filter.ts';

/** What a grant or request is for: that a person looks, or that the device is counted, where nobody looks. */
export type Purpose = 'look' | 'statistics';

export interface ActiveGrant extends KnownGrant {
  readonly purpose: Purpose;
  /** Display name; empty where nobody looks. */
  readonly agent: string;
  readonly operationClasses: ReadonlySet<OperationClassName>;
}

export interface WaitingRequest {
  readonly requestId: string;
  readonly purpose: Purpose;
  readonly brand: string;
  readonly agent: string;
  readonly classes: readonly DataClassName[];
  /** The two words, as the owner speaks. */
  readonly words: Readonly<Record<Language, readonly string[]>>;
  /** Monotonic ms. */
  readonly endsAt: number;
}

/**
 * What this device was last told about consent. It boots as "not sharing", counts expiry on the monotonic clock, and
 * remembers for each grant the epoch at which it first heard of it. A Stop at the device holds against every grant that
 * the gateway still announces until it has settled that Stop.
 */
export class ConsentMemory implements DeviceConsent {
  #epoch = 0;
  #backlog = false;
  #grants: readonly ActiveGrant[] = [];
  #pending: readonly WaitingRequest[] = [];
  #firstEpochs = new Map<string, number>();
  #stopped = new Set<string>();
  #stopUnsettled = false;

  get epoch(): number {
    return this.#epoch;
  }
  get backlog(): boolean {
    return this.#backlog;
  }
  get grants(): readonly ActiveGrant[] {
    return this.#grants;
  }
  get pending(): readonly WaitingRequest[] {
    return this.#pending;
  }

  /** Takes the newest word of the gateway; says whether it added something that is to be answered with everything. */
  learn(state: diag.ConsentState, now: number): { readonly added: boolean; readonly newGrants: readonly string[] } {
    const epoch = Number(state.epoch);
    // A gateway whose epochs went back (a restored backup) starts a new count: nothing recorded before belongs to it.
    if (epoch < this.#epoch) this.#firstEpochs.clear();
    const before = this.#grants;
    const allowed = dataClassesOf(state.classes);
    const notices = state.grants.filter((notice) => {
      const grantId = notice.grantId ?? '';
      if (this.#stopUnsettled) this.#stopped.add(grantId);
      return grantId !== '' && !this.#stopped.has(grantId);
    });
    this.#grants = notices.map((notice) => {
      const grantId = notice.grantId ?? '';
      const firstEpoch = this.#firstEpochs.get(grantId) ?? epoch;
      return {
        grantId,
        purpose: purposeOf(notice.purpose),
        agent: notice.agent ?? '',
        classes: new Set([...dataClassesOf(notice.classes ?? [])].filter((name) => allowed.has(name))),
        operationClasses: operationClassesOf(notice.operationClasses ?? []),
        firstEpoch,
        endsAt: now + (notice.expiresInMs ?? 0),
      };
    });
    this.#firstEpochs = new Map(this.#grants.map((grant) => [grant.grantId, grant.firstEpoch]));
    const backlogBefore = this.#backlog;
    this.#epoch = epoch;
    this.#backlog = state.backlog && this.#grants.length > 0;
    this.#pending = state.pending.map((request) => ({
      requestId: request.requestId ?? '',
      purpose: purposeOf(request.purpose),
      brand: request.brand ?? '',
      agent: request.agent ?? '',
      classes: [...dataClassesOf(request.classes ?? [])],
      words: { en: request.wordsEn ?? [], 'zh-CN': request.wordsZh ?? [] },
      endsAt: now + (request.expiresInMs ?? 0),
    }));
    const newGrants = this.#grants
      .filter((grant) => {
        const old = before.find((other) => other.grantId === grant.grantId);
        return !old || [...grant.classes].some((name) => !old.classes.has(name));
      })
      .map((grant) => grant.grantId);
    return { added: newGrants.length > 0 || (this.#backlog && !backlogBefore), newGrants };
  }

  /** Ends what has expired; true when something did. */
  expire(now: number): boolean {
    const grants = this.#grants.filter((grant) => now < grant.endsAt);
    const pending = this.#pending.filter((request) => now < request.endsAt);
    const changed = grants.length !== this.#grants.length || pending.length !== this.#pending.length;
    this.#grants = grants;
    this.#pending = pending;
    if (grants.length === 0) this.#backlog = false;
    return changed;
  }

  /** The owner's Stop: at once, before any answer. */
  stop(): void {
    for (const grant of this.#grants) this.#stopped.add(grant.grantId);
    this.#grants = [];
    this.#backlog = false;
    this.#stopUnsettled = true;
  }

  /** The gateway has settled the Stop. */
  stopSettled(): void {
    this.#stopUnsettled = false;
  }
}

/** What it does not know, it takes for a look: rather a sign too many. */
function purposeOf(said: string | null | undefined): Purpose {
  return said === 'fleet-statistics' ? 'statistics' : 'look';
}
