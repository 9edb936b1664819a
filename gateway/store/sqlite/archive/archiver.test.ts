import { beforeEach, describe, expect, it } from 'vitest';
import type { ArchivePass } from '../stored-entry.ts';
import { Archiver } from './archiver.ts';
import type { ArchiverAsk } from './archiver-thread.ts';
import type { JournalSize } from './journal-size.ts';

/** A journal that is as large as a test says, a clock that it moves, and a writer that may be slow or unable to write. */
class Scene {
  wall = 1_000_000;
  monotonicMs = 0;
  journal: JournalSize = { bytes: 0, oldestId: null };
  parts = 2;
  failing = false;
  /** What the thread cannot do. */
  unable: ArchiverAsk['begin'] | undefined;
  writeMs = 0;
  damaged: readonly string[] = [];
  readonly asked: string[] = [];
  readonly failures: Error[] = [];
  readonly written: ArchivePass[] = [];
  underWay = 0;
  mostUnderWay = 0;
  #timers: { readonly at: number; readonly run: () => void }[] = [];
  #left = 0;

  readonly archiver = new Archiver({
    size: async () => this.journal,
    ask: async (ask: ArchiverAsk) => {
      this.asked.push(ask.begin);
      if (ask.begin === this.unable) throw new Error('damaged');
      if (ask.begin === 'damaged') return this.damaged;
      if (ask.begin !== 'next') {
        this.#left = this.parts;
        return 3;
      }
      if (this.#left === 0) {
        this.journal = { bytes: 0, oldestId: null };
        return undefined;
      }
      this.#left -= 1;
      return { upTo: 0, replaced: [], blocks: [], rollups: [] };
    },
    write: async (pass) => {
      this.underWay += 1;
      this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
      await Promise.resolve();
      this.monotonicMs += this.writeMs;
      this.underWay -= 1;
      if (this.failing) throw new Error('disk full');
      this.written.push(pass);
    },
    onFailure: (error) => this.failures.push(error),
    retention: { framesMs: 1, minutesMs: 1, hoursMs: 1, classesMs: {} },
    now: () => this.wall,
    monotonicMs: () => this.monotonicMs,
    after: (ms, run) => {
      const timer = { at: this.monotonicMs + ms, run };
      this.#timers.push(timer);
      return () => (this.#timers = this.#timers.filter((one) => one !== timer));
    },
  });

  /** Both clocks, unless wall time stands apart. */
  async goOn(ms: number, wallMs = ms): Promise<void> {
    const until = this.monotonicMs + ms;
    this.wall += wallMs;
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at);
      if (!next) break;
      this.#timers = this.#timers.filter((one) => one !== next);
      this.monotonicMs = Math.max(this.monotonicMs, next.at);
      next.run();
      for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
    }
    this.monotonicMs = Math.max(this.monotonicMs, until);
  }
}

let scene: Scene;
beforeEach(() => {
  scene = new Scene();
});

describe('the archiver', () => {
  it('leaves alone what is little and young, and takes it up within about a minute', async () => {
    await scene.goOn(10_000);
    scene.journal = { bytes: 1_000, oldestId: 7 };
    await scene.goOn(50_000);
    expect(scene.asked).toEqual([]);
    await scene.goOn(20_000);
    expect(scene.asked).toEqual(['journal', 'next', 'next', 'next', 'damaged']);
    expect(scene.written.length).toBe(2);
  });

  it('takes up at once what is much', async () => {
    scene.journal = { bytes: 9_000_000, oldestId: 7 };
    await scene.goOn(2_000);
    expect(scene.asked[0]).toBe('journal');
  });

  it('leaves the writer to others between two parts, as long as the last one took', async () => {
    scene.writeMs = 100;
    scene.journal = { bytes: 9_000_000, oldestId: 7 };
    await scene.goOn(2_000);
    expect(scene.written.length).toBe(1);
    await scene.goOn(100);
    expect(scene.written.length).toBe(2);
  });

  it('waits for nobody when the journal grows out of hand', async () => {
    scene.writeMs = 100;
    scene.journal = { bytes: 200_000_000, oldestId: 7 };
    await scene.goOn(2_000);
    expect(scene.written.length).toBe(2);
  });

  it('is never at two things at once, whoever asks', async () => {
    scene.journal = { bytes: 9_000_000, oldestId: 7 };
    const [, asked] = [scene.archiver.compact(), scene.archiver.dropOld()];
    await scene.goOn(2_000);
    await asked;
    expect(scene.mostUnderWay).toBe(1);
    expect(scene.asked.filter((what) => what === 'journal' || what === 'retention')).toEqual(['journal', 'retention']);
  });

  it('tries again with back-off what failed, tells it each time, and shows it until it works', async () => {
    scene.failing = true;
    scene.journal = { bytes: 9_000_000, oldestId: 7 };
    await scene.goOn(2_000);
    expect([scene.failures.length, scene.archiver.failing]).toEqual([1, true]);
    await scene.goOn(1_000);
    expect(scene.failures.length).toBe(2);
    await scene.goOn(1_000);
    expect(scene.failures.length).toBe(2);
    await scene.goOn(1_000);
    expect(scene.failures.length).toBe(3);
    scene.failing = false;
    await scene.goOn(60_000);
    expect([scene.failures.length, scene.archiver.failing, scene.written.length]).toEqual([3, false, 2]);
  });

  it('looks for what is too old every hour, but not when wall time has leapt', async () => {
    const looks = () => scene.asked.filter((what) => what === 'retention').length;
    await scene.goOn(3_590_000);
    expect(looks()).toBe(0);
    await scene.goOn(20_000);
    expect(looks()).toBe(1);
    await scene.goOn(3_700_000, 90 * 86_400_000);
    expect(looks()).toBe(1);
    // An hour later nobody has set it back: it is so.
    await scene.goOn(3_700_000);
    expect(looks()).toBe(2);
  });

  it('tries a retention that failed again with back-off until it works, and shows it until then', async () => {
    const looks = () => scene.asked.filter((what) => what === 'retention').length;
    scene.unable = 'retention';
    await scene.goOn(3_600_000);
    expect([looks(), scene.archiver.failing]).toEqual([1, true]);
    await scene.goOn(1_000);
    expect(looks()).toBe(2);
    await scene.goOn(1_999);
    expect([looks(), scene.archiver.failing]).toEqual([2, true]);
    await scene.goOn(600_000);
    expect([looks(), scene.failures.length, scene.archiver.failing]).toEqual([15, 15, true]);
    scene.unable = undefined;
    await scene.goOn(60_000);
    expect([looks(), scene.failures.length, scene.archiver.failing]).toEqual([16, 15, false]);
    await scene.goOn(3_000_000);
    expect(looks()).toBe(16);
  });

  it('drops what is too old also while no pass works', async () => {
    scene.unable = 'journal';
    scene.journal = { bytes: 9_000_000, oldestId: 7 };
    await scene.goOn(3_700_000);
    expect(scene.asked).toContain('retention');
    // Then the log is emptied of it.
    expect(scene.written.map(({ emptyLog }) => emptyLog)).toEqual([undefined, undefined, true]);
  });

  it('names once what is damaged, and goes on', async () => {
    scene.parts = 0;
    scene.damaged = ['block 7 is damaged'];
    await scene.archiver.dropOld();
    scene.damaged = ['block 7 is damaged', 'block 9 is damaged'];
    await scene.archiver.dropOld();
    expect(scene.failures.map(({ message }) => message)).toEqual(scene.damaged);
    expect([scene.archiver.damaged, scene.archiver.failing]).toEqual([2, false]);
  });

  it('closed, begins nothing more, and waits for what is under way', async () => {
    scene.writeMs = 100;
    scene.journal = { bytes: 9_000_000, oldestId: 7 };
    await scene.goOn(2_000);
    await scene.archiver.close();
    const asked = scene.asked.length;
    await scene.goOn(600_000);
    expect([scene.asked.length, scene.underWay]).toEqual([asked, 0]);
  });
});
