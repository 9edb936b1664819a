import type { DataClass, Scope } from '../data-class.ts';
import type { ActionOutcome, FieldValue } from '../localisation/knowledge.ts';
import type { BrandId, CaseId, DeviceId, GrantId, LinkId, PersonId, RequestId, ViewId } from '../ids.ts';

/** native: speaks proto/device.proto over a connection of its own. dialect: other makers' topics, beneath a link. */
export type LinkKind = 'native' | 'dialect';
export type Proof = 'button' | 'label';

export interface DeviceRecord {
  readonly id: DeviceId;
  readonly brandId: BrandId;
  /** Unique within a brand. */
  readonly serial: string;
  readonly model: string;
  readonly link: LinkKind;
  /** Of a dialect's device: the link that it speaks through; null: native. */
  readonly linkId: LinkId | null;
  /** What it is called on that link ("robot", "0x00158d0001a2b3c4"); unique there; null: native. */
  readonly childKey: string | null;
  /** HMAC-SHA-256 of the secret under the server's pepper, base64url; null: revoked, or a dialect's device, whose link has it. */
  readonly secretHash: string | null;
  /** The secret before the last rotation, good until `formerSecretUntil` (epoch ms) or until the new one was used. */
  readonly formerSecretHash: string | null;
  readonly formerSecretUntil: number | null;
  /** HMAC of the label code; null: it has none. */
  readonly labelHash: string | null;
  /** Consent epoch, raised at every change of this device's grants. */
  readonly epoch: number;
  readonly registeredAt: number;
  /** Who registered it; null: the system itself. */
  readonly registeredBy: PersonId | null;
  /** Who was shown which of its secrets and label codes: none of them may ask its owner while that one is good (decisions 0015, 0040). */
  readonly seenBy: readonly Sighting[];
  /** When its present owner's claim began (resale); what was before is hidden; null: its first owner. */
  readonly claimedAt: number | null;
  /** Whose cloud it was sold for, as its brand said at its registration ("eu-1"); null: not said. */
  readonly region: string | null;
}

/** `hash`: of the secret or the label code that this person was shown. */
export interface Sighting {
  readonly personId: PersonId;
  readonly hash: string;
}

/** An MQTT connection that devices of other makers speak through: one vacuum, or a home's broker with many children. */
export interface LinkRecord {
  readonly id: LinkId;
  readonly brandId: BrandId;
  /** What people call it ("Home of case 4711"). */
  readonly name: string;
  /** As of a device. */
  readonly secretHash: string | null;
  readonly formerSecretHash: string | null;
  readonly formerSecretUntil: number | null;
  readonly registeredAt: number;
  readonly registeredBy: PersonId | null;
}

export interface CaseRecord {
  readonly id: CaseId;
  readonly brandId: BrandId;
  readonly deviceId: DeviceId;
  readonly agentId: PersonId;
  readonly reason: string;
  readonly ticket: string | null;
  readonly openedAt: number;
  readonly closedAt: number | null;
  /** Wrong label codes so far, over all requests of the case. */
  readonly labelFailures: number;
}

/** What the owner said, or was read to the agent, in a case: evidence beside telemetry, or instead of it. */
export type Told =
  | { readonly kind: 'answer'; readonly question: string; readonly answer: string }
  | { readonly kind: 'result'; readonly test: string; readonly fields: Readonly<Record<string, FieldValue>> }
  | { readonly kind: 'outcome'; readonly action: string; readonly outcome: ActionOutcome }
  | { readonly kind: 'code'; readonly code: string; readonly raised: boolean };

/** It belongs to the case, not to a View: it was told, not sent by the device. */
export interface FindingRecord {
  /** `${caseId}/${id}`: the second part is made by who tells it, so that telling it twice is telling it once. */
  readonly id: string;
  readonly caseId: CaseId;
  readonly toldBy: PersonId;
  readonly toldAt: number;
  readonly told: Told;
}

/** Indices into the list of words; the same two for page, agent and device. */
export type WordPair = readonly [number, number];

export interface RequestRecord {
  readonly id: RequestId;
  readonly caseId: CaseId;
  readonly deviceId: DeviceId;
  readonly scope: Scope;
  readonly minutes: number;
  readonly words: WordPair;
  readonly sentAt: number;
  /** Nobody has answered by then: no. */
  readonly expiresAt: number;
  readonly openedAt: number | null;
  readonly allowedAt: number | null;
  readonly deniedAt: number | null;
  readonly withdrawnAt: number | null;
  readonly grantId: GrantId | null;
  readonly noticeLanguage: string | null;
}

/** A secret that opens the owner's page of a request. Only its hash is kept. */
export interface OwnerLinkRecord {
  readonly tokenHash: string;
  readonly requestId: RequestId;
}

/** Six spoken digits, a way to get a link of one's own. Only their HMAC is kept. */
export interface SpokenDigitsRecord {
  readonly digitsHash: string;
  readonly requestId: RequestId;
  readonly expiresAt: number;
}

export type EndedBy = 'owner' | 'device' | 'brand' | 'gateway';
export type GrantState = 'active' | 'revoked' | 'expired' | 'completed';

/** A CaseGrant (DESIGN.md "Consent"). Ended states never reopen. One grant opens one View. */
export interface GrantRecord {
  readonly id: GrantId;
  readonly viewId: ViewId;
  readonly requestId: RequestId;
  readonly caseId: CaseId;
  readonly deviceId: DeviceId;
  readonly brandId: BrandId;
  readonly agentId: PersonId;
  readonly purpose: 'support-case';
  readonly classes: readonly DataClass[];
  readonly backlog: boolean;
  readonly recording: boolean;
  readonly noticeVersion: string;
  readonly noticeLanguage: string;
  readonly proof: Proof;
  readonly notBefore: number;
  readonly expiresAt: number;
  readonly startEpoch: number;
  /** null: still open. */
  readonly endEpoch: number | null;
  readonly state: GrantState;
  readonly endedAt: number | null;
  /** owner, device, brand or gateway: whose act it was; null: not over, or from before this was written. */
  readonly endedBy: EndedBy | null;
  readonly packVersion: string;
}

/**
 * A grant without case or agent (DESIGN.md "BackgroundGrant"): the device is counted, and nobody looks (decision 0072). Of its View
 * nothing is kept but onsets and the label by which it is counted.
 */
export interface BackgroundGrantRecord
  extends Omit<GrantRecord, 'requestId' | 'caseId' | 'agentId' | 'purpose' | 'backlog' | 'recording'> {
  readonly purpose: 'fleet-statistics';
  /** As the device said last; null: it has not said. */
  readonly firmware: string | null;
}

/** A symptom that began on a device which is counted. Gone with its grant, and with age. */
export interface OnsetRecord {
  /** `${viewId}/${symptom}/${at}` */
  readonly id: string;
  readonly viewId: ViewId;
  readonly symptom: string;
  /** Epoch ms. */
  readonly at: number;
  /** False: it was there already when the device began to be watched, so that nobody knows since when. */
  readonly seen: boolean;
  /** Epoch ms; null: it is still there. */
  readonly goneAt: number | null;
}
