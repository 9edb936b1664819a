import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext, type SecureContextOptions } from 'node:tls';
import type { Clock } from '../ports/host.ts';

/** Certificate and key for node:tls, with the oldest version that is spoken (RFC 8996 retired those before 1.2). */
export interface TlsPair extends SecureContextOptions {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly minVersion: 'TLSv1.2';
}

/** Why a pair is not taken. `not_a_pair`: no PEM, half written, the key of another certificate, or too weak a key. */
export type TlsTrouble = 'unreadable' | 'not_a_pair' | 'not_yet_valid' | 'expired';

/** What an operator has to hear; never anything of the files' contents. */
export type TlsEvent =
  | { readonly code: 'tls_reloaded' }
  | { readonly code: 'tls_kept' | 'tls_not_valid_now'; readonly why: TlsTrouble };

export interface TlsFilesOptions {
  readonly certFile: string;
  readonly keyFile: string;
  readonly clock: Clock;
  readonly note: (event: TlsEvent) => void;
}

export interface TlsFiles {
  readonly pair: TlsPair;
  /** Until the certificate in use runs out; negative afterwards. */
  daysLeft(): number;
  /** Looks every two seconds; `changed` is given a new pair, to be used for new connections. The answer ends it. */
  watch(changed: (pair: TlsPair) => void): () => void;
  /** Looks at once, and takes what is there without waiting for it to be there twice: somebody said that it is whole. */
  lookNow(): Promise<void>;
}

/** What is read is taken when it reads the same a second time: a file may be caught between its halves. */
const everyMs = 2_000;
const dayMs = 86_400_000;

/**
 * Reads the pair. Certificates of a few months are renewed by programs that restart nobody, so it can be watched; a pair that
 * cannot be used leaves the one in use where it is.
 * @throws with a sentence when there is nothing to start with; an expired pair starts, as devices that pin the key still come
 */
export async function openTlsFiles(options: TlsFilesOptions): Promise<TlsFiles> {
  const found = await read(options);
  const trouble = found instanceof Error ? 'unreadable' : troubleOf(found, options.clock.now());
  if (found instanceof Error || trouble === 'not_a_pair') {
    const { certFile, keyFile } = options;
    const why =
      found instanceof Error ? `cannot be read: ${found.message}` : 'are not a certificate and its key in PEM';
    throw new Error(`The TLS files ${certFile} and ${keyFile} ${why}.`);
  }
  if (trouble) options.note({ code: 'tls_not_valid_now', why: trouble });
  return new WatchedPair(options, found);
}

class WatchedPair implements TlsFiles {
  readonly #options: TlsFilesOptions;
  #pair: TlsPair;
  #seen: TlsPair | Error;
  /** What has been complained of already. */
  #told: TlsPair | Error | undefined;
  #changed: ((pair: TlsPair) => void) | undefined;
  #cancel: (() => void) | undefined;

  constructor(options: TlsFilesOptions, pair: TlsPair) {
    this.#options = options;
    this.#pair = pair;
    this.#seen = pair;
  }

  get pair(): TlsPair {
    return this.#pair;
  }

  daysLeft(): number {
    return (validity(this.#pair).to - this.#options.clock.now()) / dayMs;
  }

  watch(changed: (pair: TlsPair) => void): () => void {
    this.#changed = changed;
    this.#lookAgain();
    return () => {
      this.#changed = undefined;
      this.#cancel?.();
    };
  }

  async lookNow(): Promise<void> {
    await this.#look(true);
  }

  #lookAgain(): void {
    this.#cancel = this.#options.clock.after(everyMs, () => {
      void this.#look(false).then(() => this.#changed && this.#lookAgain());
    });
  }

  async #look(atOnce: boolean): Promise<void> {
    const found = await read(this.#options);
    if (!this.#changed) return;
    const twice = isSame(found, this.#seen);
    this.#seen = found;
    if (!twice && !atOnce) return;
    if (isSame(found, this.#pair)) this.#told = undefined;
    else this.#judge(found);
  }

  #judge(found: TlsPair | Error): void {
    const why = found instanceof Error ? 'unreadable' : troubleOf(found, this.#options.clock.now());
    if (!(found instanceof Error) && !why) {
      this.#pair = found;
      this.#told = undefined;
      this.#changed?.(found);
      this.#options.note({ code: 'tls_reloaded' });
    } else if (why && !(this.#told && isSame(found, this.#told))) {
      this.#told = found;
      this.#options.note({ code: 'tls_kept', why });
    }
  }
}

async function read(files: { readonly certFile: string; readonly keyFile: string }): Promise<TlsPair | Error> {
  try {
    const [cert, key] = await Promise.all([readFile(files.certFile), readFile(files.keyFile)]);
    return { cert, key, minVersion: 'TLSv1.2' };
  } catch (error) {
    return error as Error;
  }
}

function isSame(a: TlsPair | Error, b: TlsPair | Error): boolean {
  if (a instanceof Error || b instanceof Error) return a instanceof Error && b instanceof Error;
  return a.cert.equals(b.cert) && a.key.equals(b.key);
}

function troubleOf(pair: TlsPair, now: number): TlsTrouble | undefined {
  try {
    createSecureContext(pair);
    const { from, to } = validity(pair);
    return now < from ? 'not_yet_valid' : now > to ? 'expired' : undefined;
  } catch {
    return 'not_a_pair'; // OpenSSL's words name no part of a key, but nobody needs them either
  }
}

function validity({ cert }: TlsPair): { readonly from: number; readonly to: number } {
  const { validFrom, validTo } = new X509Certificate(cert);
  return { from: Date.parse(validFrom), to: Date.parse(validTo) };
}
