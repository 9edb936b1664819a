import type { SimulatedDevice } from './simulated-device.ts';

/** What a fleet of simulated devices is doing, in one line. */
export function statusLine(devices: readonly SimulatedDevice[]): string {
  const all = devices.map((device) => device.status);
  const count = (test: (status: (typeof all)[number]) => boolean): number => all.filter(test).length;
  const sum = (pick: (status: (typeof all)[number]) => number): number =>
    all.reduce((total, one) => total + pick(one), 0);
  const trouble = all.find((status) => !status.connected && status.trouble !== '')?.trouble;
  return [
    `online ${count((status) => status.connected)}/${all.length}`,
    `sharing ${count((status) => status.viewers.length > 0)}`,
    `counted ${count((status) => status.counted !== undefined)}`,
    `viewed ${count((status) => status.live)}`,
    `errors raised ${sum((status) => status.codes.length)}`,
    `buffered ${sum((status) => status.buffered)}`,
    `settled ${sum((status) => status.settled)}`,
    ...(trouble === undefined ? [] : [`last trouble: ${trouble}`]),
  ].join(' · ');
}

/** Shows the line until the result is called: redrawn in a terminal twice a second, else one line every 5 s. */
export function showStatus(devices: readonly SimulatedDevice[], output: NodeJS.WriteStream): () => void {
  const draw = (): void => {
    const line = statusLine(devices);
    if (!output.isTTY) output.write(`${line}\n`);
    else output.write(`\r\u001b[K${line.slice(0, Math.max(20, (output.columns || 80) - 1))}`);
  };
  const timer = setInterval(draw, output.isTTY ? 500 : 5000);
  return () => {
    clearInterval(timer);
    if (output.isTTY) output.write('\n');
  };
}
