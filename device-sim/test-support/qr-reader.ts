/**
 * Reads a clean QR code (ISO/IEC 18004) of version 1 or 2, which have one block and so no interleaving: format, mask, codewords
 * in their zigzag, then the segments. Written apart from the library that draws them, so that a test proves what a phone would read.
 */
const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const masks: readonly ((y: number, x: number) => boolean)[] = [
  (y, x) => (y + x) % 2 === 0,
  (y) => y % 2 === 0,
  (_, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
];

/** The text of a code drawn as `M{x} {y}h1v1h-1z` squares with a border of white modules. Throws when it is none. */
export function readQrPicture(svg: string): string {
  const size = Number(/viewBox="0 0 (\d+) \d+"/.exec(svg)?.[1]);
  const dark = new Set([...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
  const border = Math.min(...[...dark].map((key) => Number(key.split(' ')[0])));
  const modules = size - 2 * border;
  if (modules !== 21 && modules !== 25) throw new Error(`not a QR code of version 1 or 2: ${modules} modules`);
  return readModules(modules, (y, x) => dark.has(`${x + border} ${y + border}`));
}

function readModules(size: number, dark: (y: number, x: number) => boolean): string {
  // Format information beside the upper left finder, most significant bit first: two bits of level, three of mask.
  const format = [0, 1, 2, 3, 4].reduce((value, x) => (value << 1) | (dark(8, x) ? 1 : 0), 0) ^ 0b10101;
  const mask = masks[format & 7];
  if (!mask) throw new Error('no such mask');
  const reserved = (y: number, x: number): boolean => {
    const finder = (y < 9 && x < 9) || (y < 9 && x >= size - 8) || (y >= size - 8 && x < 9);
    const alignment = size === 25 && Math.abs(y - 18) <= 2 && Math.abs(x - 18) <= 2;
    return finder || alignment || y === 6 || x === 6;
  };
  const bits: number[] = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let i = 0; i < size; i += 1) {
      const y = upwards ? size - 1 - i : i;
      for (const x of [right, right - 1]) if (!reserved(y, x)) bits.push(Number(dark(y, x) !== mask(y, x)));
    }
    upwards = !upwards;
  }
  return readSegments(bits);
}

function readSegments(bits: readonly number[]): string {
  let at = 0;
  const take = (count: number): number => {
    let value = 0;
    for (let i = 0; i < count; i += 1) value = value * 2 + (bits[at + i] ?? 0);
    at += count;
    return value;
  };
  let text = '';
  for (let mode = take(4); mode !== 0; mode = take(4)) {
    if (mode === 1) {
      let left = take(10);
      for (; left >= 3; left -= 3) text += String(take(10)).padStart(3, '0');
      if (left > 0) text += String(take(left === 2 ? 7 : 4)).padStart(left, '0');
    } else if (mode === 2) {
      let left = take(9);
      for (; left >= 2; left -= 2) {
        const pair = take(11);
        text += (alphanumeric[Math.floor(pair / 45)] ?? '') + (alphanumeric[pair % 45] ?? '');
      }
      if (left > 0) text += alphanumeric[take(6)] ?? '';
    } else if (mode === 4) {
      const bytes = Array.from({ length: take(8) }, () => take(8));
      text += Buffer.from(bytes).toString('utf8');
    } else throw new Error(`a segment of mode ${mode}`);
  }
  return text;
}
