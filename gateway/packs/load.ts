import type { Pack } from '../domain/pack.ts';
import { checkArticles } from './articles.ts';
import { type Composed, composePack } from './compose.ts';
import { type Folder, readFolders } from './files.ts';
import { readTree, type Tree } from './tree.ts';
import { type Problem, problemText } from './yaml-file.ts';

/** What a folder of packs holds, or why it holds none. */
export interface Loaded {
  /** By model; whole if there are no problems, and of no use if there are. */
  readonly models: ReadonlyMap<string, Composed>;
  readonly problems: readonly Problem[];
}

/** Why nothing of a folder was loaded. */
export class PackProblems extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemText).join('\n'));
    this.name = 'PackProblems';
    this.problems = problems;
  }
}

/** What was loaded last: the same texts are the same packs, however often a gateway starts in this process. */
let last: { readonly tree: Tree; readonly packs: ReadonlyMap<string, Pack> } | undefined;

/**
 * Every pack below `folder`, by model. Throws PackProblems, which names each file and line: a gateway does not start with
 * half of what it should know.
 */
export function loadPacks(folder: string): ReadonlyMap<string, Pack> {
  const tree = readTree(folder);
  if (last && isSame(last.tree, tree)) return last.packs;
  const { models, problems } = loadTree(tree);
  if (problems.length > 0) throw new PackProblems(problems);
  if (models.size === 0) throw new Error(`${folder}: there is no pack.yaml in this folder.`);
  const packs = new Map([...models].map(([model, { pack }]) => [model, pack]));
  last = { tree, packs };
  return packs;
}

function isSame(one: Tree, other: Tree): boolean {
  return one.size === other.size && [...one].every(([file, text]) => other.get(file) === text);
}

/** @param judge Is given each model of which nothing is wrong so far, and may complain of it. */
export function loadTree(tree: Tree, judge?: (model: Composed) => void): Loaded {
  const problems: Problem[] = [];
  const folders = readFolders(tree, problems);
  const commons = new Map<string, Folder>();
  const owns: Folder[] = [];
  for (const folder of folders.values()) {
    const name = /^common\/([^/]+)$/.exec(folder.path)?.[1];
    const misplaced = name === undefined ? folder.files['common.yaml'] : folder.files['pack.yaml'];
    misplaced?.complain([], name === undefined ? 'this belongs into common/.' : 'a common pack has no pack.yaml.');
    if (name !== undefined) commons.set(name, folder);
    else if (folder.files['pack.yaml']) owns.push(folder);
    else if (folder.isSound) {
      const file = Object.values(folder.files)[0]?.file ?? folder.path;
      problems.push({ file, line: 1, sentence: 'there is no pack.yaml beside it.', models: [] });
    }
  }
  const faultIds = new Set([...folders.values()].flatMap(faultsOf));
  const models = new Map<string, Composed>();
  for (const own of owns) {
    const composed = composePack({ own, commons, faultIds });
    if (!composed) continue;
    const { model, knowledge } = composed.pack;
    if (models.has(model)) own.files['pack.yaml']?.complain([], `the model "${model}" has another pack already.`);
    models.set(model, composed);
    checkArticles(own, new Set(knowledge?.faults.map(({ id }) => id)), problems);
  }
  for (const folder of commons.values()) checkArticles(folder, new Set(faultsOf(folder)), problems);
  if (judge) {
    const sound = [...models].filter(([model]) => problemsOf({ models, problems }, model).length === 0);
    for (const [, composed] of sound) judge(composed);
  }
  return { models, problems: inOrder(problems) };
}

/** Those of one model, with what is wrong of the common packs in it. */
export function problemsOf({ models, problems }: Loaded, model: string): readonly Problem[] {
  const folder = models.get(model)?.folder;
  return problems.filter((problem) => problem.models.includes(model) || problem.file.startsWith(`${folder}/`));
}

function faultsOf({ files }: Folder): readonly string[] {
  return files['faults.yaml']?.content.faults.map(({ id }) => id) ?? [];
}

/** Each once: what is wrong with a common pack is found in every model that includes it. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const once = new Map<string, Problem>();
  for (const problem of problems) {
    const key = problemText({ ...problem, models: [] });
    const models = new Set([...(once.get(key)?.models ?? []), ...problem.models]);
    once.set(key, { ...problem, models: [...models].sort() });
  }
  return [...once.values()].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
