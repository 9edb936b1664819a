import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../models/model.ts';
import { environments } from '../physics/environment.ts';
import { severities } from '../physics/fault-set.ts';
import { seededRandom } from '../random.ts';
import type { Examination } from './device-firmware.ts';
import { SpeakerFirmware } from './speaker-firmware.ts';

const model = loadModel(fileURLToPath(new URL('../models/spk-p1.yaml', import.meta.url)));
const hour = 3_600;
const start = Date.UTC(2026, 5, 2, 1);

interface Run {
  readonly speaker: SpeakerFirmware;
  /** Codes that were raised at least once. */
  readonly raised: readonly number[];
}
/** Steps of 1 s in a home where it is 9 o'clock at the start. */
function run(options: {
  readonly hours: number;
  readonly fault?: string;
  readonly severity?: number;
  readonly environment?: string;
  readonly seed?: number;
  readonly version?: string;
  readonly each?: (speaker: SpeakerFirmware, second: number) => void;
}): Run {
  const { hours, fault, severity = 1, seed = 7, each, version } = options;
  const environment = environments[options.environment ?? 'plain'];
  const random = seededRandom(seed, 'test');
  const speaker = new SpeakerFirmware({
    model,
    random,
    ...(environment && { environment }),
    ...(version !== undefined && { version }),
  });
  if (fault) expect(speaker.inject({ id: fault, severity, afterS: 0 })).toBe(true);
  const raised = new Set<number>();
  for (let second = 1; second <= hours * hour; second += 1) {
    for (const change of speaker.step(1, start + second * 1000).codes) if (change.raised) raised.add(change.code);
    each?.(speaker, second);
  }
  return { speaker, raised: [...raised].sort((a, b) => a - b) };
}
const read = (speaker: SpeakerFirmware, name: string): number => Number(speaker.readMetric(name));
function go(speaker: SpeakerFirmware, seconds: number): void {
  for (let second = 1; second <= seconds; second += 1) speaker.step(1, start + 4 * hour * 1000 + second * 1000);
}
const look = (speaker: SpeakerFirmware): Examination => speaker.examine(seededRandom(3, 'look'));

describe('a healthy speaker', () => {
  it.each(['winter', 'busy_home'])(
    'in home %s keeps nearly all samples within nominal, as the datasheet says, and raises no code',
    (environment) => {
      const counts = new Map<string, { inside: number; all: number }>();
      let [mode, since] = ['', 0];
      const { raised } = run({
        hours: 5,
        environment,
        each: (it, second) => {
          if (it.state !== mode) [mode, since] = [it.state, second];
          // Moments of change are excepted by the datasheet; the buffer fills within seconds.
          if (second - since < 5 || second % 20 !== 0) return;
          for (const metric of model.metrics) {
            for (const wanted of ['any', it.state]) {
              const limits = metric.nominal.get(wanted);
              const value = it.readMetric(metric.name);
              if (!limits || typeof value !== 'number') continue;
              const key = `${metric.name} ${wanted}`;
              const count = counts.get(key) ?? { inside: 0, all: 0 };
              count.all += 1;
              if (Math.abs(value - limits[0]) <= limits[1]) count.inside += 1;
              counts.set(key, count);
            }
          }
        },
      });
      const outside = [...counts].filter(([, { inside, all }]) => inside / all < 0.97).map(([key]) => key);
      expect(outside).toEqual([]);
      expect(raised).toEqual([]);
      const named = model.metrics.flatMap((metric) =>
        [...metric.nominal.keys()].map((name) => `${metric.name} ${name}`),
      );
      expect(named.filter((name) => !counts.has(name))).toEqual([]);
    },
  );

  it('gives the same signals for the same seed, and others for another', () => {
    const trace = (seed: number): string[] => {
      const lines: string[] = [];
      run({ hours: 0.1, seed, each: (it) => lines.push(model.metrics.map(({ name }) => it.readMetric(name)).join()) });
      return lines;
    };
    expect(trace(7)).toEqual(trace(7));
    expect(trace(7)).not.toEqual(trace(8));
  });

  it('answers to its name, to its button and plays, and nothing that could be found speaks of a fault', () => {
    const { speaker } = run({ hours: 4 });
    expect(read(speaker, 'audio.wake.count')).toBeGreaterThan(5);
    expect(read(speaker, 'voice.request.fail')).toBe(0);
    expect(read(speaker, 'audio.playback.started')).toBe(read(speaker, 'audio.playback.requested'));
    const { tests, actions } = look(speaker);
    expect(tests['test.wake']).toMatchObject({ accepted: 5 });
    expect(tests['test.microphone']).toMatchObject({ muted: false, bus_errors: 0 });
    expect(tests['test.tone']).toMatchObject({ player: 'played' });
    expect(tests['test.account']).toMatchObject({ service: 'ok' });
    expect(new Set(Object.values(actions))).toEqual(new Set(['no_change']));
  });
});

describe('causes, and what the datasheet says of them', () => {
  it('S01, a token that has run out: refused in a row raises 8 and 3; linking again cures', () => {
    const { speaker, raised } = run({ hours: 2, fault: 'S01' });
    expect(raised).toEqual([3, 8]);
    expect([read(speaker, 'account.link.state'), read(speaker, 'net.cloud.ok')]).toEqual([2, 1]);
    expect(read(speaker, 'account.token.age')).toBeGreaterThan(speaker.world.account.tokenLifeS);
    const { tests, actions } = look(speaker);
    expect(tests['test.account']).toMatchObject({ service: 'invalid_grant' });
    expect([actions['relink_account'], actions['restart']]).toEqual(['cured', 'no_change']);
  });

  it('S02, the listener has hung: no score in half an hour of sound raises 2, the button works, a restart cures', () => {
    const { speaker, raised } = run({ hours: 1.5, fault: 'S02' });
    expect(raised).toEqual([2]);
    expect([read(speaker, 'audio.wake.count'), read(speaker, 'audio.wake.score')]).toEqual([0, 0]);
    expect(read(speaker, 'audio.button.count')).toBeGreaterThan(2);
    expect(read(speaker, 'voice.request.fail')).toBe(0);
    expect(look(speaker).tests['test.button']).toMatchObject({ heard_text: true, answer: 'ok' });
    speaker.platform.reset('software_reset');
    go(speaker, 300);
    expect(read(speaker, 'audio.wake.score')).toBeGreaterThan(0);
  });

  it('S03, the switch: silence of microphones without supply, not digital zero, raises 1; sliding it cures', () => {
    const { speaker, raised } = run({ hours: 1, fault: 'S03' });
    expect(raised).toContain(1);
    expect([speaker.state, speaker.lamp(), read(speaker, 'audio.mic.muted')]).toEqual(['muted', 'red_ring', 1]);
    expect(read(speaker, 'audio.mic.rms')).toBeGreaterThan(-110);
    expect(look(speaker).actions['slide_mute']).toBe('cured');
  });

  it('S04, the player has hung: preparing twice in vain raises 4, requests are heard all the same', () => {
    const { speaker, raised } = run({ hours: 3, fault: 'S04' });
    expect(raised).toEqual([4]);
    expect(read(speaker, 'audio.playback.requested')).toBeGreaterThan(1);
    expect([read(speaker, 'audio.playback.started'), read(speaker, 'voice.request.fail')]).toEqual([0, 0]);
    const { tests, actions } = look(speaker);
    expect(tests['test.tone']).toMatchObject({ player: 'not_started', bus_errors: 0 });
    expect(actions['restart']).toBe('cured');
  });

  it('S05, a broken audio circuit: bus errors raise 6, digital zero raises 1, and only another unit helps', () => {
    const { speaker, raised } = run({ hours: 1, fault: 'S05' });
    expect(raised).toEqual(expect.arrayContaining([1, 6]));
    expect(read(speaker, 'audio.mic.rms')).toBe(-120);
    expect(read(speaker, 'audio.bus_error')).toBeGreaterThan(1000);
    const { actions } = look(speaker);
    expect([actions['factory_reset'], actions['restart'], actions['replace_unit']]).toEqual([
      'no_change',
      'no_change',
      'cured',
    ]);
    // Mild: errors that no code counts.
    const mild = run({ hours: 1, fault: 'S05', severity: severities.mild });
    expect(mild.raised).toEqual([]);
    expect(read(mild.speaker, 'audio.bus_error')).toBeGreaterThan(100);
  });

  it('S06, another address: 10 is raised, local control stops, the cloud does not care', () => {
    const { speaker, raised } = run({ hours: 1, fault: 'S06' });
    const healthy = run({ hours: 1 });
    expect(raised).toEqual([10]);
    expect(speaker.readMetric('net.ip')).not.toBe(healthy.speaker.readMetric('net.ip'));
    expect(read(speaker, 'net.unicast.requests')).toBeLessThan(0.1 * read(healthy.speaker, 'net.unicast.requests'));
    const { tests, actions } = look(speaker);
    expect(tests['read.config']?.['controller_address']).toBe(healthy.speaker.readMetric('net.ip'));
    expect(actions['rediscover']).toBe('cured');
  });

  it('S07, volume at zero: it plays, and no current flows', () => {
    const currents: number[] = [];
    const each = (it: SpeakerFirmware): void => {
      if (it.state === 'playing') currents.push(read(it, 'audio.amp.current'));
    };
    const { speaker, raised } = run({ hours: 3, fault: 'S07', each });
    expect([raised, read(speaker, 'audio.volume')]).toEqual([[], 0]);
    expect(Math.max(...currents)).toBeLessThan(0.1);
    // The test tone overrides the volume.
    expect(Number(look(speaker).tests['test.tone']?.['amp_current'])).toBeGreaterThan(0.15);
    expect(look(speaker).actions['raise_volume']).toBe('cured');
  });

  it('S08, multicast is swallowed: half an hour without peers raises 9, unicast goes on', () => {
    const { speaker, raised } = run({ hours: 1.5, fault: 'S08' });
    expect(raised).toEqual([9]);
    expect(read(speaker, 'discovery.peers')).toBe(0);
    expect(read(speaker, 'net.unicast.requests')).toBeGreaterThan(100);
    expect(look(speaker).tests['test.discovery']).toMatchObject({ peers_multicast: 0, router_unicast: 'ok' });
    expect(look(speaker).actions['router_settings_discovery']).toBe('cured');
  });

  it('S09, gaps in the air time: underruns while playing raise 5, more of them the worse it is', () => {
    const severe = run({ hours: 3, fault: 'S09' });
    const mild = run({ hours: 3, fault: 'S09', severity: severities.mild });
    expect(severe.raised).toEqual([5]);
    const underruns = read(mild.speaker, 'audio.underrun');
    expect(underruns).toBeGreaterThan(3);
    expect(read(severe.speaker, 'audio.underrun')).toBeGreaterThan(3 * underruns);
    expect(look(severe.speaker).actions['change_wifi_channel']).toBe('cured');
  });

  it('S10, a leak: memory falls, raises 73, the watchdog ends it, and it falls again', () => {
    const { speaker, raised } = run({ hours: 3, fault: 'S10' });
    expect(raised).toEqual([71, 73]);
    expect(read(speaker, 'device.boot.reason')).toBe(3);
    expect(look(speaker).actions['restart']).toBe('relieved');
  });

  it('S11, a wake word that the model hears badly: near misses, and the other word works', () => {
    const { speaker, raised } = run({ hours: 2, fault: 'S11', severity: severities.moderate });
    const healthy = run({ hours: 2 });
    expect(raised).toEqual([]);
    expect(read(speaker, 'audio.wake.near_miss')).toBeGreaterThan(
      5 + 3 * read(healthy.speaker, 'audio.wake.near_miss'),
    );
    const { tests, actions } = look(speaker);
    expect(Number(tests['test.wake']?.['accepted'])).toBeLessThan(4);
    expect(tests['test.wake_other']).toMatchObject({ accepted: 5 });
    expect(actions['other_wake_word']).toBe('cured');
  });

  it('X09, the cloud is down: requests fail, and firmware before 1.9.0 reports its errors as refusals', () => {
    const now = run({ hours: 0.5, fault: 'X09' });
    expect(now.raised).toContain(66);
    expect(now.raised).not.toContain(8);
    const seed = [1, 2, 3, 4, 5, 6].find((it) => {
      const { speaker } = run({ hours: 0.01, fault: 'X09', seed: it });
      return !speaker.world.faults.latent(10).cloudSilent;
    });
    const before = run({ hours: 2, fault: 'X09', version: '1.8.3', seed: seed ?? 1 });
    expect(before.raised).toContain(8);
  });

  it('water in the loudspeaker, dust before the microphones: no code of the catalogue tells them by name', () => {
    const water = run({ hours: 0.1, fault: 'unmodelled:water in the loudspeaker', severity: 0.4 });
    expect(Number(look(water.speaker).tests['test.tone']?.['amp_current'])).toBeGreaterThan(0.6);
    const dust = run({ hours: 0.1, fault: 'unmodelled:dust in the microphone openings' });
    expect(look(dust.speaker).tests['test.microphone']).toMatchObject({ muted: false, bus_errors: 0 });
    expect(Number(look(dust.speaker).tests['test.microphone']?.['rms_1'])).toBeLessThan(-45);
  });
});

describe('its owner', () => {
  it('calls it, presses its button, plays music and closes its microphones', () => {
    const { speaker } = run({ hours: 0.02, environment: 'quiet_home' });
    speaker.use('call');
    expect([speaker.state, speaker.lamp()]).toEqual(['answering', 'blue_when_called']);
    go(speaker, 12);
    expect(speaker.state).toBe('listening');
    speaker.use('music');
    go(speaker, 6);
    expect(speaker.state).toBe('playing');
    speaker.use('music');
    speaker.use('mute');
    go(speaker, 3);
    expect([speaker.state, speaker.lamp()]).toEqual(['muted', 'red_ring']);
    speaker.use('talk');
    expect(read(speaker, 'audio.button.count')).toBe(1);
    expect(speaker.use('dance')).toBeUndefined();
  });

  it('says what the datasheet lets him say, and is wrong or does not know now and then', () => {
    const { speaker } = run({ hours: 0.05, fault: 'S03' });
    const answers = Array.from({ length: 150 }, (_, i) => speaker.examine(seededRandom(i, 'owner')).owner);
    const share = (of: (one: (typeof answers)[number]) => boolean): number =>
      answers.filter(of).length / answers.length;
    expect(share((one) => one['speaker.led'] === 'red_ring')).toBeGreaterThan(0.9);
    expect(share((one) => one['speaker.led'] !== 'red_ring')).toBeGreaterThan(0);
    expect(share((one) => one['speaker.in_app'] === 'unknown')).toBeGreaterThan(0.02);
  });
});

describe('operations of a live speaker', () => {
  const outcome = (name: string, fault?: string) => {
    const { speaker } = run({ hours: 0.05, ...(fault && { fault }) });
    const running = speaker.startOperation(name);
    if ('refusal' in running) return running.refusal;
    for (let second = 1; second < 1000; second += 1) {
      go(speaker, 1);
      const progress = running.poll();
      if ('output' in progress) return progress.output;
    }
    throw new Error('no output');
  };

  it('are all there, and a restart frees what hung', () => {
    const { speaker } = run({ hours: 0.01 });
    const missing = model.operations.filter(({ name }) => {
      const started = speaker.startOperation(name);
      return 'refusal' in started && started.refusal === 'operation_unsupported';
    });
    expect(missing.map(({ name }) => name)).toEqual([]);
    expect(outcome('test.wake')).toMatchObject({ accepted: 5 });
    expect(outcome('adjust.wake_word')).toEqual({ wake_word: 'b' });
    expect(outcome('adjust.volume', 'S07')).toEqual({ volume: 40 });
    expect(outcome('test.wings')).toBe('operation_unsupported');
  });
});
