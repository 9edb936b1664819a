/** A CR2450: flat for most of its life, then steep, with a resistance that grows as it empties and in the cold. */
const transmitA = 0.012;

/** V while the radio sends; `charge` 0..1. */
export function cellUnderLoad(charge: number, celsius: number): number {
  const open = 2.2 + 0.8 * (1 - Math.exp(-9 * Math.max(0, charge)));
  const cold = 1 + 0.03 * Math.max(0, 22 - celsius);
  const ohm = (6 + 4 / (Math.max(0, charge) + 0.08)) * cold;
  return open - transmitA * ohm;
}
