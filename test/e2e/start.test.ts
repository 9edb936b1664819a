import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildConsole } from '../../console/build.ts';
import { type PairFiles, replacePair, TestCa } from '../support/certificates.ts';
import { freePort } from '../support/free-port.ts';
import { HttpsClient } from '../support/https.ts';
import { findOpenssl } from '../support/programs.ts';

const ready = fileURLToPath(new URL('../../.packaging/ready.mjs', import.meta.url));
const program = fileURLToPath(new URL('../../gateway/start.ts', import.meta.url));

/** The program as an operator starts it, with a free port for whatever listens. */
class Started {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  output = '';

  constructor(environment: Record<string, string>) {
    const env = {
      PATH: process.env['PATH'],
      HOME: tmpdir(),
      NODE_ENV: 'production',
      DIAG_DEMO: 'false',
      ...environment,
    };
    this.child = spawn(process.execPath, ['--import', 'tsx', program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (bytes: Buffer) => (this.output += bytes.toString()));
    this.exited = new Promise((resolve) => this.child.once('exit', resolve));
  }

  async says(words: string): Promise<void> {
    await expect.poll(() => this.output, { timeout: 90_000 }).toContain(words);
  }
}

describe('the program', () => {
  let folder: string;
  let started: Started | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'diag-start-'));
  });
  afterEach(async () => {
    started?.child.kill('SIGKILL');
    await started?.exited;
    started = undefined;
    rmSync(folder, { recursive: true });
  });

  it('does not start with plain text where others can listen, and says which setting is meant', async () => {
    started = new Started({ DIAG_DATA_FOLDER: join(folder, 'data'), DIAG_HTTP_HOST: '0.0.0.0' });
    expect(await started.exited).toBe(2);
    expect(started.output).toContain('httpHost (DIAG_HTTP_HOST)');
    expect(started.output).toContain('DIAG_PLAIN_TEXT_OFF_LOOPBACK=true');
  });

  it('tells in one line of a start that follows a kill, and of no other', async () => {
    await buildConsole();
    const environment = {
      DIAG_DATA_FOLDER: join(folder, 'data'),
      DIAG_HTTP_PORT: String(await freePort()),
      DIAG_MQTT_PORT: String(await freePort()),
    };
    started = new Started(environment);
    await started.says('Stop with Ctrl+C');
    expect(started.output).not.toContain('started_after_unclean_end');
    started.child.kill('SIGKILL');
    await started.exited;
    started = new Started(environment);
    await started.says('Stop with Ctrl+C');
    expect(started.output).toMatch(/"started_after_unclean_end","databaseChecked":true,"viewsReadBack":0,"ms":\d+/);
  });

  it.skipIf(findOpenssl() === undefined)(
    'installed, serves the console as it was built, is found ready, takes a renewed certificate at SIGHUP, and ends at SIGTERM',
    async () => {
      await buildConsole();
      const ca = new TestCa(folder);
      const files: PairFiles = { certFile: join(folder, 'tls.crt'), keyFile: join(folder, 'tls.key') };
      replacePair(files, ca.issue('first'));
      const renewed = ca.issue('second');
      const httpPort = await freePort();
      const environment = {
        DIAG_DATA_FOLDER: join(folder, 'data'),
        DIAG_HTTP_PORT: String(httpPort),
        DIAG_MQTT_PORT: String(await freePort()),
        DIAG_MQTTS_PORT: String(await freePort()),
        DIAG_TLS_CERT_FILE: files.certFile,
        DIAG_TLS_KEY_FILE: files.keyFile,
      };
      const isReady = () => spawnSync(process.execPath, [ready], { env: environment }).status === 0;
      started = new Started(environment);
      await started.says('Stop with Ctrl+C');
      expect(started.output).toContain('mqtts://127.0.0.1:');
      expect(started.output).not.toContain('Console built');
      const https = new HttpsClient(`https://127.0.0.1:${httpPort}`, ca.certificate);
      const page = await https.ask('/');
      expect(page).toMatchObject({ status: 200, shownBy: 'first' });
      expect(page.body).toContain('<div id="app">');

      expect(isReady()).toBe(true);

      replacePair(files, renewed);
      // It never reads the same twice, so that it is not taken by being looked at.
      const restless = setInterval(() => appendFileSync(files.certFile, `# ${Date.now()}\n`), 100);
      try {
        expect(started.output).not.toContain('tls_reloaded');
        started.child.kill('SIGHUP');
        await started.says('tls_reloaded');
        expect((await https.ask('/livez')).shownBy).toBe('second');
      } finally {
        clearInterval(restless);
      }

      started.child.kill('SIGTERM');
      expect(await started.exited).toBe(0);
      expect(isReady()).toBe(false);
      https.close();
    },
  );
});
