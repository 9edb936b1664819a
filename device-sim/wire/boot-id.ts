import { randomBytes } from 'node:crypto';
import { diag } from '../../proto/generated/codec.js';
import type { BootId } from './encode.ts';

/** 64 random bits as the codec has them: a Death whose only field (1, fixed64) they are. */
export function randomBootId(): BootId {
  return diag.Death.decode(Buffer.concat([Buffer.from([0x09]), randomBytes(8)])).bootId;
}
