/** protobufjs decodes 64-bit integers to Long objects, or to numbers when they are small: both become what domain uses. */
type Wide = number | { toString(radix?: number): string } | null | undefined;

/** As a safe integer, or undefined when it is none. */
export function safeInteger(wide: Wide): number | undefined {
  const number = typeof wide === 'number' ? wide : Number(wide?.toString() ?? 0);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** 64 bit as 16 hexadecimal digits; undefined for 0, which no boot may have. */
export function hex64(wide: Wide): string | undefined {
  const value = BigInt(wide?.toString() ?? '0');
  return value === 0n ? undefined : value.toString(16).padStart(16, '0');
}

/** The same of two halves, unsigned. */
export function hexOfHalves(low: number, high: number): string | undefined {
  if (low === 0 && high === 0) return undefined;
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
