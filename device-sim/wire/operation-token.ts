import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { diag } from '../../proto/generated/codec.js';

/** Why a token is refused; the codes of proto/vectors/tokens.json. */
export type TokenRefusal =
  | 'token_malformed'
  | 'token_signature'
  | 'token_device'
  | 'token_expired'
  | 'token_replayed'
  | 'token_epoch'
  | 'token_mismatch';

export interface TokenQuestion {
  readonly token: { readonly claims: Uint8Array; readonly signature: Uint8Array };
  readonly publicKey: KeyObject;
  readonly deviceId: string;
  /** What the operation beside the token asks for. */
  readonly operation: { readonly executionId: string; readonly name: string };
  /** Of the last ConsentState. */
  readonly epoch: number;
  /** Ms since the token was received; its life is counted from there. */
  readonly ageMs: number;
  readonly nonceUsed: (nonceHex: string) => boolean;
}

export interface TokenClaims {
  readonly grantId: string;
  readonly nonceHex: string;
  readonly ttlMs: number;
}

/** Ed25519 (RFC 8032) over the claims exactly as sent. Pure: the caller remembers nonces and measures the age. */
export function checkOperationToken(
  question: TokenQuestion,
): { readonly claims: TokenClaims } | { readonly refusal: TokenRefusal } {
  const { token, operation } = question;
  const claims = decodeClaims(token.claims);
  if (!claims || token.signature.length !== 64) return { refusal: 'token_malformed' };
  if (!verify(null, token.claims, question.publicKey, token.signature)) return { refusal: 'token_signature' };
  if (claims.deviceId !== question.deviceId) return { refusal: 'token_device' };
  if (question.ageMs >= claims.ttlMs) return { refusal: 'token_expired' };
  const nonceHex = Buffer.from(claims.nonce).toString('hex');
  if (question.nonceUsed(nonceHex)) return { refusal: 'token_replayed' };
  // Signed under another state of consent than the one that holds now: the gateway signs anew.
  if (Number(claims.epoch) !== question.epoch) return { refusal: 'token_epoch' };
  if (claims.executionId !== operation.executionId || claims.name !== operation.name)
    return { refusal: 'token_mismatch' };
  return { claims: { grantId: claims.grantId, nonceHex, ttlMs: claims.ttlMs } };
}

const longestLifeMs = 60_000;

function decodeClaims(bytes: Uint8Array): diag.OperationClaims | undefined {
  try {
    const claims = diag.OperationClaims.decode(bytes);
    const complete = claims.deviceId !== '' && claims.executionId !== '' && claims.name !== '' && claims.grantId !== '';
    const lives = claims.ttlMs >= 1 && claims.ttlMs <= longestLifeMs;
    return complete && lives && claims.nonce.length === 16 ? claims : undefined;
  } catch {
    return undefined;
  }
}

const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** The gateway's Ed25519 key as registration gives it: PEM, or base64(url) of SPKI DER or of the 32 raw bytes. */
export function readPublicKey(text: string): KeyObject | undefined {
  try {
    if (text.includes('-----BEGIN')) return ed25519(createPublicKey(text));
    const bytes = Buffer.from(text, 'base64');
    const der = bytes.length === 32 ? Buffer.concat([spkiPrefix, bytes]) : bytes;
    return ed25519(createPublicKey({ key: der, format: 'der', type: 'spki' }));
  } catch {
    return undefined;
  }
}

function ed25519(key: KeyObject): KeyObject | undefined {
  return key.asymmetricKeyType === 'ed25519' ? key : undefined;
}
