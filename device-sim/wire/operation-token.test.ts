import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkOperationToken, readPublicKey } from './operation-token.ts';

interface Vector {
  readonly name: string;
  readonly deviceId: string;
  readonly message: { readonly executionId: string; readonly name: string };
  readonly currentEpoch: string;
  readonly receivedAgoMs: number;
  readonly alreadyUsedNonce: boolean;
  readonly claimsBase64: string;
  readonly signatureBase64: string;
  readonly verdict: string | null;
}

const file = new URL('../../proto/vectors/tokens.json', import.meta.url);
const { publicKey, tokens } = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly publicKey: string;
  readonly tokens: readonly Vector[];
};

describe('the shared token vectors, as the device judges them', () => {
  it('are there', () => expect(tokens.length).toBeGreaterThan(10));

  it.each(tokens.map((vector) => [vector.name, vector] as const))('%s', (_, vector) => {
    const key = readPublicKey(publicKey);
    if (!key) throw new Error('the vectors hold no public key');
    const result = checkOperationToken({
      token: {
        claims: Buffer.from(vector.claimsBase64, 'base64'),
        signature: Buffer.from(vector.signatureBase64, 'base64'),
      },
      publicKey: key,
      deviceId: vector.deviceId,
      operation: vector.message,
      epoch: Number(vector.currentEpoch),
      ageMs: vector.receivedAgoMs,
      nonceUsed: () => vector.alreadyUsedNonce,
    });
    expect('refusal' in result ? result.refusal : null).toBe(vector.verdict);
  });
});

describe('a public key', () => {
  it.each(['', 'AAAA', 'not a key', '-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----'])(
    '%j is none',
    (text) => {
      expect(readPublicKey(text)).toBeUndefined();
    },
  );
});
