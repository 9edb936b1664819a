import { fileURLToPath } from 'node:url';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EntityRule } from '../domain/pack.ts';
import { loadPacks, loadTree } from './load.ts';
import { problemText } from './yaml-file.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const packs = loadPacks(here);
const vacuum = packs.get('rv-s1')!;
const camera = packs.get('cam-c1')!;

const small = `schema: pack/1
model: toy-1
version: 1.0.0
name: Toy
vendor: Nobody
family: toy
class: toy
channel: main
metrics:
  - {name: battery.level, type: gauge, unit: "%", class: status, range: [0, 100], sample: {idle: 60}, en: Battery, zh-CN: 电量}
  - {name: robot.state, type: enum, unit: "1", class: status, sample: {change: true}, en: State, zh-CN: 状态, values: {
      0: [idle, Idle, 待机],
      1: [busy, Busy, 忙]}}
errors:
  - {code: "1", name: jam, kind: permanent, level: error, subsystem: sensors, en: Jammed, zh-CN: 卡住, message: LDS jammed}
operations:
  - {name: test.lidar, class: test, output: telemetry}
`;
const problemsOf = (text: string) => loadTree(new Map([['toy/pack.yaml', text]])).problems.map(problemText);

describe('the pack of the CAM-C1', () => {
  it('has every metric, code and operation of the datasheet, and no voice', () => {
    expect([camera.metrics.size, camera.errors.size, camera.operations.size]).toEqual([62, 33, 18]);
    expect([camera.class, camera.voice, vacuum.voice]).toEqual(['camera', false, true]);
  });

  it('says of the platform what the other model says', () => {
    const differ = [...camera.metrics].filter(([name, metric]) => {
      const other = vacuum.metrics.get(name);
      return other !== undefined && JSON.stringify(other) !== JSON.stringify(metric);
    });
    expect(differ.map(([name]) => name).sort()).toEqual(['device.heap.free', 'device.temperature', 'fw.version.sub']);
    const platform = [...camera.errors.values()].filter(({ code }) => Number(code) >= 60);
    expect(platform).toHaveLength(19);
    for (const error of platform) expect(vacuum.errors.get(`main:${error.code}`)).toEqual(error);
  });

  it('words what only a camera has', () => {
    expect(camera.metrics.get('storage.mode')?.values.get(2)?.words).toEqual({ en: 'Read-only', 'zh-CN': '只读' });
    expect(camera.errors.get('main:2')?.words).toEqual({ en: 'Memory card is read-only', 'zh-CN': '存储卡变为只读' });
    expect(camera.operations.get('adjust.format_card')?.operationClass).toBe('reset');
  });
});

describe('the pack of the RV-S1', () => {
  it('has every metric, code and operation of the datasheet', () => {
    expect([vacuum.metrics.size, vacuum.errors.size, vacuum.operations.size]).toEqual([76, 41, 24]);
  });

  it('gives a metric its class, unit, limits, periods and words', () => {
    expect(vacuum.metrics.get('battery.level')).toEqual({
      name: 'battery.level',
      label: { en: 'Battery level', 'zh-CN': '电量' },
      type: 'gauge',
      unit: '%',
      dataClass: 'status',
      range: [0, 100],
      values: new Map(),
      idlePeriodMs: 60_000,
      livePeriodMs: 10_000,
      onChange: false,
      chart: true,
    });
    expect(vacuum.metrics.get('robot.state')?.values.get(2)).toEqual({
      word: 'returning',
      words: { en: 'Returning to dock', 'zh-CN': '返回充电座' },
    });
    expect(vacuum.metrics.get('robot.state')?.onChange).toBe(true);
  });

  it('keys error codes by channel and code', () => {
    expect(vacuum.errors.get('main:1')).toMatchObject({
      code: '1',
      name: 'lidar_speed',
      kind: 'permanent',
      level: 'error',
      subsystem: 'sensors',
      words: { en: 'Laser turret does not turn properly', 'zh-CN': '激光雷达转动异常' },
      match: null,
    });
  });

  it('has one translation for each firmware word', () => {
    expect(vacuum.firmwareWords.get('rolledBack')).toEqual({ en: 'Back on the old version', 'zh-CN': '已回退' });
    expect(vacuum.firmwareWords.get('boot_failed')).toEqual({
      en: 'New version did not start',
      'zh-CN': '新版本启动失败',
    });
    expect(vacuum.firmwareWords.get('pending_verify')?.en).toBe('Waiting for confirmation');
  });

  it('gives each operation its class and the class of what it returns', () => {
    expect(vacuum.operations.get('read.journal')).toEqual({
      name: 'read.journal',
      operationClass: 'test',
      outputClass: 'logs',
    });
    expect(vacuum.operations.get('update.install')?.operationClass).toBe('update');
  });

  it('says everything in both languages', () => {
    for (const pack of packs.values()) {
      const texts = [
        ...[...pack.metrics.values()].flatMap((m) => [m.label, ...[...m.values.values()].map((v) => v.words)]),
        ...[...pack.errors.values()].map((error) => error.words),
      ];
      for (const text of texts) {
        expect(text['zh-CN'], text.en).toMatch(/\p{Script=Han}/u);
        expect(text.en).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });
});

describe('the pack of devices that declare themselves', () => {
  const generic = packs.get('mqtt-device')!;

  it('has rules, and of itself nothing but firmware', () => {
    expect([...generic.metrics.keys()]).toEqual(['fw.version', 'update.offered', 'fw.progress']);
    expect(generic.entities?.unlisted).toBe('telemetry');
    expect(generic.entities?.rules.find(({ deviceClasses }) => deviceClasses?.has('problem'))).toMatchObject({
      dataClass: 'errors',
      error: true,
    });
    expect(vacuum.entities).toBeUndefined();
  });

  it('opens nothing of a home’s life or network to a label code', () => {
    const isPrivate = ({ words, deviceClasses }: EntityRule) =>
      ['ssid', 'ip', 'wifi'].some((word) => words?.has(word)) || deviceClasses?.has('motion');
    const classes = generic.entities!.rules.filter(isPrivate).map(({ dataClass }) => dataClass);
    expect(classes).toEqual(['network', 'telemetry']);
  });

  it.each([
    ['a rule for everything', '{class: status}', 'the rule fits everything.'],
    [
      'a rule with a metric that is not there',
      '{word: [x], class: status, metric: y.z}',
      'there is no metric "y.z" in entities.metrics.',
    ],
    ['a metric of another class', '{word: [x], class: network, metric: a.b}', '"a.b" is of another class.'],
  ])('is refused for %s, with file and line', (_, rule, sentence) => {
    const entities = `entities:
  unlisted: telemetry
  states: {0: ["off", "Off", 关], 1: ["on", "On", 开]}
  metrics:
    - {name: a.b, type: text, unit: "1", class: status, sample: {change: true}, en: A, zh-CN: 啊}
  rules:
    - `;
    expect(problemsOf(`${small}${entities}{word: [x], class: status, metric: a.b}\n`)).toEqual([]);
    expect(problemsOf(`${small}${entities}${rule}\n`)).toEqual([`toy/pack.yaml:24: ${sentence}`]);
  });
});

describe('a file that is not a pack', () => {
  it.each([
    [
      'an unknown key',
      small.replace('vendor:', 'vendr: x\nvendor:'),
      'toy/pack.yaml:5: the file has an unknown key "vendr".',
    ],
    [
      'an unknown key of a metric',
      small.replace('en: Battery,', 'colour: red, en: Battery,'),
      ':10: metrics.0 has an unknown key "colour".',
    ],
    ['a missing language', small.replace(', zh-CN: 电量', ''), ':10: metrics.0 lacks "zh-CN".'],
    ['an empty text', small.replace('en: Battery', 'en: " "'), ':10: metrics.0.en '],
    [
      'an unknown class',
      small.replace('class: status, range', 'class: private, range'),
      ':10: metrics.0.class must be one of status, errors',
    ],
    [
      'a metric twice',
      small.replace('name: robot.state', 'name: battery.level'),
      ':11: the metric "battery.level" is there twice.',
    ],
    ['a value twice', small.replace('1: [busy', '1: [idle'), ':13: "robot.state" has the value "idle" twice.'],
    ['a number on the wire twice', small.replace('1: [busy', '0: [busy'), ':13: Map keys must be unique'],
    ['a value without translation', small.replace('[busy, Busy, 忙]', '[busy, Busy]'), ':13: metrics.1.values.1 '],
    [
      'an error code twice',
      small.replace(
        'operations:',
        '  - {code: "1", name: b, kind: permanent, level: error, subsystem: core, en: A, zh-CN: 啊}\noperations:',
      ),
      ':16: the error code "1" is there twice.',
    ],
    [
      'a saying twice',
      small.replace(
        'operations:',
        '  - {code: "2", name: b, kind: permanent, level: error, subsystem: sensors, en: A, zh-CN: 啊, message: lds JAMMED}\noperations:',
      ),
      ':16: two error codes are found by "lds jammed".',
    ],
    [
      'an operation twice',
      `${small}  - {name: test.lidar, class: test, output: status}\n`,
      ':18: the operation "test.lidar" is there twice.',
    ],
    ['a gauge without range', small.replace('range: [0, 100], ', ''), ':10: the metric "battery.level" needs a range.'],
    ['a range upside down', small.replace('[0, 100]', '[100, 0]'), ':10: the range of "battery.level" is empty.'],
    [
      'a chart of words',
      small.replace('sample: {change: true},', 'sample: {change: true}, chart: true,'),
      ':11: "robot.state" cannot be charted',
    ],
    ['broken YAML', small.replace('operations:', 'operations: ['), 'toy/pack.yaml:'],
    ['no map at all', 'hello', 'toy/pack.yaml:1: '],
  ])('is refused for %s, with file and line', (_, text, sentence) => {
    expect(problemsOf(small)).toEqual([]);
    expect(problemsOf(text)[0]).toContain(sentence);
  });

  it('stops the whole loading, as do a second pack of a model and rules that are not sound', () => {
    const folder = mkdtempSync(join(tmpdir(), 'packs-'));
    try {
      expect(() => loadPacks(folder)).toThrow('there is no pack.yaml');
      for (const name of ['a', 'b']) {
        mkdirSync(join(folder, name));
        writeFileSync(join(folder, name, 'pack.yaml'), small);
      }
      expect(() => loadPacks(folder)).toThrow('the model "toy-1" has another pack already.');
      writeFileSync(join(folder, 'b', 'pack.yaml'), small.replace('toy-1', 'toy-2'));
      expect([...loadPacks(folder).keys()]).toEqual(['toy-1', 'toy-2']);
      writeFileSync(join(folder, 'b', 'symptoms.yaml'), 'symptoms: [{id: a, en: A, zh-CN: 啊, when: x.y > 1}]\n');
      expect(() => loadPacks(folder)).toThrow('b/symptoms.yaml:1: when: The pack has no metric x.y.');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
