import { describe, expect, it } from 'vitest';
import type { Case, ConsentRequest, Grant } from '../../../proto/api/cases.ts';
import { accessWord, casePhase, endWord, isPending, proofsFor, proofWord } from './case-phase.ts';

const request = (state: ConsentRequest['state'], sentAt = 1_000): ConsentRequest => ({
  id: 'r1',
  scope: 'basic',
  classes: ['status'],
  minutes: 30,
  words: { en: ['amber', 'river'], 'zh-CN': ['琥珀', '河流'] },
  state,
  sentAt,
  openedAt: null,
  answeredAt: null,
  expiresAt: 9_000,
});
const grant = (state: Grant['state'], startedAt = 2_000): Grant => ({
  id: 'g1',
  state,
  classes: ['status'],
  startedAt,
  expiresAt: 9_000,
  endedAt: null,
  endedBy: state === 'revoked' ? 'owner' : null,
  expiresInMs: 7_000,
});
const open = { state: 'open', request: null, grant: null, beforeClaim: false } as const;

describe('casePhase', () => {
  it('is unasked before anything was asked, and closed whatever came before', () => {
    expect(casePhase(open).kind).toBe('unasked');
    expect(casePhase({ ...open, state: 'closed', grant: grant('active') }).kind).toBe('closed');
  });
  it.each(['sent', 'opened', 'allowed'] as const)('is asking while the request is %s', (state) => {
    expect(casePhase({ ...open, request: request(state) }).kind).toBe('asking');
    expect(isPending(request(state))).toBe(true);
  });
  it('is live under an active grant, also while more is asked', () => {
    expect(casePhase({ ...open, request: request('granted'), grant: grant('active') }).kind).toBe('live');
    expect(casePhase({ ...open, request: request('sent', 5_000), grant: grant('active') }).kind).toBe('live');
  });
  it('is over once the device has a new owner, whatever was granted before', () => {
    expect(casePhase({ ...open, grant: grant('active'), beforeClaim: true }).kind).toBe('former-owner');
  });
  it('is no longer live once the stream said that this grant is over', () => {
    const late = { ...open, request: request('granted'), grant: grant('active') };
    expect(casePhase(late, 'g1')).toEqual({ kind: 'ended', reason: 'completed' });
    expect(casePhase(late, 'g0').kind).toBe('live');
  });
  it('tells the newest outcome: a refusal after an ended grant, or the end of the grant', () => {
    const refused = { ...open, request: request('denied', 5_000), grant: grant('revoked') };
    expect(casePhase(refused)).toEqual({ kind: 'refused', outcome: 'denied' });
    const ended = { ...open, request: request('granted'), grant: grant('revoked') };
    expect(casePhase(ended)).toEqual({ kind: 'ended', reason: 'revoked' });
    const askedAgain = { ...open, request: request('sent', 5_000), grant: grant('expired') };
    expect(casePhase(askedAgain).kind).toBe('asking');
  });
});

describe('endWord', () => {
  it('says whose act ended a look, and that of nobody when nobody is known', () => {
    const by = (endedBy: Grant['endedBy']) => endWord({ state: 'revoked', endedBy });
    expect([by('owner'), by('device'), by('brand'), by('gateway'), by(null)]).toEqual([
      'revoked',
      'revokedAtDevice',
      'revokedByBrand',
      'revokedByGateway',
      'cut',
    ]);
  });
  it('does not guess from the stream, which says revoked of all of them', () => {
    expect(endWord({ state: 'active', endedBy: null }, 'revoked')).toBe('cut');
    expect(endWord({ state: 'expired', endedBy: null }, 'revoked')).toBe('expired');
  });
});

describe('accessWord', () => {
  const listed = (changes: Partial<Case>) => ({ ...open, device: { proofs: ['button'] }, ...changes }) as Case;
  it('says what the owner still has to do to prove it', () => {
    expect(accessWord(listed({ request: request('allowed') }))).toBe('allowed');
    const label = listed({ request: request('allowed') });
    expect(accessWord({ ...label, device: { ...label.device, proofs: ['label'] } })).toBe('allowedLabel');
    expect(accessWord({ ...label, device: { ...label.device, proofs: ['button', 'label'] } })).toBe('allowedEither');
  });
  it('tells a refused request from time that ran out, and no longer says live once the stream has ended', () => {
    expect(accessWord(listed({ request: request('expired') }))).toBe('expired');
    expect(accessWord(listed({ request: request('granted'), grant: grant('expired') }))).toBe('ended');
    expect(accessWord(listed({ grant: grant('active') }))).toBe('active');
    expect(accessWord(listed({ grant: grant('active') }), 'g1')).toBe('completed');
  });
});

describe('proofsFor', () => {
  it('leaves the label code out of a full look', () => {
    const device = { proofs: ['button' as const, 'label' as const] };
    expect(proofWord(proofsFor(device, 'full'))).toBe('button');
    expect(proofWord(proofsFor(device, 'basic'))).toBe('either');
  });
});
