import type { Sampling } from './state/freshness.ts';
import type { BootId, DeviceId, RequestId } from './ids.ts';

/** A message of a control lane: carries no device data and is accepted without a grant (WIRE.md "Topics and lanes"). */
export type ControlFrame =
  | {
      readonly lane: 'birth';
      readonly deviceId: DeviceId;
      readonly bootId: BootId;
      readonly model: string;
      readonly hardwareRevision: string;
      /** How often each metric of its table comes. */
      readonly sampling: ReadonlyMap<string, Sampling>;
      /** Metrics whose class the device claims to be another than the pack's: only counted. */
      readonly classLies: number;
    }
  | { readonly lane: 'death'; readonly deviceId: DeviceId; readonly clean: boolean }
  | {
      readonly lane: 'consent';
      readonly deviceId: DeviceId;
      readonly action: 'confirm';
      readonly requestId: RequestId;
      readonly readAloud: boolean;
    }
  | { readonly lane: 'consent'; readonly deviceId: DeviceId; readonly action: 'stop' }
  | { readonly lane: 'execution'; readonly deviceId: DeviceId; readonly executionId: string; readonly state: string };
