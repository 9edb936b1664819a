import { createFirmware } from '../firmware/firmware-classes.ts';
import type { DeviceFirmware } from '../firmware/device-firmware.ts';
import { InputProblem } from '../fields.ts';
import { seededRandom } from '../random.ts';
import { DeviceRecording } from './device-recording.ts';
import type { TraceAnswers, TraceHeader, TraceRow } from './trace.ts';
import { faultOrder, observerDown, observerFault, startVersion, type TraceOrder } from './trace-orders.ts';
import { transported } from './transport.ts';

export interface Trace {
  readonly header: TraceHeader;
  readonly rows: readonly TraceRow[];
}

const heartbeatS = 30;

/** Runs one device in steps of its own, without any network, and writes down what would arrive. The same order, the same rows. Throws InputProblem for a fault that the class does not know. */
export function recordTrace(order: TraceOrder): Trace {
  const { model, seed, scenario, group, environment, faults, durationS, callS, start, transport } = order;
  const version = startVersion(order);
  const firmware = createFirmware({
    model,
    random: seededRandom(seed, model.id, 'physics'),
    environment,
    ...(version !== undefined && { version }),
  });
  inject(firmware, order);
  const run = runDevice(firmware, order);
  const rows = transport
    ? transported({ rows: run.rows, transport, random: seededRandom(seed, 'transport') })
    : run.rows;
  const header: TraceHeader = {
    scenario,
    group,
    seed: String(seed),
    start,
    model: model.id,
    environment: { ...environment, ...(callS !== undefined && { call: callS }), duration: durationS },
    truth: faults,
    ...(run.answers && { answers: run.answers }),
  };
  return { header, rows };
}

function inject(firmware: DeviceFirmware, { faults, durationS, model }: TraceOrder): void {
  for (const truth of faults) {
    if (truth.id === observerFault || firmware.inject(faultOrder(truth, durationS))) continue;
    throw new InputProblem(`Model ${model.id}: class ${model.deviceClass} has no fault "${truth.id}".`);
  }
}

function runDevice(
  firmware: DeviceFirmware,
  order: TraceOrder,
): { readonly rows: readonly TraceRow[]; readonly answers: TraceAnswers | undefined } {
  const { model, seed, durationS, callS, start, faults, sampling } = order;
  const spread = seededRandom(seed, 'spread');
  const people = seededRandom(seed, 'people');
  const recording = new DeviceRecording({ firmware, model, phaseMs: Math.floor(spread.between(0, 60)) * 1000 });
  const ownFault = faults.some(({ id }) => id === observerFault);
  let answers: TraceAnswers | undefined;
  const look = (second: number): void => {
    answers = firmware.examine?.(seededRandom(seed, 'answers'));
    if (callS === undefined) return;
    if (recording.linkUp) recording.everything(second);
    else recording.overApp(second);
  };
  for (let second = 1; second <= durationS; second += 1) {
    const down = observerDown(faults, second);
    if (firmware.platform) firmware.platform.link.serverDown = down;
    step({ firmware, recording, second, start });
    const attended = firmware.attend?.({ dt: 1, at: start + second * 1000, random: people });
    for (const change of attended?.codes ?? []) recording.code(change, second);
    recording.second(second, sampling === 'live' || (callS !== undefined && second > callS));
    if (ownFault && !down && second % heartbeatS === 0)
      recording.rows.push({ t: second, metric: 'observer.heartbeat', value: 1 });
    if (second === callS || (callS === undefined && second === durationS)) look(second);
  }
  return { rows: recording.rows, answers };
}

/** One second of the device, in as many steps as its mode needs. */
function step(options: {
  readonly firmware: DeviceFirmware;
  readonly recording: DeviceRecording;
  readonly second: number;
  readonly start: number;
}): void {
  const { firmware, recording, second, start } = options;
  const dt = Math.min(1, firmware.longestStepS ?? 0.2);
  const steps = Math.round(1 / dt);
  for (let i = 1; i <= steps; i += 1) {
    const now = second - 1 + i / steps;
    for (const change of firmware.step(1 / steps, start + now * 1000).codes) recording.code(change, now);
  }
}
