import { Command } from 'commander';
import { fileURLToPath } from 'node:url';
import { readFolders } from './packs/files.ts';
import { readTree } from './packs/tree.ts';
import { type Problem, problemText } from './packs/yaml-file.ts';

/** `npm run pack`: checks, plays and explains diagnostic packs. */
const shipped = fileURLToPath(new URL('packs', import.meta.url));
const program = new Command('pack').description('Checks, plays and explains diagnostic packs.');

program
  .command('check')
  .description('reads all packs as the gateway does at its start, and says what is wrong with them')
  .argument('[of]', 'only what is in this folder of theirs, or of this model')
  .option('--folder <folder>', 'the folder of all packs', shipped)
  .action((of: string | undefined, { folder }: { folder: string }) => {
    const problems: Problem[] = [];
    const folders = readFolders(readTree(folder), problems);
    const shown = problems.filter(({ file }) => of === undefined || `/${file}`.includes(`/${of}/`));
    for (const problem of shown) process.stdout.write(`${problemText(problem)}\n`);
    process.stdout.write(`${folders.size} folders, ${shown.length} problems.\n`);
    process.exitCode = shown.length > 0 ? 1 : 0;
  });

await program.parseAsync();
