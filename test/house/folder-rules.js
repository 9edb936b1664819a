/**
 * Linter plugin: which folder may import which. The table is that of CONTRIBUTING.md "Imports"; a file belongs to the
 * longest area that its path starts with, and may import its own area and those in `may`. A test may import proto and
 * test/support besides; tests and scripts (.mjs) may use Node. Paths are resolved, so no way of writing a specifier
 * gets round it.
 */
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const domain = 'gateway/domain';
const ports = 'gateway/ports';
const app = 'gateway/app';
const pipeline = 'gateway/pipeline.ts';
const config = 'gateway/config.ts';
const main = 'gateway/main.ts';
const packCommand = 'gateway/pack-main.ts';
const dataCommands = ['gateway/backup-main.ts', 'gateway/restore-main.ts'];
const rims = ['broker', 'wire', 'store', 'bus', 'live', 'http', 'packs', 'host'].map((name) => `gateway/${name}`);
const callers = ['gateway/live', 'gateway/http'];

/** `may`: other areas; `packages`: all that may be imported by name; `builtIns: false`: no Node. */
const areas = {
  proto: { may: [], builtIns: false },
  [domain]: { may: [], builtIns: false, packages: ['typebox', '@marcbachmann/cel-js'] },
  [ports]: { may: [domain], builtIns: false, packages: [] },
  [app]: { may: [domain, ports] },
  [pipeline]: { may: [domain, ports, app] },
  [config]: { may: [domain] },
  ...Object.fromEntries(
    rims.map((rim) => [rim, { may: [domain, ports, 'proto', ...(callers.includes(rim) ? [app] : [])] }]),
  ),
  [main]: { may: [domain, ports, app, pipeline, config, ...rims, 'gateway', 'proto'] },
  // The command of those who write packs: it needs no gateway.
  [packCommand]: { may: [domain, 'gateway/packs'] },
  // Those of whoever keeps the data: they need none either.
  ...Object.fromEntries(
    dataCommands.map((command) => [command, { may: [config, 'gateway', 'gateway/store', 'gateway/host'] }]),
  ),
  // Files beside main.ts (the start command, the demo): around the composition root, never beside an adapter.
  gateway: { may: [domain, ports, app, config, main, 'proto', 'console'] },
  'device-sim': { may: ['proto'] },
  'console/shared': { may: ['proto'], builtIns: false },
  'console/agent': { may: ['proto', 'console/shared'], builtIns: false },
  'console/owner': { may: ['proto', 'console/shared'], builtIns: false },
  console: { may: ['proto'] },
};
const longestFirst = Object.keys(areas).sort((a, b) => b.length - a.length);

/** The area of a path relative to the root; undefined outside all (test/, configuration). */
function areaOf(path) {
  return longestFirst.find((area) => path === area || path.startsWith(`${area}/`));
}

/** Why `file` may not import `specifier`, or undefined when it may. Both by the table above. */
function refusal(file, specifier) {
  const from = areaOf(file);
  if (specifier.startsWith('@diag/')) return 'workspaces import each other by relative path';
  if (from === undefined) return undefined;
  const isTest = file.endsWith('.test.ts');
  if (specifier.startsWith('.')) {
    const to = within(resolve(root, dirname(file), specifier));
    const area = areaOf(to);
    if (area === from || areas[from].may.includes(area)) return undefined;
    if (isTest && (to.startsWith('test/support/') || to.startsWith('proto/'))) return undefined;
    return `${from} may not import ${area ?? to}`;
  }
  if (isTest || file.endsWith('.mjs')) return undefined;
  const { builtIns, packages } = areas[from];
  if (builtIns === false && specifier.startsWith('node:')) return `${from} may not import Node's built-ins`;
  if (packages && !packages.some((name) => specifier === name || specifier.startsWith(`${name}/`))) {
    return `${from} may not import the package ${specifier}`;
  }
  return undefined;
}

function within(path) {
  return relative(root, path).split(sep).join('/');
}

const folders = {
  create(context) {
    const file = within(context.filename);
    const check = (node, source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const message = refusal(file, source.value);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      TSImportType: (node) => check(node, node.source),
      CallExpression(node) {
        if (node.callee.type === 'Identifier' && node.callee.name === 'require') check(node, node.arguments[0]);
      },
    };
  },
};

export default { meta: { name: 'house' }, rules: { folders } };
