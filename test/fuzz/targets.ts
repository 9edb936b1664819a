import type { Target } from './target.ts';
import { batch } from './targets/batch.ts';
import { block } from './targets/block.ts';
import { dialects } from './targets/dialects.ts';
import { framing } from './targets/framing.ts';
import { protobuf } from './targets/protobuf.ts';
import { rollup } from './targets/rollup.ts';

export const targets: readonly Target[] = [framing, protobuf, dialects, batch, block, rollup];
