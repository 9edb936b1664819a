import { Command } from 'commander';
import { existsSync, rmdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SettingsError } from './config.ts';
import { FolderInUse, lockFolder } from './host/folder-lock.ts';
import { settingsOfCommand } from './settings-file.ts';
import { NotDone } from './store/sqlite/not-done.ts';
import { restore } from './store/sqlite/restore.ts';

/** `npm run restore -- <file>`: only while no gateway runs. */
const command = new Command('restore')
  .description('Puts a backup in the place of the data folder’s database; the one before is kept beside it.')
  .argument('<file>', 'a backup')
  .option('--config <file>', 'settings as JSON; the environment goes before it', process.env['DIAG_CONFIG'])
  .parse();

try {
  const { dataFolder } = settingsOfCommand(command.opts<{ config?: string }>().config);
  const missing = missingFolders(dataFolder);
  const unlock = lock(dataFolder);
  let done = false;
  try {
    const backup = command.args[0] ?? '';
    const { schema, newestAt, kept } = restore({ file: join(dataFolder, 'diag.sqlite'), backup, at: Date.now() });
    const newest = newestAt === null ? 'nothing recorded' : `newest record of ${new Date(newestAt).toISOString()}`;
    done = true;
    say(`${backup} is in place: schema ${schema}, ${newest}. The next start ends every consent that it holds.`);
    if (kept !== null) say(`The database before it is kept as ${kept}; a start removes it after a week.`);
    if (!existsSync(join(dataFolder, 'keys', 'pepper.key')))
      say(
        `There are no keys in ${join(dataFolder, 'keys')}: put their copy there, as a gateway does not start without them.`,
      );
  } finally {
    unlock();
    // What only the lock was there for.
    if (!done) for (const folder of missing) rmdirSync(folder);
  }
} catch (error) {
  if (!(error instanceof NotDone || error instanceof SettingsError)) throw error;
  say(error.message);
  process.exitCode = 2;
}

/** Those of its path that are not there, the innermost first. */
function missingFolders(folder: string): readonly string[] {
  const path = resolve(folder);
  return existsSync(path) ? [] : [path, ...missingFolders(dirname(path))];
}

function lock(folder: string): () => void {
  try {
    return lockFolder(folder);
  } catch (error) {
    const said =
      error instanceof FolderInUse
        ? `A gateway (process ${error.holder}) uses the data folder ${folder}: stop it first. Nothing was changed.`
        : `Nothing was changed: ${(error as Error).message}`;
    throw new NotDone(said, { cause: error });
  }
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
