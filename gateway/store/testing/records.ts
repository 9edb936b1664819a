import type {
  CaseRecord,
  DeviceRecord,
  FindingRecord,
  GrantRecord,
  LinkRecord,
  OwnerLinkRecord,
  RequestRecord,
  SpokenDigitsRecord,
} from '../../domain/cases/records.ts';
import { type AdmittedFrame, admit } from '../../domain/consent/admit.ts';
import { dataClasses, maskOf } from '../../domain/data-class.ts';
import type { FrameBody, FrameKind } from '../../domain/frames.ts';
import { asId, type ViewId } from '../../domain/ids.ts';
import type { BrandRecord, InvitationRecord, PersonRecord, SessionRecord } from '../../domain/people/records.ts';
import type { AuditEvent } from '../../domain/audit-event.ts';
import type { Change } from '../../ports/records.ts';
import type { FrameStore, StoredFrame } from '../../ports/frames.ts';
import { BatchEncoder } from '../sqlite/batch-encoder.ts';

/** One record of each kind that fit together; tests spread and change what they are about. */
export const brand: BrandRecord = {
  id: asId('brand-1'),
  name: '示例',
  company: 'Demo Ltd.',
  country: 'CN',
  webhookUrl: null,
  webhookGeneration: 1,
};
export const person: PersonRecord = {
  id: asId('person-1'),
  displayName: '李雷',
  signInName: 'Li.Lei',
  passwordHash: '$argon2id$...',
  roles: ['agent', 'administrator'],
  brandIds: [brand.id],
  disabledAt: null,
};
export const invitation: InvitationRecord = {
  tokenHash: 'inv-1',
  personId: person.id,
  expiresAt: 5_000,
  usedAt: null,
  invitedBy: person.id,
};
export const session: SessionRecord = {
  id: 's-1',
  beganAt: 1_000,
  tokenHash: 'session-1',
  personId: person.id,
  expiresAt: 5_000,
};
export const device: DeviceRecord = {
  id: asId('device-1'),
  brandId: brand.id,
  serial: 'RV1-00A7',
  model: 'rv-s1',
  link: 'native',
  linkId: null,
  childKey: null,
  secretHash: 'secret',
  formerSecretHash: null,
  formerSecretUntil: null,
  labelHash: null,
  epoch: 1,
  registeredAt: 100,
  registeredBy: person.id,
  seenBy: [{ personId: person.id, hash: 'secret' }],
  claimedAt: null,
  region: 'eu-1',
};
export const link: LinkRecord = {
  id: asId('link-1'),
  brandId: brand.id,
  name: 'Home',
  secretHash: 'secret',
  formerSecretHash: 'former',
  formerSecretUntil: 900,
  registeredAt: 100,
  registeredBy: person.id,
};
export const case1: CaseRecord = {
  id: asId('case-1'),
  brandId: brand.id,
  deviceId: device.id,
  agentId: person.id,
  reason: "It does not charge; '); DROP TABLE cases; --",
  ticket: null,
  openedAt: 200,
  closedAt: null,
  labelFailures: 0,
};
export const request: RequestRecord = {
  id: asId('request-1'),
  caseId: case1.id,
  deviceId: device.id,
  scope: 'basic',
  minutes: 30,
  words: [3, 141],
  sentAt: 300,
  expiresAt: 900_300,
  openedAt: null,
  allowedAt: null,
  deniedAt: null,
  withdrawnAt: null,
  grantId: null,
  noticeLanguage: null,
};
export const ownerLink: OwnerLinkRecord = { tokenHash: 'link-1', requestId: request.id };
export const digits: SpokenDigitsRecord = { digitsHash: 'digits-1', requestId: request.id, expiresAt: 1_000 };
export const grant: GrantRecord = {
  id: asId('grant-1'),
  viewId: asId('view-1'),
  requestId: request.id,
  caseId: case1.id,
  deviceId: device.id,
  brandId: brand.id,
  agentId: person.id,
  purpose: 'support-case',
  classes: ['status', 'errors', 'firmware'],
  backlog: false,
  recording: true,
  noticeVersion: '1',
  noticeLanguage: 'zh-CN',
  proof: 'button',
  notBefore: 900_000,
  expiresAt: 2_700_000,
  startEpoch: 2,
  endEpoch: null,
  state: 'active',
  endedAt: null,
  endedBy: null,
  packVersion: '1.0.0',
};

export const finding: FindingRecord = {
  id: `${case1.id}/f-1`,
  caseId: case1.id,
  toldBy: person.id,
  toldAt: 1_000_000,
  told: { kind: 'result', test: 'test.charge', fields: { gaps: 3, steady: false } },
};

/** All of the above, in an order in which nobody refers to what is not there yet. */
export const everything: readonly Change[] = [
  { put: 'brand', record: brand },
  { put: 'person', record: person },
  { put: 'invitation', record: invitation },
  { put: 'session', record: session },
  { put: 'device', record: device },
  { put: 'case', record: case1 },
  { put: 'request', record: request },
  { put: 'owner-link', record: ownerLink },
  { put: 'spoken-digits', record: digits },
  { put: 'grant', record: grant },
  { put: 'finding', record: finding },
];

export function battery(value: number | string): FrameBody {
  return { lane: 'telemetry', samples: [{ name: 'battery.level', dataClass: 'status', value, at: 7 }] };
}

/**
 * Admits whatever it is given: the far too generous GrantView that a broken admit layer might use, so that a test sees
 * what the store refuses by itself.
 */
export function admitAnyway(
  frame: {
    readonly seq: number;
    readonly body?: FrameBody;
    readonly kind?: FrameKind;
    readonly receivedAt?: number;
    readonly boot?: string;
  },
  under: Pick<GrantRecord, 'id' | 'viewId' | 'deviceId'> = grant,
): AdmittedFrame {
  const [admitted] = admit(
    {
      deviceId: under.deviceId,
      source: 'telemetry',
      bootId: asId(frame.boot ?? '00000000000000b1'),
      seq: frame.seq,
      epoch: null,
      kind: frame.kind ?? 'live',
      receivedAt: frame.receivedAt ?? 1_000_000,
      body: frame.body ?? battery(80),
    },
    [
      {
        grantId: under.id,
        viewId: under.viewId,
        caseId: case1.id,
        deviceId: under.deviceId,
        viewerId: person.id,
        active: true,
        classMask: maskOf(dataClasses),
        operationClasses: [],
        backlog: true,
        startEpoch: 0,
        endEpoch: null,
        monotonicStart: -Infinity,
        expiresAt: Infinity,
        monotonicDeadline: Infinity,
      },
    ],
    { now: 0, monotonicMs: 0 },
  );
  if (!admitted) throw new Error('Nothing of this frame can be admitted');
  return admitted;
}

/** A job of the writer's. */
export function batchOf(frames: readonly AdmittedFrame[]): { readonly frames: Uint8Array; readonly length: number } {
  const encoder = new BatchEncoder();
  encoder.addAdmitted(frames);
  const { bytes, length } = encoder.take();
  return { frames: bytes, length };
}

/** All frames of a View, of which a test keeps few. */
export async function allFrames(store: FrameStore, viewId: ViewId, newestBytes?: number): Promise<StoredFrame[]> {
  const frames: StoredFrame[] = [];
  for await (const page of store.framesOfView(viewId, newestBytes)) frames.push(...page);
  return frames;
}

export function auditEvent(action: string, at = 1_000): AuditEvent {
  return {
    at,
    actor: 'owner',
    action,
    brandId: brand.id,
    caseId: case1.id,
    deviceId: device.id,
    detail: { minutes: 30, language: 'zh-CN', allowed: true },
  };
}
