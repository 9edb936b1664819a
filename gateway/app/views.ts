import { classesOf } from '../domain/data-class.ts';
import type { AdmittedFrame } from '../domain/consent/admit.ts';
import type { GrantBook } from '../domain/consent/grant-book.ts';
import type { GrantView } from '../domain/consent/grant-view.ts';
import type { DeviceId, ViewId } from '../domain/ids.ts';
import type { Pack, PackMetric } from '../domain/pack.ts';
import type { Sampling } from '../domain/state/freshness.ts';
import { type StateChange, ViewState } from '../domain/state/view-state.ts';
import { beginDiagnosis, type Diagnosis } from './diagnosis.ts';

/** One open View: the state that one grant opened. */
export interface OpenView {
  readonly grant: GrantView;
  /** Of its model, and what the device has told of itself besides, which may grow. */
  readonly pack: Pack;
  /** What this device cannot do, being linked by a dialect (ports/links.ts, Discoveries). */
  readonly limits: readonly string[];
  readonly state: ViewState;
  /** Begin of its grant, epoch ms. */
  readonly startedAt: number;
  /** Undefined: its pack has no rules. */
  readonly diagnosis: Diagnosis | undefined;
}

/** The Views that are open. A frame of a View that is not open any more changes nothing. */
export class Views {
  readonly #open = new Map<ViewId, { -readonly [Name in keyof OpenView]: OpenView[Name] }>();
  readonly #sampling = new Map<DeviceId, ReadonlyMap<string, Sampling>>();
  readonly #meanwhile = new Map<ViewId, AdmittedFrame[]>();
  readonly #book: GrantBook;

  constructor(book: GrantBook) {
    this.#book = book;
  }

  open(grant: GrantView, pack: Pack, limits: readonly string[], startedAt: number): OpenView {
    const state = new ViewState(grant.viewId, (key) => pack.errors.has(key));
    const diagnosis = this.beginDiagnosis(grant, pack, startedAt);
    const view = { grant, pack, limits, state, startedAt, diagnosis };
    this.#open.set(grant.viewId, view);
    return view;
  }

  beginDiagnosis(grant: GrantView, pack: Pack, startedAt: number): Diagnosis | undefined {
    return beginDiagnosis({
      pack,
      granted: new Set(classesOf(grant.classMask)),
      startedAt,
      samplings: () => this.samplingsOf(grant.deviceId),
    });
  }

  /** What is admitted from now on, until it is asked for: a diagnosis that is made anew from the store must not miss it. */
  gather(viewId: ViewId): () => readonly AdmittedFrame[] {
    const gathered: AdmittedFrame[] = [];
    this.#meanwhile.set(viewId, gathered);
    return () => {
      this.#meanwhile.delete(viewId);
      return gathered;
    };
  }

  /** Another one takes over, which knows what the one before did and was not told what is taken back. */
  replaceDiagnosis(viewId: ViewId, diagnosis: Diagnosis): void {
    const view = this.#open.get(viewId);
    if (view) view.diagnosis = diagnosis;
  }

  close(viewId: ViewId): void {
    this.#open.delete(viewId);
    this.#meanwhile.delete(viewId);
  }

  of(viewId: ViewId): OpenView | undefined {
    return this.#book.ofView(viewId) ? this.#open.get(viewId) : undefined;
  }

  *all(): Iterable<OpenView> {
    for (const viewId of this.#open.keys()) {
      const view = this.of(viewId);
      if (view) yield view;
    }
  }

  /** The device has told of something more that it has. */
  renewPack(deviceId: DeviceId, pack: Pack): void {
    for (const { viewId } of this.#book.ofDevice(deviceId)) {
      const view = this.#open.get(viewId);
      if (view) view.pack = pack;
    }
  }

  /** `connectedMs`: begin of the device's connection (ports/links.ts); null: not known. */
  hasMissed(frame: AdmittedFrame): boolean {
    return this.of(frame.viewId)?.state.hasMissed(frame) ?? false;
  }

  apply(frame: AdmittedFrame, receivedMs: number, connectedMs: number | null): StateChange | undefined {
    return this.of(frame.viewId)?.state.apply(frame, receivedMs, connectedMs);
  }

  /** Whether what the frame says may change what is most likely. */
  localise(frame: AdmittedFrame): boolean {
    this.#meanwhile.get(frame.viewId)?.push(frame);
    return this.of(frame.viewId)?.diagnosis?.apply(frame) ?? false;
  }

  /** What the device's last Birth said of its sampling. */
  learnSampling(deviceId: DeviceId, sampling: ReadonlyMap<string, Sampling>): void {
    this.#sampling.set(deviceId, sampling);
  }

  samplingsOf(deviceId: DeviceId): ReadonlyMap<string, Sampling> | undefined {
    return this.#sampling.get(deviceId);
  }

  samplingOf(deviceId: DeviceId, metric: PackMetric): Sampling {
    return this.#sampling.get(deviceId)?.get(metric.name) ?? metric;
  }
}
