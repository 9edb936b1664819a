import type { CalibrationBin } from '../score/statistics.ts';
import { figureText } from './scoreboard-text.ts';

const size = 320;
const edge = 44;
const span = size - edge - 12;

/** How sure it was against how often it was right: 15 bins of equal count; on the dotted line both are the same. The table beneath says the same in figures. */
export function reliabilitySvg({
  phase,
  bins,
}: {
  readonly phase: 'monitoring' | 'call';
  readonly bins: readonly CalibrationBin[];
}): string {
  const x = (value: number) => (edge + value * span).toFixed(1);
  const y = (value: number) => (12 + (1 - value) * span).toFixed(1);
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (value) =>
      `<text x="${x(value)}" y="${size - 16}" text-anchor="middle">${value}</text><text x="${edge - 6}" y="${y(value)}" text-anchor="end" dy="4">${value}</text>`,
  );
  const line = bins.map(({ claimed, right }) => `${x(claimed)},${y(right)}`).join(' ');
  const points = bins.map(({ claimed, right }) => `<circle cx="${x(claimed)}" cy="${y(right)}" r="4"/>`).join('');
  const [en, zh] = phase === 'call' ? ['After the call', '通话后'] : ['End of monitoring', '监测结束时'];
  const rows = bins
    .map(
      ({ n, claimed, right }) =>
        `<tr><th scope="row">${figureText(claimed)}</th><td>${figureText(right)}</td><td>${n}</td></tr>`,
    )
    .join('');
  const head = [
    ['Claimed', '自称把握'],
    ['Right', '实际正确'],
    ['n', 'n'],
  ].map(([one, other]) => `<th scope="col"><span lang="en">${one}</span><span lang="zh-CN">${other}</span></th>`);
  return `<figure><figcaption><span lang="en">${en}</span><span lang="zh-CN">${zh}</span></figcaption>
<svg viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" role="img" aria-label="${en} / ${zh}" font-size="11">
<rect x="${edge}" y="12" width="${span}" height="${span}" fill="none" stroke="#767676"/>
<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#767676" stroke-dasharray="3 4"/>
<polyline points="${line}" fill="none" stroke="#0b57d0" stroke-width="1.5"/><g fill="#0b57d0">${points}</g>
${ticks.join('')}<text x="${edge + span / 2}" y="${size - 2}" text-anchor="middle">p</text></svg>
<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows}</tbody></table></figure>`;
}
