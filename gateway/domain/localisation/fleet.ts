import type { FleetSignal } from './knowledge.ts';

/** What a device shares with others. Absent: not known, so it belongs to no such cohort. */
export interface FleetLabels {
  readonly model: string;
  readonly region?: string;
  readonly site?: string;
  /** The gateway's node that holds its connection. */
  readonly node?: string;
  readonly firmware?: string;
}

/** Which onsets speak for which exogenous fault: the symptoms that the pack says it shows. */
export type FleetFamilies = ReadonlyMap<FleetSignal, ReadonlySet<string>>;

interface Member {
  labels: FleetLabels;
  readonly families: FleetFamilies;
  readonly joinedAt: number;
  /** Symptoms that are there now, and since when. */
  readonly active: Map<string, number>;
}

/** One onset of one family on one device: counted once, however many symptoms of the family follow. */
interface Onset {
  readonly at: number;
  readonly device: string;
  readonly signal: FleetSignal;
}

/** Trouble of a cohort that chance does not explain. */
interface FleetEvent {
  readonly signal: FleetSignal;
  readonly cohort: string;
  readonly devices: ReadonlySet<string>;
  readonly score: number;
  readonly share: number;
}

/** Onsets this close together may have one cause. */
const togetherMs = 15 * 60_000;
/** An event that began so long ago explains no new trouble. */
const longestEventMs = 6 * 3_600_000;
/** Without news the events are counted anew so often: they end. */
const recountMs = 30_000;
/** By chance alone so many onsets would come less often than this. */
const chanceBelow = 1e-4;
/** Fewer devices prove nothing of everybody; a site is a home. */
const leastDevices: Readonly<Record<FleetSignal, number>> = {
  cloud_outage: 3,
  site_outage: 2,
  bad_firmware: 3,
  gateway_fault: 3,
};
/** What is believed of a baseline before anything was seen: half an onset in 500 device-hours. */
const priorOnsets = 0.5;
const priorHours = 500;
const hourMs = 3_600_000;

/** By what a signal's devices are alike. */
const cohortOf: Readonly<Record<FleetSignal, (labels: FleetLabels) => string | undefined>> = {
  cloud_outage: ({ region }) => region,
  site_outage: ({ site }) => site,
  bad_firmware: ({ model, firmware }) => (firmware === undefined ? undefined : `${model} ${firmware}`),
  gateway_fault: ({ node }) => node,
};

/**
 * Onsets of symptoms over devices whose owners let them be counted: when many of one cohort (region, site, firmware of a model, node)
 * fall ill within minutes, more than others do at this hour, the excess is the share of it that none of their devices is to
 * blame for. Only Views with a fleet purpose may join.
 */
export class FleetView {
  readonly #members = new Map<string, Member>();
  #onsets: Onset[] = [];
  readonly #baseline = new HourlyBaseline();
  #version = 0;
  #known: { readonly at: number; readonly version: number; readonly events: readonly FleetEvent[] } = {
    at: 0,
    version: -1,
    events: [],
  };

  join(device: string, labels: FleetLabels, families: FleetFamilies, at: number): void {
    this.#members.set(device, { labels, families, joinedAt: at, active: new Map() });
    this.#version += 1;
  }

  /** Its onsets go with it: consent to be counted has ended. */
  leave(device: string): void {
    this.#members.delete(device);
    this.#version += 1;
    this.#onsets = this.#onsets.filter((onset) => onset.device !== device);
  }

  relabel(device: string, labels: FleetLabels): void {
    const member = this.#members.get(device);
    if (!member) return;
    member.labels = labels;
    this.#version += 1;
  }

  symptom(device: string, symptom: string, present: boolean, at: number): void {
    const member = this.#members.get(device);
    if (!member) return;
    if (!present) {
      if (member.active.delete(symptom)) this.#version += 1;
      return;
    }
    if (member.active.has(symptom)) return;
    for (const [signal, family] of member.families) {
      if (!family.has(symptom)) continue;
      const isFirst = ![...member.active.keys()].some((other) => family.has(other));
      if (!isFirst) continue;
      this.#onsets.push({ at, device, signal });
      this.#baseline.onset(signal, cohortOf[signal](member.labels), at);
    }
    member.active.set(symptom, at);
    this.#version += 1;
    this.#forgetOld(at);
  }

  /** Attributable share 0..1 of each exogenous fault in this device's trouble, now. Empty: nothing that others have too. */
  sharesOf(device: string, now: number): ReadonlyMap<FleetSignal, number> {
    const labels = this.#members.get(device)?.labels;
    return labels ? this.sharesFor(labels, now) : new Map();
  }

  /** The same for any device with these labels: also one whose owner does not let it be counted may be told what others have. */
  sharesFor(labels: FleetLabels, now: number): ReadonlyMap<FleetSignal, number> {
    const own = this.#eventsAt(now).filter(({ signal, cohort }) => cohortOf[signal](labels) === cohort);
    return new Map(own.map(({ signal, share }) => [signal, share]));
  }

  #eventsAt(now: number): readonly FleetEvent[] {
    const { at, version, events } = this.#known;
    if (version === this.#version && now >= at && now - at < recountMs) return events;
    const found = this.#cohortsWithOnsets().flatMap(({ signal, cohort }) => this.#eventOf(signal, cohort, now) ?? []);
    const standing = found.filter((event) => !found.some((other) => explainsAway(other, event)));
    this.#known = { at: now, version: this.#version, events: standing };
    return standing;
  }

  #cohortsWithOnsets(): { signal: FleetSignal; cohort: string }[] {
    const found = new Map<string, { signal: FleetSignal; cohort: string }>();
    for (const { signal, device } of this.#onsets) {
      const cohort = this.#cohortOf(device, signal);
      if (cohort !== undefined) found.set(`${signal} ${cohort}`, { signal, cohort });
    }
    return [...found.values()];
  }

  #eventOf(signal: FleetSignal, cohort: string, now: number): FleetEvent | undefined {
    const recent = this.#onsets.filter((onset) => onset.signal === signal && now - onset.at <= longestEventMs);
    const burst = busiest(recent.filter(({ device }) => this.#cohortOf(device, signal) === cohort));
    if (!burst || burst.devices.size < leastDevices[signal]) return undefined;
    const members = [...this.#members].filter(([, { labels }]) => cohortOf[signal](labels) === cohort);
    // Over when most of those who fell ill are well again.
    const ill = members.filter(([, { active, families }]) =>
      [...active.keys()].some((symptom) => families.get(signal)?.has(symptom)),
    );
    if (ill.length * 2 < burst.devices.size) return undefined;
    const rate = this.#baseline.rate(signal, cohort, burst.at, this.#hoursOutside(signal, cohort, burst.at));
    const expected = Math.max(1e-6, (members.length * rate * togetherMs) / hourMs);
    const count = burst.devices.size;
    if (poissonTail(count, expected) > chanceBelow) return undefined;
    // Also those who were a little earlier: the same cause reaches not all at once.
    const everywhere = recent.filter(({ at }) => Math.abs(at - burst.at) < togetherMs);
    const total = new Set(everywhere.map(({ device }) => device)).size;
    const score = concentration({ count, total, size: members.length, all: this.#members.size });
    return { signal, cohort, devices: burst.devices, score, share: Math.max(0, (count - expected) / count) };
  }

  #cohortOf(device: string, signal: FleetSignal): string | undefined {
    const labels = this.#members.get(device)?.labels;
    return labels && cohortOf[signal](labels);
  }

  /** Device-hours of all others at one hour of the day: within a day a device has passed each hour once, later once a day. */
  #hoursOutside(signal: FleetSignal, cohort: string, now: number): number {
    let hours = 0;
    for (const { labels, joinedAt } of this.#members.values()) {
      if (cohortOf[signal](labels) === cohort) continue;
      const known = Math.max(0, now - joinedAt) / hourMs;
      hours += known <= 24 ? Math.min(1, known) : known / 24;
    }
    return hours;
  }

  #forgetOld(now: number): void {
    if ((this.#onsets[0]?.at ?? now) < now - 2 * longestEventMs) {
      this.#onsets = this.#onsets.filter(({ at }) => at >= now - longestEventMs);
    }
  }
}

/** Onsets an hour of the day and cohort; a cohort under test is left out of its own baseline. */
class HourlyBaseline {
  readonly #counts = new Map<string, Map<string, number>>();

  onset(signal: FleetSignal, cohort: string | undefined, at: number): void {
    if (cohort === undefined) return;
    const key = keyOf(signal, at);
    const counts = this.#counts.get(key) ?? new Map<string, number>();
    this.#counts.set(key, counts);
    counts.set(cohort, (counts.get(cohort) ?? 0) + 1);
  }

  /** Onsets a device-hour at this hour of the day, elsewhere. */
  rate(signal: FleetSignal, cohort: string, at: number, hoursOutside: number): number {
    let onsets = 0;
    for (const [other, count] of this.#counts.get(keyOf(signal, at)) ?? []) if (other !== cohort) onsets += count;
    return (onsets + priorOnsets) / (hoursOutside + priorHours);
  }
}

function keyOf(signal: FleetSignal, at: number): string {
  return `${signal} ${Math.floor(at / hourMs) % 24}`;
}

/**
 * How much more of the onsets fall into the cohort than its size explains: the logarithm of Kulldorff's scan statistic (1997). 0: they
 * fall as they would by chance.
 */
function concentration(of: { count: number; total: number; size: number; all: number }): number {
  const expected = (of.total * of.size) / Math.max(1, of.all);
  if (of.count <= expected) return 0;
  const outside = of.total - of.count;
  const rest = outside > 0 ? outside * Math.log(outside / Math.max(1e-9, of.total - expected)) : 0;
  return of.count * Math.log(of.count / expected) + rest;
}

/** Who stands when two events are as much of a cohort's making: the wider cause. */
const widestFirst: readonly FleetSignal[] = ['gateway_fault', 'cloud_outage', 'bad_firmware', 'site_outage'];

/** Most devices of the one fell ill in the other too, and the other says better who is spared. */
function explainsAway(other: FleetEvent, event: FleetEvent): boolean {
  if (other === event) return false;
  const shared = [...event.devices].filter((device) => other.devices.has(device)).length;
  if (shared < event.devices.size * 0.7) return false;
  if (Math.abs(other.score - event.score) > 0.5) return other.score > event.score;
  return widestFirst.indexOf(other.signal) < widestFirst.indexOf(event.signal);
}

/** The span of `togetherMs` with the most devices. */
function busiest(onsets: readonly Onset[]): { readonly at: number; readonly devices: ReadonlySet<string> } | undefined {
  const sorted = [...onsets].sort((one, other) => one.at - other.at);
  let best: { at: number; devices: Set<string> } | undefined;
  let first = 0;
  let end = 0;
  const inside = new Map<string, number>();
  for (; first < sorted.length; first += 1) {
    const at = sorted[first]?.at ?? 0;
    for (; end < sorted.length && (sorted[end]?.at ?? 0) < at + togetherMs; end += 1) {
      const device = sorted[end]?.device ?? '';
      inside.set(device, (inside.get(device) ?? 0) + 1);
    }
    if (!best || inside.size > best.devices.size) best = { at, devices: new Set(inside.keys()) };
    const leaving = sorted[first]?.device ?? '';
    const left = (inside.get(leaving) ?? 0) - 1;
    if (left > 0) inside.set(leaving, left);
    else inside.delete(leaving);
  }
  return best;
}

/** P(X >= count) of a Poisson variable. */
export function poissonTail(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let below = 0;
  for (let k = 0; k < count; k += 1) {
    below += term;
    term *= mean / (k + 1);
  }
  // For small tails 1 - below loses its digits: the first terms of the tail are summed instead.
  let tail = 0;
  for (let k = count; k < count + 60; k += 1) {
    tail += term;
    term *= mean / (k + 1);
  }
  return below > 0.5 ? tail : Math.max(tail, 1 - below);
}
