import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PairFiles, replacePair, TestCa } from '../../test/support/certificates.ts';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { findOpenssl } from '../../test/support/programs.ts';
import { openTlsFiles, type TlsEvent, type TlsFiles } from './tls-files.ts';

const dayMs = 86_400_000;

describe.skipIf(findOpenssl() === undefined)('the TLS files', () => {
  let folder: string;
  let first: PairFiles;
  let second: PairFiles;
  let short: PairFiles;
  let files: PairFiles;
  let clock: FakeClock;
  let events: TlsEvent[];
  let taken: Buffer[];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'diag-tls-'));
    const ca = new TestCa(folder);
    first = ca.issue('first');
    second = ca.issue('second');
    short = ca.issue('short', 5);
    files = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(() => {
    clock = new FakeClock(Date.now() + 60_000);
    events = [];
    taken = [];
    replacePair(files, first);
  });

  const open = () => openTlsFiles({ ...files, clock, note: (event) => events.push(event) });
  const watch = async (): Promise<TlsFiles> => {
    const opened = await open();
    opened.watch(({ cert }) => taken.push(cert));
    return opened;
  };
  /** Two seconds pass, and what was looked at has been judged: the next look is set. */
  const look = async (): Promise<void> => {
    clock.advance(2_000);
    await expect.poll(() => clock.timers, { interval: 2 }).toBe(1);
  };

  it('are taken when they changed and read the same twice, and then once', async () => {
    const opened = await watch();
    replacePair(files, second);
    await look();
    expect(taken).toEqual([]);
    await look();
    await look();
    expect(taken).toEqual([readFileSync(second.certFile)]);
    expect(opened.pair.key).toEqual(readFileSync(second.keyFile));
    expect(events).toEqual([{ code: 'tls_reloaded' }]);
  });

  it('are taken at the first look when somebody says so', async () => {
    const opened = await watch();
    replacePair(files, second);
    await opened.lookNow();
    expect(taken).toHaveLength(1);
  });

  it('stay as they were, told once, while only one of them is new; and are taken when the other comes', async () => {
    const opened = await watch();
    copyFileSync(second.certFile, files.certFile);
    for (let looks = 0; looks < 4; looks += 1) await look();
    expect(events).toEqual([{ code: 'tls_kept', why: 'not_a_pair' }]);
    expect(opened.pair.cert).toEqual(readFileSync(first.certFile));
    replacePair(files, second);
    await look();
    await look();
    expect(events.at(-1)).toEqual({ code: 'tls_reloaded' });
    expect(taken).toHaveLength(1);
  });

  it.each([
    ['a half-written certificate', 'not_a_pair', (at: PairFiles) => truncateSync(at.certFile, 200)],
    ['a half-written key', 'not_a_pair', (at: PairFiles) => truncateSync(at.keyFile, 100)],
    ['an empty file', 'not_a_pair', (at: PairFiles) => truncateSync(at.keyFile, 0)],
    ['a chain that ends within a certificate', 'not_a_pair', halfAChain],
    ['no PEM', 'not_a_pair', (at: PairFiles) => writeFileSync(at.certFile, 'garbage')],
    ['a missing file', 'unreadable', (at: PairFiles) => rmSync(at.keyFile)],
  ] as const)('stay as they were because of %s', async (_what, why, spoil) => {
    const opened = await watch();
    replacePair(files, second);
    spoil(files);
    await look();
    await look();
    await look();
    expect(events).toEqual([{ code: 'tls_kept', why }]);
    expect(opened.pair.cert).toEqual(readFileSync(first.certFile));
    expect(taken).toEqual([]);
  });

  it('stay as they were when the new certificate has run out or is not valid yet, until it is', async () => {
    await watch();
    clock.setWall(Date.now() + 10 * dayMs);
    replacePair(files, short);
    await look();
    await look();
    expect(events).toEqual([{ code: 'tls_kept', why: 'expired' }]);
    clock.setWall(Date.now() - dayMs);
    replacePair(files, second);
    await look();
    await look();
    expect(events.at(-1)).toEqual({ code: 'tls_kept', why: 'not_yet_valid' });
    clock.setWall(Date.now() + dayMs);
    await look();
    expect(events.at(-1)).toEqual({ code: 'tls_reloaded' });
  });

  it('tell how many days are left', async () => {
    const opened = await open();
    expect(opened.daysLeft()).toBeCloseTo(30, 1);
    clock.setWall(Date.now() + 31 * dayMs);
    expect(opened.daysLeft()).toBeCloseTo(-1, 1);
  });

  it('start a gateway although they have run out, which is told: devices that pin the key still come', async () => {
    replacePair(files, short);
    clock.setWall(Date.now() + 10 * dayMs);
    await open();
    expect(events).toEqual([{ code: 'tls_not_valid_now', why: 'expired' }]);
  });

  it('stop a start with a sentence when they are missing or no pair; it shows nothing of the key', async () => {
    copyFileSync(second.keyFile, files.keyFile);
    await expect(open()).rejects.toThrow('are not a certificate and its key in PEM.');
    rmSync(files.keyFile);
    await expect(open()).rejects.toThrow(/cannot be read: ENOENT/);
  });

  it('are looked at no more after the end', async () => {
    const opened = await open();
    const end = opened.watch(({ cert }) => taken.push(cert));
    end();
    replacePair(files, second);
    await opened.lookNow();
    expect(clock.timers).toBe(0);
    expect(taken).toEqual([]);
  });
});

function halfAChain(at: PairFiles): void {
  appendFileSync(at.certFile, readFileSync(at.certFile, 'utf8').slice(0, 300));
}
