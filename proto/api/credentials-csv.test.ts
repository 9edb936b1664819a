import { describe, expect, it } from 'vitest';
import { credentialsCsv, csvCell } from './credentials-csv.ts';
import type { RegisteredDevice } from './devices.ts';

describe('a cell of an export', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "=cmd|'/c calc'!A1"])('%j is no formula', (text) => {
    expect(csvCell(text).replace(/^"/, '')[0]).toBe("'");
  });

  it.each([
    ['RV1A0001', 'RV1A0001'],
    ['a,b', '"a,b"'],
    ['a "b"', '"a ""b"""'],
    ['a\nb', '"a\nb"'],
    ['=1,"2"', '"\'=1,""2"""'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('%j is written as %s', (text, written) => {
    expect(csvCell(text)).toBe(written);
  });
});

it('credentials are a line each, under their names', () => {
  const device = { id: 'd-1', serial: '-V1A0001', model: 'rv-s1' } as RegisteredDevice['device'];
  const registered = { device, secret: 's', labelCode: 'AAAA-BBBB', gatewayPublicKey: '=k' };
  expect(credentialsCsv([registered])).toBe(
    "serial,model,deviceId,secret,labelCode,gatewayPublicKey\r\n'-V1A0001,rv-s1,d-1,s,AAAA-BBBB,'=k\r\n",
  );
});
