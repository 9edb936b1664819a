import type { Words } from '../domain/pack.ts';
import type { Problem } from './yaml-file.ts';

/** Of each fault that has one, in both languages. */
export function articlesOf(folders: readonly { readonly articles: ReadonlyMap<string, string> }[]): Map<string, Words> {
  const found = new Map<string, Words>();
  for (const { articles } of folders) {
    for (const [name, en] of articles) {
      const fault = /^([^.]+)\.en\.md$/.exec(name)?.[1];
      if (fault !== undefined) found.set(fault, { en, 'zh-CN': articles.get(`${fault}.zh-CN.md`) ?? '' });
    }
  }
  return found;
}

const languages = ['en', 'zh-CN'] as const;

/** What is wrong with the articles of one folder: of a fault that it does not have, or in one language only. */
export function checkArticles(
  folder: { readonly path: string; readonly articles: ReadonlyMap<string, string> },
  faults: ReadonlySet<string>,
  problems: Problem[],
): void {
  const names = new Set(folder.articles.keys());
  for (const name of names) {
    const complain = (sentence: string): void => {
      problems.push({ file: `${folder.path}/articles/${name}`, line: 1, sentence, models: [] });
    };
    const [, fault, language] = /^([^.]+)\.(en|zh-CN)\.md$/.exec(name) ?? [];
    if (fault === undefined) complain('an article is called <fault id>.en.md or <fault id>.zh-CN.md.');
    else if (!faults.has(fault)) complain(`this folder has no fault "${fault}".`);
    else {
      for (const other of languages) {
        if (!names.has(`${fault}.${other}.md`))
          complain(`${fault}.${other}.md is missing: it is there in ${language}.`);
      }
    }
  }
}
