import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a gateway finds its pair. */
export interface PairFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

/** A certificate authority that lives as long as its folder. Needs the program `openssl`. */
export class TestCa {
  /** What clients trust, PEM. */
  readonly certificate: string;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = join(folder, 'ca');
    mkdirSync(this.#folder, { recursive: true });
    const subject = ['-x509', '-subj', '/CN=Test CA', '-days', '30'];
    this.#run(['req', ...subject, ...newKey, '-keyout', 'ca.key', '-out', 'ca.pem']);
    this.certificate = readFileSync(join(this.#folder, 'ca.pem'), 'utf8');
  }

  /** For 127.0.0.1 and localhost, by default for 30 days. */
  issue(name: string, days = 30): PairFiles {
    writeFileSync(join(this.#folder, 'names'), 'subjectAltName=IP:127.0.0.1,DNS:localhost\n');
    this.#run(['req', '-subj', `/CN=${name}`, ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`]);
    const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names', '-days', String(days)];
    this.#run(['x509', '-req', '-in', `${name}.csr`, ...by, '-out', `${name}.pem`]);
    return { certFile: join(this.#folder, `${name}.pem`), keyFile: join(this.#folder, `${name}.key`) };
  }

  #run(args: readonly string[]): void {
    execFileSync('openssl', args, { cwd: this.#folder, stdio: 'pipe' });
  }
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** Puts another pair where a gateway looks. */
export function replacePair(at: PairFiles, by: PairFiles): void {
  copyFileSync(by.certFile, at.certFile);
  copyFileSync(by.keyFile, at.keyFile);
}
