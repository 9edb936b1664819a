import { encode } from 'uqr';

/** Modules of white around the code that a scanner asks for (ISO/IEC 18004). */
const quiet = 4;

/**
 * The QR code of a device's label as SVG: its serial and nothing else. The label's code stands beside it in print only: whoever
 * has a picture of the square must not hold a proof.
 */
export function labelPicture(serial: string): string {
  const { size, data } = encode(serial, { ecc: 'M', border: quiet });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${squares.join('')}" fill="#000"/></svg>`
  );
}
