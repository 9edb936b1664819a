import { describe, expect, it } from 'vitest';
import { behindRelay, plugIds } from '../physics/hub/children.ts';
import { seededRandom } from '../random.ts';
import { HubFirmware } from './hub-firmware.ts';
import { asCodes, hubModel, runHub } from '../test-support/hub-bench.ts';

const hour = 3_600;
const read = (hub: HubFirmware, name: string): number => Number(hub.readMetric(name));
const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** What a metric was, second by second. */
function history(name: string) {
  const values: number[] = [];
  const each = (hub: HubFirmware): void => {
    const value = hub.readMetric(name);
    if (typeof value === 'number') values.push(value);
  };
  return { values, each };
}
/** A fault with several variants, put in with seeds until the wanted one comes. */
function variant(id: string, severity: number, wanted: (hub: HubFirmware) => boolean): HubFirmware {
  for (let seed = 1; seed < 60; seed += 1) {
    const hub = new HubFirmware({ model: hubModel, random: seededRandom(seed, id) });
    hub.inject({ id, severity, afterS: 0 });
    asCodes(hub, 1);
    if (wanted(hub)) return hub;
  }
  throw new Error(`no such variant of ${id}`);
}

describe('causes, and what the datasheet raises for them', () => {
  it('H01, the stick is out: the radio gives no answer for 5 s, then plugs are silent for 600 s; relays keep their state', () => {
    const { hub, codes } = runHub({ seconds: 1000, fault: { id: 'H01' } });
    expect(codes.map(({ code, second }) => [code, second <= (code === 1 ? 6 : 700)])).toEqual([
      [1, true],
      [4, true],
    ]);
    expect([hub.state, hub.readMetric('zigbee.coordinator'), hub.lamp(true)]).toEqual(['radio_down', 0, 'red_steady']);
    expect(plugIds.every((id) => hub.readMetric(`mesh.lqi{${id}}`) === undefined)).toBe(true);
    hub.repair();
    expect(asCodes(hub, 200).map(({ code, raised }) => [code, raised])).toEqual([
      [1, false],
      [4, false],
    ]);
  });

  it('H01, mild: the contact is lost and comes back by itself, again and again', () => {
    const { hub, codes } = runHub({ seconds: 2 * hour, fault: { id: 'H01', severity: 0.35 } });
    expect(codes.filter(({ code, raised }) => code === 1 && raised).length).toBeGreaterThan(3);
    expect(hub.world.coordinator.resets).toBeGreaterThan(3);
  });

  it.each([0.65, 1])('H02, interference (%d): all links are weaker and the channel busy for 300 s', (severity) => {
    const sound = runHub({ seconds: 600 }).hub;
    const { hub, raised } = runHub({ seconds: hour, fault: { id: 'H02', severity } });
    expect(raised).toContain(2);
    for (const id of plugIds) expect(read(hub, `mesh.lqi{${id}}`)).toBeLessThan(read(sound, `mesh.lqi{${id}}`) - 25);
    expect(hub.readMetric('zigbee.coordinator')).toBe(1);
    if (severity === 1) expect(raised).toContain(3);
  });

  it('H02 follows the severity: the milder, the stronger the links', () => {
    const lqi = [0.35, 0.65, 1].map((severity) => {
      const seen = history('mesh.lqi{p1}');
      runHub({ seconds: hour, fault: { id: 'H02', severity }, each: seen.each });
      return meanOf(seen.values);
    });
    for (const i of [1, 2]) expect(lqi[i]).toBeLessThan((lqi[i - 1] ?? 0) - 15);
  });

  it('H03, the relaying plug is out: it misses 2 polls and is silent, its sensors follow, all others are heard', () => {
    const { hub, codes } = runHub({ seconds: 3 * hour, fault: { id: 'H03' } });
    expect(codes.find(({ code }) => code === 11)).toMatchObject({ detail: 'p2' });
    expect(codes.find(({ code }) => code === 4)).toMatchObject({ detail: 'p2' });
    expect(behindRelay.some((id) => read(hub, `mesh.last_seen{${id}}`) > 1800)).toBe(true);
    for (const id of ['p1', 'p3']) expect(read(hub, `mesh.last_seen{${id}}`)).toBeLessThan(100);
    for (const id of ['s1', 's2']) expect(read(hub, `mesh.last_seen{${id}}`)).toBeLessThan(700);
    expect(hub.readMetric('power.active{p2}')).toBeUndefined();
  });

  it('H03, mild: sensors behind the lost plug find another parent, with a weaker link', () => {
    const { hub } = runHub({ seconds: 2 * hour, fault: { id: 'H03', severity: 0.2 } });
    for (const id of behindRelay) {
      expect(hub.readMetric(`mesh.parent{${id}}`)).not.toBe('p2');
      expect(read(hub, `mesh.lqi{${id}}`)).toBeLessThan(80);
    }
  });

  it('H04, a sensor leaves: it says so, code 5 names it, and no data follow; a mild case joins again by itself', () => {
    const { hub, codes } = runHub({ seconds: hour, fault: { id: 'H04' } });
    const left = String(hub.readMetric('mesh.child.left'));
    expect(codes[0]).toMatchObject({ code: 5, raised: true, detail: left });
    expect(hub.readMetric('mesh.leave.count')).toBe(1);
    expect(read(hub, `mesh.last_seen{${left}}`)).toBeGreaterThan(3500);
    const mild = runHub({ seconds: 2 * hour, fault: { id: 'H04', severity: 0.35 } });
    expect(mild.codes.some(({ code, raised }) => code === 5 && !raised)).toBe(true);
  });

  it('H05, an empty cell: level and voltage fall for an hour, 2 reports below 12 % raise 6, then there is silence', () => {
    const hub = variant('H05', 1, ({ world }) => world.causes.sensors.s2.charge < 1);
    const volts: number[] = [];
    const codes = asCodes(hub, 3 * hour, () => {
      if (hub.messages('battery.voltage{s2}') !== volts.length) volts.push(read(hub, 'battery.voltage{s2}'));
    });
    expect(codes.map(({ code, detail }) => [code, detail])).toEqual([
      [6, 's2'],
      [4, 's2'],
    ]);
    expect(hub.readMetric('battery.level{s2}')).toBeLessThan(12);
    expect(volts.at(-1)).toBeLessThan((volts[1] ?? 0) - 0.2);
  });

  it('H06, a sleeping sensor: quiet for many hours, and nothing is raised', () => {
    const { hub, codes } = runHub({ seconds: 10 * hour, fault: { id: 'H06', severity: 0.65 } });
    expect(codes).toEqual([]);
    expect(Math.max(read(hub, 'mesh.last_seen{s5}'), read(hub, 'mesh.last_seen{s6}'))).toBeGreaterThan(9 * hour);
  });

  it('H07: no block is asked for in 150 s; or it aborts near the end with 149; or the image is refused with 150', () => {
    const of = (wanted: string) =>
      variant('H07', 1, ({ world }) => plugIds.some((id) => world.causes.plugs[id].updateTrouble === wanted));
    const seen = (hub: HubFirmware) => {
      let most = 0;
      const codes = asCodes(hub, 1.6 * hour, () => {
        most = Math.max(most, Number(hub.readMetric('child.ota.progress') ?? 0));
      });
      const first = codes.find(({ code }) => code === 7);
      expect(first?.detail).toBe(hub.readMetric('child.ota.id'));
      return { most, status: hub.readMetric('child.ota.status') };
    };
    expect(seen(of('no_pull'))).toEqual({ most: 0, status: undefined });
    const aborted = seen(of('abort'));
    expect(aborted.most).toBeGreaterThanOrEqual(95);
    expect(aborted.status).toBe(149);
    expect(seen(of('invalid')).status).toBe(150);
  });

  it('H08, a welded relay: switched off, its next 2 reports tell of power, and it goes on for more than 120 s', () => {
    let powered = 0;
    const { codes } = runHub({
      seconds: 5 * hour,
      fault: { id: 'H08' },
      each: (hub) => {
        const on = plugIds.some(
          (id) => read(hub, `power.active{${id}}`) > 5 && hub.readMetric(`relay.commanded{${id}}`) === 0,
        );
        powered += on ? 1 : 0;
      },
    });
    expect(codes[0]).toMatchObject({ code: 8, raised: true });
    expect(powered).toBeGreaterThan(120);
  });

  it('H15, a late meter: power stays for up to 60 s after switching off, then 0, and nothing is raised', () => {
    const since: Record<string, number> = {};
    let longest = 0;
    const { codes } = runHub({
      seconds: 5 * hour,
      fault: { id: 'H15' },
      each: (hub) => {
        for (const id of plugIds) {
          const late = hub.readMetric(`relay.commanded{${id}}`) === 0 && read(hub, `power.active{${id}}`) > 5;
          since[id] = late ? (since[id] ?? 0) + 1 : 0;
          longest = Math.max(longest, since[id]);
        }
      },
    });
    expect(codes).toEqual([]);
    expect(longest).toBeGreaterThan(30);
    expect(longest).toBeLessThanOrEqual(70);
  });

  it('H09: above 90 Cel, or above 3680 W for 5 s, the plug opens by itself and says why', () => {
    const hot = variant('H09', 0.65, ({ world }) => plugIds.some((id) => world.causes.plugs[id].contactHeat > 1));
    const heat = asCodes(hot, 3 * hour).find(({ code }) => code === 9);
    expect(heat?.raised).toBe(true);
    const full = variant('H09', 0.65, ({ world }) => plugIds.some((id) => world.causes.plugs[id].stripW > 0));
    let peak = 0;
    const codes = asCodes(full, 3 * hour, (hub) => {
      for (const id of plugIds) peak = Math.max(peak, Number(hub.readMetric(`power.active{${id}}`) ?? 0));
    });
    expect(codes.some(({ code, raised }) => code === 10 && raised)).toBe(true);
    expect(peak).toBeGreaterThan(3680);
  });

  it('H10, reconnects: 5 associations within 600 s raise 78, at a strong signal and without a boot', () => {
    const signal = history('wifi.rssi');
    const { hub, raised } = runHub({ seconds: hour, fault: { id: 'H10' }, each: signal.each });
    expect(raised).toEqual([78]);
    expect(meanOf(signal.values)).toBeGreaterThan(-60);
    expect(read(hub, 'wifi.reconnect')).toBeGreaterThan(60);
    expect(read(hub, 'device.uptime')).toBe(hour);
  });

  it('H11, a weak supply: low for 10 s raises 12, and bursts of the radios reset it, which raises 72 and 76', () => {
    const { hub, raised } = runHub({ seconds: 2 * hour, fault: { id: 'H11' } });
    expect(raised).toEqual([12, 72, 76]);
    expect(hub.readMetric('device.boot.reason')).toBe(2);
    expect(hub.examine(seededRandom(1)).tests['test.supply']?.['voltage_loaded']).toBeLessThan(4.4);
  });

  it('H12, the setting: without a client it restarts every 900 s, by software', () => {
    const boots: number[] = [];
    const { hub, raised } = runHub({
      seconds: 2 * hour,
      fault: { id: 'H12' },
      each: (it, second) => {
        if (it.platform.boots.uptimeS < 1) boots.push(second);
      },
    });
    expect(raised).toEqual([76]);
    expect(boots.length).toBeGreaterThanOrEqual(7);
    const gaps = boots.slice(1).map((at, i) => at - (boots[i] ?? 0));
    for (const gap of gaps) expect(Math.abs(gap - 900)).toBeLessThanOrEqual(10);
    expect([hub.readMetric('api.clients'), hub.readMetric('device.boot.reason')]).toEqual([0, 6]);
  });

  it('H13, two with one identity: sessions are taken over, which raises 74; the Wi-Fi holds', () => {
    const { hub, raised } = runHub({ seconds: hour, fault: { id: 'H13' } });
    expect(raised).toEqual([74]);
    expect([read(hub, 'wifi.reconnect'), hub.readMetric('mqtt.disconnect.reason')]).toEqual([0, 4]);
    expect(read(hub, 'mqtt.reconnect')).toBeGreaterThan(100);
  });

  it('H14, a retained command: a relay changes by the local broker only within seconds of a reconnect', () => {
    let [lastReconnect, reconnects, byBroker] = [-1000, 0, 0];
    let before = 0;
    const { codes } = runHub({
      seconds: 5 * hour,
      fault: { id: 'H14' },
      each: (hub, second) => {
        const now = read(hub, 'wifi.reconnect');
        if (now !== reconnects) [lastReconnect, reconnects] = [second, now];
        const source = read(hub, 'relay.command.source');
        if (source === 4 && before !== 4) {
          byBroker += 1;
          expect(second - lastReconnect).toBeLessThan(60);
        }
        before = source;
      },
    });
    expect(byBroker).toBeGreaterThan(3);
    expect(codes).toEqual([]);
  });

  it('a power cut takes hub, router and plugs at once; all come back with it', () => {
    let unheard = 0;
    const { hub, codes } = runHub({
      seconds: 1800,
      fault: { id: 'X15', afterS: 600, untilS: 1200 },
      each: (it) => {
        unheard = Math.max(unheard, ...plugIds.map((id) => it.world.mesh.lastSeen(id)));
      },
    });
    expect(hub.readMetric('device.boot.reason')).toBe(1);
    expect([read(hub, 'device.uptime') < 600, unheard > 590]).toEqual([true, true]);
    expect(codes.filter(({ code }) => code === 1)).toEqual([]);
    for (const id of plugIds) expect(read(hub, `mesh.last_seen{${id}}`)).toBeLessThan(100);
  });
});

describe('troubles that nobody described', () => {
  const of = (id: string, metric: string): { values: number[]; raised: readonly number[] } => {
    const seen = history(metric);
    const { raised } = runHub({ seconds: hour, fault: { id: `unmodelled:${id}`, severity: 1 }, each: seen.each });
    return { values: seen.values, raised };
  };

  it('swinging mains, a process that never ends, a meter out of calibration: out of nominal, and no code', () => {
    const mains = of('mains voltage swings', 'power.voltage{p3}');
    expect(Math.max(...mains.values) - Math.min(...mains.values)).toBeGreaterThan(50);
    const load = of('process runs away', 'device.load');
    expect(meanOf(load.values)).toBeGreaterThan(80);
    const { hub } = runHub({ seconds: 300, fault: { id: 'unmodelled:meter measures wrongly' } });
    expect(Math.min(...plugIds.map((id) => read(hub, `power.voltage{${id}}`)))).toBeLessThan(180);
    expect([...mains.raised, ...load.raised]).toEqual([]);
  });
});
