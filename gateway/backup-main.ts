import { Command } from 'commander';
import { join } from 'node:path';
import { SettingsError } from './config.ts';
import { settingsOfCommand } from './settings-file.ts';
import { backUp } from './store/sqlite/backup.ts';
import { NotDone } from './store/sqlite/not-done.ts';

/** `npm run backup -- <file>`: while the gateway runs, or not. */
const command = new Command('backup')
  .description('Writes a backup of the data folder’s database into a file, while the gateway runs or not.')
  .argument('<file>', 'where to')
  .option('--force', 'replace the file if it is an earlier backup', false)
  .option('--config <file>', 'settings as JSON; the environment goes before it', process.env['DIAG_CONFIG'])
  .parse();

try {
  const { force, config } = command.opts<{ force: boolean; config?: string }>();
  const file = join(settingsOfCommand(config).dataFolder, 'diag.sqlite');
  const to = command.args[0] ?? '';
  const { bytes, schema, newestAt } = backUp({ file, to, force, at: Date.now() });
  const newest = newestAt === null ? 'nothing recorded yet' : `newest record of ${new Date(newestAt).toISOString()}`;
  say(`${to}: ${bytes} bytes, schema ${schema}, ${newest}. The keys are not in it: keep a copy of keys/ elsewhere.`);
} catch (error) {
  if (!(error instanceof NotDone || error instanceof SettingsError)) throw error;
  say(error.message);
  process.exitCode = 2;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
