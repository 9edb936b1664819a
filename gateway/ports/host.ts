/** Wall time may jump and is what people read; monotonic time is what deadlines are counted on. Both in ms. */
export interface Clock {
  now(): number;
  monotonicMs(): number;
  /** Calls once after `ms`; the answer cancels it. Never keeps the process alive. */
  after(ms: number, run: () => void): () => void;
}

/** Where ids, tokens and spoken digits come from. */
export interface Randomness {
  /** An opaque id, at least 120 bit, `[A-Za-z0-9_-]`. */
  id(): string;
  /** 256 bit, base64url. */
  token(): string;
  /** Uniform in 0 .. below-1. */
  integer(below: number): number;
  bytes(count: number): Uint8Array;
}

/** Keyed and slow hashes, and the gateway's signature. */
export interface Vault {
  /** HMAC-SHA-256 under the server-side pepper, base64url; `purpose` separates domains. */
  keyedHash(
    purpose:
      | 'device-secret'
      | 'label-code'
      | 'spoken-digits'
      | 'link'
      | 'session'
      | 'invitation'
      | 'keys'
      | 'known-browser'
      | 'webhook',
    secret: string,
  ): string;
  /** Constant-time comparison of two hashes. */
  sameHash(a: string, b: string): boolean;
  /** argon2id, off the event loop. */
  hashPassword(password: string): Promise<string>;
  verifyPassword(hash: string, password: string): Promise<boolean>;
  /** Ed25519 (RFC 8032): 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array;
  /** Raw 32 bytes, base64url: given to every device at registration. */
  readonly publicKey: string;
}
