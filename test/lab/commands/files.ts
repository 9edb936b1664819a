import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { PackProblems } from '../../../gateway/packs/load.ts';
import { type EngineId, engineIds } from '../engines/engine.ts';
import { isEngineId } from '../engines/engines.ts';
import { packsOf, shippedPacks } from '../play/packs.ts';
import { Sentence } from './sentence.ts';

/** A folder of packs that loads, or a Sentence. undefined stays: the shipped ones. */
export function packFolder(folder: string | undefined): string | undefined {
  const path = folder === undefined ? undefined : resolve(folder);
  if (path !== undefined && (!existsSync(path) || !statSync(path).isDirectory())) {
    throw new Sentence(`There is no folder of packs at ${folder}.`);
  }
  try {
    if (packsOf(path).size === 0) throw new Sentence(`No pack in ${folder ?? shippedPacks} has rules.`);
  } catch (error) {
    if (error instanceof PackProblems) throw new Sentence(error.message);
    throw error;
  }
  return path;
}

/** Of "ours,single"; default: all. */
export function enginesOf(text: string | undefined): readonly EngineId[] {
  if (text === undefined) return engineIds;
  const asked = text.split(',').map((part) => part.trim());
  return asked.map((id) => {
    if (!isEngineId(id)) throw new Sentence(`There is no engine "${id}"; there are ${engineIds.join(', ')}.`);
    return id;
  });
}

export function countOf(text: string, what: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 64)
    throw new Sentence(`${what} must be a number from 1 to 64, not "${text}".`);
  return count;
}
