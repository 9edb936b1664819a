import type { Random } from '../random.ts';
import { asOperations } from './examination.ts';
import { lasting, type OperationTable } from './operations.ts';
import { platformOperations } from './platform/operations.ts';
import type { VacuumView } from './vacuum-state.ts';
import { vacuumTests } from './vacuum-tests.ts';

/** All operations of the datasheet. `noise`: of measurements, a stream of its own. */
export function vacuumOperations(noise: Random): OperationTable<VacuumView> {
  return {
    ...asOperations(vacuumTests, noise),
    ...platformOperations,
    /** Calls out for its length. */
    'adjust.find_me': ({ platform }, durationS) =>
      lasting({ uptimeS: () => platform.boots.uptimeS, durationS, result: () => ({ played: 'true' }) }),
  };
}
