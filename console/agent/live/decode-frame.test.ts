import { expect, it } from 'vitest';
import { diag } from '../../../proto/generated/codec.js';
import { decodeFrame } from './decode-frame.ts';

it('keeps of an error that it has not been checked again since the restart', () => {
  const errors = [{ channel: 'main', code: '1', testFailed: true, confirmed: true, testNotCompleted: true }];
  const frame = decodeFrame(diag.SessionFrame.encode({ streamId: 's1', delta: { errors } }).finish());
  expect(frame?.kind === 'delta' && frame.delta.errors[0]).toMatchObject({ testFailed: true, testNotCompleted: true });
});

it('says of a device that was never heard that this is for ever ago', () => {
  const frame = decodeFrame(diag.SessionFrame.encode({ streamId: 's1', beat: { expiresInMs: 1 } }).finish());
  expect(frame).toMatchObject({ kind: 'beat', heardAt: 0, heardAgoMs: Number.POSITIVE_INFINITY });
});
