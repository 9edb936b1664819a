import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diag } from './generated/codec.js';

interface TokenVector {
  readonly name: string;
  readonly deviceId: string;
  readonly message: { readonly executionId: string; readonly name: string };
  readonly currentEpoch: string;
  readonly receivedAgoMs: number;
  readonly alreadyUsedNonce: boolean;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly claimsBase64: string;
  readonly signatureBase64: string;
  readonly verdict: string | null;
}

const { publicKey, testOnlySeed, tokens } = JSON.parse(
  readFileSync(new URL('vectors/tokens.json', import.meta.url), 'utf8'),
) as { publicKey: string; testOnlySeed: string; tokens: readonly TokenVector[] };

const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
const base64 = (text: string) => Buffer.from(text, 'base64');

/** The shortest verifier that the wire contract allows; the simulator and the gateway have their own. */
function verdict(token: TokenVector): string | null {
  const signature = base64(token.signatureBase64);
  if (signature.length !== 64) return 'token_malformed';
  if (!verify(null, base64(token.claimsBase64), key, signature)) return 'token_signature';
  const claims = decode(token.claimsBase64);
  if (claims === undefined || claims.nonce.length !== 16) return 'token_malformed';
  if (claims.ttlMs < 1 || claims.ttlMs > 60_000) return 'token_malformed';
  if (claims.deviceId !== token.deviceId) return 'token_device';
  const { executionId, name } = token.message;
  if (claims.executionId !== executionId || claims.name !== name) return 'token_mismatch';
  if (claims.epoch.toString() !== token.currentEpoch) return 'token_epoch';
  if (token.receivedAgoMs >= claims.ttlMs) return 'token_expired';
  return token.alreadyUsedNonce ? 'token_replayed' : null;
}

function decode(claims: string): diag.OperationClaims | undefined {
  try {
    return diag.OperationClaims.decode(base64(claims));
  } catch {
    return undefined;
  }
}

describe('the token vectors', () => {
  it.each(tokens.map((token) => [token.name, token] as const))('%s', (_name, token) => {
    expect(verdict(token)).toBe(token.verdict);
  });

  it('have every code, and several that are valid', () => {
    const codes = new Set(tokens.map((token) => token.verdict));
    expect([...codes].filter((code) => code !== null).toSorted()).toEqual([
      'token_device',
      'token_epoch',
      'token_expired',
      'token_malformed',
      'token_mismatch',
      'token_replayed',
      'token_signature',
    ]);
    expect(tokens.filter((token) => token.verdict === null).length).toBeGreaterThan(1);
  });

  it('say in `claims` what they send, where nothing was changed after signing', () => {
    for (const token of tokens.filter((it) => it.verdict === null || it.verdict === 'token_device')) {
      const sent = diag.OperationClaims.toObject(diag.OperationClaims.decode(base64(token.claimsBase64)), {
        longs: String,
        bytes: String,
      });
      expect(sent).toEqual(token.claims);
    }
  });

  it('are signed with the seed that belongs to the public key', () => {
    const seed = Buffer.from(testOnlySeed, 'base64url');
    const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
    const signer = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    const valid = tokens[0];
    expect(valid && sign(null, base64(valid.claimsBase64), signer).toString('base64')).toBe(valid?.signatureBase64);
  });
});
