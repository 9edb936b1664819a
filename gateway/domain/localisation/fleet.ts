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

/** An onset as it is counted: `voice` is the home that it speaks for. */
interface Heard extends Onset {
  readonly voice: string;
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
  /** Of its onsets what chance does not explain, but not more than the share of all its counted homes that have it still: 0..1. */
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
/** Fewer homes prove nothing of everybody; of a site, which is a home, fewer devices. */
const leastVoices: Readonly<Record<FleetSignal, number>> = {
  cloud_outage: 5,
  site_outage: 2,
  bad_firmware: 5,
  gateway_fault: 5,
};
/** Nor does a smaller share of those that are counted: else a handful that lie would speak for thousands. */
const leastShare = 0.05;
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

/** A home speaks once, however many devices it has; of the home's own trouble each device speaks for itself. */
function voiceOf(signal: FleetSignal, device: string, labels: FleetLabels): string {
  return signal === 'site_outage' ? device : (labels.site ?? device);
}

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
    const homes = new Set([...this.#members].map(([device, { labels }]) => labels.site ?? device)).size;
    const voices = (signal: FleetSignal) => (signal === 'site_outage' ? this.#members.size : homes);
    const found = [...counts.values()].flatMap((ofSignal) => eventsOf(ofSignal, voices(ofSignal.signal)));
    const events = found.filter((event) => !found.some((other) => explainsAway(other, event)));
    this.#known = { at: now, events };
    this.#changed = false;
    return events;
  }
}

/** Of one cohort, or of all devices together. */
interface Count {
  readonly voices: Set<string>;
  /** Who shows it now. */
  readonly ill: Set<string>;
  /** A voice's hours at each hour of the day: within a day it has passed each hour once, later once a day. */
  hours: number;
  /** One of a voice in an hour. */
  readonly onsetsByHour: number[];
  /** The hours in which a home of several devices was counted. */
  readonly counted: Set<string>;
  /** Of the last hours. */
  readonly recent: Heard[];
}

interface SignalCount {
  readonly signal: FleetSignal;
  readonly all: Count;
  readonly byCohort: ReadonlyMap<string, Count>;
}

/** One pass over all devices. */
function countsOf(members: ReadonlyMap<string, Member>, now: number): ReadonlyMap<FleetSignal, SignalCount> {
  const counts = new Map<FleetSignal, { signal: FleetSignal; all: Count; byCohort: Map<string, Count> }>();
  for (const [device, member] of members) {
    for (const [signal, family] of member.families) {
      let count = counts.get(signal);
      if (!count) counts.set(signal, (count = { signal, all: emptyCount(), byCohort: new Map() }));
      const voice = voiceOf(signal, device, member.labels);
      addTo(count.all, { member, voice, signal, family, now });
      const cohort = cohortOf[signal](member.labels);
      if (cohort === undefined) continue;
      let own = count.byCohort.get(cohort);
      if (!own) count.byCohort.set(cohort, (own = emptyCount()));
      addTo(own, { member, voice, signal, family, now });
    }
  }
  return counts;
}

function emptyCount(): Count {
  const onsetsByHour = Array.from({ length: 24 }, () => 0);
  return { voices: new Set(), ill: new Set(), hours: 0, onsetsByHour, counted: new Set(), recent: [] };
}

function addTo(
  count: Count,
  of: {
    readonly member: Member;
    readonly voice: string;
    readonly signal: FleetSignal;
    readonly family: ReadonlySet<string>;
    readonly now: number;
  },
): void {
  const { member, voice, signal, family, now } = of;
  if (!count.voices.has(voice)) {
    count.voices.add(voice);
    const watched = Math.min(baselineMs, Math.max(0, now - member.joinedAt)) / hourMs;
    count.hours += watched <= 24 ? Math.min(1, watched) : watched / 24;
  }
  for (const symptom of member.active.keys()) {
    if (!family.has(symptom)) continue;
    count.ill.add(voice);
    break;
  }
  for (const onset of member.past) {
    if (onset.signal !== signal) continue;
    if (now - onset.at <= longestEventMs) count.recent.push({ ...onset, voice });
    if (voice !== onset.device) {
      const slot = `${voice} ${Math.floor(onset.at / hourMs)}`;
      if (count.counted.has(slot)) continue;
      count.counted.add(slot);
    }
    const hour = hourOf(onset.at);
    count.onsetsByHour[hour] = (count.onsetsByHour[hour] ?? 0) + 1;
  }
}

function hourOf(at: number): number {
  return Math.floor(at / hourMs) % 24;
}

/** `voices`: how many there are of all kinds. */
function eventsOf({ signal, all, byCohort }: SignalCount, voices: number): FleetEvent[] {
  // Clouds fail everywhere at once, too: then there is nobody else to compare with but everybody on other days.
  const cohorts = signal === 'cloud_outage' ? [...byCohort, [everywhere, all] as const] : [...byCohort];
  return cohorts.flatMap(([cohort, own]): FleetEvent[] => {
    const burst = busiest(own.recent);
    if (!burst || burst.count < leastVoices[signal]) return [];
    const { at: since, count } = burst;
    const size = own.voices.size;
    // Whoever was ill before it began, or nobody knows since when, is ill of something else.
    const ill = voicesOf(own.recent.filter(({ at, voice }) => at >= since && own.ill.has(voice))).size;
    // Over when most of those who fell ill are well again; nothing while nearly all of the cohort are well.
    if (ill * 2 < count || ill < size * leastShare) return [];
    const expected = Math.max(1e-6, (size * usualRate(own, all, hourOf(since)) * togetherMs) / hourMs);
    if (poissonTail(count, expected) > chanceBelow) return [];
    // Also those who were a little earlier: the same cause reaches not all at once.
    const total = voicesOf(all.recent.filter(({ at }) => Math.abs(at - since) < togetherMs)).size;
    const score = concentration({ count, total, size, all: voices });
    // In hundredths: it is told anew whenever it changes.
    const reached = Math.round((100 * ill) / size) / 100;
    const share = Math.min(reached, Math.max(0, (count - expected) / count));
    return [{ signal, cohort, since, devices: burst.devices, score, share }];
  });
}

/** Onsets of a voice in an hour, at this hour of the day: what others have, or what the cohort had on other days, if that is more. */
function usualRate(own: Count, all: Count, hour: number): number {
  const ofOwn = own.onsetsByHour[hour] ?? 0;
  const now = voicesOf(own.recent.filter(({ at }) => hourOf(at) === hour)).size;
  const rate = (onsets: number, hours: number) => (onsets + priorOnsets) / (Math.max(0, hours) + priorHours);
  const elsewhere = rate((all.onsetsByHour[hour] ?? 0) - ofOwn, all.hours - own.hours);
  return Math.max(elsewhere, rate(ofOwn - now, own.hours));
}

function voicesOf(onsets: readonly Heard[]): ReadonlySet<string> {
  return new Set(onsets.map(({ voice }) => voice));
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

/** The span of `togetherMs` with the most voices. */
function busiest(
  onsets: readonly Heard[],
): { readonly at: number; readonly count: number; readonly devices: ReadonlySet<string> } | undefined {
  const sorted = [...onsets].sort((one, other) => one.at - other.at);
  let best: { at: number; count: number; first: number; end: number } | undefined;
  let end = 0;
  const inside = new Map<string, number>();
  for (const [first, { at, voice: leaving }] of sorted.entries()) {
    for (; end < sorted.length && (sorted[end]?.at ?? 0) < at + togetherMs; end += 1) {
      const voice = sorted[end]?.voice ?? '';
      inside.set(voice, (inside.get(voice) ?? 0) + 1);
    }
    if (!best || inside.size > best.count) best = { at, count: inside.size, first, end };
    const left = (inside.get(leaving) ?? 0) - 1;
    if (left > 0) inside.set(leaving, left);
    else inside.delete(leaving);
  }
  if (!best) return undefined;
  const { at, count } = best;
  return { at, count, devices: new Set(sorted.slice(best.first, best.end).map(({ device }) => device)) };
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
