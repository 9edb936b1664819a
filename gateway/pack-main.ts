import { Command } from 'commander';
import { fileURLToPath } from 'node:url';
import { loadTree } from './packs/load.ts';
import { readTree } from './packs/tree.ts';
import { problemText } from './packs/yaml-file.ts';

/** `npm run pack`: checks, plays and explains diagnostic packs. */
const shipped = fileURLToPath(new URL('packs', import.meta.url));
const program = new Command('pack').description('Checks, plays and explains diagnostic packs.');

program
  .command('check')
  .description('reads all packs as the gateway does at its start, and says what is wrong with them')
  .argument('[of]', 'only what is in this folder of theirs, or of this model')
  .option('--folder <folder>', 'the folder of all packs', shipped)
  .action((of: string | undefined, { folder }: { folder: string }) => {
    const { models, problems } = loadTree(readTree(folder));
    const path = of === undefined ? undefined : (models.get(of)?.folder ?? of);
    const shown = problems.filter(({ file }) => path === undefined || `/${file}`.includes(`/${path}/`));
    for (const problem of shown) process.stdout.write(`${problemText(problem)}\n`);
    const others = problems.length - shown.length;
    const more = others > 0 ? `, ${others} elsewhere` : '';
    process.stdout.write(`${models.size} models, ${shown.length} problems${more}.\n`);
    process.exitCode = problems.length > 0 ? 1 : 0;
  });

await program.parseAsync();
