import { compileCondition, type Condition } from '../domain/localisation/condition.ts';
import { ConditionProblem } from '../domain/localisation/condition-problem.ts';
import { type Declared, declaredOf } from '../domain/localisation/declared.ts';
import type { Pack } from '../domain/pack.ts';
import type { Located } from './located.ts';
import type { Complain } from './yaml-file.ts';

/** Reads the conditions of one model; what is refused is said where it is written. */
export class Conditions {
  readonly #declared: Declared;

  constructor(pack: Pack) {
    this.#declared = declaredOf(pack);
  }

  compile(source: string, key: string, complain: Complain): Condition | undefined {
    try {
      return compileCondition({ source, declared: this.#declared });
    } catch (error) {
      if (!(error instanceof ConditionProblem)) throw error;
      complain([key], `${key}: ${error.message}`, error.offset);
      return undefined;
    }
  }

  checkSteps(steps: ReadonlyMap<string, Located<{ readonly enable?: string }>>): void {
    for (const { entry, complain } of steps.values()) {
      if (entry.enable !== undefined) this.compile(entry.enable, 'enable', complain);
    }
  }
}
