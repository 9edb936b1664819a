import { describe, expect, it } from 'vitest';
import { Diagnosis } from '../../gateway/app/diagnosis.ts';
import { admit } from '../../gateway/domain/consent/admit.ts';
import { compileGrant } from '../../gateway/domain/consent/grant-view.ts';
import { type DataClass, dataClasses } from '../../gateway/domain/data-class.ts';
import type { FrameBody, Sample } from '../../gateway/domain/frames.ts';
import { asId } from '../../gateway/domain/ids.ts';
import { compileLocaliser } from '../../gateway/domain/localisation/localiser-program.ts';
import { encodeLocalisation } from '../../gateway/live/encode-localisation.ts';
import { grant } from '../../gateway/store/testing/records.ts';
import { shippedPacks } from '../support/packs.ts';

const pack = shippedPacks.get('rv-s1')!;
const program = compileLocaliser(pack)!;
const start = Date.UTC(2026, 5, 1, 10);
const minute = 60_000;

type Home = 'good' | 'bad';

/** Twenty minutes of one vacuum at home: the same device, in a home whose network is good or bad. */
function bodies(home: Home, at: number): FrameBody[] {
  const sample = (name: string, value: number | string): Sample => {
    const metric = pack.metrics.get(name)!;
    const coded = [...metric.values].find(([, { word }]) => word === value)?.[0];
    return { name, dataClass: metric.dataClass, value: coded ?? value, at };
  };
  const network =
    home === 'good'
      ? [
          sample('wifi.rssi', -52),
          sample('net.packet_loss', 0),
          sample('net.cloud.ok', 'ok'),
          sample('net.dns.ok', 'ok'),
        ]
      : [
          sample('wifi.rssi', -91),
          sample('net.packet_loss', 42),
          sample('net.cloud.ok', 'fail'),
          sample('net.dns.ok', 'fail'),
        ];
  return [
    {
      lane: 'telemetry',
      samples: [sample('robot.state', 'charging'), sample('dock.present', 'yes'), sample('dock.voltage', 19.6)],
    },
    {
      lane: 'telemetry',
      samples: [sample('battery.current', 0), sample('battery.level', 40), sample('dock.cycle', 4)],
    },
    { lane: 'telemetry', samples: network },
  ];
}

/** `admitted`: what the layer before lets through; all of it, as a broken one would, or what is granted. */
function conclusion(home: Home, granted: readonly DataClass[], admitted: readonly DataClass[] = granted) {
  const at = { now: start, monotonicMs: 0 };
  const view = compileGrant(
    { ...grant, notBefore: start, startEpoch: 0, expiresAt: start + 60 * minute, classes: admitted },
    at,
  );
  const diagnosis = new Diagnosis({ program, granted: new Set(granted), startedAt: start });
  let seq = 0;
  for (let now = start; now <= start + 20 * minute; now += 30_000) {
    for (const body of bodies(home, now)) {
      seq += 1;
      const frame = {
        deviceId: view.deviceId,
        source: 'telemetry' as const,
        bootId: asId<Parameters<typeof admit>[0]['bootId']>('b1'),
        seq,
        epoch: 1,
        kind: 'live' as const,
        receivedAt: now,
        body,
      };
      for (const part of admit(frame, [view], { now, monotonicMs: now - start })) diagnosis.apply(part);
    }
  }
  return encodeLocalisation(diagnosis, start + 20 * minute);
}

const withoutNetwork = dataClasses.filter((name) => name !== 'network');

describe('a View that was not granted the network', () => {
  it('concludes the same whatever the network does, and says what is withheld', () => {
    const concluded = conclusion('bad', withoutNetwork);
    expect(concluded).toEqual(conclusion('good', withoutNetwork));
    expect(concluded?.hypotheses?.[0]?.faults?.[0], 'it ranks by what it has').toMatch(/^V(09|12|10)/);
    expect(concluded?.withheld).toHaveLength(1);
  });

  it('concludes the same also when the layer before it let everything through', () => {
    expect(conclusion('bad', withoutNetwork, dataClasses)).toEqual(conclusion('good', withoutNetwork, dataClasses));
  });

  it('would conclude something else with it: the two homes do differ', () => {
    expect(conclusion('bad', dataClasses)).not.toEqual(conclusion('good', dataClasses));
    expect(conclusion('bad', dataClasses)?.withheld).toEqual([]);
  });
});
