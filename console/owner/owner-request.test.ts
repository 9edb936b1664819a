import { describe, expect, it } from 'vitest';
import { isEnded, readOwnerRequest } from './owner-request.ts';

const sound = {
  state: 'asked',
  brand: { name: 'Acme', company: 'Acme Ltd', country: 'CN' },
  agent: '<script>alert(1)</script>',
  device: { modelName: 'RV-S1', name: null, serialEnd: '0042' },
  scope: 'basic',
  classes: ['status'],
  minutes: 30,
  words: { en: ['amber', 'river'], 'zh-CN': ['琥珀', '河流'] },
  proofs: ['button', 'label'],
  proofEndsInMs: null,
  labelTriesLeft: null,
  expiresInMs: 1000,
  canStopItself: true,
  online: true,
  presence: 'unknown',
  known: ['status'],
};

describe('readOwnerRequest', () => {
  it('takes what the API promises', () => {
    expect(readOwnerRequest(sound)).toEqual(sound);
  });
  it('takes what an older or a newer gateway says: less, or more', () => {
    const { presence: _presence, known: _known, ...older } = { ...sound, device: { modelName: 'M', serialEnd: '1' } };
    expect(readOwnerRequest(older)).toMatchObject({ presence: 'online', known: ['status'], device: { name: null } });
    const newer = readOwnerRequest({ ...sound, proofs: ['button', 'word'], mood: { of: 'the day' } });
    expect(newer).toMatchObject({ proofs: ['button'] });
  });
  it.each([
    ['nothing', null],
    ['text', 'asked'],
    ['a list', [sound]],
    ['an unknown state', { ...sound, state: 'toString' }],
    ['a state of prototypes', { ...sound, state: '__proto__' }],
    ['no brand', { ...sound, brand: null }],
    ['a device without a serial', { ...sound, device: { modelName: 'RV-S1' } }],
    ['one word', { ...sound, words: { en: ['amber'], 'zh-CN': ['琥珀', '河流'] } }],
    ['an unknown presence', { ...sound, presence: 'perhaps' }],
    ['a proof that is no list', { ...sound, proofs: 'button' }],
    ['classes that are no texts', { ...sound, classes: [{}] }],
    ['a duration that is text', { ...sound, expiresInMs: '1000' }],
    ['no word on whether it can stop itself', { ...sound, canStopItself: undefined }],
  ])('refuses %s', (_name, body) => {
    expect(readOwnerRequest(body)).toBeNull();
  });
});

describe('isEnded', () => {
  it('is true for the states that never open again', () => {
    expect((['asked', 'allowed', 'active'] as const).map(isEnded)).toEqual([false, false, false]);
    expect((['denied', 'revoked', 'expired', 'completed', 'withdrawn'] as const).every(isEnded)).toBe(true);
  });
});
