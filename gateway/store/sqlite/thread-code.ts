import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type BuildOptions, type BuildResult, type Plugin, stop } from 'esbuild';

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
  const { outputFiles = [] } = await bundle({
    entryPoints: [fileURLToPath(entry)],
    write: false,
    format: 'cjs',
    // What is evaluated would look for packages from where the program was started.
    banner: { js: `((require) => {` },
    footer: { js: `})(require('node:module').createRequire(${JSON.stringify(entry.href)}));` },
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** The sources of this project as one script for Node; packages stay where they are. */
export async function bundle(options: BuildOptions): Promise<BuildResult> {
  building += 1;
  try {
    return await build({
      bundle: true,
      platform: 'node',
      target: 'node20',
      packages: 'external',
      plugins: [placed],
      ...options,
    });
  } finally {
    building -= 1;
    // A process beside this one, that nobody needs any more.
    if (building === 0) await stop();
  }
}

/** Each file still knows where it lies, and finds what lies beside it. */
const placed: Plugin = {
  name: 'placed',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return {
        contents: text.replaceAll(/\bimport\.meta\.url\b/g, JSON.stringify(pathToFileURL(path).href)),
        loader: 'ts',
      };
    });
  },
};
