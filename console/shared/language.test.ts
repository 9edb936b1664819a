import { describe, expect, it } from 'vitest';
import { detectLanguage, remember, remembered } from './language.ts';

function memory(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  } as unknown as Storage;
}
const refused = (): Storage => {
  throw new Error('SecurityError');
};

describe('detectLanguage', () => {
  it('takes the choice made before over what the browser prefers', () => {
    expect(detectLanguage(['en-GB'], 'zh-CN')).toBe('zh-CN');
  });
  it('answers any Chinese with zh-CN and any English with en, in the order of preference', () => {
    expect(detectLanguage(['zh-Hant-TW', 'en'])).toBe('zh-CN');
    expect(detectLanguage(['en-AU', 'zh-CN'])).toBe('en');
    expect(detectLanguage(['fr', 'zh'])).toBe('zh-CN');
  });
  it('falls back to English, also when what was stored is not a language', () => {
    expect(detectLanguage(['fr-FR'], 'klingon')).toBe('en');
    expect(detectLanguage([])).toBe('en');
  });
});

describe('remember', () => {
  it('is read back by remembered', () => {
    const storage = memory();
    expect(remembered(() => storage)).toBeNull();
    expect(remember('zh-CN', () => storage)).toBe(true);
    expect(remembered(() => storage)).toBe('zh-CN');
  });
  it('says no, and does not throw, where the browser refuses storage', () => {
    expect(remember('en', refused)).toBe(false);
    expect(remembered(refused)).toBeNull();
  });
});
