import type { Random } from '../random.ts';
import type { Examination } from './device-firmware.ts';
import type { PlatformView } from './platform/readings.ts';
import { lasting, type OperationTable } from './operations.ts';

export type TestFields = Examination['tests'][string];
export type ActionOutcome = Examination['actions'][string];

/** One operation that measures: when it can be run, and what it would give now (the `returns` of the datasheet). */
export interface DeviceTest<View> {
  /** What the datasheet's `needs` asks of the device itself; what the owner has to do for it counts as done. Default: nothing. */
  readonly needs?: (view: View) => boolean;
  /** What the live operation asks besides, because nobody arranges it there: that it stands still, for example. */
  readonly atOnce?: (view: View) => boolean;
  /** `noise`: of the measurement; a mean over the test's duration has little. */
  readonly measure: (view: View, noise: Random) => TestFields;
}
export type TestTable<View> = Readonly<Record<string, DeviceTest<View>>>;

/** One observation of the datasheet: its possible answers (without, whatever `truth` says), and what who looks closely would say. */
export interface Observation<View> {
  readonly answers: readonly string[];
  readonly truth: (view: View) => string;
}
export type ObservationTable<View> = Readonly<Record<string, Observation<View>>>;

/** A service action changes causes, as the act of a person would; it may also say itself what comes of it. */
export type ServiceAction<Causes> = (causes: Causes) => ActionOutcome | void;
export type ActionTable<Causes> = Readonly<Record<string, ServiceAction<Causes>>>;

/** Share of owners who cannot say, and of those who are wrong. */
const cannotSay = 0.06;
const mistaken = 0.02;

/** Runs all tests, asks all questions and tries all actions, each by itself, on the device as it is now; nothing is changed. */
export function examine<View, Causes extends object>(options: {
  readonly view: View;
  readonly tests: TestTable<View>;
  readonly observations: ObservationTable<View>;
  readonly actions: ActionTable<Causes>;
  /** With the faults that come and go as if they were there (`FaultSet.latent`). */
  readonly causes: Causes;
  readonly healthy: () => Causes;
  readonly random: Random;
}): Examination {
  const { view, random, causes, healthy } = options;
  const tests: Record<string, TestFields> = {};
  for (const [name, { needs, measure }] of Object.entries(options.tests)) {
    if (needs?.(view) ?? true) tests[name] = measure(view, random);
  }
  const owner: Record<string, string> = {};
  for (const [name, { answers, truth }] of Object.entries(options.observations)) {
    owner[name] = fallible({ truth: truth(view), answers, random });
  }
  const actions: Record<string, ActionOutcome> = {};
  for (const [name, act] of Object.entries(options.actions)) actions[name] = outcomeOf({ act, causes, healthy });
  return { tests, owner, actions };
}

function fallible(options: { truth: string; answers: readonly string[]; random: Random }): string {
  const { truth, answers, random } = options;
  const [draw, which] = [random.next(), random.next()];
  if (draw < cannotSay) return answers.includes('unknown') ? 'unknown' : truth;
  const others = answers.filter((answer) => answer !== truth && answer !== 'unknown');
  if (draw > 1 - mistaken) return others[Math.floor(which * others.length)] ?? truth;
  return truth;
}

/** cured: nothing is wrong afterwards; relieved: less is wrong. Causes are plain data; `telling` is what people say, not a cause. */
export function outcomeOf<Causes extends object>(options: {
  readonly act: ServiceAction<Causes>;
  readonly causes: Causes;
  readonly healthy: () => Causes;
}): ActionOutcome {
  const { act, causes, healthy } = options;
  const sound = asText(healthy());
  const before = asText(causes);
  if (before === sound) return 'no_change';
  const after = structuredClone(causes);
  const said = act(after);
  if (said) return said;
  const result = asText(after);
  if (result === before) return 'no_change';
  return result === sound ? 'cured' : 'relieved';
}

function asText(causes: object): string {
  return JSON.stringify(causes, (name, value: unknown) => (name === 'telling' ? undefined : value));
}

/** The same tests as operations of the live device. */
export function asOperations<View extends PlatformView>(tests: TestTable<View>, noise: Random): OperationTable<View> {
  return Object.fromEntries(
    Object.entries(tests).map(([name, { needs, atOnce, measure }]) => [
      name,
      (view: View, durationS: number) =>
        (needs?.(view) ?? true) && (atOnce?.(view) ?? true)
          ? lasting({ uptimeS: () => view.platform.boots.uptimeS, durationS, result: () => flat(measure(view, noise)) })
          : { refusal: 'operation_precondition' },
    ]),
  );
}

/** The wire carries numbers and texts. */
function flat(fields: TestFields): Readonly<Record<string, number | string>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'number' || typeof value === 'string' ? value : String(value),
    ]),
  );
}
