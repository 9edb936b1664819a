import type { Static, TSchema } from 'typebox';
import { CasesFile, FaultsFile, LeaksFile, StepsFile, SymptomsFile } from './knowledge-files.ts';
import { CommonFile, PackFile } from './pack-file.ts';
import type { Tree } from './tree.ts';
import { type Problem, readYaml, type YamlFile } from './yaml-file.ts';

/** Each file that a pack may have, and its form. */
export const forms = {
  'pack.yaml': PackFile,
  'common.yaml': CommonFile,
  'symptoms.yaml': SymptomsFile,
  'faults.yaml': FaultsFile,
  'steps.yaml': StepsFile,
  'cases.yaml': CasesFile,
  'leaks.yaml': LeaksFile,
} as const satisfies Record<string, TSchema>;
export type FileName = keyof typeof forms;

/** One folder of the tree, read; a file that has not its form is left out, and `problems` says why. */
export interface Folder {
  /** Path below the folder of all packs. */
  readonly path: string;
  readonly files: { readonly [Name in FileName]?: YamlFile<Static<(typeof forms)[Name]>> };
  /** All of its files have their form. */
  readonly isSound: boolean;
  /** Articles: name without its folder, to its text. */
  readonly articles: ReadonlyMap<string, string>;
}

/** The folders that hold a file of a pack, by path. */
export function readFolders(tree: Tree, problems: Problem[]): ReadonlyMap<string, Folder> {
  const names = new Map<string, string[]>();
  for (const file of tree.keys()) {
    const [path, name] = split(file);
    names.set(path, [...(names.get(path) ?? []), name]);
  }
  const folders = new Map<string, Folder>();
  for (const [path, inside] of names) {
    if (path.endsWith('/articles')) continue;
    const before = problems.length;
    const files: Record<string, unknown> = {};
    for (const name of inside) {
      const file = path ? `${path}/${name}` : name;
      const form = Object.hasOwn(forms, name) ? forms[name as FileName] : undefined;
      if (!form) problems.push({ file, line: 1, sentence: `a pack has no file "${name}".`, models: [] });
      else files[name] = readYaml(form, { file, text: tree.get(file) ?? '' }, problems);
    }
    folders.set(path, {
      path,
      files,
      isSound: problems.length === before,
      articles: new Map(
        (names.get(`${path}/articles`) ?? []).map((name) => [name, tree.get(`${path}/articles/${name}`) ?? '']),
      ),
    });
  }
  return folders;
}

function split(file: string): [path: string, name: string] {
  const slash = file.lastIndexOf('/');
  return [file.slice(0, Math.max(slash, 0)), file.slice(slash + 1)];
}
