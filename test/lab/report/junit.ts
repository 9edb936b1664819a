import type { Report } from './report.ts';
import { figureText } from './scoreboard-text.ts';
import { text } from './words.ts';

/** One test case a goal; what falls short is a failure, what could not be measured is skipped. A refused trace is an error. */
export function reportJunit({ title, measures, refused }: Report): string {
  const goals = measures.filter(({ goal }) => goal !== 'stated');
  const cases = goals.map(({ measure, goal, value, n, low, high, pass, most }) => {
    const name = `<testcase classname="${text(title)}" name="${text(`${measure} ${goal}`)}">`;
    if (pass === null) return `${name}<skipped/></testcase>`;
    const told = `${figureText(value, most)} (n ${n}, 95 % ${figureText(low, most)} .. ${figureText(high, most)})`;
    if (pass) return `${name}<system-out>${text(told)}</system-out></testcase>`;
    return `${name}<failure message="${text(told)}"/></testcase>`;
  });
  const errors = refused.map(
    (sentence) =>
      `<testcase classname="${text(title)}" name="trace can be read"><error message="${text(sentence)}"/></testcase>`,
  );
  const failures = goals.filter(({ pass }) => pass === false).length;
  const skipped = goals.filter(({ pass }) => pass === null).length;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites><testsuite name="${text(title)}" tests="${goals.length + refused.length}" failures="${failures}" errors="${refused.length}" skipped="${skipped}">
${[...cases, ...errors].join('\n')}
</testsuite></testsuites>
`;
}
