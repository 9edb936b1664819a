import { Redirect, useSearch } from 'wouter';
import type { Person } from '../../../proto/api/people.ts';
import { ApiProblem } from '../api/client.ts';
import { useOpenAnswer } from '../api/case-queries.ts';
import { NewCasePanel } from '../parts/new-case-panel.tsx';
import { Notice, ProblemNotice } from '../parts/notice.tsx';
import { useTexts } from '../texts/use-texts.tsx';
import { has } from '../words/may.ts';

/** Where a ticket system's deep link leads: the open case, or a new one made ready. Nothing is opened by coming here. */
export function OpenPage({ person }: { readonly person: Person }) {
  const { texts } = useTexts();
  const given = new URLSearchParams(useSearch());
  const brand = given.get('brand') ?? '';
  const serial = given.get('serial')?.trim() ?? '';
  const ticket = given.get('ticket')?.trim() ?? '';
  const query = new URLSearchParams({ brand, serial, ...(ticket === '' ? {} : { ticket }) });
  const isAgent = has(person, 'agent');
  const isComplete = brand !== '' && serial !== '';
  const answer = useOpenAnswer(query, isAgent && isComplete);
  const isUnknown = answer.error instanceof ApiProblem && answer.error.status === 404;
  if (answer.data?.caseId) return <Redirect to={`/cases/${answer.data.caseId}`} replace />;
  return (
    <div className="page">
      <h1>{texts.open.title}</h1>
      {!isAgent && <Notice tone="warn">{texts.open.notAgent}</Notice>}
      {isAgent && !isComplete && <Notice tone="warn">{texts.open.incomplete}</Notice>}
      {answer.isLoading && <p className="muted">{texts.loading}</p>}
      {(isUnknown || answer.data?.device === null) && (
        <Notice tone="warn" live="assertive">
          <strong>{texts.open.unknown(serial)}</strong>
          <p>{texts.open.unknownNext}</p>
        </Notice>
      )}
      {!isUnknown && <ProblemNotice error={answer.error} />}
      {answer.data?.device && <NewCasePanel person={person} device={answer.data.device} ticket={ticket} />}
    </div>
  );
}
