import type { Model } from '../models/model.ts';
import type { RunningOperation } from '../wire/executions.ts';

export type Refused = { readonly refusal: string };

/** What starts each operation of a class; `durationS` is the model's. */
export type OperationTable<Subject> = Readonly<
  Record<string, (subject: Subject, durationS: number) => RunningOperation | Refused>
>;

export function startOperation<Subject>(options: {
  readonly table: OperationTable<Subject>;
  readonly model: Model;
  readonly name: string;
  readonly subject: Subject;
}): RunningOperation | Refused {
  const { table, model, name, subject } = options;
  const spec = model.operations.find((operation) => operation.name === name);
  const start = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!spec || !start) return { refusal: 'operation_unsupported' };
  return start(subject, spec.durationMs / 1000);
}

/** An operation that takes its time: looks on at each poll, tells its result at the end, and always tidies up. */
export function lasting(options: {
  readonly uptimeS: () => number;
  readonly durationS: number;
  readonly watch?: (elapsedS: number) => void;
  readonly result: () => Readonly<Record<string, number | string>>;
  readonly tidy?: () => void;
}): RunningOperation {
  const { uptimeS, durationS, watch, result, tidy } = options;
  const start = uptimeS();
  return {
    poll: () => {
      const elapsed = uptimeS() - start;
      watch?.(elapsed);
      if (elapsed < durationS) return { percent: (elapsed / durationS) * 100 };
      tidy?.();
      return { output: result() };
    },
    cancel: () => tidy?.(),
  };
}
