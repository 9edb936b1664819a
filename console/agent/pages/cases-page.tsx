import { useState } from 'react';
import { Link } from 'wouter';
import type { Case } from '../../../proto/api/cases.ts';
import type { Person } from '../../../proto/api/people.ts';
import { useCases } from '../api/case-queries.ts';
import { AccessBadge } from '../parts/access-badge.tsx';
import { NewCasePanel } from '../parts/new-case-panel.tsx';
import { Notice, ProblemNotice } from '../parts/notice.tsx';
import { useModelWord } from '../parts/use-model-word.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { formatMinute } from '../words/format.ts';
import { has } from '../words/may.ts';

export function CasesPage({ person }: { readonly person: Person }) {
  const { texts } = useTexts();
  const [showsClosed, setShowsClosed] = useState(false);
  const open = useCases('open');
  const closed = useCases('closed', showsClosed);
  return (
    <div className="page">
      <h1>{texts.cases.title}</h1>
      {has(person, 'agent') && <NewCasePanel person={person} />}
      {has(person, 'supervisor') && (
        <Notice tone="neutral">
          <p>{texts.supervisor.note}</p>
          <p className="hint">{texts.supervisor.notBuilt}</p>
        </Notice>
      )}
      <section aria-labelledby="open-cases">
        <h2 id="open-cases" className="section-title">
          {texts.cases.open}
          {open.data && <span className="count">{open.data.length}</span>}
        </h2>
        <ProblemNotice error={open.error} />
        {open.isPending && <p className="muted">{texts.loading}</p>}
        {open.data && (
          <CaseTable cases={open.data} none={has(person, 'agent') ? texts.cases.noneOpen : texts.cases.noneOpenHere} />
        )}
      </section>
      <details className="closed-cases" onToggle={(event) => setShowsClosed(event.currentTarget.open)}>
        <summary>{texts.cases.closed}</summary>
        <ProblemNotice error={closed.error} />
        {closed.data && <CaseTable cases={closed.data} none={texts.cases.noneClosed} />}
      </details>
    </div>
  );
}

function CaseTable({ cases, none }: { readonly cases: readonly Case[]; readonly none: string }) {
  const { language, texts } = useTexts();
  const modelWord = useModelWord();
  if (cases.length === 0) return <p className="empty">{none}</p>;
  const newestFirst = cases.toSorted((a, b) => b.openedAt - a.openedAt);
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">{texts.cases.device}</th>
          <th scope="col">{texts.cases.reason}</th>
          <th scope="col">{texts.cases.access}</th>
          <th scope="col">{texts.cases.ticket}</th>
          <th scope="col">{texts.cases.agent}</th>
          <th scope="col">{texts.cases.opened}</th>
        </tr>
      </thead>
      <tbody>
        {newestFirst.map((each) => (
          <tr key={each.id}>
            <th scope="row">
              <Link href={`/cases/${each.id}`} className="row-link">
                {modelWord(each.device)}
                <span className="serial">{each.device.serial}</span>
              </Link>
            </th>
            <td className="wrap">{each.reason}</td>
            <td>
              <AccessBadge of={each} />
            </td>
            <td data-label={texts.cases.ticket}>{each.ticket ?? '–'}</td>
            <td data-label={texts.cases.agent}>{each.agent.displayName}</td>
            <td data-label={texts.cases.opened}>
              <time dateTime={new Date(each.openedAt).toISOString()}>
                {formatMinute(each.openedAt, language, Date.now())}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
