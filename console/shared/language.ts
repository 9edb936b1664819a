/** The languages of every page; the same two words as the API's `Language`. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'language';

/** The part of the Web Storage API that is needed; a web view may refuse it by throwing. */
export interface LanguageStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text);
}

/**
 * The language to begin with: the one chosen before, else the first of `preferred` that is spoken here, else English.
 * Any Chinese is answered with zh-CN, which its reader follows better than English.
 *
 * @param preferred `navigator.languages` (BCP 47)
 * @param stored what `remembered` answered
 */
export function detectLanguage(preferred: readonly string[], stored?: string | null): Language {
  if (isLanguage(stored)) return stored;
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split('-')[0];
    if (primary === 'zh') return 'zh-CN';
    if (primary === 'en') return 'en';
  }
  return 'en';
}

/** The language chosen before on this browser, or null (also when storage is refused). */
export function remembered(storage: () => LanguageStorage): Language | null {
  try {
    const stored = storage().getItem(storageKey);
    return isLanguage(stored) ? stored : null;
  } catch {
    // Reading `localStorage` throws in private web views; a choice then lasts as long as the page.
    return null;
  }
}

/** Keeps the choice for the next visit. @returns false when the browser refuses to store it */
export function remember(language: Language, storage: () => LanguageStorage): boolean {
  try {
    storage().setItem(storageKey, language);
    return true;
  } catch {
    return false;
  }
}
