import { describe, expect, it } from 'vitest';
import { grantRecord } from '../../../test/support/consent-vectors.ts';
import type { RequestRecord } from '../cases/records.ts';
import { asId } from '../ids.ts';
import { judgeProof, ownerState, proofWindowMs, requestLifeMs, requestState } from './request-state.ts';
import { drawWords, wordCount, wordsIn } from './two-words.ts';

const sentAt = 1_000_000;
const request: RequestRecord = {
  id: asId('request-1'),
  caseId: asId('case-1'),
  deviceId: asId('device-1'),
  scope: 'basic',
  minutes: 30,
  words: [0, 1],
  sentAt,
  expiresAt: sentAt + requestLifeMs,
  openedAt: null,
  allowedAt: null,
  deniedAt: null,
  withdrawnAt: null,
  grantId: null,
  noticeLanguage: null,
};
const allowed = { ...request, openedAt: sentAt + 1, allowedAt: sentAt + 10 };

describe('the state of a request', () => {
  it.each([
    ['sent', request, sentAt],
    ['opened', { ...request, openedAt: sentAt + 1 }, sentAt + 5],
    ['allowed', allowed, sentAt + 11],
    ['allowed', allowed, sentAt + 10 + proofWindowMs - 1],
    ['opened', allowed, sentAt + 10 + proofWindowMs],
    ['denied', { ...allowed, deniedAt: sentAt + 20 }, sentAt + 20],
    ['withdrawn', { ...allowed, withdrawnAt: sentAt + 20 }, sentAt + 20],
    ['expired', request, sentAt + requestLifeMs],
    ['granted', { ...allowed, grantId: grantRecord.id }, sentAt + requestLifeMs * 2],
  ] as const)('is %s', (state, record, now) => {
    expect(requestState(record, now)).toBe(state);
  });

  it('is what became of the grant, for the owner', () => {
    const granted = { ...allowed, grantId: grantRecord.id };
    const grant = { ...grantRecord, expiresAt: sentAt + 100 };
    expect(ownerState(granted, grant, sentAt + 99)).toBe('active');
    expect(ownerState(granted, grant, sentAt + 100)).toBe('expired');
    expect(ownerState(granted, { ...grant, state: 'revoked' }, sentAt + 50)).toBe('revoked');
    expect(ownerState({ ...request, openedAt: sentAt }, undefined, sentAt)).toBe('asked');
  });
});

describe('a proof', () => {
  const offer = {
    request: allowed,
    allPending: [allowed],
    enough: ['button'],
    proof: 'button',
    readAloud: false,
  } as const;
  const judge = (more: Partial<Parameters<typeof judgeProof>[0]> = {}) =>
    judgeProof({ ...offer, now: sentAt + 20, ...more })?.refused;

  it('grants within two minutes of Allow, and not a millisecond later', () => {
    expect(judge()).toBeUndefined();
    expect(judge({ now: sentAt + 10 + proofWindowMs - 1 })).toBeUndefined();
    expect(judge({ now: sentAt + 10 + proofWindowMs })).toBe('proof_too_late');
  });

  it('needs Allow first, unless the device itself read the request aloud', () => {
    expect(judge({ request, allPending: [request] })).toBe('not_allowed_yet');
    expect(judge({ request, allPending: [request], readAloud: true })).toBeUndefined();
  });

  it('has to be of the device’s own kind', () => {
    expect(judge({ proof: 'label' })).toBe('proof_not_for_this_device');
    expect(judge({ enough: ['label'] })).toBe('proof_not_for_this_device');
    expect(judge({ enough: ['button', 'label'], proof: 'label' })).toBeUndefined();
    const full = { ...allowed, scope: 'full' } as const;
    expect(judge({ request: full, allPending: [full], proof: 'label' })).toBe('scope_needs_stronger_proof');
  });

  it('grants none of two requests that wait', () => {
    const other = { ...request, id: asId<RequestRecord['id']>('request-2') };
    expect(judge({ allPending: [allowed, other] })).toBe('several_requests');
    expect(judge({ allPending: [allowed, other], readAloud: true })).toBe('several_requests');
  });

  it.each([
    ['denied', { ...allowed, deniedAt: sentAt + 15 }],
    ['withdrawn', { ...allowed, withdrawnAt: sentAt + 15 }],
    ['granted already', { ...allowed, grantId: grantRecord.id }],
    ['expired', { ...allowed, expiresAt: sentAt + 15 }],
  ] as const)('comes too late for a request that is %s, also when read aloud', (_state, ended) => {
    expect(judge({ request: ended, allPending: [] })).toBe('request_ended');
    expect(judge({ request: ended, allPending: [], readAloud: true })).toBe('request_ended');
  });
});

describe('the two words', () => {
  it('are two different ones, and each pair can be drawn', () => {
    const pairs = new Set<string>();
    for (let first = 0; first < wordCount; first += 1)
      for (const second of [0, first, wordCount - 2]) {
        const drawn = [first, Math.min(second, wordCount - 2)];
        const pair = drawWords(() => drawn.shift() ?? 0);
        expect(pair[0]).not.toBe(pair[1]);
        expect(Math.max(...pair)).toBeLessThan(wordCount);
        pairs.add(pair.join());
      }
    expect(pairs.size).toBeGreaterThan(wordCount * 2);
  });

  it('are said in both languages, all different', () => {
    const all = Array.from({ length: wordCount }, (_, index) => wordsIn([index, index]));
    for (const language of ['en', 'zh-CN'] as const) {
      const words = all.map((said) => said[language][0] ?? '');
      expect(new Set(words).size).toBe(wordCount);
      expect(words.every((word) => word.length > 0)).toBe(true);
    }
  });
});
