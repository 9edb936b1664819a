/**
 * Writes proto/generated/codec.{js,d.ts} from the .proto files: static code, no `eval` and no `new Function`, so a strict
 * Content-Security-Policy holds. `--check` only compares, and exits 1 when what is committed is stale.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const sources = ['device.proto', 'control.proto', 'live.proto'].map((name) => join(here, name));
const cli = dirname(createRequire(import.meta.url).resolve('protobufjs-cli/package.json'));
const work = mkdtempSync(join(tmpdir(), 'codec-'));

const js = join(work, 'codec.js');
const dts = join(work, 'codec.d.ts');
const run = (tool, args) =>
  execFileSync(process.execPath, [join(cli, 'bin', tool), ...args], { stdio: ['ignore', 'inherit', 'inherit'] });

try {
  run('pbjs', ['-t', 'static-module', '-w', 'es6', '--es6', '--no-service', '--no-delimited', '-o', js, ...sources]);
  run('pbts', ['-o', dts, js]);
  const outputs = [
    [join(here, 'generated', 'codec.js'), resolvable(readFileSync(js, 'utf8'))],
    [join(here, 'generated', 'codec.d.ts'), resolvable(readFileSync(dts, 'utf8'))],
  ];
  const stale = outputs.filter(([path, text]) => read(path) !== text);
  if (process.argv.includes('--check')) {
    if (stale.length > 0) {
      console.error(`Stale, run "npm run generate": ${stale.map(([path]) => path).join(', ')}`);
      process.exitCode = 1;
    }
  } else {
    for (const [path, text] of stale) writeFileSync(path, text);
  }
} finally {
  rmSync(work, { recursive: true });
}

/** Node's ESM resolution wants the file extension that the generator leaves out. */
function resolvable(text) {
  return text.replaceAll('"protobufjs/minimal"', '"protobufjs/minimal.js"');
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
