import type { CameraParameters } from '../physics/camera/parameters.ts';
import type { CameraWorld } from '../physics/camera/world.ts';
import type { PlatformView } from './platform/readings.ts';

/** What the support side or the owner may set. */
export type IrSetting = 'automatic' | 'off' | 'on';

/** What a running test wants of the camera in place of what its firmware would do. */
export interface TestOrder {
  readonly filter?: 'in' | 'out';
  readonly irLight?: boolean;
  readonly recording?: boolean;
}

/** What metrics, codes, tests and operations see of a camera. */
export interface CameraView extends PlatformView {
  readonly parameters: CameraParameters;
  readonly world: CameraWorld;
  /** `daynight.mode`. */
  readonly night: boolean;
  /** Changes between day and night since boot. */
  readonly toggles: number;
  /** Frame rate lowered because of heat. */
  readonly throttled: boolean;
  irSetting: IrSetting;
  test: TestOrder;
}
