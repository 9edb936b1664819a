/**
 * `npm test`: finds or installs the programs that some tests need, runs every test, names the slowest files and every test
 * that passed only at its second try, and ends with one line to read: `N passed, N failed`, and `, N skipped` when there
 * were any. Arguments go to vitest.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './support/chromium.ts';
import { findMosquitto, findMosquittoPub, findOpenssl } from './support/programs.ts';
import { exitCode, flakes, slowest, summarise, type VitestReport } from './support/summary.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const reportPath = join(root, '.cache', 'test-report.json');
const strict = process.env['CI'] === 'true';

installMissing();
const vitest = runVitest(process.argv.slice(2));
const report = readReport();
const counts = summarise({ report, vitestFailed: vitest !== 0, strict });
tell('The slowest files:', slowest(report, 15));
tell('Passed only at the second try (decision 0059):', flakes(report));
console.log(counts.line);
process.exitCode = exitCode(counts);

function installMissing(): void {
  const needed = [
    { package: 'chromium', find: findChromium, tests: 'browser tests' },
    { package: 'mosquitto-clients', find: findMosquittoPub, tests: 'tests with mosquitto_pub' },
    { package: 'mosquitto', find: findMosquitto, tests: 'tests with a home’s broker' },
    { package: 'openssl', find: findOpenssl, tests: 'tests over TLS' },
  ];
  const missing = needed.filter((program) => program.find() === undefined);
  if (missing.length === 0) return;
  if (isDebian() && process.getuid?.() === 0) {
    aptGet(['update', '--quiet']);
    aptGet(['install', '--quiet', '--yes', '--no-install-recommends', ...missing.map((program) => program.package)]);
    // Debian starts a broker that it installs, on the port that the gateway itself wants.
    if (missing.some((program) => program.package === 'mosquitto')) {
      spawnSync('systemctl', ['disable', '--now', 'mosquitto'], { stdio: 'ignore', timeout: 30_000 });
    }
  }
  for (const program of missing.filter((it) => it.find() === undefined)) {
    console.log(`Install ${program.package} to run the ${program.tests}; they are skipped now.`);
  }
}

/** Its failure is not ours to judge: what is still missing afterwards is named. */
function aptGet(args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', args, { stdio: 'inherit', env, timeout: 300_000 });
}

function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function runVitest(args: readonly string[]): number | null {
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(reportPath, { force: true });
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  return spawnSync(process.execPath, [program, 'run', ...reporters, ...args], { cwd: root, stdio: 'inherit' }).status;
}

function tell(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log([title, ...lines.map((line) => `  ${line.replace(root, '')}`), ''].join('\n'));
}

function readReport(): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(reportPath, 'utf8')) as VitestReport;
  } catch {
    return undefined;
  }
}
