import { hash, verify } from '@node-rs/argon2';
import { createHmac, createPrivateKey, createPublicKey, randomBytes, sign, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Vault } from '../ports.ts';

const keyBytes = 32;
/** PKCS #8 wrapping of a raw Ed25519 seed (RFC 8410, 7). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const spkiPrefixBytes = 12;

/**
 * Keys kept in files of their own (mode 0600), apart from the database: pepper and signing key are made at the first start.
 * @throws when a key file cannot be read, written, or is not 32 bytes
 */
export function openFileVault(folder: string): Vault {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pepper = readOrMake(join(folder, 'pepper.key'));
  const seed = readOrMake(join(folder, 'signing-ed25519.key'));
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    publicKey: spki.subarray(spkiPrefixBytes).toString('base64url'),
    keyedHash: (purpose, secret) => createHmac('sha256', pepper).update(`${purpose}\n${secret}`).digest('base64url'),
    sameHash(a, b) {
      const [left, right] = [Buffer.from(a), Buffer.from(b)];
      return left.length === right.length && timingSafeEqual(left, right);
    },
    // argon2id with the library's defaults (OWASP: at least 19 MiB, 2 passes); runs in the thread pool.
    hashPassword: (password) => hash(password),
    verifyPassword: (stored, password) => verify(stored, password),
    sign: (bytes) => sign(null, bytes, privateKey),
  };
}

function readOrMake(path: string): Buffer {
  const kept = read(path);
  if (kept) {
    if (kept.length !== keyBytes) throw new Error(`The key file ${path} is not ${keyBytes} bytes long`);
    return kept;
  }
  const made = randomBytes(keyBytes);
  writeFileSync(path, made, { mode: 0o600, flag: 'wx' });
  return made;
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
