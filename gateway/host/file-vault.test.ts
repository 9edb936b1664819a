import { createPublicKey, verify } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fingerprintOf, openFileVault } from './file-vault.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vault-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('keys are made once, for their owner’s eyes only, and found again', () => {
  const first = openFileVault(folder);
  const again = openFileVault(folder);
  expect(again.publicKey).toBe(first.publicKey);
  expect(again.keyedHash('link', 'a')).toBe(first.keyedHash('link', 'a'));
  for (const name of ['pepper.key', 'signing-ed25519.key']) {
    const { mode, size } = statSync(join(folder, name));
    expect(mode & 0o777).toBe(0o600);
    expect(size).toBe(32);
  }
});

it('hashes of different purposes, secrets and peppers differ', () => {
  const vault = openFileVault(folder);
  const other = openFileVault(join(folder, 'other'));
  const hash = vault.keyedHash('link', 'a');
  expect(vault.sameHash(hash, vault.keyedHash('link', 'a'))).toBe(true);
  for (const different of [
    vault.keyedHash('session', 'a'),
    vault.keyedHash('link', 'b'),
    other.keyedHash('link', 'a'),
    '',
  ]) {
    expect(vault.sameHash(hash, different)).toBe(false);
  }
});

it('signs with Ed25519 so that the public key given to devices verifies it', () => {
  const vault = openFileVault(folder);
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: vault.publicKey }, format: 'jwk' });
  const claims = Buffer.from('claims');
  expect(verify(null, claims, key, vault.sign(claims))).toBe(true);
  expect(verify(null, Buffer.from('others'), key, vault.sign(claims))).toBe(false);
});

it('passwords are argon2id and only the right one verifies', async () => {
  const vault = openFileVault(folder);
  const hash = await vault.hashPassword('correct horse battery');
  expect(hash).toMatch(/^\$argon2id\$/);
  expect(await vault.verifyPassword(hash, 'correct horse battery')).toBe(true);
  expect(await vault.verifyPassword(hash, 'wrong')).toBe(false);
});

it('a damaged key file is a clear error and is left as it is', () => {
  writeFileSync(join(folder, 'pepper.key'), 'short');
  expect(() => openFileVault(folder)).toThrow('pepper.key is not 32 bytes long');
  expect(statSync(join(folder, 'pepper.key')).size).toBe(5);
});

it('for a database that is in use with keys none are made, and others than its own are refused', () => {
  const fingerprint = fingerprintOf(openFileVault(folder));
  const use = { inUse: true, fingerprint };
  expect(fingerprintOf(openFileVault(folder, use))).toBe(fingerprint);
  const other = join(folder, 'other');
  expect(() => openFileVault(other, use)).toThrow(/pepper\.key is missing.*put the copy of keys\/ back/);
  expect(existsSync(other)).toBe(false);
  openFileVault(other);
  expect(() => openFileVault(other, use)).toThrow(/are not those of the database/);
  // One that does not know yet takes what is there; one in which nobody is takes any.
  expect(() => openFileVault(other, { inUse: true, fingerprint: null })).not.toThrow();
  expect(() => openFileVault(other, { inUse: false, fingerprint })).not.toThrow();
  rmSync(join(folder, 'signing-ed25519.key'));
  expect(() => openFileVault(folder, use)).toThrow(/signing-ed25519\.key is missing/);
});
