import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Credentials } from '../../gateway/app/register-device.ts';
import { downTopic, type UpLane, upTopic } from '../../proto/topics.ts';
import { expectEndured, Ground } from '../hostile/ground.ts';
import { framesOf } from '../support/database.ts';
import { findMosquittoPub } from '../support/programs.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await Ground.open();
}, 60_000);
afterAll(() => ground.close());

const program = findMosquittoPub();
const goldenPath = (name: string) => fileURLToPath(new URL(`../../proto/vectors/golden/${name}.bin`, import.meta.url));

interface Ran {
  readonly code: number | null;
  readonly errors: string;
}
const settled: Ran = { code: 0, errors: '' };

/** Another maker's client: one connection, one golden file, one topic, QoS 1; it ends well when it is acknowledged. */
function mosquittoPub(who: Credentials, file: string, topic: string): Promise<Ran> {
  const { hostname, port } = new URL(ground.kit.gateway.mqttUrl);
  const { id } = who.device;
  const where = ['-V', 'mqttv311', '-h', hostname, '-p', port, '-i', id, '-u', id, '-P', who.secret];
  const what = ['-q', '1', '-t', topic, '-f', goldenPath(file)];
  return new Promise((resolve) => {
    const child = execFile(program ?? '', [...where, ...what], { timeout: 30_000 }, (_error, _out, errors) =>
      resolve({ code: child.exitCode, errors }),
    );
  });
}

const dataFiles: readonly (readonly [string, UpLane])[] = [
  ['Telemetry', 'telemetry'],
  ['ErrorReport', 'error'],
  ['ErrorReport.complete', 'error'],
  ['FirmwareReport', 'firmware'],
  ['LogReport', 'log'],
];

describe.skipIf(program === undefined)('golden files by mosquitto_pub', () => {
  it.each([
    ['Birth', 'birth'],
    ['Death', 'death'],
    ['ConsentAction.stop', 'consent'],
    ['ExecutionUpdate', 'execution'],
  ] as const)('%s is settled without a grant, and nothing is kept', async (file, lane) => {
    const who = await ground.register();
    const before = ground.stored();
    const lines = ground.kit.log.length;
    await ground.besideOthers(async () => {
      expect(await mosquittoPub(who, file, upTopic(who.device.id, lane))).toEqual(settled);
    });
    expect(ground.stored()).toEqual(before);
    expect(ground.kit.log.slice(lines).filter(({ msg }) => msg === 'discarded' || msg === 'link refused')).toEqual([]);
  });

  it.each(dataFiles)(
    '%s without Birth on its connection is settled as a discard, granted or not',
    async (file, lane) => {
      const granted = (await ground.party()).registered;
      for (const who of [await ground.register(), granted]) {
        await expectEndured(ground, { counter: 'diag_discards_total', code: 'no_birth' }, async () => {
          expect(await mosquittoPub(who, file, upTopic(who.device.id, lane))).toEqual(settled);
        });
      }
    },
  );

  it('Stop from the device ends its grant', async () => {
    const { registered, grant } = await ground.party();
    expect((await grant.phone.look()).state).toBe('active');
    await ground.besideOthers(async () => {
      const topic = upTopic(registered.device.id, 'consent');
      expect(await mosquittoPub(registered, 'ConsentAction.stop', topic)).toEqual(settled);
    });
    expect((await grant.phone.look()).state).toBe('revoked');
  });

  it.each<[string, (own: string, other: string) => string]>([
    ['another device’s topic', (_own, other) => upTopic(other, 'telemetry')],
    ['its own way down', (own) => downTopic(own, 'consent')],
    ['an unknown lane', (own) => `${upTopic(own, 'telemetry')}s`],
    ['$SYS', () => '$SYS/broker/load'],
  ])('on %s the connection is closed instead', async (_name, topic) => {
    const who = await ground.register();
    const other = ground.bystander.registered.device.id;
    await expectEndured(ground, { counter: 'diag_link_refusals_total', code: 'link_topic' }, async () => {
      const { code, errors } = await mosquittoPub(who, 'Telemetry', topic(who.device.id, other));
      expect(errors).toMatch(/connection was lost/i);
      expect(code).not.toBe(0);
    });
  });

  it('with a wrong secret it is told so', async () => {
    const who = { ...(await ground.register()), secret: 'wrong' };
    await expectEndured(ground, { counter: 'diag_link_refusals_total', code: 'link_not_authenticated' }, async () => {
      const { code, errors } = await mosquittoPub(who, 'Birth', upTopic(who.device.id, 'birth'));
      expect(errors).toMatch(/bad user name or password/i);
      expect(code).not.toBe(0);
    });
  });
});

/** mosquitto_pub has one topic a connection, and what is data needs Birth on its own: here the same bytes in one. */
describe('golden files on one connection', () => {
  const golden = (name: string) => readFileSync(goldenPath(name));

  it.each(dataFiles)('%s after Birth is kept under a grant, once', async (file, lane) => {
    const { registered, grant } = await ground.party();
    const device = await ground.connect(registered);
    await device.publish('birth', golden('Birth'));
    await device.publish(lane, golden(file));
    const kept = framesOf(ground.kit, grant.viewId);
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({ seq: 42, bootId: BigInt('11400714819323198485').toString(16), kind: 'live' });
    expect(JSON.parse(kept[0]?.body ?? '')).toMatchObject({ lane });
    await expectEndured(ground, { counter: 'diag_discards_total', code: 'duplicate' }, () =>
      device.publish(lane, golden(file)),
    );
  });

  it.each(dataFiles)('%s after Birth without a grant is discarded', async (file, lane) => {
    const device = await ground.connect(await ground.register());
    await device.publish('birth', golden('Birth'));
    await expectEndured(ground, { counter: 'diag_discards_total', code: 'no_grant' }, () =>
      device.publish(lane, golden(file)),
    );
  });

  it('of Telemetry all is kept but the alias that Birth did not declare', async () => {
    const { registered, grant } = await ground.party();
    const device = await ground.connect(registered);
    await device.publish('birth', golden('Birth'));
    await device.publish('telemetry', golden('Telemetry'));
    const { samples } = JSON.parse(framesOf(ground.kit, grant.viewId)[0]?.body ?? '') as {
      samples: { name: string; value: unknown; at: number }[];
    };
    expect(samples.map(({ name, value, at }) => [name, value, at])).toEqual([
      ['battery.level', 76.5, 1_779_278_400_000],
      ['robot.state', 1, 1_779_278_399_750],
      ['wifi.bssid', '02:00:5e:10:00:7f', 1_779_278_399_750],
    ]);
  });
});
