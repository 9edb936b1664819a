import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId, type BootId, type DeviceId, type LinkId } from '../../gateway/domain/ids.ts';
import { createMeters } from '../../gateway/http/meters.ts';
import { meterPipeline } from '../../gateway/http/meter-pipeline.ts';
import type { LinkIdentity, RawMessage, WireLink } from '../../gateway/ports/links.ts';
import { createDialectLinks } from '../../gateway/wire/links.ts';
import { openNativeLink } from '../../gateway/wire/native-link.ts';
import { diag } from '../../proto/generated/codec.js';
import { upControlLanes, upDataLanes, type UpLane, upTopic } from '../../proto/topics.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { shippedPacks } from '../support/packs.ts';
import type { WireDevice } from '../support/wire-device.ts';
import { Ground, metrics } from './ground.ts';

const mayTakeMs = 10;
/** The best of so many is the payload's own cost; the others are what the machine did besides. */
const tries = 40;
/** Of a packet of 64 KiB. */
const mostPayload = 65_400;

const lanes: readonly UpLane[] = [...upDataLanes, ...upControlLanes];
const header = { bootId: 77, seq: 900, epoch: 2, baseAt: 1_779_278_400_000 };
const headed = Buffer.from(diag.Telemetry.encode({ header }).finish());
/** The bytes again and again, up to the size of a packet. */
const filled = (...bytes: number[]) =>
  Buffer.alloc(mostPayload - (mostPayload % bytes.length), Uint8Array.from(bytes)).subarray(
    0,
    mostPayload - headed.length,
  );
const afterHeader = (...bytes: number[]) => Buffer.concat([headed, filled(...bytes)]);
const tag = (field: number, wireType: number) => (field << 3) | wireType;

/** Whatever the lane's message is: each field as what it is not, and as what it is without end. */
const anyLane: readonly (readonly [string, Buffer])[] = [
  ['noise', noise(mostPayload)],
  ['groups within groups', filled(tag(15, 3))],
  [
    'groups within groups, all closed',
    Buffer.concat([Buffer.alloc(32_000, tag(15, 3)), Buffer.alloc(32_000, tag(15, 4))]),
  ],
  ['groups side by side', filled(tag(15, 3), tag(15, 4))],
  ['unknown numbers', filled(tag(14, 0), 1)],
  ['a number that never ends', filled(0xff)],
  ...[1, 2, 3, 4, 5, 9].flatMap((field): (readonly [string, Buffer])[] => [
    [`field ${field} of 4 GB`, Buffer.concat([headed, Buffer.from([tag(field, 2), 0xff, 0xff, 0xff, 0xff, 0x0f])])],
    [
      `field ${field} of 2^63`,
      Buffer.concat([headed, Buffer.from([tag(field, 2), ...Array<number>(8).fill(0xff), 0x7f])]),
    ],
    [`field ${field} 32,000 times`, afterHeader(tag(field, 2), 0)],
    [`field ${field} 32,000 times, as a number`, afterHeader(tag(field, 0), 1)],
    [`field ${field} as a group`, afterHeader(tag(field, 3))],
    [
      `field ${field} as one text of 64 KiB`,
      Buffer.concat([headed, Buffer.from([tag(field, 2), 0xe0, 0xfc, 0x03]), Buffer.alloc(65_120, 0x41)]),
    ],
  ]),
];

const columns = (count: number, alias: number) => {
  const of = (value: number) => Array.from({ length: count }, () => value);
  return diag.Telemetry.encode({ header, aliases: of(alias), values: of(1), offsetsMs: of(0) }).finish();
};
const oneLane: readonly (readonly [UpLane, string, Uint8Array])[] = [
  ['telemetry', '5,800 samples of an unknown alias', columns(5_800, 99)],
  [
    'telemetry',
    '65,000 aliases without values',
    Buffer.concat([headed, Buffer.from([0x12, 0xe0, 0xfc, 0x03]), Buffer.alloc(65_120, 1)]),
  ],
  ['error', '16,000 changes of a known code', afterHeader(0x1a, 2, 0x10, 1)],
  [
    'error',
    '16,000 changes, said to be all there are',
    Buffer.concat([headed, Buffer.from([0x10, 1]), filled(0x1a, 2, 0x10, 1).subarray(8)]),
  ],
];

/** Noise that is the same in every run. */
function noise(size: number): Buffer {
  let state = 0x2545f491;
  return Buffer.from(
    Array.from({ length: size }, () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24),
  );
}

const meters = createMeters();
const silent = { info: () => undefined } as unknown as Parameters<typeof meterPipeline>[1];
const meter = meterPipeline(meters, silent, new FakeClock());

/** From bytes to the last counter, ms, at the first try that was quick enough. A link of its own each time. */
function settles(link: () => WireLink, raw: RawMessage): { readonly ms: number; readonly frames: number } {
  let [ms, frames] = [Number.POSITIVE_INFINITY, 0];
  for (let n = 0; n < tries && ms >= mayTakeMs; n += 1) {
    const opened = link();
    const began = performance.now();
    const decoded = opened.receive(raw);
    meter.settled({ linkId: raw.from.linkId, stored: 0, discarded: decoded.discarded, tookMs: 1 });
    ms = Math.min(ms, performance.now() - began);
    frames = decoded.frames.length;
  }
  return { ms, frames };
}

function message(from: LinkIdentity, topic: string, payload: Uint8Array): RawMessage {
  return { from, topic, payload, oversize: false, retain: false, receivedAt: 1_779_278_400_000 };
}

describe('a bomb is defused within 10 ms, and makes one frame at most', () => {
  const identity = {
    kind: 'native',
    linkId: asId<LinkId>('d1'),
    deviceId: asId<DeviceId>('d1'),
    model: 'rv-s1',
  } as const;
  const pack = shippedPacks.get('rv-s1');
  if (!pack) throw new Error('The pack of the RV-S1 is gone');
  const opened = () => {
    const link = openNativeLink({ identity, pack });
    link.receive(
      message(identity, upTopic('d1', 'birth'), diag.Birth.encode({ bootId: 5, model: 'rv-s1', metrics }).finish()),
    );
    return link;
  };
  it.each(lanes)('on the lane %s', (lane) => {
    const here = oneLane.filter(([of]) => of === lane).map(([, name, bytes]) => [name, bytes] as const);
    for (const [name, bytes] of [...anyLane, ...here]) {
      expect(bytes.length, name).toBeLessThanOrEqual(65_536);
      const { ms, frames } = settles(opened, message(identity, upTopic('d1', lane), bytes));
      expect(ms, `${name}: ms`).toBeLessThan(mayTakeMs);
      expect(frames, name).toBeLessThanOrEqual(1);
    }
  });

  it('the control: a column of a million, which the broker never hands on, takes longer', () => {
    const bytes = Buffer.concat([headed, Buffer.from([0x12, 0xc0, 0x84, 0x3d]), Buffer.alloc(1_000_000, 1)]);
    expect(settles(opened, message(identity, upTopic('d1', 'telemetry'), bytes)).ms).toBeGreaterThan(mayTakeMs);
  });
});

describe('a dialect’s bomb is defused within 10 ms', () => {
  const text = (one: string) => one.repeat(Math.floor(mostPayload / one.length));
  const payloads: readonly (readonly [string, string])[] = [
    ['noise', noise(mostPayload).toString('latin1')],
    ['lists within lists', text('[')],
    ['objects within objects', `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`],
    ['thousands of keys', `{${Array.from({ length: 6_000 }, (_, n) => `"k${n}":${n}`).join(',')}}`],
    ['__proto__ within __proto__', `${'{"__proto__":'.repeat(4_000)}1${'}'.repeat(4_000)}`],
    ['a number of 64 KiB', text('9')],
    ['a text of 64 KiB', `"${text('\\u202e')}"`.slice(0, mostPayload)],
    [
      'a template without end',
      JSON.stringify({
        name: 'x',
        state_topic: '~/a',
        unique_id: 'x',
        value_template: `{{ value_json${'.a'.repeat(20_000)} }}`,
      }),
    ],
    ['commas', text(',')],
  ];
  const topics = [
    'homie/robot/$nodes',
    'homie/robot/$state',
    'homie/robot/battery/$properties',
    'homie/robot/battery/level',
    'homeassistant/sensor/robot/battery/config',
    'homeassistant/device/robot/config',
    'homeassistant/sensor/robot/state',
    'valetudo/robot/BatteryStateAttribute/level',
    'zigbee2mqtt/bridge/state',
    'zigbee2mqtt/bridge/devices',
    'tele/robot/SENSOR',
    Array.from({ length: 500 }, () => 'a').join('/'),
    '__proto__/constructor/prototype',
  ];
  const linkId = asId<LinkId>('l1');
  const identity = {
    kind: 'dialect',
    linkId,
    children: [{ key: 'robot', deviceId: asId<DeviceId>('d1'), model: 'valetudo' }],
  } as const;

  it.each(payloads)('%s', (_name, payload) => {
    const links = () =>
      createDialectLinks({
        packs: shippedPacks,
        clock: { monotonicMs: () => performance.now() },
        mintBootId: () => asId<BootId>('00000000000000b1'),
        onMetrics: () => undefined,
      }).open(identity, { willTopic: null });
    for (const topic of topics) {
      const { ms } = settles(links, message(identity, topic, Buffer.from(payload)));
      expect(ms, `${topic}: ms`).toBeLessThan(mayTakeMs);
    }
  });
});

describe('over the wire', () => {
  let ground: Ground;
  let device: WireDevice;
  beforeAll(async () => {
    ground = await Ground.open();
    const registered = await ground.register();
    device = await ground.connect(registered);
    await device.birth(metrics);
  }, 60_000);
  afterAll(() => ground.close());

  it('every bomb on every lane is settled, keeps nobody waiting, and leaves nothing', { timeout: 60_000 }, async () => {
    const before = ground.stored();
    await ground.besideOthers(async () => {
      for (const lane of lanes) await Promise.all(anyLane.map(([, bytes]) => device.publish(lane, bytes)));
      for (const [lane, , bytes] of oneLane) await device.publish(lane, bytes);
      // A million entries: larger than a packet may be, so that it is skipped and never decoded.
      await device.publish('telemetry', columns(1_000_000, 1));
    });
    expect(device.closed).toBe(false);
    expect(ground.stored()).toEqual(before);
    expect(await ground.count('diag_discards_total', 'oversize')).toBe(1);
  });
});
