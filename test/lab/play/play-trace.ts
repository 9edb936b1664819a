import { type ClassMask, dataClasses, maskOf } from '../../../gateway/domain/data-class.ts';
import type { Evidence } from '../../../gateway/domain/localisation/evidence.ts';
import type { Pack } from '../../../gateway/domain/pack.ts';
import type { LabRow, LabTrace } from '../trace/lab-trace.ts';
import { Notes } from '../trace/notes.ts';
import { observer } from '../trace/read-row.ts';
import type { DeviceOutcome } from './decision.ts';
import { DevicePlay } from './device-play.ts';
import type { Engine } from '../engines/engine.ts';
import type { LabFleet } from './fleet-view.ts';
import { ObserverWatch } from './observer-watch.ts';
import { rowBody } from './row-frame.ts';

export interface PlayOptions {
  readonly packs: ReadonlyMap<string, Pack>;
  readonly engines: readonly Engine[];
  readonly granted?: ClassMask;
  /** Passes all telemetry over: what an owner says, and codes that are read out, are all there is. */
  readonly told?: boolean;
  /** Of traces of several devices. */
  readonly fleet?: (trace: LabTrace) => LabFleet;
}

/** One trace through every engine, all of its devices in one pass. */
export function playTrace(trace: LabTrace, options: PlayOptions): readonly DeviceOutcome[] {
  const { header, notes } = trace;
  const { endS, lastRowS, seen } = scan(trace, options.packs);
  const plays = new Map(
    header.devices.map((device) => {
      const pack = options.packs.get(device.model);
      if (!pack) throw new Error(`There is no pack for ${device.model}: the header was not checked.`);
      const told = options.told === true || !seen.has(device.device);
      const granted = told ? 0 : (options.granted ?? maskOf(dataClasses));
      const { engines } = options;
      return [
        device.device,
        new DevicePlay({ trace: trace.name, header, device, pack, engines, granted, told, notes }),
      ];
    }),
  );
  const watch = new ObserverWatch();
  const fleet = header.devices.length > 1 ? options.fleet?.(trace) : undefined;
  let now = 0;
  let looked = 0;
  const tellAll = (evidence: readonly Evidence[], at: number) => {
    if (evidence.length > 0) for (const play of plays.values()) play.give(evidence, at);
  };
  const everyS = fleet?.everyS ?? Number.POSITIVE_INFINITY;
  const lookTogether = (at: number) => {
    for (const play of plays.values()) play.advance(at);
    const ours = [...plays.values()].flatMap((play) => play.ours());
    for (const [device, evidence] of fleet?.look(header.start + at * 1000, ours) ?? [])
      plays.get(device)?.give(evidence, at);
  };
  const moveTo = (to: number) => {
    for (; looked + everyS <= to; looked += everyS) lookTogether(looked + everyS);
    const due = watch.nextDueAt;
    if (due !== null && due <= header.start + to * 1000) tellAll(watch.advance(due), (due - header.start) / 1000);
    now = Math.max(now, to);
  };
  for (const { t, device, rows } of moments(trace.rows())) {
    moveTo(Math.max(t, now));
    if (device !== observer) plays.get(device)?.feed(rows, t);
    for (const { body } of device === observer ? rows : []) {
      if (body.kind !== 'metric' || body.metric !== 'observer.heartbeat') continue;
      tellAll(watch.beat(header.start + now * 1000, body.value), now);
    }
  }
  moveTo(Math.max(endS, header.call ?? 0));
  return [...plays.values()].map((play) => play.finish({ endS, lastRowS }));
}

const mostAtOnce = 500;

/** Rows of one device that follow each other and arrived at the same moment. */
function* moments(
  rows: Iterable<LabRow>,
): Generator<{ readonly t: number; readonly device: string; readonly rows: readonly LabRow[] }> {
  let together: LabRow[] = [];
  for (const row of rows) {
    const [first] = together;
    if (first && (first.t !== row.t || first.device !== row.device || together.length >= mostAtOnce)) {
      yield { t: first.t, device: first.device, rows: together };
      together = [];
    }
    together.push(row);
  }
  const [first] = together;
  if (first) yield { t: first.t, device: first.device, rows: together };
}

/** Groups of runs whose codes are read out to the agent, whether their rows say `via` or not. */
const toldGroup = /answer|told/i;

/**
 * The last second of a trace and of its rows that can be used; and the devices that were seen: one of whose samples, firmware states, boots
 * or codes came over its own link and can be used. Codes of a group whose name says that they are told do not make a device seen.
 */
function scan(
  { header, rows }: LabTrace,
  packs: ReadonlyMap<string, Pack>,
): { readonly endS: number; readonly lastRowS: number; readonly seen: ReadonlySet<string> } {
  let endS = header.duration ?? 0;
  let lastRowS = 0;
  const seen = new Set<string>();
  const packOf = new Map(header.devices.map(({ device, model }) => [device, packs.get(model)]));
  const codesAreTold = toldGroup.test(header.group);
  // What cannot be used is counted when it is played.
  const notes = new Notes();
  for (const row of rows()) {
    endS = Math.max(endS, row.t);
    const pack = packOf.get(row.device);
    if (!pack || (row.t <= lastRowS && seen.has(row.device))) continue;
    if (row.body.kind !== 'boot' && !rowBody(row, { pack, at: header.start, notes })) continue;
    lastRowS = Math.max(lastRowS, row.t);
    if (row.via === null && !(codesAreTold && row.body.kind === 'code')) seen.add(row.device);
  }
  return { endS, lastRowS, seen };
}
