import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { detectLanguage, type Language, remember, remembered } from '../../shared/language.ts';
import { en, type Texts } from './en.ts';
import { zhCN } from './zh-CN.ts';

const catalogues: Readonly<Record<Language, Texts>> = { en, 'zh-CN': zhCN };

interface Spoken {
  readonly language: Language;
  readonly texts: Texts;
  readonly speak: (language: Language) => void;
}

const SpokenContext = createContext<Spoken>({ language: 'en', texts: en, speak: () => undefined });

/** Language and texts of the page; a change applies at once and is kept for the next visit. */
export function TextsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(() =>
    detectLanguage(
      navigator.languages,
      remembered(() => localStorage),
    ),
  );
  const texts = catalogues[language];
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = texts.product;
  }, [language, texts]);
  const speak = (chosen: Language) => {
    remember(chosen, () => localStorage);
    setLanguage(chosen);
  };
  return <SpokenContext value={{ language, texts, speak }}>{children}</SpokenContext>;
}

export function useTexts(): Spoken {
  return useContext(SpokenContext);
}
