import type { Pack } from '../domain/pack.ts';
import { articlesOf } from './articles.ts';
import { casesOf, type PackCase } from './cases.ts';
import { checkDistinct } from './distinct.ts';
import type { Folder } from './files.ts';
import { knowledgeOf } from './knowledge-of.ts';
import { below, type Located, located } from './located.ts';
import { entityRulesOf, errorsOf, firmwareWordsOf, metricsOf, operationsOf } from './parts.ts';
import type { Complain, YamlFile } from './yaml-file.ts';

/** The files of one folder as they count for one model: what is wrong with an included one is said with the model's name. */
export interface Part {
  readonly isCommon: boolean;
  readonly files: Folder['files'];
  complainOf(file: YamlFile<unknown>): Complain;
}

/** A model's pack with what is needed to judge it. */
export interface Composed {
  /** Path below the folder of all packs. */
  readonly folder: string;
  readonly pack: Pack;
  readonly cases: readonly Located<PackCase>[];
}

/**
 * The pack of one model: what its own folder says after what the common packs say that it includes. What does not fit
 * together is said through the files; the pack returned is then of no use.
 * @param options.faultIds Of all packs: what a fault may be confused with may be another model's.
 * @returns undefined while one of its files has not its form: nothing else can be judged then.
 */
export function composePack(options: {
  readonly own: Folder;
  readonly commons: ReadonlyMap<string, Folder>;
  readonly faultIds: ReadonlySet<string>;
}): Composed | undefined {
  const { own, commons, faultIds } = options;
  const head = own.files['pack.yaml'];
  if (!head) return undefined;
  const { content, complain } = head;
  const included: Folder[] = [];
  for (const [index, name] of (content.include ?? []).entries()) {
    const folder = commons.get(name);
    if (!folder) complain(['include', index], `there is no common pack "${name}".`);
    else if (content.include?.indexOf(name) !== index) complain(['include', index], `"${name}" is included twice.`);
    else included.push(folder);
  }
  const isWhole = included.length === (content.include ?? []).length;
  if (!isWhole || ![own, ...included].every(({ isSound }) => isSound)) return undefined;
  const parts = [...included.map((folder) => partOf(folder, { model: content.model })), partOf(own, { model: null })];

  const list = <Key extends 'metrics' | 'errors' | 'operations'>(key: Key) =>
    parts.flatMap((part) =>
      (['common.yaml', 'pack.yaml'] as const).flatMap((name) => {
        const file = part.files[name];
        return file
          ? [...located<NonNullable<(typeof content)[Key]>[number]>(file.content[key], [key], part.complainOf(file))]
          : [];
      }),
    );
  const metrics = list('metrics');
  const { model, version, name, vendor, family, channel } = content;
  const named: Pack = {
    model,
    version,
    name,
    vendor,
    family,
    class: content.class,
    voice: content.voice ?? false,
    metrics: metricsOf(metrics),
    errors: errorsOf(channel, list('errors')),
    firmwareWords: firmwareWordsOf(metrics),
    operations: operationsOf(list('operations')),
    components: parts.flatMap(({ files }) => [
      ...(files['common.yaml']?.content.components ?? []),
      ...(files['pack.yaml']?.content.components ?? []),
    ]),
    ...(content.entities ? { entities: entityRulesOf(content.entities, below(complain, ['entities'])) } : {}),
  };
  if (!parts.some(({ files }) => files['faults.yaml'] ?? files['symptoms.yaml'] ?? files['steps.yaml'])) {
    return { folder: own.path, pack: named, cases: [] };
  }
  const known = knowledgeOf({ parts, pack: named, head, faultIds });
  const pack: Pack = { ...named, knowledge: known.knowledge, articles: articlesOf([...included, own]) };
  checkDistinct(known);
  return { folder: own.path, pack, cases: casesOf(parts, pack, known) };
}

function partOf({ files }: Folder, { model }: { readonly model: string | null }): Part {
  return {
    isCommon: model !== null,
    files,
    complainOf: (file) => (model === null ? file.complain : file.complainIn(model)),
  };
}
