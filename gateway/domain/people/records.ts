import type { BrandId, PersonId } from '../ids.ts';

/** A tenant: a brand's after-sales organisation. Company and country are what owners are told. */
export interface BrandRecord {
  readonly id: BrandId;
  readonly name: string;
  readonly company: string;
  readonly country: string;
}

export type Role = 'agent' | 'administrator';

export interface PersonRecord {
  readonly id: PersonId;
  readonly displayName: string;
  /** null until the invitation is accepted. Unique, compared in lower case. */
  readonly signInName: string | null;
  readonly passwordHash: string | null;
  readonly roles: readonly Role[];
  readonly brandIds: readonly BrandId[];
}

/** A one-time link: the token itself is never kept. */
export interface InvitationRecord {
  readonly tokenHash: string;
  /** null: makes the first administrator. */
  readonly personId: PersonId | null;
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

export interface SessionRecord {
  readonly tokenHash: string;
  readonly personId: PersonId;
  readonly expiresAt: number;
}
