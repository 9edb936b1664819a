/**
 * Writes tokens.json: operation tokens (WIRE.md "Operations") with the verdict that a correct verifier gives. Each is
 * wrong in one way only, so that the order of a verifier's checks does not matter. Ed25519 is deterministic.
 */
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { diag } from '../generated/codec.js';

/** Test only: RFC 8032 section 7.1, TEST 1. Whoever trusts this key trusts everybody. */
const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
/** Not trusted by anybody: TEST 2 of the same section. */
const foreignSeed = Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex');
const privateKey = (raw) => {
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), raw]); // RFC 8410 section 7
  return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
};

const deviceId = 'rv-s1-0007';
const message = { executionId: 'exec-3', name: 'self_test' };
const claims = { deviceId, ...message, grantId: 'grant-5f1c', epoch: '8', nonce: nonce(1), ttlMs: 30_000 };
const current = { currentEpoch: '8', receivedAgoMs: 0, alreadyUsedNonce: false };

const encode = (object) => Buffer.from(diag.OperationClaims.encode(diag.OperationClaims.fromObject(object)).finish());

/** @param more claims: changes of them; bytes, signature: from the right ones to what is sent; the rest as is */
function token(name, verdict, more = {}) {
  const { claims: changed, bytes = (it) => it, signature = (it) => it, key = seed, ...context } = more;
  const said = { ...claims, ...changed };
  const sent = bytes(encode(said));
  const signed = signature(sign(null, more.signedBytes?.(encode(said)) ?? sent, privateKey(key)));
  delete context.signedBytes;
  return {
    name,
    deviceId,
    message,
    ...current,
    ...context,
    claims: said,
    claimsBase64: sent.toString('base64'),
    signatureBase64: signed.toString('base64'),
    verdict,
  };
}

const tokens = [
  token('valid', null),
  token('valid in the last millisecond of its life', null, { receivedAgoMs: 29_999 }),
  token('valid for the longest life there is', null, { claims: { ttlMs: 60_000 }, receivedAgoMs: 59_999 }),
  token('another device', 'token_device', { claims: { deviceId: 'rv-s1-0008' } }),
  token('signed by another key', 'token_signature', { key: foreignSeed }),
  token('one bit of the signature flipped', 'token_signature', {
    signature: (it) => Buffer.concat([it.subarray(0, 63), Buffer.from([it[63] ^ 1])]),
  }),
  token('claims changed after signing: another operation', 'token_signature', {
    signedBytes: () => encode({ ...claims, name: 'identify' }),
  }),
  token('a field appended to the claims after signing', 'token_signature', {
    bytes: (it) => Buffer.concat([it, Buffer.from([0x38, 0xe0, 0xd4, 0x03])]), // ttlMs = 60 000 once more
    signedBytes: (it) => it,
  }),
  token('no signature', 'token_malformed', { signature: () => Buffer.alloc(0) }),
  token('claims that are no protobuf, rightly signed', 'token_malformed', {
    bytes: () => Buffer.from('ffffffff', 'hex'),
  }),
  token('a nonce of 8 bytes', 'token_malformed', { claims: { nonce: nonce(1, 8) } }),
  token('a life of nothing', 'token_malformed', { claims: { ttlMs: 0 } }),
  token('a life above 60 s', 'token_malformed', { claims: { ttlMs: 60_001 } }),
  token('expired to the millisecond', 'token_expired', { receivedAgoMs: 30_000 }),
  token('its nonce was used before', 'token_replayed', { alreadyUsedNonce: true }),
  token('an epoch that has passed', 'token_epoch', { currentEpoch: '9' }),
  token('an epoch that the device has not heard of', 'token_epoch', { currentEpoch: '7' }),
  token('another execution', 'token_mismatch', { claims: { executionId: 'exec-4' } }),
  token('another operation', 'token_mismatch', { claims: { name: 'factory_reset' } }),
];

const jwk = createPublicKey(privateKey(seed)).export({ format: 'jwk' });
const document = {
  note: [
    'Operation tokens (WIRE.md "Operations") and the verdict of a correct verifier: null, or a refusal code.',
    'deviceId: who verifies. message: executionId and name of the Operation that carries the token. currentEpoch: the epoch of the last ConsentState; the token has to be of exactly that.',
    'receivedAgoMs: time on a monotonic clock since the message was received, when it is judged. Expired from ttlMs on. ttlMs is 1..60000, the nonce 16 bytes.',
    'claims: what claimsBase64 encodes, unless the name says that it was changed; claimsBase64 and signatureBase64 are what is sent. Made by make-tokens.mjs.',
  ],
  publicKey: jwk.x,
  testOnlySeed: seed.toString('base64url'),
  tokens,
};
writeFileSync(new URL('tokens.json', import.meta.url), `${JSON.stringify(document, null, 2)}\n`);

/** Base64 of bytes that count up from `first`. */
function nonce(first, length = 16) {
  return Buffer.from(Array.from({ length }, (_, index) => first + index)).toString('base64');
}
