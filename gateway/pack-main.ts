import { Command, Option } from 'commander';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explain, type Language } from './packs/explain.ts';
import { type Loaded, loadTree, problemsOf } from './packs/load.ts';
import { playCases } from './packs/play-all.ts';
import { jsonSchemas } from './packs/schemas.ts';
import { readTree } from './packs/tree.ts';
import { problemText } from './packs/yaml-file.ts';

/** `npm run pack`: checks, plays and explains diagnostic packs. */
const shipped = fileURLToPath(new URL('packs', import.meta.url));
const language: Language = /^zh/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'zh-CN' : 'en';
const program = new Command('pack').description('Checks, plays and explains diagnostic packs.');
const folderOption = new Option('--folder <folder>', 'the folder of all packs').default(
  shipped,
  'those of the gateway',
);

interface Options {
  readonly folder: string;
}

program
  .command('check')
  .description('reads all packs as the gateway does at its start, and says what is wrong with them')
  .argument('[of]', 'show only what is in this folder of theirs, or of this model')
  .addOption(folderOption)
  .action((of: string | undefined, { folder }: Options) => {
    process.exitCode = report(loadTree(readTree(folder), playCases()), of) === 0 ? 0 : 1;
  });

program
  .command('test')
  .description('plays the cases of all packs, a line each')
  .argument('[model]', 'only those of this model')
  .addOption(folderOption)
  .action((model: string | undefined, { folder }: Options) => {
    const tree = readTree(folder);
    let [played, failed, ms] = [0, 0, 0];
    const play = playCases((one) => {
      played += 1;
      failed += one.failure === null ? 0 : 1;
      ms += one.ms;
      say([`${one.failure === null ? 'ok  ' : 'FAIL'}  ${one.model}  ${one.title}  ${one.ms.toFixed(1)} ms`]);
    });
    const loaded = loadTree(tree, (composed) => {
      if (model === undefined || composed.pack.model === model) play(composed);
    });
    say(['', `${played} cases in ${Math.round(ms)} ms, ${failed} failed.`]);
    process.exitCode = report(loaded, model) === 0 ? 0 : 1;
  });

program
  .command('explain')
  .description('says in words what a fault shows, what tells it from its neighbours, and what is asked and tried')
  .argument('<model>', 'for example rv-s1')
  .argument('[fault]', 'for example V09; without, all faults of the model in a line each')
  .addOption(folderOption)
  .addOption(new Option('--lang <language>', 'of the answer').choices(['en', 'zh-CN']).default(language))
  .action((model: string, fault: string | undefined, { folder, lang }: Options & { readonly lang: Language }) => {
    const loaded = loadTree(readTree(folder));
    const composed = loaded.models.get(model);
    process.exitCode = 1;
    if (!composed) return say([`There is no model ${model}. There are ${[...loaded.models.keys()].join(', ')}.`]);
    const problems = problemsOf(loaded, model);
    if (problems.length > 0) return say(problems.map(problemText));
    const lines = explain(composed.pack, fault, lang);
    if (!lines) return say([`${model} has no fault ${fault ?? ''}.`]);
    say(lines);
    process.exitCode = 0;
  });

program
  .command('schema')
  .description('writes the JSON Schemas of the files of a pack, for editors')
  .option('--out <folder>', 'where to', join(shipped, 'schema'))
  .action(({ out }: { readonly out: string }) => {
    mkdirSync(out, { recursive: true });
    for (const [name, text] of jsonSchemas()) writeFileSync(join(out, name), text);
  });

await program.parseAsync();

/** How many problems there are. */
function report(loaded: Loaded, of: string | undefined): number {
  const { models, problems } = loaded;
  if (
    of !== undefined &&
    !models.has(of) &&
    ![...models.values()].some(({ folder }) => `/${folder}/`.includes(`/${of.replace(/\/$/, '')}/`)) &&
    !/^common(\/|$)/.test(of)
  ) {
    say([`There is no model and no folder ${of}. Other folders of packs are read with --folder.`]);
    return 1;
  }
  const inFolder = (folder: string) => problems.filter(({ file }) => `/${file}`.includes(`/${folder}/`));
  const shown = of === undefined ? problems : models.has(of) ? problemsOf(loaded, of) : inFolder(of.replace(/\/$/, ''));
  const elsewhere = problems.length - shown.length;
  say(shown.map(problemText));
  say([`${models.size} models, ${shown.length} problems${elsewhere > 0 ? `, ${elsewhere} elsewhere` : ''}.`]);
  return problems.length;
}

function say(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}
