import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { readQrPicture } from '../test-support/qr-reader.ts';
import { labelPicture } from './label.ts';

describe("the label's QR code", () => {
  it.each(['RV1A30501117', 'CC1B00000001', 'VALETUDO-DEMO-0001', 'lower-case 4711'])('says exactly %s', (serial) => {
    expect(readQrPicture(labelPicture(serial))).toBe(serial);
  });

  it('is read by what it shows: another mask says the same, a changed module something else', () => {
    for (const maskPattern of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const { size, data } = encode('CC1B00000001', { border: 4, maskPattern });
      const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])));
      expect(readQrPicture(`<svg viewBox="0 0 ${size} ${size}"><path d="${squares.join('')}"/></svg>`)).toBe(
        'CC1B00000001',
      );
    }
    const lowerRight = /M24 2\dh1v1h-1z/;
    const spoilt = labelPicture('CC1B00000001').replace(lowerRight, '');
    expect(spoilt).not.toBe(labelPicture('CC1B00000001'));
    let read: string | undefined;
    try {
      read = readQrPicture(spoilt);
    } catch {
      read = undefined;
    }
    expect(read).not.toBe('CC1B00000001');
  });
});
