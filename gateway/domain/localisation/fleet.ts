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
  /** Its onsets of the last weeks, one an hour at most: what is usual of it. Gone with it. */
  readonly past: Onset[];
}

/** One onset of one family on one device: counted once, however many symptoms of the family follow. */
interface Onset {
  readonly at: number;
  readonly device: string;
  readonly signal: FleetSignal;
}

/** Trouble of a cohort that chance does not explain. */
export interface FleetEvent {
  readonly signal: FleetSignal;
  /** The region, the site, model and firmware, or the node that its devices share; `everywhere`: nothing but their brand. */
  readonly cohort: string;
  /** The first of its onsets, epoch ms. */
  readonly since: number;
  readonly devices: ReadonlySet<string>;
  readonly score: number;
  readonly share: number;
}

/** Onsets this close together may have one cause. */
const togetherMs = 15 * 60_000;
/** An event that began so long ago explains no new trouble. */
const longestEventMs = 6 * 3_600_000;
/** The cohort of all. */
export const everywhere = '*';
/** Without news the events are counted anew so often: they end. */
const recountMs = 30_000;
/** With news not more often than this, whatever the number of devices. */
const soonMs = 2_000;
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
/** What is usual is what was so in the last weeks. */
const baselineMs = 28 * 24 * hourMs;

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
  #changed = true;
  #known: { readonly at: number; readonly events: readonly FleetEvent[] } | undefined;

  join(device: string, labels: FleetLabels, families: FleetFamilies, at: number): void {
    this.#members.set(device, { labels, families, joinedAt: at, active: new Map(), past: [] });
    this.#changed = true;
  }

  /** All that it told goes with it: consent to be counted has ended. */
  leave(device: string): void {
    this.#members.delete(device);
    this.#changed = true;
  }

  relabel(device: string, labels: FleetLabels): void {
    const member = this.#members.get(device);
    if (!member) return;
    member.labels = labels;
    this.#changed = true;
  }

  symptom(device: string, symptom: string, present: boolean, at: number): void {
    const member = this.#members.get(device);
    if (!member || member.active.has(symptom) === present) return;
    this.#changed = true;
    if (!present) {
      member.active.delete(symptom);
      return;
    }
    for (const [signal, family] of member.families) {
      if (!family.has(symptom)) continue;
      const isFirst = ![...member.active.keys()].some((other) => family.has(other));
      // Whoever comes and goes all the time is one device in trouble, not many onsets.
      const isNew = !member.past.some((onset) => onset.signal === signal && Math.abs(at - onset.at) < hourMs);
      if (isFirst && isNew) member.past.push({ at, device, signal });
    }
    member.active.set(symptom, at);
    while ((member.past[0]?.at ?? at) < at - baselineMs) member.past.shift();
  }

  /** It was there before anybody watched: nobody knows since when, so it is no onset. */
  hadBefore(device: string, symptom: string, at: number): void {
    const member = this.#members.get(device);
    if (!member || member.active.has(symptom)) return;
    member.active.set(symptom, at);
    this.#changed = true;
  }

  get size(): number {
    return this.#members.size;
  }

  /** Attributable share 0..1 of each exogenous fault in this device's trouble, now. Empty: nothing that others have too. */
  sharesOf(device: string, now: number): ReadonlyMap<FleetSignal, number> {
    const labels = this.#members.get(device)?.labels;
    return labels ? this.sharesFor(labels, now) : new Map();
  }

  /** The same for any device with these labels: also one whose owner does not let it be counted may be told what others have. */
  sharesFor(labels: FleetLabels, now: number): ReadonlyMap<FleetSignal, number> {
    return new Map(this.eventsFor(labels, now).map(({ signal, share }) => [signal, share]));
  }

  /** Those that concern a device with these labels. */
  eventsFor(labels: FleetLabels, now: number): readonly FleetEvent[] {
    return this.events(now).filter(
      ({ signal, cohort }) => cohort === everywhere || cohortOf[signal](labels) === cohort,
    );
  }

  /** All that are going on now. */
  events(now: number): readonly FleetEvent[] {
    const known = this.#known;
    const age = known ? now - known.at : Number.POSITIVE_INFINITY;
    // Counting is for all at once: what changes for one device waits a little.
    if (known && age >= 0 && age < (this.#changed ? soonMs : recountMs)) return known.events;
    const counts = countsOf(this.#members, now);
    const found = [...counts.values()].flatMap((ofSignal) => eventsOf(ofSignal, this.#members.size));
    const events = found.filter((event) => !found.some((other) => explainsAway(other, event)));
    this.#known = { at: now, events };
    this.#changed = false;
    return events;
  }
}

/** Of one cohort, or of all devices together. */
interface Count {
  size: number;
  /** Who shows it now. */
  ill: number;
  /** Device-hours at each hour of the day: within a day a device has passed each hour once, later once a day. */
  hours: number;
  readonly onsetsByHour: number[];
  /** Of the last hours. */
  readonly recent: Onset[];
}

interface SignalCount {
  readonly signal: FleetSignal;
  readonly all: Count;
  readonly byCohort: ReadonlyMap<string, Count>;
}

/** One pass over all devices. */
function countsOf(members: ReadonlyMap<string, Member>, now: number): ReadonlyMap<FleetSignal, SignalCount> {
  const counts = new Map<FleetSignal, { signal: FleetSignal; all: Count; byCohort: Map<string, Count> }>();
  for (const member of members.values()) {
    for (const [signal, family] of member.families) {
      let count = counts.get(signal);
      if (!count) counts.set(signal, (count = { signal, all: emptyCount(), byCohort: new Map() }));
      addTo(count.all, { member, signal, family, now });
      const cohort = cohortOf[signal](member.labels);
      if (cohort === undefined) continue;
      let own = count.byCohort.get(cohort);
      if (!own) count.byCohort.set(cohort, (own = emptyCount()));
      addTo(own, { member, signal, family, now });
    }
  }
  return counts;
}

function emptyCount(): Count {
  return { size: 0, ill: 0, hours: 0, onsetsByHour: Array.from({ length: 24 }, () => 0), recent: [] };
}

function addTo(
  count: Count,
  of: {
    readonly member: Member;
    readonly signal: FleetSignal;
    readonly family: ReadonlySet<string>;
    readonly now: number;
  },
): void {
  const { member, signal, family, now } = of;
  count.size += 1;
  for (const symptom of member.active.keys()) {
    if (!family.has(symptom)) continue;
    count.ill += 1;
    break;
  }
  const watched = Math.min(baselineMs, Math.max(0, now - member.joinedAt)) / hourMs;
  count.hours += watched <= 24 ? Math.min(1, watched) : watched / 24;
  for (const onset of member.past) {
    if (onset.signal !== signal) continue;
    const hour = hourOf(onset.at);
    count.onsetsByHour[hour] = (count.onsetsByHour[hour] ?? 0) + 1;
    if (now - onset.at <= longestEventMs) count.recent.push(onset);
  }
}

function hourOf(at: number): number {
  return Math.floor(at / hourMs) % 24;
}

function eventsOf({ signal, all, byCohort }: SignalCount, devices: number): FleetEvent[] {
  // Clouds fail everywhere at once, too: then there is nobody else to compare with but everybody on other days.
  const cohorts = signal === 'cloud_outage' ? [...byCohort, [everywhere, all] as const] : [...byCohort];
  return cohorts.flatMap(([cohort, own]): FleetEvent[] => {
    const burst = busiest(own.recent);
    if (!burst || burst.devices.size < leastDevices[signal]) return [];
    // Over when most of those who fell ill are well again.
    if (own.ill * 2 < burst.devices.size) return [];
    const hour = hourOf(burst.at);
    // What is usual elsewhere at this hour: the cohort under test is left out of its own baseline.
    const usual =
      cohort === everywhere ? own.recent.filter(({ at }) => hourOf(at) === hour).length : (own.onsetsByHour[hour] ?? 0);
    const onsets = (all.onsetsByHour[hour] ?? 0) - usual;
    const hours = cohort === everywhere ? all.hours : all.hours - own.hours;
    const rate = (onsets + priorOnsets) / (hours + priorHours);
    const expected = Math.max(1e-6, (own.size * rate * togetherMs) / hourMs);
    const count = burst.devices.size;
    if (poissonTail(count, expected) > chanceBelow) return [];
    // Also those who were a little earlier: the same cause reaches not all at once.
    const together = all.recent.filter(({ at }) => Math.abs(at - burst.at) < togetherMs);
    const total = new Set(together.map(({ device }) => device)).size;
    const score = concentration({ count, total, size: own.size, all: devices });
    return [
      {
        signal,
        cohort,
        since: burst.at,
        devices: burst.devices,
        score,
        share: Math.max(0, (count - expected) / count),
      },
    ];
  });
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
  // Of the same kind, and all that are ill everywhere are of one region: it is told once, and by its name.
  if (other.signal === event.signal && event.cohort === everywhere && shared === event.devices.size) return true;
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
