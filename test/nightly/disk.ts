import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { upTopic } from '../../proto/topics.ts';
import { compareWithStore, sleep, until } from '../crash/kill-run.ts';
import { Publisher } from '../crash/publisher.ts';
import { FaultGround } from '../faults/fault-ground.ts';
import { findProgram } from '../support/programs.ts';
import { atMost, exactly, type Figure, type Night, type NightlyPart, told } from './nightly.ts';

const devices = 50;
const perSecond = 500;
const resumesWithinSeconds = 10;
const patienceMs = 300_000;

interface Fault {
  readonly what: string;
  /** The answer repairs it. */
  begin(): Promise<() => unknown>;
  /** From when nothing is acknowledged any more until the repair. */
  readonly lastsMs: number;
}

export const disk: NightlyPart = {
  name: 'disk',
  about:
    'a store that stalls, is killed, is full, under load: nothing is acknowledged, and all of it is after the repair',
  minutes: 4,
  run: async (night) => {
    const volume = mountSmall();
    try {
      const stage = await Stage.open(night, volume.folder);
      try {
        const figures: Figure[] = [];
        for (const seconds of night.quick ? [7] : [10, 60])
          figures.push(...(await stage.suffer(stalls(stage, seconds))));
        for (let kill = 0; kill < (night.quick ? 1 : 5); kill += 1) figures.push(...(await stage.killWriter(kill + 1)));
        if (volume.isSmall) figures.push(...(await stage.suffer(fillsUp(volume.folder, night.quick ? 5 : 15))));
        else
          figures.push({
            ...told({
              what: 'the disk is full',
              value: Number.NaN,
              note: 'only root can make a small volume, where mounting is allowed',
            }),
            pass: false,
          });
        return [...figures, ...(await stage.compared())];
      } finally {
        await stage.close();
      }
    } finally {
      volume.unmount();
    }
  },
};

/** Another program holds the database. */
function stalls({ ground }: Stage, seconds: number): Fault {
  return {
    what: `the store stalls for ${seconds} s`,
    lastsMs: seconds * 1_000,
    begin: async () => {
      const foreign = new Database(ground.file, { timeout: 5_000 });
      foreign.exec('BEGIN IMMEDIATE');
      return () => {
        foreign.exec('ROLLBACK');
        foreign.close();
      };
    },
  };
}

function fillsUp(folder: string, seconds: number): Fault {
  const ballast = join(folder, 'ballast');
  return {
    what: `the disk is full for ${seconds} s`,
    lastsMs: seconds * 1_000,
    begin: async () => {
      for (const size of [1_000_000, 10_000, 100])
        try {
          for (;;) appendFileSync(ballast, Buffer.alloc(size));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        }
      return () => rmSync(ballast);
    },
  };
}

/** Devices that go on saying something, whatever happens to the store. */
class Stage {
  readonly ground: FaultGround;
  readonly #night: Night;
  readonly #publishers: readonly Publisher[];
  readonly #publishing: NodeJS.Timeout;
  readonly #wills: { count: number };
  #closed = 0;

  private constructor(night: Night, ground: FaultGround, wills: { count: number }) {
    this.#night = night;
    this.ground = ground;
    this.#wills = wills;
    const { mqttHost: host, mqttPort: port } = ground.settings;
    this.#publishers = ground.fleet.map((device, index) => {
      const will = { topic: upTopic(device.deviceId, 'death'), payload: Buffer.alloc(0) };
      const publisher = new Publisher({ device, firstBootId: (index + 1) * 1_000, inFlight: 0, will });
      publisher.onClosed = () => {
        this.#closed += 1;
        void sleep(500 + Math.random() * 1_000).then(() => publisher.connect({ host, port }));
      };
      publisher.connect({ host, port });
      return publisher;
    });
    let said = 0;
    const fromMs = performance.now();
    this.#publishing = setInterval(() => {
      for (const due = ((performance.now() - fromMs) / 1_000) * perSecond; said < due; said += 1)
        this.#publishers[said % devices]?.say();
    }, 5);
  }

  static async open(night: Night, parent: string): Promise<Stage> {
    const wills = { count: 0 };
    const ground = await FaultGround.open({
      devices,
      parent,
      unconnected: true,
      lent: {
        stages: (stages) => ({
          ...stages,
          decode(raw) {
            if (raw.topic.endsWith('/death')) wills.count += 1;
            return stages.decode(raw);
          },
        }),
      },
    });
    const stage = new Stage(night, ground, wills);
    await until(() => stage.acknowledged > perSecond, 'the first acknowledgements', patienceMs);
    return stage;
  }

  get acknowledged(): number {
    return this.#publishers.reduce((sum, publisher) => sum + publisher.acknowledged, 0);
  }

  async suffer({ what, begin, lastsMs }: Fault): Promise<readonly Figure[]> {
    this.#night.tell(`disk: ${what}`);
    const before = { wills: this.#wills.count, closed: this.#closed };
    const beganMs = performance.now();
    const repair = await begin();
    const noticedMs = await this.#untilNotReady(beganMs);
    const silentFrom = this.acknowledged;
    await sleep(Math.max(0, lastsMs - (performance.now() - beganMs)));
    const meanwhile = this.acknowledged - silentFrom;
    const closed = this.#closed - before.closed;
    const wills = this.#wills.count - before.wills;
    await repair();
    const { firstMs, allMs, kept } = await this.#resumed();
    return [
      told({ what: `${what}: /readyz said so after`, value: noticedMs / 1_000, unit: 's' }),
      exactly(0, { what: `${what}: acknowledged from then on`, value: meanwhile }),
      told({ what: `${what}: links closed`, value: closed, note: `of ${devices}; after 45 s what waits is given up` }),
      exactly(0, { what: `${what}: wills handed on`, value: wills }),
      told({ what: `${what}: first acknowledgement after the repair`, value: firstMs / 1_000, unit: 's' }),
      atMost(resumesWithinSeconds, {
        what: `${what}: all that was kept acknowledged after the repair`,
        value: allMs / 1_000,
        unit: 's',
        note: `${kept} messages`,
      }),
    ];
  }

  /** It repairs itself. */
  async killWriter(kill: number): Promise<readonly Figure[]> {
    const what = `the writer thread is killed (${kill})`;
    this.#night.tell(`disk: ${what}`);
    const before = { wills: this.#wills.count, closed: this.#closed };
    const { writer } = this.ground.store.threads;
    if (!writer) throw new Error('There is no writer');
    await writer.terminate();
    const { allMs, kept } = await this.#resumed();
    await until(() => this.ground.store.health().ok, 'a store that is well', patienceMs);
    return [
      atMost(resumesWithinSeconds, {
        what: `${what}: all that was kept acknowledged after`,
        value: allMs / 1_000,
        unit: 's',
        note: `${kept} messages`,
      }),
      exactly(0, {
        what: `${what}: links closed, wills handed on`,
        value: this.#closed - before.closed + this.#wills.count - before.wills,
      }),
    ];
  }

  /** Nothing new is said; everything is acknowledged, and compared with the store. */
  async compared(): Promise<readonly Figure[]> {
    clearInterval(this.#publishing);
    await until(() => this.#publishers.every(({ unsettled }) => unsettled === 0), 'the rest', patienceMs);
    const outcome = compareWithStore(this.ground.file, this.#publishers);
    return [
      told({ what: 'acknowledged messages', value: outcome.acknowledged }),
      exactly(0, { what: 'acknowledged and not stored', value: outcome.lost.length }),
      exactly(0, { what: 'stored twice', value: outcome.storedTwice.length }),
      exactly(0, { what: 'acknowledged out of order', value: outcome.outOfOrder }),
      exactly(0, { what: 'CONNECTs refused', value: outcome.refused }),
    ];
  }

  async close(): Promise<void> {
    clearInterval(this.#publishing);
    for (const publisher of this.#publishers) publisher.end();
    await this.ground.close();
  }

  async #untilNotReady(beganMs: number): Promise<number> {
    const deadline = performance.now() + 60_000;
    while ((await this.ground.ready()).status !== 503) {
      if (performance.now() > deadline) throw new Error('/readyz noticed nothing');
      await sleep(50);
    }
    return performance.now() - beganMs;
  }

  /** From now: when the next message is acknowledged, and when all are that were said until now. */
  async #resumed(): Promise<{ readonly firstMs: number; readonly allMs: number; readonly kept: number }> {
    const fromMs = performance.now();
    const before = this.acknowledged;
    const kept = this.#publishers.reduce((sum, { unsettled }) => sum + unsettled, 0);
    const marks = this.#publishers.map((publisher) => publisher.newest);
    await until(() => this.acknowledged > before, 'an acknowledgement', patienceMs);
    const firstMs = performance.now() - fromMs;
    const done = () => this.#publishers.every((publisher, index) => publisher.isSettled(marks[index] ?? 0));
    await until(done, 'what was kept', patienceMs);
    return { firstMs, allMs: performance.now() - fromMs, kept };
  }
}

/** A volume that is soon full, where that can be had; else a folder. */
function mountSmall(): { readonly folder: string; readonly isSmall: boolean; unmount(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'diag-small-disk-'));
  const [mount, unmount] = [findProgram(['mount']), findProgram(['umount'])];
  const options = ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', folder];
  const isSmall =
    process.getuid?.() === 0 &&
    mount !== undefined &&
    unmount !== undefined &&
    spawnSync(mount, options, { stdio: 'ignore' }).status === 0;
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    isSmall,
    unmount() {
      if (isSmall) spawnSync(unmount ?? '', [folder], { stdio: 'ignore' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
