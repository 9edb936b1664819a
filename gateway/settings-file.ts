import { readFileSync } from 'node:fs';
import { readSettings, type Settings, SettingsError } from './config.ts';

/**
 * The settings of a command: the environment's, over those of the JSON file at `path`, if one was named.
 * @throws SettingsError
 */
export function settingsOfCommand(path: string | undefined): Settings {
  return readSettings(process.env, path === undefined ? {} : readFile(path));
}

function readFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    throw new SettingsError(
      `The settings file ${path} cannot be used: ${error instanceof Error ? error.message : ''}.`,
    );
  }
}
