import { describe, expect, it } from 'vitest';
import { classTexts, countryName, partsOf, plain, type TextName, texts } from './texts.ts';

const names = Object.keys(texts) as TextName[];
const fillsOf = (name: TextName, language: 'en' | 'zh-CN') =>
  partsOf(name, language)
    .filter((_, index) => index % 2 === 1)
    .sort();

describe('texts', () => {
  it('say the same in both languages: none is empty, and both fill in the same things', () => {
    for (const name of names) {
      expect(texts[name].en, name).not.toBe('');
      expect(texts[name]['zh-CN'], name).not.toBe('');
      expect(fillsOf(name, 'en'), name).toEqual(fillsOf(name, 'zh-CN'));
    }
  });
  it('are really translated', () => {
    const all = [...Object.values(texts), ...Object.values(classTexts).map((it) => it.name)];
    const chinese = /[\u4e00-\u9fff]/;
    // The button that changes the language is the one text in the language of the other.
    const odd = all.filter((words) => !chinese.test(words['zh-CN']) || chinese.test(words.en));
    expect(odd).toEqual([texts.otherLanguage]);
  });
});

describe('plain', () => {
  it('isolates what is filled in, so that it cannot turn the sentence around', () => {
    expect(plain('activeTitle', 'en', { agent: '\u202eevil' })).toBe('\u2068\u202eevil\u2069 can see your device now');
  });
});

describe('countryName', () => {
  it('says the country in words', () => {
    expect([countryName('CN', 'zh-CN'), countryName('DE', 'en')]).toEqual(['中国', 'Germany']);
  });
  it('shows the code where there are no words', () => {
    expect(countryName('<b>', 'en')).toContain('<b>');
    expect(countryName('AA', 'en')).toContain('AA');
  });
});
