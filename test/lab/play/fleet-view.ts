import type { Evidence } from '../../../gateway/domain/localisation/evidence.ts';
import type { EngineRun } from '../engines/engine.ts';
import type { LabDevice } from '../trace/lab-trace.ts';

/** What many devices together tell: fed with each device's symptoms, asked for what it means for each of them. */
export interface LabFleet {
  /** So often it looks, seconds. */
  readonly everyS: number;
  /** Evidence for each device at that moment, by its name. */
  look(
    nowMs: number,
    devices: readonly { readonly device: LabDevice; readonly run: EngineRun }[],
  ): ReadonlyMap<string, readonly Evidence[]>;
}
