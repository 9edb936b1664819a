import type { Settings } from '../../gateway/config.ts';

/** Series of /metrics by name and labels as they stand there. */
export async function toldMetrics({ httpPort }: Settings): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`http://127.0.0.1:${httpPort}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

/** How often a CONNECT was refused, or a link closed, for want of patience or room. */
export function refusedLinks(metrics: ReadonlyMap<string, number>): number {
  const codes = ['link_not_authenticated', 'link_connect_timeout', 'link_contested', 'link_too_many_in_flight'];
  return codes.reduce((sum, code) => sum + (metrics.get(`diag_link_refusals_total{code="${code}"}`) ?? Number.NaN), 0);
}
