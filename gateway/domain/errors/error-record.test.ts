import { describe, expect, it } from 'vitest';
import { beginBoot, clear, type ErrorRecord, flapDwellMs, type Occurrence, raise, recall } from './error-record.ts';

const seen = (receivedAt: number, detail = ''): Occurrence => ({
  channel: 'main',
  code: '1',
  detail,
  receivedAt,
  freezeFrame: () => ({ receivedAt, before: new Map() }),
});
const raised = (at: number, record?: ErrorRecord) => raise(record, seen(at));

describe('an error record', () => {
  it('is failed, pending and confirmed when it is raised, with a freeze frame', () => {
    expect(raised(1_000)).toMatchObject({
      testFailed: true,
      pending: true,
      confirmed: true,
      testNotCompleted: false,
      debounce: 127,
      occurrences: 1,
      firstAt: 1_000,
      lastAt: 1_000,
      clearedAt: null,
      firstFrames: [{ receivedAt: 1_000 }],
      lastFrames: [{ receivedAt: 1_000 }],
    });
  });

  it('raised while it is raised is the same occurrence; a new detail replaces the old, none keeps it', () => {
    const once = raise(undefined, seen(1_000, 'left wheel'));
    expect(raise(once, seen(2_000))).toMatchObject({ occurrences: 1, lastAt: 1_000, detail: 'left wheel' });
    expect(raise(once, seen(2_000, 'right wheel'))).toMatchObject({ occurrences: 1, detail: 'right wheel' });
  });

  it('keeps its history when it is cleared', () => {
    const cleared = clear(raised(1_000), 5_000);
    expect(cleared).toMatchObject({
      testFailed: false,
      confirmed: true,
      pending: true,
      debounce: -128,
      occurrences: 1,
      clearedAt: 5_000,
    });
    expect(clear(cleared, 9_000)).toBe(cleared);
  });

  it('that flaps within the dwell keeps one occurrence and its freeze frame; after it, it is a new one', () => {
    const cleared = clear(raised(1_000), 5_000);
    const flapped = raised(5_000 + flapDwellMs - 1, cleared);
    expect(flapped).toMatchObject({ testFailed: true, occurrences: 1, lastAt: 1_000, clearedAt: null });
    expect(flapped.lastFrames).toHaveLength(1);
    const again = raised(5_000 + flapDwellMs, cleared);
    expect(again).toMatchObject({ occurrences: 2, firstAt: 1_000, lastAt: 5_000 + flapDwellMs });
    expect(again.lastFrames).toHaveLength(2);
  });

  it('keeps the first three and the last three freeze frames', () => {
    let record: ErrorRecord | undefined;
    for (let time = 1; time <= 5; time += 1) record = clear(raised(time * 100_000, record), time * 100_000 + 1);
    expect(record?.firstFrames.map((frame) => frame.receivedAt)).toEqual([100_000, 200_000, 300_000]);
    expect(record?.lastFrames.map((frame) => frame.receivedAt)).toEqual([300_000, 400_000, 500_000]);
  });

  it('that still holds is not known to hold after a new boot, until the device says so', () => {
    const booted = beginBoot(raised(1_000));
    expect(booted).toMatchObject({ testFailed: true, testNotCompleted: true, pending: true, confirmed: true });
    expect(raised(2_000, booted)).toMatchObject({ testNotCompleted: false, occurrences: 1 });
    expect(clear(booted, 2_000)).toMatchObject({ testFailed: false, testNotCompleted: false });
  });

  it('heals after three boots in a row that ended without it; the boot in which it failed is none of them', () => {
    const failedThisBoot = clear(raised(1_000), 2_000);
    const afterOwnBoot = beginBoot(failedThisBoot);
    expect(afterOwnBoot).toMatchObject({ pending: true, confirmed: true, healingCycles: 0 });
    const second = beginBoot(afterOwnBoot);
    expect(second).toMatchObject({ pending: false, confirmed: true, healingCycles: 1 });
    const third = beginBoot(second);
    expect(third).toMatchObject({ confirmed: true, healingCycles: 2 });
    expect(beginBoot(third)).toMatchObject({ confirmed: false, healingCycles: 3, aged: false });
  });

  it('that failed into a boot and was cleared in it begins to heal with the next', () => {
    const cleared = clear(beginBoot(raised(1_000)), 2_000);
    expect(beginBoot(cleared)).toMatchObject({ pending: false, healingCycles: 1 });
  });

  it('that fails again begins to heal anew', () => {
    let record = clear(raised(1_000), 2_000);
    for (let boot = 0; boot < 3; boot += 1) record = beginBoot(record);
    const again = raised(900_000, record);
    expect(again).toMatchObject({ healingCycles: 0, pending: true, confirmed: true, occurrences: 2 });
  });

  it('that an earlier boot tells late gains an occurrence, and nothing of its present changes', () => {
    const failed = raised(1_000);
    expect(recall(failed, seen(90_000))).toEqual({ ...failed, occurrences: 2 });
    const cleared = clear(failed, 2_000);
    const recalled = recall(cleared, seen(90_000));
    expect(recalled).toMatchObject({ testFailed: false, occurrences: 2, lastAt: 1_000, clearedAt: 2_000 });
    expect(recall(undefined, seen(90_000))).toMatchObject({ testFailed: false, pending: false, clearedAt: 90_000 });
  });

  it('ages after forty boots without it', () => {
    let record = clear(raised(1_000), 2_000);
    for (let boot = 0; boot < 40; boot += 1) record = beginBoot(record);
    expect(record).toMatchObject({ healingCycles: 39, aged: false });
    expect(beginBoot(record)).toMatchObject({ healingCycles: 40, aged: true });
  });
});
