import { compileLocaliser } from '../domain/localisation/localiser-program.ts';
import type { Composed } from './compose.ts';
import { playCase } from './play-case.ts';

export interface PlayedCase {
  readonly model: string;
  readonly title: string;
  /** What came out instead of what was expected; null: that. */
  readonly failure: string | null;
  readonly ms: number;
}

/** For loadTree: plays the cases of a model; those that fail are problems. */
export function playCases(tell: (played: PlayedCase) => void = () => undefined): (composed: Composed) => void {
  return ({ pack, cases }) => {
    const program = compileLocaliser(pack);
    if (!program) return;
    for (const { entry, complain } of cases) {
      const start = performance.now();
      const { failure } = playCase(program, entry);
      if (failure !== null) complain([], failure);
      tell({ model: pack.model, title: entry.title, failure, ms: performance.now() - start });
    }
  };
}
