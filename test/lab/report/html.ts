import type { Measure } from '../score/measures.ts';
import { noteWords } from '../trace/notes.ts';
import type { ConfusionTable, Report, WorstCase } from './report.ts';
import { figureText } from './scoreboard-text.ts';
import { goalInChinese, measureInChinese } from './measure-words.ts';
import { style } from './style.ts';
import { reliabilitySvg } from './reliability-svg.ts';
import { text, translated, type Translated } from './words.ts';

/** The report as one file that needs nothing else: both languages with a switch that works by keyboard and without scripts. */
export function reportHtml(report: Report): string {
  const sections = [
    section(translated('Measures', '指标'), measureTable(report.measures)),
    ...report.baselines.map(({ engine, measures }) =>
      details(translated(`For comparison: ${engine}`, `对照：${engine}`), measureTable(measures)),
    ),
    section(translated('Groups', '分组'), groupTable(report)),
    section(translated('Single faults', '单一故障'), faultTable(report)),
    section(
      translated('What was so, and what was said', '实际情况与判断结果'),
      `<p>${both('A row is what was so, a column what was said after the call. A frame and “=” mark what was right.', '行为实际情况，列为通话后的判断。带边框和“=”的格子表示判断正确。')}</p>${report.confusion.map(confusionTable).join('')}`,
    ),
    section(translated('Calibration', '校准'), report.reliability.map(reliabilitySvg).join('')),
    section(translated('Latencies', '时延'), latencyTable(report)),
    section(
      translated('Worst cases', '最差案例'),
      report.worst.map(worstCase).join('') || `<p>${both('None.', '无。')}</p>`,
    ),
    section(translated('What could not be used', '无法使用的内容'), notesList(report)),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(report.title)}</title>
<style>${style}</style>
</head>
<body>
<header><fieldset class="language"><legend>Language / 语言</legend>
<label><input type="radio" name="language" id="in-en" checked> English</label>
<label><input type="radio" name="language" id="in-zh"> <span lang="zh-CN">中文</span></label></fieldset></header>
<main>
<h1>${text(report.title)}</h1>
<p>${both(`${report.devices} devices, ${report.deviceHours} device-hours, seed “${report.seed}”`, `${report.devices} 台设备，${report.deviceHours} 设备小时，种子“${report.seed}”`)}</p>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

function section(title: Translated, content: string): string {
  return `<section><h2>${both(title.en, title['zh-CN'])}</h2>${content}</section>`;
}

function details(title: Translated, content: string): string {
  return `<details><summary>${both(title.en, title['zh-CN'])}</summary>${content}</details>`;
}

function both(en: string, zh: string): string {
  return `<span lang="en">${text(en)}</span><span lang="zh-CN">${text(zh)}</span>`;
}

/** `head`: en, zh-CN of each column; a first cell names its row. */
function table(head: readonly (readonly [string, string])[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) =>
    row.map((cell, at) => (at === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`)).join('');
  const heads = head.map(([en, zh]) => `<th scope="col">${both(en, zh)}</th>`).join('');
  return `<div class="wide"><table><thead><tr>${heads}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody></table></div>`;
}

function measureTable(measures: readonly Measure[]): string {
  const head = [
    ['Measure', '指标'],
    ['Goal', '目标'],
    ['Value', '数值'],
    ['n', 'n'],
    ['95 % interval', '95 % 区间'],
    ['Result', '结果'],
  ] as const;
  return table(
    head,
    measures.map(({ measure, goal, value, n, low, high, pass, of, most }) => [
      both(measure, measureInChinese(measure)),
      both(goal, goalInChinese(goal)),
      text(figureText(value, most)),
      of === undefined ? String(n) : both(`${n} of ${of}`, `${of} 中的 ${n}`),
      low === null || high === null ? '–' : text(`${figureText(low, most)} … ${figureText(high, most)}`),
      pass === null ? '–' : pass ? `✓ ${both('pass', '达标')}` : `✗ ${both('short', '未达标')}`,
    ]),
  );
}

function groupTable({ groups }: Report): string {
  const head = [
    ['Group', '分组'],
    ['n', 'n'],
    ['Top-1, end of monitoring', '监测结束时首选正确'],
    ['Top-1, after the call', '通话后首选正确'],
  ] as const;
  return table(
    head,
    groups.map(({ group, n, watchedTop1, lastTop1 }) => [
      text(group),
      String(n),
      figureText(watchedTop1.value),
      figureText(lastTop1.value),
    ]),
  );
}

function faultTable({ faults }: Report): string {
  const head = [
    ['Model and fault', '型号与故障'],
    ['n', 'n'],
    ['Top-1, end of monitoring', '监测结束时首选正确'],
    ['Top-1, after the call', '通话后首选正确'],
    ['Top-3, after the call', '通话后前三正确'],
  ] as const;
  return table(
    head,
    faults.map(({ model, fault, n, watchedTop1, lastTop1, lastTop3 }) => [
      text(`${model} ${fault}`),
      String(n),
      String(watchedTop1),
      String(lastTop1),
      String(lastTop3),
    ]),
  );
}

function confusionTable({ model, said, rows }: ConfusionTable): string {
  const words: Readonly<Record<string, readonly [string, string]>> = {
    none: ['nothing wrong', '无故障'],
    unmodelled: ['unmodelled', '未知故障'],
    abstain: ['abstains', '不作判断'],
  };
  const wordsOf = (key: string) => both(words[key]?.[0] ?? key, words[key]?.[1] ?? key);
  const heads = said.map((key) => `<th scope="col">${wordsOf(key)}</th>`).join('');
  const body = rows.map(({ truth, counts }) => {
    const cells = counts.map((count, at) => {
      const isRight = said[at] === truth || (truth === 'unmodelled' && said[at] === 'abstain');
      if (isRight) return `<td class="right">${count > 0 ? `= ${count}` : '='}</td>`;
      return `<td>${count > 0 ? count : ''}</td>`;
    });
    return `<tr><th scope="row">${wordsOf(truth)}</th>${cells.join('')}</tr>`;
  });
  return `<div class="wide"><table class="confusion"><caption>${text(model)}</caption><thead><tr><td></td>${heads}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`;
}

function latencyTable({ latencies }: Report): string {
  const head = [
    ['Model', '型号'],
    ['Single faults', '单一故障'],
    ['Seen', '已发现'],
    ['Detection of those beyond the hold, median, s', '其中确认（超出保持时间）中位数，秒'],
    ['p95, s', 'p95，秒'],
    ['Named', '已定位'],
    ['Isolation of those after the last symptom, median, s', '其中最后症状后定位中位数，秒'],
    ['p95, s', 'p95，秒'],
  ] as const;
  return table(
    head,
    latencies.map((row) => [
      text(row.model),
      String(row.n),
      String(row.seen),
      figureText(row.detectionP50),
      figureText(row.detectionP95),
      String(row.named),
      figureText(row.isolationP50),
      figureText(row.isolationP95),
    ]),
  );
}

function worstCase({ trace, device, model, truth, said, p, asked, evidence }: WorstCase): string {
  const head = [
    ['Evidence', '证据'],
    ['Stands', '方向'],
    ['Bits', '比特'],
  ] as const;
  const stands: Readonly<Record<string, readonly [string, string]>> = {
    for: ['for', '支持'],
    against: ['against', '反对'],
    missing: ['missing', '缺失'],
  };
  const title = [trace, device, model].filter((part) => part !== '').join(' · ');
  const so = truth.join(' + ');
  const rows = evidence.map((item) => {
    const [en, zh] = stands[item.stands] ?? [item.stands, item.stands];
    return [text(item.symptom), both(en, zh), figureText(item.bits)];
  });
  const steps = asked.length > 0 ? `<p>${both('Asked: ', '已问：')}${text(asked.join(', '))}</p>` : '';
  return `<details><summary>${text(title)}: ${both(`it was ${so || 'nothing'}, said ${said.join(' + ')} (${figureText(p)})`, `实际为 ${so || '无故障'}，判断为 ${said.join(' + ')}（${figureText(p)}）`)}</summary>${steps}${table(head, rows)}</details>`;
}

function notesList({ notes, refused }: Report): string {
  const refusals = refused.map((sentence) => `<li>${text(sentence)}</li>`);
  const counted = notes.map(({ trace, counts }) => {
    const parts = Object.entries(noteWords).flatMap(([kind, words]) => {
      const count = counts[kind as keyof typeof counts];
      return count === undefined ? [] : [`${count} ${both(words.en, words['zh-CN'])}`];
    });
    return `<li>${text(trace)}: ${parts.join('; ')}</li>`;
  });
  const all = [...refusals, ...counted];
  return all.length > 0
    ? `<ul>${all.join('\n')}</ul>`
    : `<p>${both('All of it could be used.', '全部内容均可使用。')}</p>`;
}
