import { beforeEach, describe, expect, it } from 'vitest';
import { AppKit } from '../../test/support/app-kit.ts';
import { isRefusal } from '../domain/refusals.ts';
import { mostCsvDevices, registerByCsv } from './register-csv.ts';
import { hasSeen } from './registered-device.ts';

let kit: AppKit;
beforeEach(async () => {
  kit = await AppKit.create();
});

const register = (csv: string, skipBad = false) =>
  registerByCsv(kit.app, { brandId: kit.device.brandId, csv, skipBad, registeredBy: kit.agent.id });

/** Serials that were registered, and the lines that were not, as `line code`. */
async function outcome(csv: string, skipBad = false) {
  const made = await register(csv, skipBad);
  const bad = isRefusal(made) ? made.lines : made.bad;
  return {
    serials: isRefusal(made) ? made.refused : made.registered.map(({ device }) => device.serial),
    bad: bad.map(({ line, serial, code }) => `${line} ${serial} ${code}`),
  };
}
const serialsOf = async () =>
  (await kit.store.findDevices({ brandIds: [kit.device.brandId] })).map(({ serial }) => serial);

describe('a file of devices', () => {
  it('registers each line, with a secret and a label code of its own, in one write', async () => {
    let writes = 0;
    const save = kit.store.save.bind(kit.store);
    kit.store.save = (changes) => ((writes += 1), save(changes));
    const made = await register('Model,Note,SERIAL\r\nrv-s1,"first, of two",RV1A00000011\r\nrv-s1,, RV1A00000012 \r\n');
    if (isRefusal(made)) throw new Error(made.refused);
    const { registered, bad } = made;
    expect([registered.map(({ device }) => device.serial), bad]).toEqual([['RV1A00000011', 'RV1A00000012'], []]);
    expect(new Set(registered.flatMap(({ secret, labelCode }) => [secret, labelCode])).size).toBe(4);
    expect(writes).toBe(1);
    for (const { device, secret } of registered) {
      const kept = await kit.store.device(device.id);
      expect(kept).toMatchObject({ link: 'native', registeredBy: kit.agent.id, claimedAt: null });
      expect(kept?.secretHash).toBe(kit.app.vault.keyedHash('device-secret', secret));
      expect(hasSeen(device, kit.agent.id, kit.clock.now())).toBe(true);
    }
    const events = kit.store.audit.filter(({ actor }) => actor === `person:${kit.agent.id}`);
    expect(events.map(({ action, deviceId }) => `${action} ${deviceId}`)).toEqual(
      registered.map(({ device }) => `device.registered ${device.id}`),
    );
  });

  const mixed = [
    'serial;model',
    'RV1A00000021;rv-s1',
    'RV1;rv-s1',
    '"=cmd|1";rv-s1',
    '',
    'RV1A00000022;no-such',
    'rv1a00000021;rv-s1',
    `rv1a00000001;rv-s1`,
    ';rv-s1',
    'RV1A00000023',
    'RV1A00000024;rv-s1',
  ].join('\n');
  const errors = [
    '3 RV1 serial_malformed',
    '4 =cmd|1 serial_malformed',
    '6 RV1A00000022 model_unknown',
    '7 rv1a00000021 serial_twice',
    '8 rv1a00000001 serial_taken',
    '9 null serial_malformed',
    '10 RV1A00000023 model_unknown',
  ];

  it('with bad lines registers nothing, and says of each line of the file what is wrong with it', async () => {
    const before = await serialsOf();
    expect(await outcome(mixed)).toEqual({ serials: 'csv_bad_lines', bad: errors });
    expect(await serialsOf()).toEqual(before);
  });

  it('with bad lines that may be skipped registers the others', async () => {
    expect(await outcome(mixed, true)).toEqual({ serials: ['RV1A00000021', 'RV1A00000024'], bad: errors });
  });

  it.each([
    ['no such columns', 'RV1A00000021,rv-s1\n', '1 null csv_header'],
    ['one of the columns only', '\n\nserial,modell\nRV1A00000021,rv-s1\n', '3 null csv_header'],
    ['nothing in it', ' \n', '1 null csv_header'],
    ['an open quote', 'serial,model\nRV1A00000021,rv-s1\n"RV1A00000022,rv-s1\n', '3 null csv_malformed'],
  ])('with %s registers nothing, whatever may be skipped', async (_what, csv, line) => {
    expect(await outcome(csv, true)).toEqual({ serials: 'csv_bad_lines', bad: [line] });
  });

  it('may have 5,000 devices and no more', async () => {
    const lines = Array.from({ length: mostCsvDevices }, (_, n) => `RV1B${String(n).padStart(8, '0')},rv-s1`);
    const most = ['serial,model', ...lines].join('\n');
    expect(await outcome(`${most}\nRV1C00000000,rv-s1`, true)).toEqual({
      serials: 'csv_bad_lines',
      bad: ['5002 null csv_too_many_lines'],
    });
    expect((await outcome(most)).serials).toHaveLength(mostCsvDevices);
  });

  it('beside another with the same serials: one of them registers, the other says what is taken', async () => {
    const csv = 'serial,model\nRV1A00000031,rv-s1\nRV1A00000032,rv-s1';
    const [first, second] = await Promise.all([outcome(csv), outcome(csv)]);
    expect(first.bad).toEqual([]);
    expect(second).toEqual({
      serials: 'csv_bad_lines',
      bad: ['2 RV1A00000031 serial_taken', '3 RV1A00000032 serial_taken'],
    });
  });

  it('that cannot be written registers nothing', async () => {
    const before = await serialsOf();
    kit.store.failWrites = 1;
    await expect(register('serial,model\nRV1A00000041,rv-s1')).rejects.toThrow('cannot write');
    expect(await serialsOf()).toEqual(before);
  });

  it('takes a region where the file has one', async () => {
    const csv = 'region,serial,model\neu-1,RV1A00000051,rv-s1\n,RV1A00000052,rv-s1\nEU 1!,RV1A00000053,rv-s1';
    const made = await register(csv, true);
    if ('refused' in made) return expect.fail(made.refused);
    expect(made.registered.map(({ device }) => device.region)).toEqual(['eu-1', null]);
    return expect(made.bad).toEqual([{ line: 4, serial: 'RV1A00000053', code: 'region_malformed' }]);
  });
});
