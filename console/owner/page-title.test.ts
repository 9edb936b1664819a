import { describe, expect, it } from 'vitest';
import type { OwnerView } from './owner-session.ts';
import { happeningOf, titleOf } from './page-title.ts';

const nothing: OwnerView = { heard: null, gone: false, lost: false, sending: null, notice: null, stop: 'none' };

describe('titleOf', () => {
  it('names the screen in the language of the page', () => {
    expect(titleOf('revoked', nothing, 'en')).toBe('Stopped. Nobody sees anything any more.');
    expect(titleOf('unknown', nothing, 'zh-CN')).toBe('此链接无效');
  });
});

describe('happeningOf', () => {
  const heard = { request: { online: true }, expires: null, proofEnds: null } as unknown as OwnerView['heard'];
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
    const offline = { ...heard, request: { online: false } } as unknown as OwnerView['heard'];
    expect(happeningOf({ ...nothing, heard: offline })).toBe('offline');
  });
});
