import { type FormEvent, useState } from 'react';
import { Redirect, useSearch } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { useSession, useSignIn } from '../api/session-queries.ts';
import { Field } from '../parts/field.tsx';
import { Notice, ProblemNotice } from '../parts/notice.tsx';
import { AloneShell } from '../parts/shell.tsx';
import { useTexts } from '../texts/use-texts.tsx';
import { nextPath } from '../words/next-path.ts';

export function SignInPage() {
  const { texts } = useTexts();
  const session = useSession();
  const signIn = useSignIn();
  const search = useSearch();
  const hasEnded = useHistoryState<{ readonly hasEnded?: boolean } | null>()?.hasEnded === true;
  const [signInName, setSignInName] = useState('');
  const [password, setPassword] = useState('');
  if (session.data) return <Redirect to={nextPath(search, location.origin)} replace />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ signInName: signInName.trim(), password });
  };
  return (
    <AloneShell>
      <form className="card" onSubmit={submit}>
        <h1>{texts.signIn.title}</h1>
        {hasEnded && (
          <Notice tone="warn" live="polite">
            {texts.signIn.ended}
          </Notice>
        )}
        <ProblemNotice error={signIn.error ?? session.error} />
        <Field
          label={texts.signIn.name}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={signInName}
          onChange={(event) => setSignInName(event.target.value)}
        />
        <Field
          label={texts.signIn.password}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <button type="submit" className="button button-primary button-wide" disabled={signIn.isPending}>
          {texts.signIn.submit}
        </button>
        <p className="hint">{texts.signIn.hint}</p>
      </form>
    </AloneShell>
  );
}
