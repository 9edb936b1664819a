import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin, stop } from 'esbuild';

const made = new Map<string, Promise<string>>();
let building = 0;

/**
 * A thread's program as one script, for `new Worker(code, { eval: true })`: TypeScript had to be made loadable in each
 * thread anew, by a loader with a thread of its own, which took four times as long as the thread itself.
 */
export async function threadCode(entry: URL): Promise<string> {
  const known = made.get(entry.href);
  if (known) return known;
  const code = make(entry);
  made.set(entry.href, code);
  // Another try is for the next who asks.
  code.catch(() => made.delete(entry.href));
  return code;
}

async function make(entry: URL): Promise<string> {
  building += 1;
  try {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(entry)],
      bundle: true,
      write: false,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      packages: 'external',
      plugins: [placed],
      // What is evaluated would look for packages from where the program was started.
      banner: { js: `((require) => {` },
      footer: { js: `})(require('node:module').createRequire(${JSON.stringify(entry.href)}));` },
    });
    return outputFiles.map(({ text }) => text).join('');
  } finally {
    building -= 1;
    // A process beside this one, that nobody needs any more.
    if (building === 0) await stop();
  }
}

/** Each file still knows where it lies, and finds what lies beside it. */
const placed: Plugin = {
  name: 'placed',
  setup(bundle) {
    bundle.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)), loader: 'ts' };
    });
  },
};
