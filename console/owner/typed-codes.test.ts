import { describe, expect, it } from 'vitest';
import { isOwnerPath, labelCode, spokenDigits, tokenOf } from './typed-codes.ts';

describe('spokenDigits', () => {
  it('takes six digits however they are grouped', () => {
    for (const typed of ['123456', ' 123 456 ', '123-456', '12–34–56', '123.456']) {
      expect(spokenDigits(typed)).toBe('123456');
    }
  });
  it('takes the full-width digits of a Chinese keyboard', () => {
    expect(spokenDigits('１２３　４５６')).toBe('123456');
  });
  it('refuses fewer, more, and anything that is not a digit', () => {
    for (const typed of ['', '12345', '1234567', '12345a', '一二三四五六']) expect(spokenDigits(typed)).toBeNull();
  });
});

describe('labelCode', () => {
  it('forgives spaces, any dash, case and width', () => {
    for (const typed of ['ab12-cd34', ' AB12 CD34 ', 'Ab12—cD34', 'ＡＢ１２－ＣＤ３４', 'AB12\u200bCD34']) {
      expect(labelCode(typed)).toBe('AB12CD34');
    }
  });
  it('refuses nothing at all and more than the API takes', () => {
    expect(labelCode(' - ')).toBeNull();
    expect(labelCode('A'.repeat(41))).toBeNull();
  });
});

describe('tokenOf and isOwnerPath', () => {
  it('reads the token of a link', () => {
    expect(tokenOf('/c/aZ09_-')).toBe('aZ09_-');
  });
  it('reads none from a cut or mangled link', () => {
    for (const path of ['/c/', '/c/a/b', '/c/%3Cscript%3E', '/a', '/x/c/abc']) expect(tokenOf(path)).toBeNull();
  });
  it('sends the page nowhere else', () => {
    expect(isOwnerPath('/c/abc')).toBe(true);
    for (const path of ['//evil.example/c/abc', 'https://evil.example/c/abc', 'javascript:alert(1)', '/sign-in', 7]) {
      expect(isOwnerPath(path)).toBe(false);
    }
  });
});
