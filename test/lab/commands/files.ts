import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadTree } from '../../../gateway/packs/load.ts';
import { readTree } from '../../../gateway/packs/tree.ts';
import { problemText } from '../../../gateway/packs/yaml-file.ts';
import { type EngineId, engineIds } from '../engines/engine.ts';
import { isEngineId } from '../engines/engines.ts';
import { shippedPacks } from '../play/packs.ts';
import { Sentence } from './sentence.ts';

/** A folder of packs that loads, or a Sentence. undefined stays: the shipped ones. */
export function packFolder(folder: string | undefined): string | undefined {
  const path = resolve(folder ?? shippedPacks);
  if (!existsSync(path) || !statSync(path).isDirectory())
    throw new Sentence(`There is no folder of packs at ${folder}.`);
  const { problems, models } = loadTree(readTree(path));
  const [first] = problems;
  if (first) throw new Sentence(`The packs of ${path} cannot be used: ${problemText(first)}`);
  if (models.size === 0) throw new Sentence(`There is no pack in ${path}.`);
  return folder === undefined ? undefined : path;
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
