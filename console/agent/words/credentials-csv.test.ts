import { describe, expect, it } from 'vitest';
import type { RegisteredDevice } from '../../../proto/api/devices.ts';
import { cell, credentialsCsv } from './credentials-csv.ts';
import { serialFromKey } from './serial-from-key.ts';

describe('cell', () => {
  it.each(['=cmd|calc', '+1', '-x', '@sum', '\t=1'])('disarms what a spreadsheet would compute: %j', (text) => {
    expect(cell(text).replace(/^"/, '')).toMatch(/^'/);
  });
  it('quotes what would end a cell or a line', () => {
    expect(cell('a,"b"\nc')).toBe('"a,""b""\nc"');
    expect(cell('RV1A-0001')).toBe('RV1A-0001');
  });
});

describe('credentialsCsv', () => {
  it('has a line of names and one a device', () => {
    const device = { serial: 'RV1A0001', model: 'rv-s1', id: 'd1' } as RegisteredDevice['device'];
    const csv = credentialsCsv([{ device, secret: '-s3cret', labelCode: 'AAAA-BBBB', gatewayPublicKey: 'key' }]);
    expect(csv).toBe(
      "\uFEFFserial,model,device_id,secret,label_code,gateway_public_key\r\nRV1A0001,rv-s1,d1,'-s3cret,AAAA-BBBB,key\r\n",
    );
  });
});

describe('serialFromKey', () => {
  it('offers a key that may be a serial number, and nothing for one that may not', () => {
    expect(serialFromKey('0x00158d0001a2b3c4')).toBe('0x00158d0001a2b3c4');
    expect(['abc', 'robot 1', 'a/b/c/d', 'x'.repeat(41)].map(serialFromKey)).toEqual(['', '', '', '']);
  });
});
