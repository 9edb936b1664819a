import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from '../../proto/api/common.ts';
import type { Language } from '../shared/language.ts';
import { partsOf, type TextName } from './texts.ts';

export const LanguageContext = createContext<Language>('en');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

interface TextProps {
  readonly of: TextName;
  readonly fill?: Readonly<Record<string, ComponentChildren>>;
}

/** One sentence in the page's language. What is filled in is text from outside: shown as text, isolated in `bdi`. */
export function Text({ of, fill }: TextProps) {
  const parts = partsOf(of, useLanguage());
  return <>{parts.map((part, index) => (index % 2 === 0 ? part : <bdi>{fill?.[part]}</bdi>))}</>;
}

export function Say({ words }: { readonly words: Words }) {
  return <>{words[useLanguage()]}</>;
}
