import type { LinkKind } from '../domain/cases/records.ts';
import type { AdmittedFrame } from '../domain/consent/admit.ts';
import type { GrantBook } from '../domain/consent/grant-book.ts';
import type { GrantView } from '../domain/consent/grant-view.ts';
import type { DeviceId, ViewId } from '../domain/ids.ts';
import type { Pack, PackMetric } from '../domain/pack.ts';
import type { Sampling } from '../domain/state/freshness.ts';
import { type StateChange, ViewState } from '../domain/state/view-state.ts';

/** One open View: the state that one grant opened. */
export interface OpenView {
  readonly grant: GrantView;
  readonly pack: Pack;
  /** How the device is linked: a dialect's cannot stop by itself. */
  readonly link: LinkKind;
  readonly state: ViewState;
}

/** The Views that are open. A frame of a View that is not open any more changes nothing. */
export class Views {
  readonly #open = new Map<ViewId, OpenView>();
  readonly #sampling = new Map<DeviceId, ReadonlyMap<string, Sampling>>();
  readonly #book: GrantBook;

  constructor(book: GrantBook) {
    this.#book = book;
  }

  open(grant: GrantView, pack: Pack, link: LinkKind): OpenView {
    const view = { grant, pack, link, state: new ViewState(grant.viewId) };
    this.#open.set(grant.viewId, view);
    return view;
  }

  close(viewId: ViewId): void {
    this.#open.delete(viewId);
  }

  of(viewId: ViewId): OpenView | undefined {
    return this.#book.ofView(viewId) ? this.#open.get(viewId) : undefined;
  }

  /** `connectedMs`: begin of the device's connection (ports.ts); null: not known. */
  hasMissed(frame: AdmittedFrame): boolean {
    return this.of(frame.viewId)?.state.hasMissed(frame) ?? false;
  }

  apply(frame: AdmittedFrame, receivedMs: number, connectedMs: number | null): StateChange | undefined {
    return this.of(frame.viewId)?.state.apply(frame, receivedMs, connectedMs);
  }

  /** What the device's last Birth said of its sampling. */
  learnSampling(deviceId: DeviceId, sampling: ReadonlyMap<string, Sampling>): void {
    this.#sampling.set(deviceId, sampling);
  }

  samplingOf(deviceId: DeviceId, metric: PackMetric): Sampling {
    return this.#sampling.get(deviceId)?.get(metric.name) ?? metric;
  }
}
