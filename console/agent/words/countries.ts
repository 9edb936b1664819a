import type { Language } from '../../shared/language.ts';

/** Every ISO 3166-1 alpha-2 code that the browser has a name for, sorted by that name. */
export function countries(language: Language): readonly { readonly code: string; readonly name: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const collator = new Intl.Collator(language);
  return codes
    .filter((code) => !groupings.has(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`)
    .flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [{ code, name }];
    })
    .toSorted((a, b) => collator.compare(a.name, b.name));
}

/** Named by CLDR, but no country of ISO 3166-1: unions, pseudo-locales, exceptional reservations, "unknown". */
const groupings: ReadonlySet<string> = new Set([
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'EU',
  'EZ',
  'IC',
  'QO',
  'TA',
  'UN',
  'XA',
  'XB',
  'XK',
  'ZZ',
]);
