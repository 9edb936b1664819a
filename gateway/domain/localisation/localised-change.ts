import type { StateChange } from '../state/view-state.ts';

/** What changed in a View, and whether that bears on what is most likely broken. */
export interface LocalisedChange extends StateChange {
  readonly localised?: boolean;
}
