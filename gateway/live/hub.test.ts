import { beforeEach, describe, expect, it } from 'vitest';
import { AppKit, errors, telemetry } from '../../test/support/app-kit.ts';
import { FakeViewer } from '../../test/support/fake-viewer.ts';
import { diag } from '../../proto/generated/codec.js';
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

function watch(resume?: { streamId: string; tick: number }, session?: string): FakeViewer {
  const viewer = new FakeViewer(session);
  expect(hub.join(grant.viewId, viewer, resume)).toBe(true);
  return viewer;
}
const battery = (value: number) => kit.hear(telemetry({ 'battery.level': value }));
const lastOf = (viewer: FakeViewer) => ({
  streamId: viewer.last?.streamId ?? '',
  tick: Number(viewer.last?.tick ?? 0),
});

describe('ticks', () => {
  it('the first change after 100 ms of quiet leaves at once, the next ones together 100 ms later', () => {
    const viewer = watch();
    battery(80);
    expect(viewer.valuesOf('battery.level')).toEqual([80]);
    for (const value of [70, 90, 79]) battery(value);
    kit.clock.advance(99);
    expect(viewer.valuesOf('battery.level')).toEqual([80]);
    kit.clock.advance(1);
    expect(viewer.valuesOf('battery.level')).toEqual([80, 79]);
    expect(viewer.last?.delta?.metrics?.[0]).toMatchObject({ number: 79, min: 70, max: 90 });
    kit.clock.advance(100);
    battery(78);
    expect(viewer.valuesOf('battery.level')).toEqual([80, 79, 78]);
  });

  it('are counted one by one under one stream, and a beat repeats the last', () => {
    const viewer = watch();
    for (const value of [80, 79, 78]) {
      battery(value);
      kit.clock.advance(200);
    }
    kit.clock.advance(500);
    expect(viewer.kinds).toEqual(['snapshot', 'delta', 'delta', 'delta', 'beat']);
    expect(viewer.frames.map(({ tick }) => Number(tick))).toEqual([0, 1, 2, 3, 3]);
    expect(new Set(viewer.frames.map(({ streamId }) => streamId)).size).toBe(1);
  });

  it('of silence come at least every 1.5 s, so that a console knows that it still hears the truth', () => {
    const viewer = watch();
    let before = kit.clock.monotonicMs();
    let count = viewer.frames.length;
    for (let passed = 0; passed < 20_000; passed += 50) {
      kit.clock.advance(50);
      if (viewer.frames.length === count) continue;
      expect(kit.clock.monotonicMs() - before).toBeLessThanOrEqual(1_500);
      [before, count] = [kit.clock.monotonicMs(), viewer.frames.length];
    }
    expect(count).toBeGreaterThan(13);
  });

  it('tell errors and the connection too', () => {
    const viewer = watch();
    kit.hear(errors(['1']));
    expect(viewer.last?.delta?.errors?.[0]).toMatchObject({ code: '1', testFailed: true });
    // What is most likely now comes in the next frame.
    kit.clock.advance(200);
    kit.connection = { ...kit.connection, online: false, since: kit.clock.now() };
    hub.connectionChanged(kit.device.id);
    expect(viewer.last?.delta?.connection).toMatchObject({ online: false });
  });

  it('tell that a dialect’s error is cleared when it has stayed away, although nothing more comes', () => {
    const viewer = watch();
    const told = () => viewer.frames.flatMap((frame) => frame.delta?.errors ?? []).map(({ testFailed }) => testFailed);
    kit.hear(errors(['1'], true), { source: 'homie' });
    kit.clock.advance(300);
    kit.hear(errors([], true), { source: 'homie' });
    kit.clock.advance(1_200);
    expect(told()).toEqual([true]);
    kit.clock.advance(1_500);
    expect(told()).toEqual([true, false]);
  });
});

describe('what a console is shown of age', () => {
  const quality = (viewer: FakeViewer) => viewer.last?.snapshot?.metrics?.find(({ name }) => name === 'battery.level');

  it('a value ages between frames, and is stale after 2.5 live periods or when its device is gone', () => {
    battery(80);
    kit.clock.advance(24_999);
    expect(quality(watch())).toMatchObject({ ageMs: 24_999, freshForMs: 1, quality: diag.Quality.QUALITY_LIVE });
    kit.clock.advance(1);
    expect(quality(watch())).toMatchObject({ freshForMs: 0, quality: diag.Quality.QUALITY_STALE });
    battery(79);
    kit.connection = { ...kit.connection, online: false };
    expect(quality(watch())?.quality).toBe(diag.Quality.QUALITY_STALE);
  });

  it.each([
    ['has come back', false],
    ['has taken over its own connection', true],
  ])('of a device that %s, what is sent on change is stale until it is said again', (_name, takesOver) => {
    const viewer = watch();
    const told = () => {
      const parts = viewer.frames.map((frame) => frame.snapshot ?? frame.delta);
      return parts.findLast((part) => part?.metrics?.some(({ name }) => name === 'device.reboot.count'));
    };
    const value = () => told()?.metrics?.find(({ name }) => name === 'device.reboot.count');
    kit.hear(telemetry({ 'device.reboot.count': 3 }));
    expect(value()).toMatchObject({ quality: diag.Quality.QUALITY_LIVE, onChange: true });
    kit.clock.advance(1_000);
    if (!takesOver) {
      kit.connection = { ...kit.connection, online: false };
      hub.connectionChanged(kit.device.id);
      kit.clock.advance(600_000);
    }
    kit.connect();
    kit.clock.advance(100);
    // In the frame that says "online": a console that goes by signs of life has nothing to make live again.
    expect(told()?.connection).toMatchObject({ online: true });
    const stale = { number: 3, freshForMs: 0, quality: diag.Quality.QUALITY_STALE, onChange: false };
    expect(value()).toMatchObject(stale);
    expect(watch().last?.snapshot?.metrics).toContainEqual(expect.objectContaining(stale));
    kit.hear(telemetry({ 'device.reboot.count': 3 }));
    kit.clock.advance(100);
    expect(value()).toMatchObject({ quality: diag.Quality.QUALITY_LIVE, onChange: true });
  });

  it('a wall clock that is set back makes nothing look heard: what is sent on change is stale after 12 s all the same', () => {
    const state = (viewer: FakeViewer) =>
      viewer.last?.snapshot?.metrics?.find(({ name }) => name === 'device.reboot.count');
    kit.hear(telemetry({ 'device.reboot.count': 1 }));
    kit.clock.setWall(grant.notBefore - 30 * 60_000);
    kit.clock.advance(11_999);
    expect(state(watch())).toMatchObject({ freshForMs: 1, quality: diag.Quality.QUALITY_LIVE });
    kit.clock.advance(1);
    const viewer = watch();
    expect(state(viewer)).toMatchObject({ freshForMs: 0, quality: diag.Quality.QUALITY_STALE });
    expect(viewer.last?.snapshot?.connection?.heardAgoMs).toBe(12_000);
    kit.clock.advance(1_000);
    expect(viewer.last?.beat?.heardAgoMs).toBe(12_999);
  });

  it('what is granted and was not seen yet is unknown, and has no value', () => {
    const value = quality(watch());
    expect(value).toMatchObject({ quality: diag.Quality.QUALITY_UNKNOWN });
    expect(value?.value).toBeUndefined();
  });
});

describe('resuming', () => {
  it('by sequence brings the deltas that were missed, with the ages of now', () => {
    const first = watch();
    battery(80);
    kit.clock.advance(200);
    const seen = lastOf(first);
    hub.leave(grant.viewId, first);
    for (const value of [79, 78]) {
      battery(value);
      kit.clock.advance(200);
    }
    const again = watch(seen);
    expect(again.kinds).toEqual(['delta', 'delta']);
    expect(again.valuesOf('battery.level')).toEqual([79, 78]);
    expect(again.frames.map(({ tick }) => Number(tick))).toEqual([2, 3]);
    expect(again.frames[0]?.delta?.metrics?.[0]?.ageMs).toBe(400);
  });

  it('with nothing missed brings nothing', () => {
    const first = watch();
    battery(80);
    expect(watch(lastOf(first)).kinds).toEqual([]);
  });

  it('from another stream, or from the future, brings a snapshot', () => {
    const first = watch();
    battery(80);
    const { streamId, tick } = lastOf(first);
    expect(watch({ streamId: 'of-before-the-start', tick }).kinds).toEqual(['snapshot']);
    expect(watch({ streamId, tick: tick + 1 }).kinds).toEqual(['snapshot']);
  });

  it('goes 512 ticks back, and no further', () => {
    const first = watch();
    const { streamId } = lastOf(first);
    for (let value = 0; value < 513; value += 1) {
      battery(value % 100);
      kit.clock.advance(100);
    }
    const { tick } = lastOf(first);
    expect(watch({ streamId, tick: tick - 512 }).kinds).toEqual(Array.from({ length: 512 }, () => 'delta'));
    expect(watch({ streamId, tick: tick - 513 }).kinds).toEqual(['snapshot']);
  });

  it('never brings what came before the grant was ended', async () => {
    const first = watch();
    battery(80);
    const resume = lastOf(first);
    kit.app.book.end(grant.id);
    expect(hub.join(grant.viewId, new FakeViewer(), resume)).toBe(false);
    expect(hub.snapshot(grant.viewId)).toBeUndefined();
  });
});

describe('a slow console', () => {
  it('gets nothing more until it has caught up, then a snapshot; nobody else waits for it', () => {
    const slow = watch();
    const quick = watch();
    slow.waiting = 256 * 1024 + 1;
    for (const value of [80, 79, 78]) {
      battery(value);
      kit.clock.advance(100);
    }
    expect(slow.kinds).toEqual(['snapshot']);
    expect(quick.valuesOf('battery.level')).toEqual([80, 79, 78]);
    slow.waiting = 0;
    battery(77);
    expect(slow.kinds).toEqual(['snapshot', 'snapshot']);
    const resynchronised = slow.last?.snapshot?.metrics?.find(({ name }) => name === 'battery.level');
    expect(resynchronised?.number).toBe(77);
    expect(slow.last?.tick).toEqual(quick.last?.tick);
    kit.clock.advance(100);
    battery(76);
    expect(slow.valuesOf('battery.level')).toEqual([76]);
  });

  it('is told the end all the same', () => {
    const slow = watch();
    slow.waiting = 1_000_000;
    battery(80);
    hub.ended(grant.viewId, 'revoked');
    expect(slow.last?.ended?.reason).toBe('revoked');
  });
});

describe('the end', () => {
  it('is the last frame, at once, to everyone who watches', () => {
    const viewers = [watch(), watch()];
    battery(80);
    battery(79);
    hub.ended(grant.viewId, 'revoked');
    for (const viewer of viewers) {
      expect(viewer.kinds).toEqual(['snapshot', 'delta', 'ended']);
      expect(viewer.last?.ended?.reason).toBe('revoked');
      expect(viewer.closed).toBe('revoked');
    }
    kit.clock.advance(60_000);
    battery(78);
    expect(viewers[0]?.kinds.at(-1)).toBe('ended');
    expect(hub.viewers()).toBe(0);
  });

  it('comes by itself when the grant is over and nobody has said so yet', () => {
    const viewer = watch();
    battery(80);
    battery(79);
    // The book still has it; the clock says otherwise.
    kit.clock.setWall(grant.expiresAt);
    kit.clock.advance(100);
    expect(viewer.kinds).toEqual(['snapshot', 'delta', 'ended']);
    expect(viewer.last?.ended?.reason).toBe('expired');
  });

  it('is not told because somebody sets the wall clock to before the grant began', () => {
    const viewer = watch();
    kit.clock.setWall(grant.notBefore - 2_000);
    kit.clock.advance(1_100);
    expect(viewer.closed).toBeUndefined();
    expect(battery(50)).toBe(true);
    expect(viewer.valuesOf('battery.level')).toEqual([50]);
  });

  it('holds no data', () => {
    const viewer = watch();
    hub.ended(grant.viewId, 'completed');
    expect(viewer.last).toMatchObject({ body: 'ended', ended: { reason: 'completed' } });
  });

  it('of a session that signs out goes to that session alone', () => {
    const leaving = watch(undefined, 'session-1');
    const staying = watch(undefined, 'session-2');
    hub.sessionEnded('session-1');
    battery(80);
    expect(leaving.kinds).toEqual(['snapshot', 'ended']);
    expect(leaving.closed).toBe('signedOut');
    expect(staying.kinds).toEqual(['snapshot', 'delta']);
  });

  it('comes within a second to a session that has run out, and to that one alone', () => {
    const old = new FakeViewer('session-1', kit.clock.now() + 5_000);
    hub.join(grant.viewId, old);
    const staying = watch(undefined, 'session-2');
    kit.clock.advance(4_999);
    expect(old.closed).toBeUndefined();
    kit.clock.advance(1_001);
    expect(old.closed).toBe('signedOut');
    expect(old.last?.ended?.reason).toBe('signedOut');
    kit.clock.advance(2_000);
    expect(staying.last?.body).toBe('beat');
  });

  it('of another View is none of this one', async () => {
    const viewer = watch();
    const other = await kit.grant();
    hub.ended(other.grant.viewId, 'revoked');
    expect(viewer.closed).toBeUndefined();
  });
});

describe('the live lease', () => {
  it('is given with the first look, for the granted classes, and renewed only while somebody looks', () => {
    expect(kit.told.leases).toEqual([]);
    const viewer = watch();
    expect(kit.told.leases).toEqual([{ deviceId: kit.device.id, classes: grant.classes, ttlMs: 30_000 }]);
    kit.clock.advance(60_000);
    const renewed = kit.told.leases.length;
    expect(renewed).toBeGreaterThanOrEqual(4);
    hub.leave(grant.viewId, viewer);
    kit.clock.advance(300_000);
    expect(kit.told.leases).toHaveLength(renewed);
  });

  it('never runs out under somebody who looks', () => {
    watch();
    let until = kit.clock.monotonicMs() + 30_000;
    let known = 1;
    for (let passed = 0; passed < 120_000; passed += 500) {
      kit.clock.advance(500);
      expect(kit.clock.monotonicMs()).toBeLessThan(until);
      if (kit.told.leases.length > known) until = kit.clock.monotonicMs() + 30_000;
      known = kit.told.leases.length;
    }
  });

  it('is told again to a device that came back, if somebody looks', () => {
    const viewer = watch();
    hub.renewLeases(kit.device.id);
    expect(kit.told.leases).toHaveLength(2);
    hub.leave(grant.viewId, viewer);
    hub.renewLeases(kit.device.id);
    expect(kit.told.leases).toHaveLength(2);
  });

  it('ends with the grant', () => {
    watch();
    hub.ended(grant.viewId, 'revoked');
    kit.app.book.end(grant.id);
    kit.clock.advance(60_000);
    expect(kit.told.leases).toHaveLength(1);
  });
});

it('a gateway that stops closes its consoles without calling it an end', () => {
  const viewer = watch();
  hub.close();
  expect(viewer.closed).toBe('restarting');
  expect(viewer.kinds).toEqual(['snapshot']);
});
