import type { PlugId } from '../physics/hub/children.ts';
import type { HubParameters } from '../physics/hub/parameters.ts';
import type { HubWorld } from '../physics/hub/world.ts';
import type { HubTrackers } from './hub-trackers.ts';
import type { PlatformView } from './platform/readings.ts';

/** What metrics, codes and operations see of a hub. */
export interface HubView extends PlatformView {
  readonly parameters: HubParameters;
  readonly world: HubWorld;
  readonly track: HubTrackers;
  /** Mode of the datasheet. */
  readonly state: string;
  readonly lamp: (linked: boolean) => string;
  /** Local command topics of the relays. */
  readonly topicOf: (plug: PlugId) => string;
}
