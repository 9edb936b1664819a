import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diag } from '../proto/generated/codec.js';
import { ManualClock } from './clock.ts';
import { faceState } from './face/state.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { basic, cameraOptions, grant, isData, startBenchDevice } from './test-support/device-bench.ts';
import { ScriptedGateway } from './test-support/scripted-gateway.ts';

const day = 86_400_000;
const { DATA_CLASS_ERRORS: errors, DATA_CLASS_FIRMWARE: firmware } = diag.DataClass;
const purpose = 'fleet-statistics';
const counts = { grantId: 's1', classes: [errors, firmware], expiresInMs: 30 * day, purpose };
const look = (id: string, expiresInMs: number) => grant({ id, classes: basic, expiresInMs }).grants?.[0] ?? {};
const state = (epoch: number, ...grants: diag.GrantNotice.$Properties[]) => ({ epoch, classes: basic, grants });
const asks = { requestId: 'r1', brand: 'Norvane', agent: 'Norvane', classes: [errors, firmware], expiresInMs: 60_000 };
const words = { wordsZh: ['琥珀', '河流'], wordsEn: ['amber', 'river'] };

let gateway: ScriptedGateway;
let clock: ManualClock;
let device: SimulatedDevice;
/** A camera's app shows each line at once. */
beforeEach(async () => {
  gateway = await ScriptedGateway.start();
  clock = new ManualClock();
  device = startBenchDevice(gateway, { ...cameraOptions(gateway), clock });
  await gateway.until('birth', () => gateway.of('birth').length === 1);
});
afterEach(async () => {
  await device.close({ clean: false });
  await gateway.stop();
  expect(gateway.problems).toEqual([]);
});
const said = (language: 'en' | 'zh-CN' = 'en') => device.status.spoken.map((line) => line.words[language]);

describe('a device that is counted', () => {
  it('is not viewed, says in both languages what it is, and sends what is granted', async () => {
    gateway.announce(state(2, counts));
    await gateway.until('data', () => gateway.received.some(isData));
    expect(faceState(device)).toMatchObject({ viewers: [], counted: { endsInMs: 30 * day } });
    expect(said()).toEqual([expect.stringContaining("counted for its maker's statistics") as unknown]);
    expect(said('zh-CN')).toEqual([expect.stringContaining('计入厂商统计') as unknown]);
  });

  it('says that nobody sees it any more when the last person’s look ends, and goes on being counted', async () => {
    gateway.announce(state(3, counts, look('g1', 1_740_000), look('g2', 600_000)));
    await gateway.until('both looks', () => device.status.viewers.length === 2);
    expect(device.status.viewers.map(({ endsInMs }) => endsInMs)).toEqual([1_740_000, 600_000]);
    gateway.announce(state(4, counts));
    await gateway.until('no look', () => device.status.viewers.length === 0);
    expect(said().at(-1)).toBe('Nobody sees this device any more.');
    expect(device.status.counted).toBeDefined();
    gateway.announce({ epoch: 5 });
    await gateway.until('not counted', () => device.status.counted === undefined);
    expect(said().at(-1)).toBe("This device is no longer counted for its maker's statistics.");
    expect(said().filter((line) => line === 'Nobody sees this device any more.')).toHaveLength(1);
  });

  it('stops being counted by its own Stop, and says so once', async () => {
    gateway.announce(state(2, counts));
    await gateway.until('counted', () => device.status.counted !== undefined);
    device.stopSharing();
    expect(device.status.counted).toBeUndefined();
    expect(said().at(-1)).toBe('Stopped. Nothing is shared any more.');
  });

  it('is asked for its yes in words that say what it is for, with the two words and without an Allow', async () => {
    gateway.announce({ epoch: 1, pending: [{ ...asks, ...words, purpose }] });
    await gateway.until('request shown', () => device.status.requests.length === 1);
    expect(device.status.requests).toMatchObject([{ purpose: 'statistics', brand: 'Norvane' }]);
    const [en, zh] = [said()[0], said('zh-CN')[0]];
    expect(en).toContain('amber, river');
    expect(en).toContain('to let this device be counted');
    expect(en).not.toContain('Allow');
    expect(zh).toContain('琥珀、河流');
    expect(zh).toContain('允许本设备计入统计');
    const held = device.holdButton(3100);
    clock.advance(3100);
    await held;
    await gateway.until('yes', () => gateway.of('consent').length === 1);
  });

  it('takes a purpose that it does not know for a look', async () => {
    gateway.announce(state(2, { ...look('g1', 60_000), purpose: 'something-new' }));
    await gateway.until('viewed', () => device.status.viewers.length === 1);
    expect(device.status).toMatchObject({ viewers: [{ agent: 'Li Wei' }], counted: undefined });
  });
});
