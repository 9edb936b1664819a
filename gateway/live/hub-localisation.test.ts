import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppKit, errors, telemetry } from '../../test/support/app-kit.ts';
import { FakeViewer } from '../../test/support/fake-viewer.ts';
import type { GrantRecord } from '../domain/cases/records.ts';
import { LiveHub } from './hub.ts';

let kit: AppKit;
let hub: LiveHub;
let grant: GrantRecord;

beforeEach(async () => {
  kit = await AppKit.create((app) => new LiveHub(() => app));
  hub = kit.app.audience as LiveHub;
  ({ grant } = await kit.grant());
});

function watch(resume?: { streamId: string; tick: number }): FakeViewer {
  const viewer = new FakeViewer();
  expect(hub.join(grant.viewId, viewer, resume)).toBe(true);
  return viewer;
}
const lastOf = (viewer: FakeViewer) => ({
  streamId: viewer.last?.streamId ?? '',
  tick: Number(viewer.last?.tick ?? 0),
});

describe('what is most likely', () => {
  const localisations = (viewer: FakeViewer) => viewer.frames.flatMap(({ delta }) => delta?.localisation ?? []);

  it('comes with the snapshot, and again when what is heard may change it', () => {
    const viewer = watch();
    expect(viewer.frames[0]?.snapshot?.localisation?.headline).toEqual([]);
    kit.hear(telemetry({ 'battery.level': 80 }));
    expect(localisations(viewer)).toEqual([]);
    kit.clock.advance(100);
    kit.hear(errors(['13']));
    expect(viewer.last?.delta?.errors?.[0]?.code, 'what is heard leaves at once').toBe('13');
    expect(localisations(viewer), 'what it means is worked out after it').toEqual([]);
    kit.clock.advance(100);
    const [told] = localisations(viewer);
    expect(told?.hypotheses?.[0]?.faults?.[0]).toMatch(/^V(09|12)$/);
    expect(told?.symptoms).toContainEqual(expect.objectContaining({ id: 'code_charge_failed', phase: 'confirmed' }));
  });

  it('comes when a hold or a delay runs out by itself, although nothing more is heard', () => {
    const viewer = watch();
    kit.hear(errors([], true));
    const before = localisations(viewer).length;
    const noneAt = () => localisations(viewer).at(-1)?.none ?? viewer.frames[0]?.snapshot?.localisation?.none ?? 0;
    const first = noneAt();
    kit.clock.advance(29_000);
    expect(localisations(viewer)).toHaveLength(before);
    kit.clock.advance(3_000);
    expect(localisations(viewer).length).toBeGreaterThan(before);
    expect(noneAt(), 'that a code stays away is now evidence').toBeGreaterThan(first);
  });

  it('comes to all who watch, also when one of them was first to ask for it anew', () => {
    const viewer = watch();
    kit.hear(errors([], true));
    kit.clock.advance(29_900);
    const before = localisations(viewer).length;
    kit.clock.advance(100);
    hub.snapshot(grant.viewId);
    kit.clock.advance(2_000);
    expect(localisations(viewer).length).toBeGreaterThan(before);
  });

  it('is told once to who resumes, as it is now', () => {
    const first = watch();
    const seen = lastOf(first);
    for (const code of ['13', '1', '6']) {
      kit.hear(errors([code]));
      kit.clock.advance(200);
    }
    const again = watch(seen);
    expect(again.kinds.length).toBeGreaterThanOrEqual(3);
    expect(localisations(again)).toHaveLength(1);
    expect(localisations(again)[0]?.hypotheses).toEqual(localisations(first).at(-1)?.hypotheses);
  });

  it('is worked out for nobody while nobody watches, and told to who comes back', () => {
    const first = watch();
    const seen = lastOf(first);
    hub.leave(grant.viewId, first);
    const verdicts = vi.spyOn(kit.app.views.of(grant.viewId)?.diagnosis ?? nothing(), 'verdict');
    const sent = hub.framesSent;
    kit.hear(errors(['13']));
    kit.clock.advance(1_000);
    expect(verdicts).not.toHaveBeenCalled();
    expect(hub.framesSent).toBe(sent);
    const again = watch(seen);
    expect(again.frames.flatMap(({ delta }) => delta?.errors?.map(({ code }) => code) ?? [])).toContain('13');
    expect(localisations(again)[0]?.hypotheses?.[0]?.faults?.[0]).toMatch(/^V(09|12)$/);
  });

  it('is not part of the end', () => {
    const viewer = watch();
    kit.hear(errors(['13']));
    hub.ended(grant.viewId, 'revoked');
    expect(viewer.last).toMatchObject({ body: 'ended', ended: { reason: 'revoked' } });
    expect(
      hub.snapshot(grant.viewId)?.snapshot?.localisation?.hypotheses,
      'its View is still granted here',
    ).toBeDefined();
    kit.app.book.end(grant.id);
    expect(hub.snapshot(grant.viewId)).toBeUndefined();
  });
});

function nothing(): never {
  throw new Error('There is no diagnosis');
}
