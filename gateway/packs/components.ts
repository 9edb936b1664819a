import { didYouMean } from '../domain/localisation/condition-problem.ts';
import type { Complain } from './yaml-file.ts';

/** The dotted paths of a model, and of what lies around it. */
export class Components {
  readonly #known = new Set<string>();
  readonly #roots = new Set<string>();

  constructor(declared: readonly string[]) {
    for (const path of declared) {
      const steps = path.split('.');
      for (let length = 1; length <= steps.length; length++) this.#known.add(steps.slice(0, length).join('.'));
      this.#roots.add(steps[0] ?? path);
    }
  }

  /** The model's own path of it. A common pack leaves the model's root out: `core.flash` is `robot.core.flash` of a robot. */
  resolve(component: string, complain: Complain): string {
    if (this.#known.has(component)) return component;
    for (const root of this.#roots) if (this.#known.has(`${root}.${component}`)) return `${root}.${component}`;
    complain(['component'], `there is no component "${component}".${didYouMean(component, this.#known)}`);
    return component;
  }
}
