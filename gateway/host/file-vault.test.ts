import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openFileVault } from './file-vault.ts';

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
