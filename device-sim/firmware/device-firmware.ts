import type { ErrorSpec, Model, Words } from '../models/model.ts';
import type { Environment } from '../physics/environment.ts';
import type { FaultOrder } from '../physics/fault-set.ts';
import type { Platform } from '../physics/platform/platform.ts';
import type { Random } from '../random.ts';
import type { RunningOperation } from '../wire/executions.ts';
import type { CodeChange, FirmwareFacts } from '../wire/records.ts';

export interface FirmwareOptions {
  readonly model: Model;
  readonly random: Random;
  /** Absent: the plain one. */
  readonly environment?: Environment;
  /** Firmware version at the start; absent: the newest of the model. */
  readonly version?: string;
}

/** What somebody would find who looked, measured or tried: from the causes inside, as the datasheet words it. */
export interface Examination {
  /** Operation -> fields of its `returns`. */
  readonly tests: Readonly<Record<string, Readonly<Record<string, number | string | boolean | readonly number[]>>>>;
  /** Observation -> answer. */
  readonly owner: Readonly<Record<string, string>>;
  /** Service action -> what would come of it. */
  readonly actions: Readonly<Record<string, 'cured' | 'no_change' | 'worse' | 'relieved'>>;
}

export interface FirmwareEvents {
  readonly codes: readonly CodeChange[];
  /** What it says aloud of its own accord. */
  readonly spoken?: readonly Words[];
}

/** What a class of devices must offer: a world behind it, advanced in fixed steps. */
export interface DeviceFirmware {
  /** Faults that can be put in, by id of the catalogue. */
  readonly faults: Readonly<Record<string, { readonly title: Words }>>;
  readonly activeCodes: readonly CodeChange[];
  readonly activeSpecs: readonly ErrorSpec[];
  /** What it is doing, in one word of the face. */
  readonly state: string;
  /** Not running: switched off, or between a reset and the end of the boot. */
  readonly poweredOff: boolean;
  /** Associated and with an address: without, the support link cannot stand. */
  readonly networkUp: boolean;
  /** Metrics that its owner can see on it or in its app. */
  readonly shown: readonly string[];
  /** What its owner can do with it besides the button, in words of the face. */
  readonly hands: readonly string[];
  /** The datasheet's word for its lamp; `linked`: the support link stands. Not asked while it is off. */
  readonly lamp: (linked: boolean) => string;
  readonly readMetric: (name: string) => number | string | undefined;
  /** How many messages the child behind a metric has sent since boot or before; absent where nothing is behind a device. */
  readonly messages?: (metric: string) => number;
  readonly firmwareFacts: () => FirmwareFacts;
  readonly startOperation: (name: string) => RunningOperation | { readonly refusal: string };
  /** What all classes share; what records a run reads link, boots, clock and journal there. */
  readonly platform: Platform;
  /** Seconds: the longest step that still gives the same results in its present mode; absent: 0.2. */
  readonly longestStepS?: number;
  /** What somebody would find now; nothing is changed. `random`: of measurements and of owners. */
  readonly examine: (random: Random) => Examination;
  /** One step of `dt` seconds; `at` is the right time, ms. */
  readonly step: (dt: number, at: number) => FirmwareEvents;
  /** What people of the home do by themselves in a recorded run, where nobody sits at the face. */
  readonly attend?: (options: { readonly dt: number; readonly at: number; readonly random: Random }) => FirmwareEvents;
  /** Undefined: no such hand. */
  readonly use: (hand: string, at: number) => FirmwareEvents | undefined;
  /** False: no such fault. */
  readonly inject: (order: FaultOrder) => boolean;
  readonly repair: () => void;
}
