import { hash, verify } from '@node-rs/argon2';
import { createHmac, createPrivateKey, createPublicKey, randomBytes, sign, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Vault } from '../ports/host.ts';

const keyBytes = 32;
/** PKCS #8 wrapping of a raw Ed25519 seed (RFC 8410, 7). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const spkiPrefixBytes = 12;

/** What a database knows of the keys that it was written with. */
export interface KeyUse {
  /** Whether there is anybody in it whom only those keys recognise. */
  readonly inUse: boolean;
  /** As of `fingerprintOf`; null: it was written before there was one. */
  readonly fingerprint: string | null;
}

/** Tells keys from others, and nothing of the keys. */
export function fingerprintOf(vault: Pick<Vault, 'keyedHash' | 'publicKey'>): string {
  return vault.keyedHash('keys', vault.publicKey);
}

/**
 * Keys kept in files of their own (mode 0600), apart from the database: pepper and signing key are made at the first start,
 * and never for a database that others are in use with.
 * @throws with a sentence when a key file cannot be read, written, is not 32 bytes, or is missing or of another database
 */
export function openFileVault(folder: string, use: KeyUse = { inUse: false, fingerprint: null }): Vault {
  const vault = open(folder, use.inUse ? readKept : readOrMake);
  if (use.inUse && use.fingerprint !== null && use.fingerprint !== fingerprintOf(vault))
    throw new Error(`The keys in ${folder} are not those of the database. ${putBack}`);
  return vault;
}

const putBack =
  'No device, label or link would be recognised: put the copy of keys/ back. To start empty instead, move the whole data folder away.';

function open(folder: string, keyIn: (path: string) => Buffer): Vault {
  const pepper = keyIn(join(folder, 'pepper.key'));
  const seed = keyIn(join(folder, 'signing-ed25519.key'));
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
  if (kept) return kept;
  const made = randomBytes(keyBytes);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, made, { mode: 0o600, flag: 'wx' });
  return made;
}

function readKept(path: string): Buffer {
  const kept = read(path);
  if (!kept) throw new Error(`The key file ${path} is missing, and the database is in use with it. ${putBack}`);
  return kept;
}

function read(path: string): Buffer | undefined {
  let kept: Buffer;
  try {
    kept = readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  if (kept.length !== keyBytes) throw new Error(`The key file ${path} is not ${keyBytes} bytes long`);
  return kept;
}
