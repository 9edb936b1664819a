/** What IEEE 802.15.4 makes of a link's margin; LQI grows with it and is cut off at 255. */
const lqiPerDb = 4.2;
/** Tries of one message (datasheet, zigbee.tx.fail). */
const tries = 4;

export function lqiOf(marginDb: number): number {
  return Math.max(0, Math.min(255, Math.round(marginDb * lqiPerDb)));
}

/** Chance that one try over a link fails: too little signal, or a neighbour talking over it (`busy` in %). */
function tryFails(marginDb: number, busy: number): number {
  const heard = 1 / (1 + Math.exp((7 - marginDb) / 1.8));
  return 1 - heard * (1 - 0.85 * Math.min(1, busy / 100));
}

/** Chance that a message is given up on one hop. */
export function hopFails(marginDb: number, busy: number): number {
  return tryFails(marginDb, busy) ** tries;
}

/** Share of a Wi-Fi channel's traffic that falls on a Zigbee channel (2405 + 5 (z - 11) MHz and 2407 + 5 w MHz, 20 MHz wide). */
export function overlap(zigbeeChannel: number, wifiChannel: number): number {
  const gapMhz = Math.abs(2405 + 5 * (zigbeeChannel - 11) - (2407 + 5 * wifiChannel));
  return Math.max(0, Math.min(1, (15 - gapMhz) / 10));
}
