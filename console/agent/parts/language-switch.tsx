import { type Language, languages } from '../../shared/language.ts';
import { useTexts } from '../texts/use-texts.tsx';

const names: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '中文' };

export function LanguageSwitch() {
  const { language, texts, speak } = useTexts();
  return (
    <fieldset className="language">
      <legend className="visually-hidden">{texts.language}</legend>
      {languages.map((each) => (
        <button key={each} type="button" lang={each} aria-pressed={each === language} onClick={() => speak(each)}>
          {names[each]}
        </button>
      ))}
    </fieldset>
  );
}
