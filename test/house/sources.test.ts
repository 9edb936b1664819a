import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sources } from './sources.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const code = ['.ts', '.tsx', '.js', '.mjs', '.css', '.html', '.proto'];
const text = (path: string) => readFileSync(join(root, path), 'utf8');

/** Code made from strings, which a strict Content-Security-Policy forbids. Comments and names like `evaluate(` pass. */
function codeFromStrings(source: string): string[] {
  const bare = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  return [...bare.matchAll(/(?<![\w$.])eval\s*\(|\bFunction\s*\(/g)].map(([match]) => match);
}

describe('hand-written files', () => {
  it('are found', () => {
    expect(sources(code)).toEqual(
      expect.arrayContaining(['proto/topics.ts', 'gateway/ports/links.ts', 'proto/device.proto']),
    );
  });

  it('have at most 400 lines', () => {
    const lines = (path: string) => text(path).split('\n').length - 1;
    expect(sources(code).filter((path) => lines(path) > 400)).toEqual([]);
  });

  it('have no tests where the test runner does not look', () => {
    expect(sources(['.tsx', '.js', '.mjs', '.mts']).filter((path) => /\.(test|spec)\.\w+$/.test(path))).toEqual([]);
    expect(sources(['.spec.ts'])).toEqual([]);
  });

  it('have names in kebab-case', () => {
    const name = (path: string) => path.split('/').at(-1) ?? '';
    expect(
      sources(['.ts', '.tsx']).filter((path) => !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name(path).replace('zh-CN', 'zh'))),
    ).toEqual([]);
  });
});

describe('what a browser runs makes no code from strings', () => {
  it('recognises eval and Function, and nothing else', () => {
    expect(codeFromStrings('eval("1"); new Function("a", "b"); Function ("c")')).toHaveLength(3);
    expect(codeFromStrings('/* eval() */ evaluate(1); medieval(2);\n // new Function()\n isFunction(x)')).toEqual([]);
  });

  it('in the generated codec', () => {
    expect(codeFromStrings(text('proto/generated/codec.js'))).toEqual([]);
  });

  it("in what a page is bundled from: the console's and proto's sources", () => {
    const inputs = sources(['.ts', '.tsx', '.js', '.html']).filter((path) => /^(console|proto)\//.test(path));
    expect(inputs.length).toBeGreaterThan(0);
    expect(inputs.filter((path) => codeFromStrings(text(path)).length > 0)).toEqual([]);
  });

  it('in the runtime of the codec: every message is decoded and encoded where the engine forbids it', () => {
    const forbidden = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval'];
    const node = (script: string) =>
      execFileSync(process.execPath, [...forbidden, script], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    expect(() => node('new Function("")')).toThrow(/EvalError/);
    expect(node(roundTrip).trim()).toBe('0 differ');
  });
});

const roundTrip = `
  import { readdirSync, readFileSync } from 'node:fs';
  import { diag } from './proto/generated/codec.js';
  const golden = './proto/vectors/golden/';
  const differ = readdirSync(golden).filter((file) => file.endsWith('.bin')).filter((file) => {
    const bytes = readFileSync(golden + file);
    const type = diag[file.split('.')[0]];
    return !bytes.equals(type.encode(type.decode(bytes)).finish());
  });
  console.log(differ.length + ' differ');
`;
