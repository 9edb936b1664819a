import type { DeviceId, GrantId, ViewId } from '../ids.ts';
import type { GrantView } from './grant-view.ts';

/** Enough to outlast whatever is still to be written of an end. */
const mostEnded = 10_000;

/** The grants in force, in memory: what every layer asks. Ending is first done here, then on disk. */
export class GrantBook {
  readonly #byDevice = new Map<DeviceId, readonly GrantView[]>();
  readonly #byView = new Map<ViewId, GrantView>();
  readonly #byGrant = new Map<GrantId, GrantView>();
  readonly #ended = new Set<GrantId>();

  put(grant: GrantView): void {
    this.#remove(grant.grantId);
    this.#byDevice.set(grant.deviceId, [...this.ofDevice(grant.deviceId), grant]);
    this.#byView.set(grant.viewId, grant);
    this.#byGrant.set(grant.grantId, grant);
  }

  /** From this call on nothing is admitted or shown under the grant. The answer is what it was, if it was in force. */
  end(grantId: GrantId): GrantView | undefined {
    this.#ended.add(grantId);
    if (this.#ended.size > mostEnded) {
      const [oldest] = this.#ended;
      if (oldest) this.#ended.delete(oldest);
    }
    return this.#remove(grantId);
  }

  /** Somebody has ended it, whether it was in force or not: the disk may not say so yet. */
  hasEnded(grantId: GrantId): boolean {
    return this.#ended.has(grantId);
  }

  #remove(grantId: GrantId): GrantView | undefined {
    const ended = this.#byGrant.get(grantId);
    if (!ended) return undefined;
    this.#byGrant.delete(grantId);
    if (this.#byView.get(ended.viewId) === ended) this.#byView.delete(ended.viewId);
    const left = this.ofDevice(ended.deviceId).filter((grant) => grant.grantId !== grantId);
    if (left.length > 0) this.#byDevice.set(ended.deviceId, left);
    else this.#byDevice.delete(ended.deviceId);
    return ended;
  }

  ofDevice(deviceId: DeviceId): readonly GrantView[] {
    return this.#byDevice.get(deviceId) ?? [];
  }

  ofView(viewId: ViewId): GrantView | undefined {
    return this.#byView.get(viewId);
  }

  all(): readonly GrantView[] {
    return [...this.#byView.values()];
  }
}
