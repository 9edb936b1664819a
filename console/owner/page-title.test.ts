import { describe, expect, it } from 'vitest';
import { nothingHeard as nothing, type OwnerView } from './owner-session.ts';
import { happeningOf, titleOf } from './page-title.ts';

describe('titleOf', () => {
  it('names the screen in the language of the page', () => {
    expect(titleOf('revoked', nothing, 'en')).toBe('Stopped. Nobody sees anything any more.');
    expect(titleOf('unknown', nothing, 'zh-CN')).toBe('此链接无效');
  });
});

describe('happeningOf', () => {
  const heard = {
    request: { presence: 'online', canStopItself: true },
    expires: null,
    proofEnds: null,
  } as unknown as OwnerView['heard'];
  it('says nothing when all is as it should be', () => {
    expect(happeningOf(nothing)).toBeNull();
    expect(happeningOf({ ...nothing, heard })).toBeNull();
  });
  it('puts a Stop under way before a lost connection', () => {
    expect(happeningOf({ ...nothing, heard, lost: true })).toBe('lost');
    expect(happeningOf({ ...nothing, heard, lost: true, stop: 'sending' })).toBe('stopping');
    expect(happeningOf({ ...nothing, heard, lost: true, stop: 'unconfirmed' })).toBe('stopUnconfirmed');
  });
  it('says that the device is not connected', () => {
    const like = (request: object) => ({ ...nothing, heard: { ...heard, request } as unknown as OwnerView['heard'] });
    expect(happeningOf(like({ presence: 'offline', canStopItself: true }))).toBe('offline');
    expect(happeningOf(like({ presence: 'offline', canStopItself: false }))).toBe('offlineThere');
    expect(happeningOf(like({ presence: 'unknown', canStopItself: false }))).toBe('presenceUnknown');
  });
});
