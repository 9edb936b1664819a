import type { BackgroundGrantRecord, DeviceRecord, OnsetRecord } from '../domain/cases/records.ts';
import type { AdmittedFrame } from '../domain/consent/admit.ts';
import { type GrantView, remainingMs } from '../domain/consent/grant-view.ts';
import type { BrandId, GrantId, ViewId } from '../domain/ids.ts';
import { everywhere, type FleetEvent, type FleetLabels, FleetView } from '../domain/localisation/fleet.ts';
import type { SymptomState } from '../domain/localisation/evidence.ts';
import { fleetFamilies } from '../domain/localisation/fleet-families.ts';
import type { FleetSignal } from '../domain/localisation/knowledge.ts';
import type { Pack } from '../domain/pack.ts';
import type { CommitVerdict } from '../ports/frames.ts';
import type { Clock } from '../ports/host.ts';
import type { LiveAudience } from '../ports/outward.ts';
import type { Change, DeviceStore, Ledger } from '../ports/records.ts';
import { beginDiagnosis, type Diagnosis, type SharedTrouble } from './diagnosis.ts';
import type { OpenView, Views } from './views.ts';

/** What has run out is removed now and then. */
const forgetEveryMs = 6 * 3_600_000;
/** As long as what is usual is learned from (fleet.ts). */
const keptMs = 28 * 86_400_000;
/** A symptom that comes and goes is one onset an hour. */
const apartMs = 3_600_000;
/**
 * What is there so soon after a device was first heard began nobody knows when; later, nobody would have overlooked it. So it is again
 * after a silence that is longer.
 */
const blindMs = 15 * 60_000;

/** What of the App it needs. */
interface FleetApp {
  readonly clock: Clock;
  readonly views: Views;
  readonly devices: DeviceStore;
  readonly ledger: Ledger;
  readonly audience: LiveAudience;
}

/** A device that is counted. */
interface Watched {
  readonly grant: GrantView;
  record: BackgroundGrantRecord;
  readonly fleet: FleetView;
  labels: FleetLabels;
  readonly diagnosis: Diagnosis;
  readonly symptoms: readonly string[];
  /** As last known; absent: not known yet. */
  readonly known: Map<string, boolean>;
  /** The newest onset of each symptom. */
  readonly onsets: Map<string, OnsetRecord>;
  /** When its newest frame came; absent: it was not heard yet. */
  heardAt?: number;
  /** When it was first heard, or heard again after it had been away. */
  since: number;
  /** It was away: what was known before tells nothing of what began meanwhile. */
  isBack: boolean;
}

/**
 * The Views with a fleet purpose: of what their devices send, the onsets of symptoms are counted, brand by brand, and nothing else is
 * kept (decision 0072). What is found becomes the prior of the faults that are nobody's own in every View whose device it
 * concerns.
 */
export class FleetWatch {
  readonly #app: () => FleetApp;
  readonly #brands = new Map<BrandId, FleetView>();
  readonly #watched = new Map<ViewId, Watched>();
  /** Of a View that somebody looks at: whose device it is of. */
  readonly #whose = new Map<ViewId, Whose>();
  readonly #unsaved = new Map<string, Change>();
  #looking = false;
  #forgetAt = 0;

  /** `app` is asked for late: the composition root makes both. */
  constructor(app: () => FleetApp) {
    this.#app = app;
  }

  /** It counts from now on; with what was counted of it before a start. False: there is nothing to count. */
  join(made: {
    readonly record: BackgroundGrantRecord;
    readonly grant: GrantView;
    readonly device: DeviceRecord;
    readonly pack: Pack;
    readonly onsets?: readonly OnsetRecord[];
  }): boolean {
    const { record, grant, device, pack } = made;
    const { clock, views } = this.#app();
    const granted = new Set(record.classes);
    const samplings = () => views.samplingsOf(device.id);
    const diagnosis = beginDiagnosis({ pack, granted, startedAt: clock.now(), samplings, mode: 'monitoring' });
    const families = diagnosis && fleetFamilies(diagnosis.program, granted);
    if (!diagnosis || !families || families.size === 0) return false;
    const fleet = this.#brands.get(record.brandId) ?? new FleetView();
    this.#brands.set(record.brandId, fleet);
    const labels = labelsOf(device, record.firmware);
    fleet.join(grant.viewId, labels, families, record.notBefore);
    const watched: Watched = {
      grant,
      record,
      fleet,
      labels,
      diagnosis,
      symptoms: [...new Set([...families.values()].flatMap((family) => [...family]))],
      known: new Map(),
      onsets: new Map(),
      since: clock.now(),
      isBack: false,
    };
    for (const onset of made.onsets ?? []) countAgain(watched, onset);
    this.#watched.set(grant.viewId, watched);
    return true;
  }

  /** All that was counted of it is forgotten at once. */
  leave(viewId: ViewId): void {
    const watched = this.#watched.get(viewId);
    if (!watched) return;
    watched.fleet.leave(viewId);
    this.#watched.delete(viewId);
    for (const key of this.#unsaved.keys()) if (key.startsWith(viewId)) this.#unsaved.delete(key);
  }

  /** The store's part of the way in: frames of Views that are only counted are taken, and kept nowhere. */
  async commit(
    frames: readonly AdmittedFrame[],
    keep: (frames: readonly AdmittedFrame[]) => Promise<readonly CommitVerdict[]>,
  ): Promise<readonly CommitVerdict[]> {
    const isKept = (frame: AdmittedFrame): boolean => !this.#watched.has(frame.viewId);
    if (frames.every(isKept)) return keep(frames);
    const kept = frames.filter(isKept);
    const verdicts = (kept.length > 0 ? await keep(kept) : []).values();
    return frames.map((frame) => (kept.includes(frame) ? (verdicts.next().value ?? 'refused') : 'stored'));
  }

  /** True: it was of a View that is only counted, and nobody is to be shown anything of it. */
  take(frame: AdmittedFrame): boolean {
    const watched = this.#watched.get(frame.viewId);
    if (!watched) return false;
    const now = this.#app().clock.now();
    hear(watched, frame, now);
    this.#learnFirmware(watched, frame);
    watched.diagnosis.apply(frame);
    this.#count(watched, now);
    return true;
  }

  /** Lets holds run out, tells every open View what many devices have, and writes what is new. Rejects when that cannot be written. */
  async look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      const app = this.#app();
      const now = app.clock.now();
      for (const watched of this.#watched.values()) {
        const dueAt = watched.diagnosis.nextDueAt;
        if (dueAt !== null && dueAt <= now && watched.diagnosis.advance(now)) this.#count(watched, now);
      }
      await this.#tellViews(now);
      await this.#save(now);
    } finally {
      this.#looking = false;
    }
  }

  /** Grants that have run out by both clocks' earlier word. */
  overdue(): readonly GrantId[] {
    const { clock } = this.#app();
    const at = { now: clock.now(), monotonicMs: clock.monotonicMs() };
    return [...this.#watched.values()].flatMap(({ grant }) => (remainingMs(grant, at) > 0 ? [] : [grant.grantId]));
  }

  /** What is going on in this brand, the newest first. */
  eventsOf(brandId: BrandId): readonly SharedTrouble[] {
    const events = this.#brands.get(brandId)?.events(this.#app().clock.now()) ?? [];
    return events.map(troubleOf).sort((one, other) => other.since - one.since);
  }

  counted(brandId: BrandId): number {
    return this.#brands.get(brandId)?.size ?? 0;
  }

  /** Of a case in which nobody may see the device: what its brand said of it at its registration is all that is known. */
  inform(diagnosis: Diagnosis, device: DeviceRecord): void {
    this.#tell(diagnosis, { brandId: device.brandId, labels: labelsOf(device, null) }, this.#app().clock.now());
  }

  async #tellViews(now: number): Promise<void> {
    const app = this.#app();
    const open = new Set<ViewId>();
    for (const view of app.views.all()) {
      const { viewId, deviceId } = view.grant;
      open.add(viewId);
      if (this.#whose.has(viewId) || !view.diagnosis) continue;
      const device = await app.devices.device(deviceId);
      if (device) this.#whose.set(viewId, { brandId: device.brandId, labels: labelsOf(device, null) });
    }
    for (const viewId of this.#whose.keys()) if (!open.has(viewId)) this.#whose.delete(viewId);
    for (const view of app.views.all()) this.#tellView(view, now);
  }

  #tellView({ grant, diagnosis, state }: OpenView, now: number): void {
    const whose = this.#whose.get(grant.viewId);
    if (!whose || !diagnosis) return;
    const firmware = state.values.get(versionMetric)?.value;
    const labels = typeof firmware === 'string' ? { ...whose.labels, firmware } : whose.labels;
    if (!this.#tell(diagnosis, { ...whose, labels }, now)) return;
    const { audience } = this.#app();
    audience.changed({ viewId: grant.viewId, metrics: [], errors: [], slots: false, localised: true });
  }

  #tell(diagnosis: Diagnosis, { brandId, labels }: Whose, now: number): boolean {
    const signals: ReadonlySet<FleetSignal> = new Set(diagnosis.program.fleetFaults.keys());
    const events = this.#brands.get(brandId)?.eventsFor(labels, now) ?? [];
    return diagnosis.share(events.filter(({ signal }) => signals.has(signal)).map(troubleOf), now);
  }

  #learnFirmware(watched: Watched, { body }: AdmittedFrame): void {
    if (body.lane !== 'firmware') return;
    const version = body.samples.find(({ name }) => name === versionMetric)?.value;
    if (typeof version !== 'string' || version === '' || version === watched.record.firmware) return;
    watched.record = { ...watched.record, firmware: version };
    watched.labels = { ...watched.labels, firmware: version };
    watched.fleet.relabel(watched.grant.viewId, watched.labels);
    this.#unsaved.set(watched.grant.viewId, { put: 'background-grant', record: watched.record });
  }

  /** What is unknown changes nothing: it is neither an onset nor the end of one. */
  #count(watched: Watched, now: number): void {
    const { fleet, known, onsets, grant } = watched;
    for (const symptom of watched.symptoms) {
      const present = isPresent(watched.diagnosis.symptom(symptom));
      const before = known.get(symptom);
      if (present === undefined || present === before) continue;
      known.set(symptom, present);
      const last = onsets.get(symptom);
      if (!present) {
        fleet.symptom(grant.viewId, symptom, false, now);
        if (last?.goneAt === null) this.#write(watched, { ...last, goneAt: now });
        continue;
      }
      const seen = (before === false && !watched.isBack) || now - watched.since >= blindMs;
      if (seen) fleet.symptom(grant.viewId, symptom, true, now);
      else fleet.hadBefore(grant.viewId, symptom, now);
      const again = last && now - last.at < apartMs;
      const id = `${grant.viewId}/${symptom}/${now}`;
      this.#write(
        watched,
        again ? { ...last, goneAt: null } : { id, viewId: grant.viewId, symptom, at: now, seen, goneAt: null },
      );
    }
  }

  #write(watched: Watched, record: OnsetRecord): void {
    watched.onsets.set(record.symptom, record);
    this.#unsaved.set(record.id, { put: 'onset', record });
  }

  /** In one transaction; what could not be written is tried at the next look. */
  async #save(now: number): Promise<void> {
    const changes = new Map(this.#unsaved);
    const old: Change[] = now >= this.#forgetAt ? [{ drop: 'old-onsets', before: now - keptMs }] : [];
    if (changes.size + old.length === 0) return;
    await this.#app().ledger.save([...changes.values(), ...old]);
    if (old.length > 0) this.#forgetAt = now + forgetEveryMs;
    for (const [key, change] of changes) if (this.#unsaved.get(key) === change) this.#unsaved.delete(key);
  }
}

/** What counts as evidence for hours after it has gone is there no more. Undefined: nobody knows. */
function isPresent({ phase, evidence }: SymptomState): boolean | undefined {
  return phase === 'recovering' || phase === 'aged' ? false : evidence;
}

interface Whose {
  readonly brandId: BrandId;
  readonly labels: FleetLabels;
}

const versionMetric = 'fw.version';

/** Of the node nothing: there is one, so nobody is left to compare with. What is not known is left out. */
function labelsOf({ model, region, linkId }: DeviceRecord, firmware: string | null): FleetLabels {
  return {
    model,
    ...(region === null ? {} : { region }),
    ...(linkId === null ? {} : { site: linkId }),
    ...(firmware === null ? {} : { firmware }),
  };
}

/**
 * A device that has nothing to tell is silent for hours. It was away only if what ends the silence is what it kept meanwhile, or its
 * whole list, as after a connect; a dialect states its whole list with every change, so that of it nobody can tell.
 */
function hear(watched: Watched, { kind, body, source }: AdmittedFrame, now: number): void {
  const isNative = source !== 'homie' && source !== 'homeassistant';
  const isGreeting = kind !== 'live' || (body.lane === 'error' && body.complete && isNative);
  if (watched.heardAt === undefined) {
    watched.since = now;
  } else if (isGreeting && now - watched.heardAt > blindMs) {
    watched.since = now;
    watched.isBack = true;
  }
  watched.heardAt = now;
}

function countAgain({ fleet, known, onsets, grant }: Watched, onset: OnsetRecord): void {
  const { symptom, at, seen, goneAt } = onset;
  if (seen) fleet.symptom(grant.viewId, symptom, true, at);
  else fleet.hadBefore(grant.viewId, symptom, at);
  if (goneAt !== null) fleet.symptom(grant.viewId, symptom, false, goneAt);
  // That it had gone says nothing of what began while nobody watched.
  if (goneAt === null) known.set(symptom, true);
  onsets.set(symptom, onset);
}

const cohorts: Readonly<Record<FleetSignal, SharedTrouble['cohort']>> = {
  cloud_outage: 'region',
  site_outage: 'home',
  bad_firmware: 'firmware',
  gateway_fault: 'node',
};

function troubleOf({ signal, cohort, since, devices, share }: FleetEvent): SharedTrouble {
  const isNamed = cohort !== everywhere && signal !== 'site_outage';
  return {
    signal,
    cohort: cohort === everywhere ? 'brand' : cohorts[signal],
    name: isNamed ? cohort : null,
    since,
    devices: devices.size,
    share,
  };
}
