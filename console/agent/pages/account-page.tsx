import { type FormEvent, useState } from 'react';
import type { Person } from '../../../proto/api/people.ts';
import { useChangePassword, useEndSession, useSessions } from '../api/session-queries.ts';
import { ConfirmButton } from '../parts/confirm-button.tsx';
import { Fact } from '../parts/fact.tsx';
import { Field, Panel } from '../parts/field.tsx';
import { Notice, ProblemNotice } from '../parts/notice.tsx';
import { useTexts } from '../texts/use-texts.tsx';
import { formatMinute } from '../words/format.ts';

/** One's own roles, sessions and password. */
export function AccountPage({ person }: { readonly person: Person }) {
  const { texts } = useTexts();
  return (
    <div className="page">
      <h1>{texts.account.title}</h1>
      <div className="page-columns">
        <Panel title={texts.account.who}>
          <dl className="facts">
            <Fact label={texts.people.displayName}>{person.displayName}</Fact>
            <Fact label={texts.people.signInName}>{person.signInName ?? '–'}</Fact>
            <Fact label={texts.people.brands}>{person.brands.map(({ name }) => name).join(' · ')}</Fact>
            {person.roles.map((role) => (
              <Fact key={role} label={texts.people[role]}>
                {texts.roleNote[role]}
                {role === 'supervisor' && <span className="hint">{texts.supervisor.notBuilt}</span>}
                {role === 'qa' && <span className="hint">{texts.models.notBuilt}</span>}
              </Fact>
            ))}
          </dl>
        </Panel>
        <PasswordPanel signInName={person.signInName ?? ''} />
      </div>
      <SessionsPanel />
    </div>
  );
}

function SessionsPanel() {
  const { language, texts } = useTexts();
  const words = texts.account;
  const sessions = useSessions();
  const end = useEndSession();
  const moment = (at: number) => formatMinute(at, language, Date.now());
  const hasOthers = sessions.data?.some(({ current }) => !current) ?? false;
  return (
    <Panel title={words.sessions}>
      <ProblemNotice error={sessions.error ?? end.error} />
      {sessions.isPending && <p className="empty">{texts.loading}</p>}
      {sessions.data && (
        <ul className="rows-list">
          {sessions.data.map((session) => (
            <li key={session.id}>
              <span>
                <strong>{session.current ? words.current : words.other}</strong>{' '}
                <span className="hint">
                  {words.began} {moment(session.beganAt)} · {words.expires} {moment(session.expiresAt)}
                </span>
              </span>
              {!session.current && (
                <button
                  type="button"
                  className="button"
                  disabled={end.isPending}
                  aria-label={`${words.end}: ${words.began} ${moment(session.beganAt)}`}
                  onClick={() => end.mutate(session.id)}
                >
                  {words.end}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {hasOthers && (
        <div className="panel-body">
          <div className="button-row">
            <ConfirmButton
              question={words.endOthersAsk}
              yes={words.endOthersYes}
              no={words.keep}
              busy={end.isPending}
              onYes={() => end.mutate(undefined)}
            >
              {words.endOthers}
            </ConfirmButton>
          </div>
        </div>
      )}
    </Panel>
  );
}

function PasswordPanel({ signInName }: { readonly signInName: string }) {
  const { texts } = useTexts();
  const words = texts.account;
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { current, next },
      {
        onSuccess: () => {
          setCurrent('');
          setNext('');
        },
      },
    );
  };
  return (
    <Panel title={words.password}>
      <form onSubmit={submit}>
        {/* So that a password manager knows whose it is. */}
        <input type="text" autoComplete="username" value={signInName} readOnly hidden />
        <Field
          label={words.currentPassword}
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
        <Field
          key={change.submittedAt}
          label={words.newPassword}
          hint={words.passwordHint}
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          maxLength={200}
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
        <ProblemNotice error={change.error} />
        {change.isSuccess && (
          <Notice tone="ok" live="polite">
            {words.passwordChanged}
          </Notice>
        )}
        <button type="submit" className="button button-primary" disabled={change.isPending}>
          {words.passwordSubmit}
        </button>
      </form>
    </Panel>
  );
}
