import { describe, expect, it } from 'vitest';
import { AppKit } from '../../test/support/app-kit.ts';
import {
  at,
  consentVectors,
  fieldsIn,
  framesOf,
  grantRecord,
  grantViews,
  type RecordVector,
} from '../../test/support/consent-vectors.ts';
import { FakeViewer } from '../../test/support/fake-viewer.ts';
import { diag } from '../../proto/generated/codec.js';
import { admit, classesInBody } from '../domain/consent/admit.ts';
import { compileGrant, type GrantView } from '../domain/consent/grant-view.ts';
import { type DataClass, dataClasses, maskOf } from '../domain/data-class.ts';
import { LiveHub } from './hub.ts';
import { mayShowClass, mayShowNow } from './may-show.ts';

/** What is of recording (epochs, backlog) admission alone decides: a View holds nothing of it. */
const decidedByAdmissionAlone = [
  'recorded before the grant began: the epoch is too old',
  'backlog without its scope stays in the device, and is refused if it comes',
];
const vectors = consentVectors.records.filter(({ name }) => !decidedByAdmissionAlone.includes(name));
const named = vectors.map((vector) => [vector.name, vector] as const);

interface Layer {
  now: (...about: Parameters<typeof mayShowNow>) => boolean;
  class: typeof mayShowClass;
}
const own: Layer = { now: mayShowNow, class: mayShowClass };

function shownBy(layer: Layer, vector: RecordVector): Record<string, string[]> {
  const shown: Record<string, string[]> = {};
  for (const grant of grantViews(vector))
    for (const { body } of framesOf(vector)) {
      const may =
        layer.now(grant, at(vector.record.receivedAt)) && classesInBody(body).every((name) => layer.class(grant, name));
      if (may) (shown[grant.grantId] ??= []).push(...fieldsIn(body));
    }
  return shown;
}

describe('the live layer against the shared consent vectors', () => {
  it.each(named)('%s', (_name, vector) => {
    expect(shownBy(own, vector)).toEqual(vector.admitted);
  });

  it('leaves only what is about recording to admission', () => {
    expect(consentVectors.records.length - vectors.length).toBe(decidedByAdmissionAlone.length);
  });

  const everything = () => true;
  const mutants: readonly (readonly [string, Layer])[] = [
    ['ignores the state', { ...own, now: (grant, moment) => mayShowNow(grant && { ...grant, active: true }, moment) }],
    [
      'ignores the expiry',
      {
        ...own,
        now: (grant, moment) =>
          mayShowNow(grant && { ...grant, expiresAt: Infinity, monotonicDeadline: Infinity }, moment),
      },
    ],
    [
      'ignores the begin',
      { ...own, now: (grant, moment) => mayShowNow(grant && { ...grant, monotonicStart: 0 }, moment) },
    ],
    ['ignores the class', { ...own, class: everything }],
  ];
  it.each(mutants)('would notice a layer that %s', (_name, mutant) => {
    expect(
      vectors.filter((vector) => JSON.stringify(shownBy(mutant, vector)) !== JSON.stringify(vector.admitted)),
    ).not.toEqual([]);
  });
});

describe('what may be shown', () => {
  const grant = compileGrant(grantRecord, at(1_000_000));

  it.each(dataClasses.map((name) => [name] as const))('%s is shown under itself and no other class', (name) => {
    const only = (classes: readonly DataClass[]): GrantView => ({ ...grant, classMask: maskOf(classes) });
    expect(mayShowClass(only([name]), name)).toBe(true);
    expect(mayShowClass(only(dataClasses.filter((other) => other !== name)), name)).toBe(false);
  });

  it('a class that does not exist is never shown, not even one that every object has', () => {
    const full = { ...grant, classMask: maskOf(dataClasses) };
    for (const name of ['camera', 'constructor', '__proto__', 'toString']) {
      expect(mayShowClass(full, name as DataClass)).toBe(false);
    }
  });

  it('ends at the earlier of the wall and the monotonic deadline', () => {
    const shown = (now: number, monotonicMs: number) => mayShowNow(grant, { now, monotonicMs });
    expect(shown(grant.expiresAt - 1, 5_000)).toBe(true);
    expect(shown(grant.expiresAt, 5_000)).toBe(false);
    expect(shown(1_000_000, grant.monotonicDeadline)).toBe(false);
    expect(mayShowNow(undefined, at(1_000_000))).toBe(false);
  });
});

describe('what leaves in snapshot and delta, when too much got into the View', () => {
  const shownIn = (part: diag.ISnapshot | diag.IDelta | null | undefined): string[] => [
    ...(part?.metrics ?? [])
      .filter((value) => value.quality !== diag.Quality.QUALITY_UNKNOWN)
      .map((value) => value.name ?? ''),
    ...((part?.errors ?? []).length > 0 ? ['error'] : []),
    ...(part?.firmware?.state ? ['fw.state'] : []),
  ];
  // Without the time between ticks, so that no time passes.
  const withHub = () => AppKit.create((app) => new LiveHub(() => app, { tickMs: 0 }));

  it.each(named)('%s', async (_name, vector) => {
    const { app, clock } = await withHub();
    const hub = app.audience as LiveHub;
    const now = vector.record.receivedAt;
    clock.setWall(now);
    for (const compiled of grantViews(vector)) {
      const grant = { ...compiled, monotonicDeadline: Infinity };
      const open = app.views.open(grant, app.packs.get('rv-s1')!, [], 0);
      app.book.put(grant);
      const viewer = new FakeViewer();
      const joined = hub.join(grant.viewId, viewer);
      expect(joined).toBe(mayShowNow(grant, at(now)));
      // As a broken admit layer would let it through: every class, whatever the grant says.
      const generous = {
        ...grant,
        active: true,
        monotonicStart: 0,
        expiresAt: Infinity,
        classMask: maskOf(dataClasses),
      };
      for (const frame of framesOf(vector))
        for (const part of admit({ ...frame, epoch: null, kind: 'live' }, [generous], at(now)))
          hub.changed(open.state.apply(part, clock.monotonicMs()));
      // Log entries are kept and not part of the live view.
      const expected = (vector.admitted[grant.grantId] ?? []).filter((name) => name !== 'log').toSorted();
      const late = new FakeViewer();
      hub.join(grant.viewId, late);
      expect(shownIn(late.last?.snapshot).toSorted()).toEqual(expected);
      expect(viewer.frames.flatMap((frame) => shownIn(frame.delta)).toSorted()).toEqual(expected);
    }
  });
});
