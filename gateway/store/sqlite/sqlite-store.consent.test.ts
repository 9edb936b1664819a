import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GrantRecord, GrantState } from '../../domain/cases/records.ts';
import { type DataClass, isDataClass } from '../../domain/data-class.ts';
import type { FrameBody, FrameKind, Sample } from '../../domain/frames.ts';
import { asId } from '../../domain/ids.ts';
import type { Change } from '../../ports/records.ts';
import { StoreFolder } from '../testing/open-store.ts';
import { allFrames, admitAnyway, battery, everything, grant } from '../testing/records.ts';
import type { SqliteStore } from './sqlite-store.ts';

/**
 * The store's layer of consent against the shared vectors: every frame here was let through by an admit layer that
 * allows anything, so what is refused is refused by the writer. It decides by state, end, classes and the backlog's scope.
 * Epochs are of recording and not kept, and whether a grant has begun is a question to the clock that cannot be set back: by
 * those the admit layer alone decides, in the vectors named here.
 */
const decidedByAdmitAlone = ['recorded before the grant began: the epoch is too old', 'not yet begun'];

interface Vector {
  readonly name: string;
  readonly grants: readonly {
    readonly grantId: string;
    readonly state: GrantState;
    readonly notBefore: number;
    readonly expiresAt: number;
    readonly startEpoch: number;
    readonly endEpoch: number | null;
    readonly classes: readonly DataClass[];
    readonly backlog: boolean;
  }[];
  readonly record: {
    readonly kind: FrameKind;
    readonly epoch: number | null;
    readonly receivedAt: number;
    readonly fields: readonly (readonly [string, string | null])[];
  };
  readonly admitted: Readonly<Record<string, readonly string[]>>;
}
const vectors = JSON.parse(readFileSync(new URL('../../../proto/vectors/consent.json', import.meta.url), 'utf8')) as {
  readonly records: readonly Vector[];
};

const folder = new StoreFolder();
let store: SqliteStore;
beforeAll(async () => {
  store = await folder.open();
  await store.save(everything);
});
afterAll(async () => folder.clean());

describe('what the writer takes against the shared vectors', () => {
  for (const [n, vector] of vectors.records.entries()) {
    const grants = vector.grants.map((given): GrantRecord => {
      const { grantId, ...rest } = given;
      return { ...grant, ...rest, id: asId(`${n}-${grantId}`), viewId: asId(`${n}-view-${grantId}`) };
    });
    // What no class was found for never becomes a Sample: there is nothing of it that could reach the store.
    const samples = vector.record.fields.flatMap(([name, dataClass]): Sample[] =>
      dataClass !== null && isDataClass(dataClass) ? [{ name, dataClass, value: 1, at: 0 }] : [],
    );
    const { kind, receivedAt } = vector.record;

    test(`${vector.name}: field by field`, async () => {
      await store.save(grants.map((record): Change => ({ put: 'grant', record })));
      for (const [index, { grantId }] of vector.grants.entries()) {
        const under = grants[index]!;
        const bodies = samples.map((sample): FrameBody => ({ lane: 'telemetry', samples: [sample] }));
        await store.commit(bodies.map((body, i) => admitAnyway({ seq: i + 1, kind, receivedAt, body }, under)));
        const kept = (await allFrames(store, under.viewId)).flatMap(({ frame }) =>
          frame.body.lane === 'telemetry' ? frame.body.samples.map(({ name }) => name) : [],
        );
        const expected = vector.admitted[grantId] ?? [];
        if (decidedByAdmitAlone.includes(vector.name)) expect(kept).not.toEqual(expected);
        else expect(kept).toEqual(expected);
      }
    });

    test(`${vector.name}: whole frames, refused for any field that is not granted`, async () => {
      await store.save(grants.map((record): Change => ({ put: 'grant', record })));
      for (const [index, { grantId }] of vector.grants.entries()) {
        const frame = { seq: 99, kind, receivedAt, body: { lane: 'telemetry', samples } } as const;
        const wholly = (vector.admitted[grantId] ?? []).length === samples.length;
        const expected = wholly || decidedByAdmitAlone.includes(vector.name) ? 'stored' : 'refused';
        expect(await store.commit([admitAnyway(frame, grants[index])])).toEqual([expected]);
      }
    });
  }
});

describe('the class of every lane is compared', () => {
  const bodies: readonly (readonly [DataClass, FrameBody])[] = [
    ['errors', { lane: 'error', complete: true, errors: [] }],
    ['firmware', { lane: 'firmware', samples: [], slots: [] }],
    ['logs', { lane: 'log', entries: [] }],
    ['network', { lane: 'output', executionId: 'x', dataClass: 'network', fields: [] }],
  ];
  for (const [n, [dataClass, body]] of bodies.entries())
    test(`${body.lane}: only with ${dataClass}`, async () => {
      const [without, within] = (['status', dataClass] as const).map((name, i) => ({
        ...grant,
        id: asId<GrantRecord['id']>(`lane-${n}-${i}`),
        viewId: asId<GrantRecord['viewId']>(`lane-view-${n}-${i}`),
        classes: [name],
      }));
      await store.save([
        { put: 'grant', record: without! },
        { put: 'grant', record: within! },
      ]);
      const frames = [admitAnyway({ seq: 1, body }, without), admitAnyway({ seq: 1, body }, within)];
      expect(await store.commit(frames)).toEqual(['refused', 'stored']);
    });

  test('a body in which no class occurs at all is refused', async () => {
    const empty = { seq: 500, body: { lane: 'telemetry', samples: [] } } as const;
    // Domain admission never makes one: the samples are taken away behind its back.
    const frame = admitAnyway({ seq: 500 });
    Object.assign(frame, { body: empty.body });
    expect(await store.commit([frame])).toEqual(['refused']);
  });
});

describe('the grant as it is when the transaction runs', () => {
  test('a Stop that is saved before a commit is asked for refuses it, though neither had been awaited', async () => {
    const running = { ...grant, id: asId<GrantRecord['id']>('g-stop'), viewId: asId<GrantRecord['viewId']>('v-stop') };
    const stopped: GrantRecord = { ...running, state: 'revoked', endedAt: 1_000_001, endEpoch: 3 };
    const all = await Promise.all([
      store.save([{ put: 'grant', record: running }]),
      store.commit([admitAnyway({ seq: 1 }, running)]),
      store.save([{ put: 'grant', record: stopped }]),
      store.commit([admitAnyway({ seq: 2 }, running), admitAnyway({ seq: 1 }, running)]),
    ]);
    expect(all).toEqual([{ ok: true }, ['stored'], { ok: true }, ['refused', 'duplicate']]);
  });

  test('received before it began by a clock that was set back: stored, as the grant has begun', async () => {
    const early = { seq: 90, receivedAt: grant.notBefore - 60_000 };
    expect(await store.commit([admitAnyway(early)])).toEqual(['stored']);
    const expired = { seq: 91, receivedAt: grant.expiresAt };
    expect(await store.commit([admitAnyway(expired)])).toEqual(['refused']);
  });

  test('an unknown grant, another grant’s View, another device: refused', async () => {
    const other = { ...grant, id: asId<GrantRecord['id']>('g-other'), viewId: asId<GrantRecord['viewId']>('v-other') };
    await store.save([{ put: 'grant', record: other }]);
    const verdicts = await store.commit([
      admitAnyway({ seq: 1 }, { ...grant, id: asId('no-such-grant') }),
      admitAnyway({ seq: 1 }, { ...grant, viewId: other.viewId }),
      admitAnyway({ seq: 1 }, { ...grant, deviceId: asId('another-device') }),
    ]);
    expect(verdicts).toEqual(['refused', 'refused', 'refused']);
    expect(await allFrames(store, other.viewId)).toEqual([]);
  });

  test('what consent did not admit is not even sent to the writer', async () => {
    const copied = Object.assign({}, admitAnyway({ seq: 77, body: battery(1) }));
    await expect(store.commit([copied])).rejects.toThrow(/consent has not admitted/);
  });
});
