import type { BrandId, PersonId } from '../ids.ts';

/** A tenant: a brand's after-sales organisation. Company and country are what owners are told. */
export interface BrandRecord {
  readonly id: BrandId;
  readonly name: string;
  readonly company: string;
  readonly country: string;
  /** Where links to owners and summaries are sent on request (Standard Webhooks); null: nowhere. */
  readonly webhookUrl: string | null;
  /** Which of the brand's webhook secrets is in force: the secret itself is derived, never kept. */
  readonly webhookGeneration: number;
}

/** agent: own cases. supervisor: reads and closes the brand's cases. qa: models and packs. administrator: people, devices, links. */
export type Role = 'agent' | 'supervisor' | 'qa' | 'administrator';

export interface PersonRecord {
  readonly id: PersonId;
  readonly displayName: string;
  /** null until the invitation is accepted. Unique, compared in lower case. */
  readonly signInName: string | null;
  readonly passwordHash: string | null;
  readonly roles: readonly Role[];
  readonly brandIds: readonly BrandId[];
  /** Since then they can do nothing; null: they may work. */
  readonly disabledAt: number | null;
}

/** A one-time link: the token itself is never kept. */
export interface InvitationRecord {
  readonly tokenHash: string;
  /** null: makes the first administrator. */
  readonly personId: PersonId | null;
  readonly expiresAt: number;
  readonly usedAt: number | null;
  /** It is worth nothing once they are disabled; null: the gateway itself. */
  readonly invitedBy: PersonId | null;
}

export interface SessionRecord {
  /** To name it by, when its person looks at their sessions. */
  readonly id: string;
  readonly beganAt: number;
  readonly tokenHash: string;
  readonly personId: PersonId;
  readonly expiresAt: number;
}
